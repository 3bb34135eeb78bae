// The keys of the review, and the buttons that do the same.
import { say } from "../../../ui/js/messages.js";
import { act, send, apply } from "./changes.js";
import { choose, chosen, nextFitting, step } from "./chosen.js";
import { edit, editing, split } from "./editing.js";
import { showAll } from "./filters.js";
import { showInPaper } from "./light.js";
import { editable, fragment, isTyping, lineOf, lines, list, root, shownLines, words } from "./page.js";

const dialog = root?.querySelector("[data-keys]");

// What is decided lets the next one come; the last one stays.
const goOn = (line) => {
  const all = shownLines();
  const next = all[all.indexOf(line) + 1];
  if (next) choose(next);
};

const decide = async (line, what) => {
  const id = line.dataset.finding;
  line.classList.add("pending");
  if (what !== "mo-lai") goOn(line);
  await act(() => ({ url: `${words.base}${id}/${what}/`, values: { ban: lineOf(id)?.dataset.version ?? 0 } }));
  lineOf(id)?.classList.remove("pending");
  if (what === "mo-lai") choose(lineOf(id), { focus: false });
};

const give = async (form, button) => {
  const values = new FormData(form, button);
  const line = form.closest(".finding");
  const after = shownLines()[shownLines().indexOf(line) + 1];
  const done = await act(() => ({ url: form.getAttribute("action"), values }));
  const added = done?.fresh.find((one) => one.dataset.kind === "assignment");
  if (!added) return;
  if (button?.value) {
    if (after?.isConnected) choose(after);
  } else {
    choose(added);
    edit(added);
  }
};

const following = (line) =>
  lines()
    .slice(lines().indexOf(line) + 1)
    .find((other) => other.dataset.kind === line.dataset.kind && other.dataset.state !== "dropped");

// Which one is next is known when earlier acts have been put in their places.
const merge = async (line) => {
  const id = line.dataset.finding;
  await act(() => {
    const first = lineOf(id);
    const next = first && following(first);
    if (!next) {
      say(words.nothingToMerge, "info");
      return null;
    }
    const pairs = [first, next].map((one) => ["muc", `${one.dataset.finding}:${one.dataset.version}`]);
    return { url: `${words.base}gop/`, values: pairs };
  });
  choose(lineOf(id));
};

const walk = async (form) => {
  const url = form.getAttribute("action");
  const touched = await send(() => ({ url, values: {} }), (html) => {
    const first = fragment(html).querySelector(".finding")?.dataset.finding;
    apply(html);
    return first;
  });
  const line = touched && lineOf(touched);
  if (!line) return;
  if (line.hidden) showAll();
  choose(line);
};

const history = (name) => {
  const form = document.querySelector(`#review-undo [data-act=${name}]`);
  if (form && !form.querySelector("button").disabled) walk(form);
};

const nextDoubtful = () => {
  const next = nextFitting(chosen(), (line) => line.matches(".unsure:not(.pending)"));
  if (!next) return say(words.noMoreDoubt, "info");
  if (next.hidden) showAll();
  return choose(next);
};

const isContent = (line) => line.dataset.kind === "content";
const giveForm = (line) => line.querySelector("[data-give]");

const doing = {
  accept: (line) => (isContent(line) ? give(giveForm(line), null) : decide(line, "nhan")),
  drop: (line) => decide(line, "bo"),
  reopen: (line) => !isContent(line) && line.dataset.state !== "proposed" && decide(line, "mo-lai"),
  edit: (line) => (isContent(line) ? give(giveForm(line), null) : edit(line)),
  split: (line) => split(line),
  merge: (line) => !isContent(line) && merge(line),
  show: (line) => {
    root.querySelector("[data-panes]").dispatchEvent(new CustomEvent("review:show", { detail: "paper" }));
    showInPaper(line);
  },
};

const onLine = { a: "accept", x: "drop", o: "reopen", m: "merge", s: "split", Enter: "edit" };
const onPage = {
  j: () => step(1),
  k: () => step(-1),
  n: nextDoubtful,
  u: () => history("undo"),
  r: () => history("redo"),
  "?": () => dialog.showModal(),
};

const press = (event) => {
  if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const inList = list.contains(event.target);
  if (["ArrowDown", "ArrowUp"].includes(event.key) && inList && !editing()) {
    event.preventDefault();
    return step(event.key === "ArrowDown" ? 1 : -1);
  }
  // Enter on a button or link elsewhere is theirs.
  if (event.key === "Enter" && event.target.closest("a, button, summary") && !event.target.matches(".finding-main")) return;
  if (event.target.matches?.(".cut")) return;
  if (event.key in onPage) {
    event.preventDefault();
    return onPage[event.key]();
  }
  const line = chosen();
  if (!(event.key in onLine) || !line || !editable()) return;
  event.preventDefault();
  return doing[onLine[event.key]](line);
};

// How many each threshold would take, as the list stands now.
const recount = (form) => {
  const kind = form.elements.loai.value;
  const open = lines().filter(
    (line) => line.matches(".is-proposed:not(.unsure, .k-content)") && (!kind || line.dataset.kind === kind),
  );
  for (const option of form.elements.nguong.options) {
    const count = open.filter((line) => 100 * Number(line.dataset.confidence) >= Number(option.value)).length;
    option.textContent = option.textContent.replace(/\(\d+/, `(${count}`);
  }
};

if (root) {
  document.addEventListener("keydown", press);
  const many = root.querySelector("[data-act=accept-above]");
  many?.closest("details").addEventListener("toggle", () => recount(many));
  many?.elements.loai.addEventListener("change", () => recount(many));

  list.addEventListener("click", (event) => {
    const line = event.target.closest(".finding");
    if (!line) return;
    const button = event.target.closest("[data-do]");
    if (button) return doing[button.dataset.do](line);
    const open = event.target.closest("[data-open]");
    if (open && !event.ctrlKey && !event.metaKey) event.preventDefault();
    if (event.target.closest("a, button, input, select, textarea, form") && !open) return;
    if (!window.getSelection().isCollapsed && !open) return;
    choose(line);
  });
  list.addEventListener("dblclick", (event) => {
    const line = event.target.closest(".finding");
    if (line && editable() && event.target.closest("[data-open]")) doing.edit(line);
  });

  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-give]")) {
      event.preventDefault();
      give(form, event.submitter?.name ? event.submitter : null);
    } else if (form.matches("#review-undo form")) {
      event.preventDefault();
      walk(form);
    } else if (form.matches("[data-act=accept-above]")) {
      event.preventDefault();
      const values = new FormData(form);
      form.closest("details").open = false;
      act(() => ({ url: form.getAttribute("action"), values }));
    }
  });

  root.querySelector("[data-next-doubtful]")?.addEventListener("click", nextDoubtful);
  root.querySelector("[data-show-keys]").addEventListener("click", () => dialog.showModal());
  document.addEventListener("click", (event) => {
    for (const menu of root.querySelectorAll("[data-menu][open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  root.addEventListener("keydown", (event) => {
    const menu = event.target.closest("[data-menu][open]");
    if (menu && event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
