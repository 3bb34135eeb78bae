// form[data-autosave]: sends itself a moment after the last key, never while an IME is composing, and says when it is
// kept in [data-saved]. The server answers 204, or 409 where somebody else was faster.
const PAUSE = 800; // milliseconds
const waiting = new WeakMap();

const tell = (form, words) => {
  const line = form.querySelector("[data-saved]");
  if (line) line.textContent = line.dataset[words] ?? "";
};

const send = async (form) => {
  tell(form, "saving");
  const token = document.querySelector('meta[name="csrf-token"]').content;
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-CSRFToken": token, "X-Autosave": "1" },
    });
    tell(form, answer.ok ? "saved" : answer.status === 409 ? "conflict" : "failed");
    if (answer.ok) delete form.dataset.unsaved;
  } catch {
    tell(form, "failed");
  }
};

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-autosave]");
  if (!form || event.isComposing) return;
  form.dataset.unsaved = "yes";
  window.clearTimeout(waiting.get(form));
  waiting.set(form, window.setTimeout(() => send(form), PAUSE));
});

document.addEventListener("compositionend", (event) => {
  if (event.target.closest("form[data-autosave]")) event.target.dispatchEvent(new Event("input", { bubbles: true }));
});

window.addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-unsaved]")) event.preventDefault();
});
