// [data-selection] holds rows with checkboxes [data-select], one [data-select-all], and a bar [data-bulk] with [data-tally].
const refresh = (area) => {
  const boxes = [...area.querySelectorAll("[data-select]")];
  const chosen = boxes.filter((box) => box.checked).length;
  const all = area.querySelector("[data-select-all]");
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  const bar = area.querySelector("[data-bulk]");
  if (bar) bar.hidden = chosen === 0;
  for (const tally of area.querySelectorAll("[data-tally]")) tally.textContent = chosen;
};

document.addEventListener("change", (event) => {
  const area = event.target.closest("[data-selection]");
  if (!area || !event.target.matches("[data-select], [data-select-all]")) return;
  if (event.target.matches("[data-select-all]")) {
    for (const box of area.querySelectorAll("[data-select]")) box.checked = event.target.checked;
  }
  refresh(area);
});

document.addEventListener("htmx:afterSettle", () => {
  for (const area of document.querySelectorAll("[data-selection]")) refresh(area);
});
