// The line that is chosen: one at a time, lit in the document, with what can be done below it.
import { editable, lines, list, root, shownLines } from "./page.js";

let current = null;
const leaving = [];
const arriving = [];

export const chosen = () => (current?.isConnected ? current : null);

// Called with the line that is left, and with the line that is chosen.
export const onLeave = (call) => leaving.push(call);
export const onArrive = (call) => arriving.push(call);

const main = (line) => line.querySelector(".finding-main");

const dress = (line) => {
  line.setAttribute("aria-current", "true");
  main(line).tabIndex = 0;
  if (!editable() || line.dataset.kind === "content" || line.querySelector(".finding-actions")) return;
  const actions = document.getElementById("finding-actions").content.firstElementChild.cloneNode(true);
  const decided = line.dataset.state !== "proposed";
  actions.querySelector("[data-do=accept]").hidden = decided && line.dataset.state !== "dropped";
  actions.querySelector("[data-do=drop]").hidden = line.dataset.state === "dropped";
  actions.querySelector("[data-do=reopen]").hidden = !decided;
  line.querySelector(".finding-line").append(actions);
};

const undress = (line) => {
  line.removeAttribute("aria-current");
  main(line).tabIndex = -1;
  line.querySelector(".finding-actions")?.remove();
};

export const choose = (line, { focus = true, scroll = true } = {}) => {
  if (!line) return;
  const before = current;
  if (before !== line) {
    if (before) {
      leaving.forEach((call) => call(before, line));
      undress(before);
    }
    current = line;
  }
  dress(line);
  if (focus) main(line).focus({ preventScroll: true });
  if (scroll) line.scrollIntoView({ block: "nearest" });
  if (before !== line) arriving.forEach((call) => call(line));
};

// The line under the same id after it was drawn anew.
export const rechoose = (old, line) => {
  if (current !== old) return;
  current = line;
  dress(line);
  arriving.forEach((call) => call(line));
};

export const step = (by) => {
  const all = shownLines();
  const at = all.indexOf(chosen());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (all[next]) choose(all[next]);
};

// The next line from `line` on that fits; after the last one the search begins anew.
export const nextFitting = (line, fits) => {
  const all = lines();
  const at = all.indexOf(line);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(fits);
};

if (root) {
  for (const line of lines()) main(line).tabIndex = -1;
  const first = lines()[0];
  if (first) main(first).tabIndex = 0;
  // A chosen line grows; while the mouse is down nothing may move, or the click would miss its button.
  let pointing = false;
  list.addEventListener("pointerdown", () => (pointing = true));
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => (pointing = false));
  list.addEventListener("focusin", (event) => {
    const line = event.target.closest(".finding");
    if (line && line !== chosen() && !pointing) choose(line, { focus: false, scroll: false });
  });
}
