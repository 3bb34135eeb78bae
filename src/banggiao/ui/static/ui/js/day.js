// [data-day]: a day written 25/5/2026, and the browser's calendar behind a button; also «25-5-2026», «25.5», «hôm nay».
const written = (day) => `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;

const read = (text) => {
  const found = text.trim().match(/^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}))?$/);
  if (!found) return null;
  const year = found[3] ? Number(found[3]) : new Date().getFullYear();
  const day = new Date(year, Number(found[2]) - 1, Number(found[1]));
  return day.getDate() === Number(found[1]) ? day : null;
};

const iso = (day) =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;

document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-day-open]")?.closest("[data-day]");
  if (!box) return;
  const calendar = box.querySelector("[data-day-calendar]");
  const day = read(box.querySelector("input[type=text]").value);
  calendar.value = day ? iso(day) : "";
  calendar.showPicker();
});

document.addEventListener("change", (event) => {
  const box = event.target.closest("[data-day]");
  if (!box) return;
  const text = box.querySelector("input[type=text]");
  if (event.target.matches("[data-day-calendar]")) {
    if (!event.target.value) return;
    const [year, month, day] = event.target.value.split("-").map(Number);
    text.value = written(new Date(year, month - 1, day));
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (event.target === text) {
    const day = read(text.value);
    if (day) text.value = written(day);
  }
});
