// The page of the review; each module does one thing, `page.js` holds what they share.
import { choose } from "./chosen.js";
import "./filters.js";
import { relight } from "./light.js";
import "./changes.js";
import "./agencies.js";
import "./editing.js";
import "./adding.js";
import "./keys.js";
import { root, shownLines } from "./page.js";
import { look, watchSheets } from "./sheets.js";

const panes = root.querySelector("[data-panes]");

// On a narrow screen one pane at a time.
const show = (pane) => {
  panes.dataset.shown = pane;
  for (const chip of root.querySelectorAll("[data-pane]")) {
    const on = chip.dataset.pane === pane;
    chip.classList.toggle("chip-on", on);
    chip.setAttribute("aria-pressed", String(on));
  }
};

for (const chip of root.querySelectorAll("[data-pane]")) chip.addEventListener("click", () => show(chip.dataset.pane));
panes.addEventListener("review:show", (event) => show(event.detail));
for (const chip of root.querySelectorAll("[data-look]")) {
  chip.addEventListener("click", () => {
    look(chip.dataset.look);
    relight();
  });
}
watchSheets(relight);

const wanted = location.hash.length > 1 ? document.querySelector(`.finding${location.hash}`) : null;
choose(wanted ?? shownLines()[0], { focus: Boolean(wanted), scroll: Boolean(wanted) });
