// Pages of tasks: the panel that a list opens for one task.
const panel = () => document.querySelector("dialog[data-panel]");

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target === panel() && event.target.childElementCount && !event.target.open) event.target.showModal();
});

document.addEventListener("click", (event) => {
  const box = panel();
  if (!box) return;
  if (event.target.closest("[data-close-panel]") || event.target === box) box.close();
});

// One more line as soon as the last one of a field for agencies is filled.
document.addEventListener("input", (event) => {
  const area = event.target.closest("[data-agency-inputs]");
  if (!area || area.lastElementChild !== event.target || !event.target.value) return;
  const line = event.target.cloneNode();
  line.value = "";
  line.removeAttribute("id");
  area.append(line);
});
