// Both sides are linked: the chosen line is lit in the document, a sentence that is clicked chooses its line.
import { choose, chosen, onArrive } from "./chosen.js";
import { showAll } from "./filters.js";
import { lineOf, list, paper, root } from "./page.js";
import { draw, jumpToPage } from "./sheets.js";

const DWELL = 250; // milliseconds over a line before the document moves

const marksOf = (id) => paper.querySelectorAll(`[data-f~="${id}"]`);
const isShown = (element) => element.getClientRects().length > 0;

const bring = (line) => {
  const mark = [...marksOf(line.dataset.finding)].find(isShown);
  if (!mark) return jumpToPage(line);
  const pane = paper.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  if (box.top >= pane.top + 24 && box.bottom <= pane.bottom - 24) return undefined;
  const by = box.top - pane.top - pane.height / 3;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(by) > 1.5 * pane.height;
  paper.scrollBy({ top: by, behavior: calm ? "auto" : "smooth" });
  return undefined;
};

const light = (name, id) => {
  for (const mark of paper.querySelectorAll(`.${name}`)) mark.classList.remove(name);
  if (id) for (const mark of marksOf(id)) mark.classList.add(name);
};

export const relight = () => {
  draw();
  light("lit", chosen()?.dataset.finding);
};

export const showInPaper = (line) => bring(line);

if (root) {
  onArrive((line) => {
    light("lit", line.dataset.finding);
    bring(line);
  });

  let dwelling = 0;
  list.addEventListener("mouseover", (event) => {
    const line = event.target.closest(".finding");
    window.clearTimeout(dwelling);
    light("glow", line?.dataset.finding);
    if (line && !list.querySelector(".busy")) dwelling = window.setTimeout(() => bring(line), DWELL);
  });
  list.addEventListener("mouseleave", () => {
    window.clearTimeout(dwelling);
    light("glow", null);
  });

  paper.addEventListener("mouseover", (event) => {
    const id = event.target.closest("[data-f]")?.dataset.f.split(" ")[0];
    for (const line of list.querySelectorAll(".glow")) line.classList.remove("glow");
    lineOf(id)?.classList.add("glow");
  });
  paper.addEventListener("mouseleave", () => {
    for (const line of list.querySelectorAll(".glow")) line.classList.remove("glow");
  });

  // The shortest finding first; clicking again goes on to those around it.
  paper.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-f]");
    if (!mark || !window.getSelection().isCollapsed) return;
    const ids = mark.dataset.f.split(" ").filter(lineOf);
    const at = ids.indexOf(chosen()?.dataset.finding);
    const line = lineOf(ids[(at + 1) % ids.length]);
    if (!line) return;
    if (line.hidden) showAll();
    root.querySelector("[data-panes]").dispatchEvent(new CustomEvent("review:show", { detail: "findings" }));
    choose(line);
  });

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-jump]");
    if (!button) return;
    const [start] = button.dataset.jump.split("-").map(Number);
    const blocks = [...paper.querySelectorAll("[data-block]")];
    const block = blocks.filter((one) => Number(one.dataset.block) <= start).at(-1);
    if (block && isShown(block)) block.scrollIntoView({ block: "center" });
    else if (button.dataset.page) jumpToPage(button);
  });
}
