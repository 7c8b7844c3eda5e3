// Makes and shows passkeys: asks the server what the browser needs, and sends back what the passkey says in a plain form.
// Without this, or in a browser without passkeys, these forms stay hidden and the other ways of signing in are there.

"use strict";

const METHODS = {
  create: (options) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

/** What the browser needs, from the address below that of the form. */
async function optionsFor(form) {
  const answer = await fetch(`${form.action}/options`, {
    method: "POST",
    body: new URLSearchParams({ form_token: form.elements.form_token?.value ?? "" }),
    credentials: "same-origin",
  });
  if (!answer.ok) {
    throw new Error(`The answer has the status ${answer.status}.`);
  }
  return answer.json();
}

/** Asks for the passkey, then sends the form with what it says. */
async function use(form) {
  const fault = form.querySelector("[data-fault]");
  const button = form.querySelector("button");
  fault.hidden = true;
  button.disabled = true;
  try {
    const credential = await METHODS[form.dataset.passkey](await optionsFor(form));
    form.elements.answer.value = JSON.stringify(credential);
    form.submit();
  } catch {
    // Nobody put a finger there, or the key is not at hand; the browser has said so already.
    fault.hidden = false;
  } finally {
    button.disabled = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void use(form);
    });
  }
  for (const part of document.querySelectorAll("[data-needs-passkeys]")) {
    part.hidden = false;
  }
}
