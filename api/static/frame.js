// On the site of a municipality the chat stands in a frame: the keyboard must find the way out, and links to other sites
// must not open inside of it.

"use strict";

if (window !== window.parent) {
  document.documentElement.classList.add("is-framed");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      // No secret is in it, so whoever holds the frame may know.
      window.parent.postMessage("aiskiai:uzdaryti", "*");
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='http']");
    if (link && new URL(link.href).origin !== location.origin) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  });
}
