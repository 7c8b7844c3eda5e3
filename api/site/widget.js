// The widget on the site of a municipality: a button, and a window with the chat in a frame of its own. `words` stands
// before this, see widget.py. Everything lies in a shadow tree and is styled by a constructed style sheet, so that neither
// the styles of the site nor a strict content security policy touch it. Nothing is loaded before somebody opens it.

"use strict";

const script = document.currentScript;
const home = new URL(script.src).origin;
const chosen = script.dataset.savivaldybe ?? "";
const name = words.names[chosen] ?? words.title;
const fullName = chosen in words.names ? `${name}. ${words.title}` : name;
const CLOSE = "aiskiai:uzdaryti";
const OWN_COLOUR = "#0b4f6c";
const LEAST_CONTRAST = 7;

/** How far the colour #rrggbb stands out from white, by WCAG: 1 to 21. */
function contrastWithWhite(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** The colour of the site where white letters can be read on it well, else our own. */
function accent(wished) {
  if (!wished) {
    return OWN_COLOUR;
  }
  if (!/^#[0-9a-f]{6}$/i.test(wished)) {
    console.warn(`aiskiai: data-spalva must be written as #rrggbb, not "${wished}". Our own colour is used.`);
    return OWN_COLOUR;
  }
  const contrast = contrastWithWhite(wished);
  if (contrast < LEAST_CONTRAST) {
    console.warn(`aiskiai: white on ${wished} has the contrast ${contrast.toFixed(1)}, less than ${LEAST_CONTRAST}. Our own colour is used.`);
    return OWN_COLOUR;
  }
  return wished;
}

const STYLE = `
  :host { all: initial; }
  * { box-sizing: border-box; }
  button, a {
    display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-width: 48px; min-height: 48px;
    margin: 0; padding: 6px 14px; background: var(--accent); color: #fff; border: 2px solid #fff; border-radius: 12px;
    font: 700 max(18px, 1.1rem)/1.25 Verdana, sans-serif; text-decoration: none; cursor: pointer;
  }
  button:focus-visible, a:focus-visible { outline: 4px solid #14212b; outline-offset: 0; box-shadow: 0 0 0 6px #fff; }
  .open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; min-height: 56px; }
  .open[aria-expanded="true"] { visibility: hidden; }
  svg { flex: none; }
  dialog {
    position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; width: 420px; max-width: none;
    height: min(720px, calc(100vh - 32px)); max-height: none; margin: 0; padding: 0; overflow: hidden;
    background: #fff; border: 2px solid var(--accent); border-radius: 14px;
  }
  dialog[open] { display: flex; flex-direction: column; }
  .bar {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px; padding: 6px 8px;
    background: var(--accent); color: #fff; font: 400 max(18px, 1.1rem)/1.3 Verdana, sans-serif;
  }
  .bar p { flex: 1 0 100%; margin: 4px 6px 0; font-weight: 700; overflow-wrap: anywhere; }
  .bar a, .bar button { font-size: max(16px, 1rem); border-width: 1px; }
  iframe { flex: 1 1 auto; width: 100%; min-height: 0; border: 0; background: #fff; }
  @media (max-width: 480px), (max-height: 480px) {
    dialog { inset: 0; width: 100vw; height: 100vh; height: 100dvh; border: 0; border-radius: 0; }
  }
  @media (forced-colors: active) { button, a, dialog { border-color: ButtonBorder; } }
  @media print { .open, dialog { display: none; } }
`;

/** An element with its attributes and what stands in it. */
function made(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...content);
  return element;
}

/** A balloon of speech. */
function drawing() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M5 3h18a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3H13l-7 6v-6H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z");
  path.setAttribute("fill", "#fff");
  for (const [key, value] of Object.entries({ viewBox: "0 0 28 28", width: "28", height: "28", "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}

function build() {
  const address = `${home}/valdiklis${chosen && `?savivaldybe=${encodeURIComponent(chosen)}`}`;
  const place = made("div", { lang: "lt", id: "aiskiai" });
  if (!("adoptedStyleSheets" in Document.prototype) || !("HTMLDialogElement" in window)) {
    // An old browser: a plain link does all that the window does.
    place.append(made("a", { href: `${home}/` }, words.open));
    document.body.append(place);
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  sheet.insertRule(`:host { --accent: ${accent(script.dataset.spalva)}; }`, sheet.cssRules.length);
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];

  const open = made("button", { type: "button", class: "open", "aria-haspopup": "dialog", "aria-expanded": "false" });
  open.append(drawing(), words.open);
  const close = made("button", { type: "button" }, words.close);
  const apart = made("a", { href: `${home}/`, target: "_blank", rel: "noopener" }, words.newWindow);
  const bar = made("div", { class: "bar" }, made("p", {}, name), apart, close);
  const dialog = made("dialog", { "aria-label": fullName }, bar);
  const isNarrow = window.matchMedia("(max-width: 480px), (max-height: 480px)");
  let frame = null;

  open.addEventListener("click", () => {
    if (frame === null) {
      frame = made("iframe", { src: address, title: fullName, allow: "microphone; autoplay" });
      dialog.append(frame);
    }
    open.setAttribute("aria-expanded", "true");
    // Where it fills the screen nothing behind it can be seen, so nothing behind it shall take the focus.
    if (isNarrow.matches) {
      dialog.showModal();
    } else {
      dialog.show();
    }
    frame.focus();
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => {
    open.setAttribute("aria-expanded", "false");
    open.focus();
  });
  window.addEventListener("message", (event) => {
    if (frame !== null && event.source === frame.contentWindow && event.origin === home && event.data === CLOSE) {
      dialog.close();
    }
  });
  if (chosen && !(chosen in words.names)) {
    console.warn(`aiskiai: there is no municipality "${chosen}". See data-savivaldybe in the documentation.`);
  }
  root.append(open, dialog);
  document.body.append(place);
}

if (document.getElementById("aiskiai") === null) {
  if (document.body) {
    build();
  } else {
    document.addEventListener("DOMContentLoaded", build);
  }
}
