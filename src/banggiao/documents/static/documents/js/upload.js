// form[data-upload]: drop files or choose them; each is sent by itself, with its own progress, two at a time.
const form = document.querySelector("form[data-upload]");
const list = document.getElementById("receipts");
const shape = document.getElementById("receipt-shape");
const MOST_AT_ONCE = 2;
const waiting = [];
let going = 0;

const line = (file) => {
  const item = shape.content.firstElementChild.cloneNode(true);
  item.querySelector("[data-name]").textContent = file.name;
  list.prepend(item);
  return item;
};

const fail = (item, words) => {
  const place = item.querySelector("[data-words]");
  place.textContent = words;
  place.classList.add("bad-line");
  item.querySelector("progress")?.remove();
};

const settle = (item, answer) => {
  const box = document.createElement("template");
  box.innerHTML = answer;
  const settled = [...box.content.querySelectorAll("li")];
  if (!settled.length) return fail(item, form.dataset.failed);
  item.replaceWith(...settled);
  settled.forEach((each) => window.htmx?.process(each));
};

const send = (file, item) =>
  new Promise((done) => {
    const words = item.querySelector("[data-words]");
    const bar = item.querySelector("progress");
    bar.setAttribute("aria-label", file.name);
    const body = new FormData();
    body.append("files", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.setRequestHeader("X-CSRFToken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    words.textContent = form.dataset.sending;
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = Math.round((100 * event.loaded) / event.total);
    });
    request.upload.addEventListener("load", () => {
      words.textContent = form.dataset.checking;
      bar.removeAttribute("value");
    });
    request.addEventListener("load", () => {
      if (request.status === 200) settle(item, request.responseText);
      else fail(item, form.dataset.failed);
      done();
    });
    request.addEventListener("error", () => {
      fail(item, form.dataset.failed);
      done();
    });
    request.send(body);
  });

const next = async () => {
  if (going >= MOST_AT_ONCE || !waiting.length) return;
  const [file, item] = waiting.shift();
  going += 1;
  await send(file, item);
  going -= 1;
  next();
};

const take = (files) => {
  for (const file of files) {
    const item = line(file);
    if (file.size > Number(form.dataset.limit)) {
      fail(item, form.dataset.tooLarge);
      continue;
    }
    waiting.push([file, item]);
    next();
  }
};

if (form && window.FormData) {
  const input = form.querySelector("input[type=file]");
  form.querySelector("[data-send]").hidden = true;
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => form.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
  // A file dropped beside the zone would replace the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }
}
