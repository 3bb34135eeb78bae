// Messages stay until they were read; good news goes by itself. data-message, data-close.
const LASTING = 6000; // milliseconds

export const say = (text, level = "info") => {
  const shelf = document.getElementById("messages");
  if (!shelf || !text) return;
  const message = document.getElementById("message-shape").content.firstElementChild.cloneNode(true);
  message.classList.add(`message-${level}`);
  message.querySelector("p").textContent = text;
  shelf.append(message);
  settle(message, level);
};

const settle = (message, level) => {
  if (level === "success" || level === "info") window.setTimeout(() => message.remove(), LASTING);
};

const settleAll = () => {
  for (const message of document.querySelectorAll("#messages [data-message]:not([data-settled])")) {
    message.dataset.settled = "yes";
    settle(message, message.dataset.message);
  }
};

document.addEventListener("click", (event) => event.target.closest("[data-close]")?.closest("[data-message]")?.remove());
document.addEventListener("htmx:oobAfterSwap", settleAll);
settleAll();
