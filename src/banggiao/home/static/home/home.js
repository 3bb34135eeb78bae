// Home pages: data-print prints the sheet; a line that was just updated keeps the focus where the person works.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const line = event.detail.elt?.closest?.(".own-task") ?? document.getElementById(event.target.id);
  line?.querySelector(".own-form button")?.focus({ preventScroll: true });
});
