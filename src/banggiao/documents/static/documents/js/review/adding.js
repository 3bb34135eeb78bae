// Select text in the document and «Thêm nhiệm vụ» appears beside it; on pictures of pages one draws over the words.
import { act } from "./changes.js";
import { choose } from "./chosen.js";
import { edit } from "./editing.js";
import { editable, paper, root, words } from "./page.js";
import { boxes, rectangle, wordsOn } from "./sheets.js";

const bar = root?.querySelector("[data-add]");
let picked = null; // [start, end] in the source text

// Source offsets count whole characters, JavaScript counts halves of rare ones.
const length = (text) => [...text].length;

const offset = (node, at) => {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-block]");
  if (!block) return null;
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setEnd(node, at);
  return Number(block.dataset.block) + length(range.toString());
};

// The first or last place inside a block, where a selection reaches beyond blocks.
const ends = (range) => {
  const blocks = [...paper.querySelectorAll("[data-block]")].filter((block) => range.intersectsNode(block));
  if (!blocks.length) return null;
  const [first, last] = [blocks[0], blocks.at(-1)];
  const start = first.contains(range.startContainer) ? offset(range.startContainer, range.startOffset) : Number(first.dataset.block);
  const end = last.contains(range.endContainer)
    ? offset(range.endContainer, range.endOffset)
    : Number(last.dataset.block) + length(last.textContent);
  return end > start ? [start, end] : null;
};

const hide = () => {
  bar.hidden = true;
  picked = null;
  for (const drawn of paper.querySelectorAll(".drawn")) drawn.remove();
};

const showAt = (box) => {
  bar.hidden = false;
  const own = bar.getBoundingClientRect();
  const pane = paper.getBoundingClientRect();
  const left = Math.min(Math.max(box.left, pane.left + 8), Math.max(pane.right, own.width + 16) - own.width - 8);
  const above = box.top - own.height - 8;
  const top = above > pane.top ? above : Math.min(box.bottom + 8, window.innerHeight - own.height - 8);
  bar.style.left = `${Math.max(left, 8)}px`;
  bar.style.top = `${top}px`;
};

const fromSelection = () => {
  const selection = window.getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return;
  if (!selection.toString().trim()) return;
  picked = ends(range);
  if (picked) showAt(range.getBoundingClientRect());
};

// -- drawing over pictures ---------------------------------------------------------------------------------------------

let drawing = null; // {figure, from}

const wordAt = (figure, event) => {
  const box = figure.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * 10000;
  const y = ((event.clientY - box.top) / box.height) * 10000;
  const all = wordsOn(figure.dataset.sheet);
  const far = ([, , left, top, right, bottom]) => Math.hypot(
    Math.max(left - x, 0, x - right),
    4 * Math.max(top - y, 0, y - bottom),
  );
  let best = -1;
  all.forEach((word, index) => {
    if (best < 0 || far(word) < far(all[best])) best = index;
  });
  return best >= 0 && far(all[best]) < 800 ? best : -1;
};

const drawTo = (event) => {
  const { figure, from } = drawing;
  const to = wordAt(figure, event);
  if (to < 0) return;
  const chosenWords = wordsOn(figure.dataset.sheet).slice(Math.min(from, to), Math.max(from, to) + 1);
  const svg = figure.querySelector("svg");
  svg.querySelectorAll(".drawn").forEach((one) => one.remove());
  svg.append(...boxes(chosenWords).map((box) => rectangle(box, "drawn")));
  picked = [chosenWords[0][0], chosenWords.at(-1)[1]];
  drawing.moved = from !== to;
};

if (bar) {
  document.addEventListener("mouseup", () => window.setTimeout(fromSelection));
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") fromSelection();
  });
  document.addEventListener("touchend", () => window.setTimeout(fromSelection, 300));
  document.addEventListener("selectionchange", () => {
    if (window.getSelection().isCollapsed && !paper.querySelector(".drawn")) hide();
  });

  paper.addEventListener("pointerdown", (event) => {
    const figure = event.target.closest("[data-sheet]");
    hide();
    if (!figure || event.pointerType === "touch" || event.button !== 0) return;
    const from = wordAt(figure, event);
    if (from >= 0) drawing = { figure, from, moved: false };
  });
  paper.addEventListener("pointermove", (event) => drawing && drawTo(event));
  document.addEventListener("pointerup", () => {
    if (!drawing) return;
    const { figure, moved } = drawing;
    drawing = null;
    if (!moved) return hide();
    const shapes = figure.querySelectorAll(".drawn");
    showAt(shapes[0].getBoundingClientRect());
    return undefined;
  });
  paper.addEventListener("scroll", () => !bar.hidden && hide(), { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && !bar.hidden && hide());

  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("click", async (event) => {
    const kind = event.target.closest("[data-add-kind]")?.dataset.addKind;
    if (!kind || !picked || !editable()) return;
    const [tu, den] = picked;
    window.getSelection().removeAllRanges();
    hide();
    const done = await act(() => ({ url: `${words.base}them/`, values: { loai: kind, tu, den } }));
    const added = done?.fresh.find((line) => line.dataset.kind === kind);
    if (!added) return;
    choose(added);
    edit(added);
  });
}
