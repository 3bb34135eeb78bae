// Which lines are shown: by kind, by doubt. The address follows, so that it can be shared.
import { lines, list, root } from "./page.js";

const wanted = { loai: "", loc: "" };
const bar = root?.querySelector(".finding-filters");
const keptOpen = new Set();

const isDoubtful = (line) => line.classList.contains("unsure");
const isOpen = (line) => line.dataset.state === "proposed";
const counts = {
  loai: (line, value) => line.dataset.kind !== "content" && (!value || line.dataset.kind === value),
  loc: (line, value) => line.dataset.kind !== "content" && (value === "nghi-ngo" ? isDoubtful(line) : isOpen(line)),
};

const fits = (line) => {
  if (line.dataset.kind === "content") return !wanted.loai && wanted.loc !== "nghi-ngo";
  if (wanted.loai && line.dataset.kind !== wanted.loai) return false;
  return !wanted.loc || counts.loc(line, wanted.loc);
};

// A line that was decided while «left» is filtered stays until the filter is set again: nothing jumps away at once.
export const show = ({ anew = false } = {}) => {
  if (anew) keptOpen.clear();
  for (const line of lines()) {
    const fitting = fits(line);
    if (fitting && wanted.loc) keptOpen.add(line.id);
    line.hidden = !fitting && !keptOpen.has(line.id);
  }
  for (const section of list.querySelectorAll(".finding-section")) {
    section.hidden = !section.querySelector(".finding:not([hidden])");
  }
  list.querySelector("[data-nothing]").hidden = Boolean(list.querySelector(".finding:not([hidden])"));
  for (const chip of bar.querySelectorAll("[data-filter]")) {
    const { filter, value } = chip.dataset;
    const on = wanted[filter] === value;
    chip.classList.toggle("chip-on", on);
    chip.setAttribute("aria-pressed", String(on));
    chip.querySelector(".tally").textContent = lines().filter((line) => counts[filter](line, value)).length;
  }
};

export const showAll = () => {
  wanted.loai = wanted.loc = "";
  show({ anew: true });
};

const write = () => {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
};

const toggle = (chip) => {
  const { filter, value } = chip.dataset;
  wanted[filter] = wanted[filter] === value ? "" : value;
  show({ anew: true });
  write();
};

if (root) {
  const asked = new URLSearchParams(location.search);
  for (const name of Object.keys(wanted)) wanted[name] = asked.get(name) ?? "";
  bar.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-filter]");
    if (!chip) return;
    event.preventDefault();
    toggle(chip);
  });
  bar.addEventListener("keydown", (event) => {
    const chip = event.target.closest("[data-filter]");
    if (event.key !== " " || !chip) return;
    event.preventDefault();
    toggle(chip);
  });
  show();
}
