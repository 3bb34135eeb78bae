// A form goes once: its buttons rest until the answer is there. data-submit-on-change sends a form when a field changes.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.hasAttribute("hx-post") || form.hasAttribute("hx-get") || form.method === "dialog") return;
  if (form.dataset.going === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.going = "yes";
  // A download leaves the page where it is.
  window.setTimeout(() => delete form.dataset.going, 4000);
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-going]")) delete form.dataset.going;
});

document.addEventListener("change", (event) => {
  event.target.closest("form[data-submit-on-change]")?.requestSubmit();
});
