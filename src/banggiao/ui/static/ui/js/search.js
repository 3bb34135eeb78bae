// data-search: «/» puts the cursor into the search box, Escape leaves it. While somebody types, its event `suggest` asks
// the server (htmx) what fits; arrows walk through what stands in [data-suggestions].
const PAUSE = 250; // milliseconds after the last key
const FEWEST = 2; // letters
let waiting = 0;

const box = () => document.querySelector("[data-search]");
const list = () => document.querySelector("[data-suggestions]");
const typing = (element) => element.closest("input, textarea, select, [contenteditable='true']");

const close = () => {
  window.clearTimeout(waiting);
  if (list()) list().hidden = true;
};

const ask = (input) => {
  window.clearTimeout(waiting);
  if (input.value.trim().length < FEWEST) return close();
  waiting = window.setTimeout(() => input.dispatchEvent(new Event("suggest")), PAUSE);
};

const walk = (step) => {
  const places = [box(), ...list().querySelectorAll("a")];
  const here = places.indexOf(document.activeElement);
  places[(here + step + places.length) % places.length].focus();
};

document.addEventListener("keydown", (event) => {
  const input = box();
  if (!input || event.isComposing) return;
  const inside = event.target.closest("[data-search-form]");
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === "Escape" && inside) {
    if (list() && !list().hidden) {
      event.preventDefault(); // browsers empty a search box at Escape
      close();
      input.focus();
    } else {
      input.blur();
    }
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && inside && list() && !list().hidden) {
    event.preventDefault();
    walk(event.key === "ArrowDown" ? 1 : -1);
  }
});

document.addEventListener("input", (event) => {
  if (event.target === box() && !event.isComposing) ask(event.target);
});

document.addEventListener("compositionend", (event) => {
  if (event.target === box()) ask(event.target);
});

// Whoever already walks through the list when a newer one comes stays on the same line of it.
let walkedTo = -1;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target === list()) walkedTo = [...list().querySelectorAll("a")].indexOf(document.activeElement);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target !== list()) return;
  const lines = list().querySelectorAll("a");
  if (walkedTo >= 0) (lines[Math.min(walkedTo, lines.length - 1)] ?? box()).focus();
  const inside = box()?.closest("[data-search-form]").contains(document.activeElement);
  list().hidden = !(inside && list().childElementCount);
});

document.addEventListener("focusout", (event) => {
  const form = event.target.closest("[data-search-form]");
  if (form && !form.contains(event.relatedTarget)) close();
});
