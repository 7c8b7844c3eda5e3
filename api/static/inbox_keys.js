/* Keys for those who want no mouse. They can be switched off, and never work while one types. */

import { install, uninstall } from "./vendor/hotkey/hotkey.js";

const COOKIE = "aiskiai-inbox-keys";
const A_YEAR = 365 * 24 * 60 * 60;

const dialog = document.getElementById("keys");
const button = document.getElementById("keys-button");
const tick = document.getElementById("keys-on");

/* The same choice stands on the page of the account, so it is kept where the server reads it. */
function remembered() {
  return document.documentElement.dataset.keys !== "off";
}

function remember(isOn) {
  const value = isOn ? "on" : "off";
  /* Behind HTTPS the name is guarded, see api/host_cookies.py. */
  const isSafe = window.location.protocol === "https:";
  const name = isSafe ? `__Host-${COOKIE}` : COOKIE;
  const where = isSafe ? "/; secure" : "/inbox";
  document.documentElement.dataset.keys = value;
  document.cookie = `${name}=${value}; path=${where}; max-age=${A_YEAR}; samesite=lax`;
}

function move(step) {
  const links = [...document.querySelectorAll("table.list th a")];
  const place = links.indexOf(document.activeElement);
  const next = place < 0 ? links[0] : links[place + step];
  next?.focus();
  next?.closest("tr").scrollIntoView({ block: "nearest" });
}

/* A key that no button on the page has. */
function pressing(work) {
  const unseen = document.createElement("button");
  unseen.addEventListener("click", work);
  return unseen;
}

const moves = [
  [pressing(() => move(1)), "j"],
  [pressing(() => move(-1)), "k"],
];
const onPage = () => document.querySelectorAll("[data-hotkey]");

function switchOn() {
  for (const element of onPage()) install(element);
  for (const [element, key] of moves) install(element, key);
}

function switchOff() {
  for (const element of onPage()) uninstall(element);
  for (const [element] of moves) uninstall(element);
}

/* Behind an open dialog nothing moves. */
document.addEventListener("hotkey-fire", (event) => dialog.open && event.preventDefault(), true);
for (const [element] of moves) {
  element.addEventListener("hotkey-fire", (event) => dialog.open && event.preventDefault());
}

/* Arrows belong to the page, but on a request they lead to the next one. */
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
  if (step && isPlain && document.activeElement?.matches("table.list th a")) {
    event.preventDefault();
    move(step);
  }
});

tick.checked = remembered();
tick.addEventListener("change", () => {
  remember(tick.checked);
  (tick.checked ? switchOn : switchOff)();
});
button.hidden = false;
button.addEventListener("click", () => dialog.showModal());
document.getElementById("keys-close").addEventListener("click", () => dialog.close());
if (tick.checked) switchOn();
