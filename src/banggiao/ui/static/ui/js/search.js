// data-search: «/» puts the cursor into the search box, Escape leaves it.
const typing = (element) => element.closest("input, textarea, select, [contenteditable='true']");

document.addEventListener("keydown", (event) => {
  const box = document.querySelector("[data-search]");
  if (!box || event.isComposing) return;
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "Escape" && event.target === box) {
    box.blur();
  }
});
