// data-confirm="…?" on a button or a form: asks before it goes on. htmx elements use hx-confirm and get the same dialog.
const dialog = () => document.querySelector("dialog[data-confirm-dialog]");

const ask = (question, label) =>
  new Promise((resolve) => {
    const box = dialog();
    box.querySelector("[data-question]").textContent = question;
    const yes = box.querySelector("[data-yes]");
    yes.textContent = label || yes.dataset.label;
    box.returnValue = "";
    box.addEventListener("close", () => resolve(box.returnValue === "yes"), { once: true });
    box.showModal();
  });

document.addEventListener("submit", async (event) => {
  const source = event.submitter?.dataset.confirm ? event.submitter : event.target;
  const question = source.dataset.confirm;
  if (!question || source.dataset.confirmed === "yes") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (await ask(question, event.submitter?.textContent.trim())) {
    source.dataset.confirmed = "yes";
    event.target.requestSubmit(event.submitter);
    delete source.dataset.confirmed;
  }
}, true);

document.addEventListener("htmx:confirm", async (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  if (await ask(event.detail.question, event.detail.elt.dataset.yes)) event.detail.issueRequest(true);
});
