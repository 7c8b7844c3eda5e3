// Shows what can be set over the page, and sets it at once. Without this script the same form is a page of its own.

"use strict";

(() => {
  const ADDRESS = "/nustatymai";
  const link = document.querySelector(`a[href="${ADDRESS}"]`);
  if (!link || typeof HTMLDialogElement === "undefined" || window.location.pathname === ADDRESS) {
    return;
  }
  let panel = null;
  let isLevelChanged = false;
  let kept = Promise.resolve();

  /** The form in a panel, fetched when it is first wanted. */
  async function fetched() {
    const answer = await fetch(ADDRESS, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = document.createElement("dialog");
    made.className = "panel";
    made.setAttribute("aria-labelledby", "settings-name");
    made.append(page.getElementById("settings"));
    document.body.append(made);
    made.addEventListener("change", change);
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      made.close();
    });
    made.addEventListener("close", closed);
    return made;
  }

  function change(event) {
    const { name, value, form } = event.target;
    document.documentElement.dataset[name] = value;
    isLevelChanged ||= name === "level";
    // One after the other, so that what was chosen last is what is kept.
    kept = kept.then(() => keep(form));
  }

  function keep(form) {
    const body = new URLSearchParams(new FormData(form));
    return fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "manual" }).catch(() => {
      // Without a line the page looks as wished, and next time it may be chosen again.
    });
  }

  async function closed() {
    if (isLevelChanged) {
      isLevelChanged = false;
      await kept;
      document.dispatchEvent(new Event("talk-changed"));
    }
  }

  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    try {
      panel ??= await fetched();
      panel.showModal();
    } catch {
      window.location.assign(ADDRESS);
    }
  });
})();
