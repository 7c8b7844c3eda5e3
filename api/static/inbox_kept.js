// Sending one form of a request's page keeps what was typed into the others: it waits in this tab for the next page.
(() => {
  "use strict";

  const place = `typed ${location.pathname}`;

  const typedIn = (form) =>
    [...form.elements].filter(
      (field) => (field.matches("textarea") || field.matches("input:not([type])")) && field.value !== field.defaultValue,
    );

  const keep = (sent) => {
    const typed = [...document.forms]
      .filter((form) => form !== sent)
      .flatMap((form) => typedIn(form).map((field) => [form.getAttribute("action"), field.name, field.value]));
    if (typed.length) sessionStorage.setItem(place, JSON.stringify(typed));
  };

  const giveBack = () => {
    const typed = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    sessionStorage.removeItem(place);
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

  giveBack();
  document.addEventListener("submit", (event) => keep(event.target));
})();
