// Sending one form of a request's page keeps what was typed into the others: it waits in this tab for the next page.
(() => {
  "use strict";

  const keyOfSession = async () => {
    const token = document.querySelector('input[name="form_token"]').value;
    const told = new TextEncoder().encode(`kept in the tab ${token}`);
    return keyFrom(new Uint8Array(await window.crypto.subtle.digest("SHA-256", told)));
  };

  const key = keyOfSession();
  // Where there is none, nothing is kept.
  key.catch(() => {});
  const kept = keptAs(`typed ${location.pathname}`, key);

  const typedIn = (form) =>
    [...form.elements].filter(
      (field) => (field.matches("textarea") || field.matches("input:not([type])")) && field.value !== field.defaultValue,
    );

  const keep = (sent) => {
    const typed = [...document.forms]
      .filter((form) => form !== sent)
      .flatMap((form) => typedIn(form).map((field) => [form.getAttribute("action"), field.name, field.value]));
    if (typed.length) kept.put(typed);
  };

  const giveBack = () => {
    const typed = kept.get() ?? [];
    kept.drop();
    for (const [action, name, value] of typed) {
      const form = [...document.forms].find((one) => one.getAttribute("action") === action);
      const field = form?.elements.namedItem(name);
      // What the page itself gives back is newer.
      if (!field || field.value) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const steps = field.closest("details");
      if (steps) steps.open = true;
    }
  };

  kept.found.then(giveBack);
  document.addEventListener("submit", (event) => keep(event.target));
})();
