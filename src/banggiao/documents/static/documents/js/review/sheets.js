// Pages as pictures: where their words stand is asked for when a page comes into view; findings are drawn over them.
import { lines, paper, root, spansOf, words } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const sheets = root?.querySelector("[data-sheets]");
const placed = new Map(); // page → [[start, end, left, top, right, bottom], …]

const figure = (page) => sheets?.querySelector(`[data-sheet="${page}"]`);

export const wordsOn = (page) => placed.get(Number(page)) ?? [];

// Words of one line that follow each other, as one box each line.
export const boxes = (found) => {
  const joined = [];
  for (const [, , left, top, right, bottom] of found) {
    const last = joined.at(-1);
    const middle = (top + bottom) / 2;
    if (last && middle > last.top - 30 && middle < last.bottom + 30 && left >= last.left) {
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else joined.push({ left, top, right, bottom });
  }
  return joined;
};

export const rectangle = (box, name) => {
  const rect = document.createElementNS(SVG, "rect");
  const values = { x: box.left - 15, y: box.top - 20, width: box.right - box.left + 30, height: box.bottom - box.top + 45 };
  for (const [key, value] of Object.entries(values)) rect.setAttribute(key, value);
  rect.setAttribute("class", name);
  return rect;
};

const underline = (box, name) => {
  const line = document.createElementNS(SVG, "line");
  const values = { x1: box.left, x2: box.right, y1: box.bottom + 22, y2: box.bottom + 22 };
  for (const [key, value] of Object.entries(values)) line.setAttribute(key, value);
  line.setAttribute("class", name);
  line.setAttribute("vector-effect", "non-scaling-stroke");
  return line;
};

const drawPage = (page, found) => {
  const shapes = [];
  // Long ones first, so that short ones lie above and can be clicked.
  for (const { line, span, length } of found) {
    const inside = wordsOn(page).filter(([start, end]) => start < span[1] && end > span[0]);
    if (!inside.length || !length) continue;
    const kind = `k-${line.dataset.kind}${line.classList.contains("unsure") ? " unsure" : ""}`;
    for (const box of boxes(inside)) {
      const rect = rectangle(box, `found ${kind}`);
      rect.dataset.f = line.dataset.finding;
      shapes.push(rect, underline(box, `under ${kind}`));
    }
  }
  figure(page).querySelector("svg").replaceChildren(...shapes);
};

export const draw = () => {
  if (!placed.size) return;
  const found = lines()
    .filter((line) => line.dataset.state !== "dropped")
    .flatMap((line) => spansOf(line).map((span) => ({ line, span, length: span[1] - span[0] })))
    .sort((one, other) => other.length - one.length);
  for (const page of placed.keys()) drawPage(page, found);
};

const isLooking = () => sheets && !sheets.hidden;

// To the page of a line; without places of words (a scan), as far down as the text lies.
export const jumpToPage = (line) => {
  if (!isLooking() || !line.dataset.page) return;
  const target = figure(line.dataset.page);
  if (!target) return;
  const box = target.getBoundingClientRect();
  const pane = paper.getBoundingClientRect();
  if (box.top < pane.bottom - pane.height / 2 && box.bottom > pane.top + pane.height / 2) return;
  paper.scrollTo({ top: paper.scrollTop + box.top - pane.top - 8 });
};

const load = async (page, redraw) => {
  if (placed.has(page)) return;
  placed.set(page, []);
  const answer = await fetch(`${words.base}trang/${page}.json`);
  if (!answer.ok) return;
  placed.set(page, await answer.json());
  redraw();
};

export const watchSheets = (redraw) => {
  if (!sheets) return;
  const shown = root.querySelector("[data-page-shown]");
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        const page = Number(entry.target.dataset.sheet);
        load(page, redraw);
        if (isLooking()) shown.textContent = `${words.pageWord} ${page}`;
      }
    },
    { root: paper, rootMargin: "-45% 0px -45% 0px" },
  );
  for (const one of sheets.querySelectorAll("[data-sheet]")) seen.observe(one);
  const early = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => load(Number(entry.target.dataset.sheet), redraw)),
    { root: paper, rootMargin: "400px 0px" },
  );
  for (const one of sheets.querySelectorAll("[data-sheet]")) early.observe(one);
};

export const look = (how) => {
  const text = root.querySelector("[data-text]");
  sheets.hidden = how !== "sheets";
  text.hidden = how === "sheets";
  root.querySelector("[data-page-shown]").textContent = "";
  for (const chip of root.querySelectorAll("[data-look]")) {
    const on = chip.dataset.look === how;
    chip.classList.toggle("chip-on", on);
    chip.setAttribute("aria-pressed", String(on));
  }
};
