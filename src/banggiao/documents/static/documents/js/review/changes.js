// Acts go to the server one after the other, each with the version that was seen; answers are put in their places.
import { say } from "../../../ui/js/messages.js";
import { rechoose } from "./chosen.js";
import { show } from "./filters.js";
import { fragment, lineOf, list, root, words } from "./page.js";
import { relight } from "./light.js";

const EVERY = 4000; // milliseconds between two looks at what others did
const token = () => document.querySelector('meta[name="csrf-token"]').content;

// -- putting changes in their places ---------------------------------------------------------------------------------

const order = (element) => Number(element.dataset.order);

const sectionFor = (fresh) => {
  const key = fresh.dataset.section;
  const known = list.querySelector(`[data-section="${key}"]`);
  if (known) return known;
  const section = fresh.cloneNode(true);
  section.querySelector(".findings").replaceChildren();
  const after = [...list.querySelectorAll("[data-section]")].find(
    (other) => other.dataset.section === "nobody" || Number(other.dataset.section) > Number(key),
  );
  after.before(section);
  return section;
};

const place = (line, section) => {
  const lines = section.querySelector(".findings");
  const after = [...lines.children].find((other) => order(other) > order(line));
  lines.insertBefore(line, after ?? null);
};

const replace = (old, line, { fromOthers }) => {
  if (Number(old.dataset.version) >= Number(line.dataset.version)) return;
  if (fromOthers && old.classList.contains("busy")) {
    // Somebody is editing here: what they typed stays, and they learn of it.
    old.classList.add("changed-meanwhile");
    if (!old.querySelector(".meanwhile")) {
      const note = document.createElement("p");
      note.className = "meanwhile";
      note.setAttribute("role", "status");
      note.textContent = words.othersChanged;
      old.prepend(note);
    }
    return;
  }
  const focused = old.contains(document.activeElement);
  line.hidden = old.hidden;
  if (fromOthers) line.classList.add("changed-now");
  old.replaceWith(line);
  line.querySelector(".finding-main").tabIndex = -1;
  rechoose(old, line);
  if (focused) line.querySelector(".finding-main").focus({ preventScroll: true });
};

const settle = (line, section, how) => {
  const old = lineOf(line.dataset.finding);
  if (old && old.dataset.kind === line.dataset.kind && order(old) === order(line)) replace(old, line, how);
  else {
    old?.remove();
    place(line, section);
    line.querySelector(".finding-main").tabIndex = -1;
    if (old) rechoose(old, line);
  }
};

// Gives the lines that are new on the page.
const put = (changes, how) => {
  const fresh = [];
  for (const gone of changes.querySelectorAll("[data-gone]")) {
    const line = document.getElementById(gone.dataset.gone);
    if (line && !(how.fromOthers && line.classList.contains("busy"))) line.remove();
  }
  const nobody = list.querySelector('[data-section="nobody"]');
  for (const line of changes.querySelectorAll(".finding")) {
    const isNew = !lineOf(line.dataset.finding);
    settle(line, line.dataset.kind === "content" ? nobody : sectionFor(line.closest("[data-section]")), how);
    if (isNew) fresh.push(line);
  }
  for (const block of changes.querySelectorAll("[data-words]")) {
    root.querySelector(`[data-block="${block.dataset.words}"]`)?.replaceChildren(...block.childNodes);
  }
  for (const id of ["review-progress", "review-undo", "review-people"]) {
    const part = changes.querySelector(`#${id}`);
    if (part) document.getElementById(id)?.replaceWith(part);
  }
  root.querySelectorAll("[data-next-doubtful]").forEach((button) => {
    button.disabled = !list.querySelector(".finding.unsure");
  });
  show();
  relight();
  return fresh;
};

export const apply = (html, how = {}) => {
  const changes = fragment(html).querySelector("[data-changes]");
  if (!changes) return null;
  const fresh = put(changes, how);
  if (changes.dataset.message) {
    say(changes.dataset.message, "refused" in changes.dataset ? "error" : "success");
  }
  return { fresh, refused: "refused" in changes.dataset, poll: changes.dataset };
};

// -- acting -----------------------------------------------------------------------------------------------------------

let last = Promise.resolve();
let acts = 0;

const reason = (html) => new DOMParser().parseFromString(html, "text/html").querySelector("[data-reason]");

// `ask` gives address and values when its turn has come, so that it knows the versions that earlier acts have made;
// nothing where nothing is to be done any more.
const post = async (ask) => {
  const asked = ask();
  if (!asked) return null;
  const { url, values } = asked;
  const body = values instanceof FormData ? values : new URLSearchParams(values);
  let answer;
  root.setAttribute("aria-busy", "true");
  try {
    answer = await fetch(url, { method: "POST", body, headers: { "X-CSRFToken": token(), "HX-Request": "true" } });
  } catch {
    say(document.body.dataset.offline, "error");
    return null;
  } finally {
    root.removeAttribute("aria-busy");
  }
  const html = await answer.text();
  if (answer.ok || answer.status === 409 || answer.status === 422) return html;
  say(reason(html)?.textContent.trim() || document.body.dataset.failed, "error");
  return null;
};

// The next act waits until `use` has put the answer of this one in its place.
export const send = (ask, use) => {
  acts += 1;
  const turn = last.then(async () => {
    const html = await post(ask);
    return html === null ? null : use(html);
  });
  last = turn.catch(() => null);
  return turn;
};

export const act = (ask) => send(ask, apply);

export const get = async (url) => {
  try {
    const answer = await fetch(url, { headers: { "HX-Request": "true" } });
    if (answer.ok) return answer.text();
    say(reason(await answer.text())?.textContent.trim() || document.body.dataset.failed, "error");
  } catch {
    say(document.body.dataset.offline, "error");
  }
  return null;
};

// -- what others do ---------------------------------------------------------------------------------------------------

const look = async () => {
  if (document.hidden) return;
  const before = acts;
  let html;
  try {
    const answer = await fetch(`${words.base}thay-doi/?ban=${root.dataset.revision}&tu=${root.dataset.since}`, {
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    html = await answer.text();
  } catch {
    const people = document.getElementById("review-people");
    if (people) people.textContent = words.lost;
    return;
  }
  await last;
  // What was asked before an act tells how things stood before it; the next look will tell the rest.
  if (before !== acts) return;
  const done = apply(html, { fromOthers: true });
  if (!done?.poll.revision) return;
  root.dataset.revision = done.poll.revision;
  root.dataset.since = done.poll.since;
  if ("closed" in done.poll && root.hasAttribute("data-editable")) {
    root.removeAttribute("data-editable");
    say(words.closed, "warning");
  }
};

if (root) {
  const again = () => window.setTimeout(async () => {
    await look();
    again();
  }, EVERY);
  again();
  document.addEventListener("visibilitychange", look);
}
