// [data-agencies]: a box in which one types a name; what fits on the day of the document is offered below it.
import { fragment, root, words } from "./page.js";

const PAUSE = 150; // milliseconds after the last key
let waiting = 0;
let asked = 0;

const box = (element) => element.closest("[data-agencies]");
const input = (agencies) => agencies.querySelector("[role=combobox]");
const options = (agencies) => agencies.querySelector("[role=listbox]");
const icon = (name) => document.querySelector(".review svg.icon use").getAttribute("href").replace(/#.*/, `#${name}`);

const hide = (agencies) => {
  options(agencies).hidden = true;
  options(agencies).replaceChildren();
  input(agencies).setAttribute("aria-expanded", "false");
  input(agencies).removeAttribute("aria-activedescendant");
};

export const add = (agencies, value) => {
  const name = value.slice(value.indexOf("|") + 1);
  const same = [...agencies.querySelectorAll("[data-chip] input")].find((one) => one.value === value);
  if (!same && name.trim()) {
    const chip = fragment(
      `<li class="agency-chip" data-chip><span></span><input type="hidden"><button type="button" class="chip-off" data-chip-off><svg class="icon" aria-hidden="true"><use></use></svg></button></li>`,
    ).firstElementChild;
    chip.querySelector("span").textContent = name;
    Object.assign(chip.querySelector("input"), { name: agencies.dataset.name, value });
    chip.querySelector("button").setAttribute("aria-label", `${words.remove} ${name}`);
    chip.querySelector("use").setAttribute("href", icon("x"));
    agencies.querySelector("[data-chips]").append(chip);
  }
  input(agencies).value = "";
  hide(agencies);
};

const option = (agencies, value, name, extra) => {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.id = `${options(agencies).id}-${options(agencies).children.length}`;
  item.dataset.value = value;
  item.textContent = name;
  if (extra) {
    const small = document.createElement("small");
    small.textContent = extra;
    item.append(" ", small);
  }
  options(agencies).append(item);
};

const point = (agencies, item) => {
  for (const one of options(agencies).children) one.setAttribute("aria-selected", String(one === item));
  if (item) input(agencies).setAttribute("aria-activedescendant", item.id);
  else input(agencies).removeAttribute("aria-activedescendant");
  item?.scrollIntoView({ block: "nearest" });
};

const pointed = (agencies) => options(agencies).querySelector("[aria-selected=true]");

const offer = async (agencies) => {
  const typed = input(agencies).value.trim();
  if (!typed) return hide(agencies);
  const turn = ++asked;
  const query = new URLSearchParams({ tim: typed, ngay: words.day });
  const answer = await fetch(`${words.suggest}?${query}`);
  if (!answer.ok || turn !== asked || !agencies.isConnected) return undefined;
  const found = await answer.json();
  options(agencies).replaceChildren();
  for (const one of found.agencies) option(agencies, `a:${one.id}|${one.name}`, one.name, one.short_name);
  for (const one of found.groups) option(agencies, `g:${one.id}|${one.name}`, one.name, words.group);
  if (!options(agencies).children.length) {
    const none = document.createElement("li");
    none.className = "nothing";
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    none.textContent = words.nothingFound;
    options(agencies).append(none);
  } else point(agencies, options(agencies).firstElementChild);
  options(agencies).hidden = false;
  input(agencies).setAttribute("aria-expanded", "true");
  return undefined;
};

const later = (agencies) => {
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => offer(agencies), PAUSE);
};

const move = (agencies, by) => {
  const all = [...options(agencies).querySelectorAll("[data-value]")];
  const at = all.indexOf(pointed(agencies));
  point(agencies, all[(at + by + all.length) % all.length]);
};

const keys = {
  ArrowDown: (agencies) => (options(agencies).hidden ? later(agencies) : move(agencies, 1)),
  ArrowUp: (agencies) => move(agencies, -1),
};

const press = (event) => {
  const agencies = box(event.target);
  const isOpen = !options(agencies).hidden;
  if (event.key in keys) {
    event.preventDefault();
    keys[event.key](agencies);
  } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.target.value.trim()) {
    event.preventDefault();
    const item = pointed(agencies);
    add(agencies, item && isOpen ? item.dataset.value : `|${event.target.value.trim()}`);
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    hide(agencies);
  } else if (event.key === "Backspace" && !event.target.value) {
    agencies.querySelector("[data-chip]:last-child")?.remove();
  }
};

if (root) {
  root.addEventListener("input", (event) => {
    if (event.target.matches("[role=combobox]") && !event.isComposing) later(box(event.target));
  });
  root.addEventListener("compositionend", (event) => {
    if (event.target.matches("[role=combobox]")) later(box(event.target));
  });
  // Before the editor's own keys: Escape closes the list first.
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.target.matches?.("[role=combobox]") && !event.isComposing && event.keyCode !== 229) press(event);
    },
    { capture: true },
  );
  root.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[role=option]");
    if (!item) return;
    event.preventDefault();
    if (item.dataset.value) add(box(item), item.dataset.value);
  });
  root.addEventListener("focusout", (event) => {
    if (event.target.matches("[role=combobox]")) hide(box(event.target));
  });
  root.addEventListener("click", (event) => {
    const off = event.target.closest("[data-chip-off]");
    const take = event.target.closest("[data-take]");
    if (off) {
      const agencies = box(off);
      off.closest("[data-chip]").remove();
      input(agencies).focus();
    } else if (take) {
      const agencies = take.closest("form").querySelector(`[data-agencies][data-name="${take.dataset.for}"]`);
      const old = [...agencies.querySelectorAll("[data-chip] input")].find((one) => one.value === take.dataset.instead);
      old?.closest("[data-chip]").remove();
      add(agencies, take.dataset.take);
      take.remove();
    }
  });
}
