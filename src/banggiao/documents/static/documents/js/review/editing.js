// Editing in place, splitting in place. What was typed is kept when one goes on to another line.
import { act, apply, get, send } from "./changes.js";
import { choose, chosen, onLeave } from "./chosen.js";
import { address, editable, fragment, lineOf, lines, root } from "./page.js";

const typed = (form) => new URLSearchParams(new FormData(form)).toString();

const close = (line) => {
  line.querySelectorAll("[data-editor], [data-splitter], .meanwhile").forEach((piece) => piece.remove());
  line.classList.remove("busy", "changed-meanwhile");
};

const insert = (line, html) => {
  close(line);
  const piece = fragment(html).querySelector("[data-editor], [data-splitter]");
  if (!piece) return null;
  line.append(piece);
  line.classList.add("busy");
  if (piece.matches("[data-editor]")) piece.dataset.before = typed(piece);
  return piece;
};

const firstField = (line, piece) => {
  const nobody = line.querySelector(".finding-facts .nobody, .unknown-agency");
  const wanted = nobody ? piece.querySelector("[role=combobox]") : null;
  return wanted ?? piece.querySelector("textarea, input:not([type=hidden]), select");
};

export const edit = async (line) => {
  if (!editable() || !line || line.classList.contains("busy")) return;
  choose(line);
  const html = await get(address(line));
  if (html === null || !line.isConnected) return;
  const piece = insert(line, html);
  if (!piece) return;
  piece.scrollIntoView({ block: "nearest" });
  const field = firstField(line, piece);
  field?.focus({ preventScroll: true });
  if (field?.matches("textarea")) field.setSelectionRange(field.value.length, field.value.length);
};

const settled = (line, html) => {
  if (fragment(html).querySelector("[data-changes]")) {
    const had = line.contains(document.activeElement);
    close(line);
    apply(html);
    const fresh = lineOf(line.dataset.finding);
    if (had && fresh) choose(fresh);
    return true;
  }
  const piece = insert(line, html);
  if (!piece) return false;
  piece.dataset.before = "";
  choose(line, { focus: false });
  (piece.querySelector("[role=alert], .is-invalid, .field-errors") ?? piece).scrollIntoView({ block: "nearest" });
  piece.querySelector(".is-invalid")?.focus({ preventScroll: true });
  return false;
};

export const save = (line) => {
  const form = line.querySelector("[data-editor]");
  const values = new FormData(form);
  return send(() => ({ url: form.getAttribute("action"), values }), (html) => settled(line, html));
};

const isDirty = (line) => {
  const form = line?.querySelector("[data-editor]");
  return Boolean(form) && form.dataset.before !== typed(form);
};

export const cancel = (line) => {
  close(line);
  choose(line);
};

export const split = async (line) => {
  if (!editable() || !line || line.dataset.kind === "content") return;
  const html = await get(address(line, "tach/"));
  if (html !== null && line.isConnected) insert(line, html)?.querySelector(".cut")?.focus();
};

const cut = async (line, button) => {
  const place = button.value;
  close(line);
  const done = await act(() => ({
    url: address(lineOf(line.dataset.finding), "tach/"),
    values: { ban: lineOf(line.dataset.finding).dataset.version, cho: place },
  }));
  if (done) choose(lineOf(line.dataset.finding));
};

if (root) {
  onLeave((line) => {
    if (isDirty(line)) save(line);
    else close(line);
  });

  root.addEventListener("submit", (event) => {
    const line = event.target.closest(".finding");
    if (event.target.matches("[data-editor]")) {
      event.preventDefault();
      save(line);
    } else if (event.target.matches("[data-splitter]")) {
      event.preventDefault();
      cut(line, event.submitter);
    }
  });

  root.addEventListener("click", (event) => {
    const line = event.target.closest(".finding");
    if (!line || !event.target.closest("[data-cancel]")) return;
    event.preventDefault();
    cancel(line);
  });

  root.addEventListener("keydown", (event) => {
    const line = event.target.closest(".finding.busy");
    if (!line || event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      cancel(line);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      line.querySelector("[data-editor]")?.requestSubmit();
    } else if (event.target.matches(".cut") && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      const cuts = [...line.querySelectorAll(".cut")];
      cuts[cuts.indexOf(event.target) + (event.key === "ArrowLeft" ? -1 : 1)]?.focus();
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (lines().some(isDirty)) event.preventDefault();
  });
}

export const editing = () => chosen()?.classList.contains("busy") ?? false;
