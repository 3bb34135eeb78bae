// What all modules of the review share: the page itself, its lines, and the words it may say.
export const root = document.querySelector("[data-review]");
export const list = root?.querySelector("[data-findings]");
export const paper = root?.querySelector("[data-paper]");
export const words = root?.dataset ?? {};

export const editable = () => root.hasAttribute("data-editable");
export const lines = () => [...list.querySelectorAll(".finding")];
export const shownLines = () => lines().filter((line) => !line.hidden);
export const lineOf = (id) => document.getElementById(`f${id}`);
export const address = (line, step = "") => `${words.base}${line.dataset.finding}/${step}`;

// A stretch of the source text, [start, end] each; a partner is named in many places.
export const spansOf = (line) => line.dataset.spans.split(" ").map((span) => span.split("-").map(Number));

// A field in which one types: keys belong to it. 229 is what browsers send while an IME is composing.
export const isTyping = (event) =>
  event.isComposing ||
  event.keyCode === 229 ||
  Boolean(event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable='true']"));

export const fragment = (html) => {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content;
};
