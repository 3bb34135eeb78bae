// data-copy="#id": puts the text of that element on the clipboard and says so.
import { say } from "./messages.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  say(button.dataset.copied, "success");
});
