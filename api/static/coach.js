// Looks at a text while somebody writes it, mends what they press, and puts ready replies in.
// Without it the same buttons send the form.

const PAUSE = 700;
const QUIET = 1500;

for (const panel of document.querySelectorAll(".coach")) {
  beside(panel, document.getElementById(panel.dataset.area));
}
for (const picker of document.querySelectorAll(".ready[data-area]")) {
  ready(picker, document.getElementById(picker.dataset.area));
}

function beside(panel, area) {
  const found = panel.querySelector(".coach-found");
  const told = panel.querySelector(".coach-told");
  let looked = found.firstElementChild ? area.value : "";
  let waiting, speaking, running;

  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  document.querySelector(`[data-checks="${area.id}"]`)?.addEventListener("click", async (event) => {
    event.preventDefault();
    if (await look()) found.focus();
  });
  found.addEventListener("click", (event) => {
    const button = event.target.closest("[data-put]");
    if (!button) return;
    event.preventDefault();
    mend(button);
  });
  if (area.value && !looked) waiting = setTimeout(look, PAUSE);

  // Whether the remarks are those on what stands there now.
  async function look() {
    clearTimeout(waiting);
    running?.abort();
    running = new AbortController();
    const text = area.value;
    const body = new URLSearchParams({ form_token: panel.dataset.token, text });
    if (panel.dataset.template) body.set("is_template", "true");
    try {
      const answer = await fetch("/inbox/coach", { method: "POST", body, signal: running.signal });
      if (!answer.ok) throw new Error(answer.status);
      show(await answer.text(), text);
      return true;
    } catch (error) {
      if (error.name !== "AbortError") say(panel.dataset.away);
      return false;
    }
  }

  function show(remarks, text) {
    const place = buttons().indexOf(document.activeElement);
    const isOpen = found.querySelector("details")?.open;
    found.innerHTML = remarks;
    looked = text;
    const more = found.querySelector("details");
    if (more && isOpen) more.open = true;
    // Whoever mends one thing after another stays in the list.
    if (place >= 0) (buttons()[Math.min(place, buttons().length - 1)] ?? area).focus();
    const summary = found.querySelector(".coach-result")?.dataset.summary ?? "";
    clearTimeout(speaking);
    speaking = setTimeout(() => say(summary), QUIET);
  }

  function say(words) {
    if (told.textContent !== words) told.textContent = words;
  }

  function buttons() {
    return [...found.querySelectorAll("[data-put]")].filter((button) => button.checkVisibility());
  }

  async function mend(button) {
    if (area.value !== looked) {
      await look();
      return;
    }
    put(area, button.dataset.put, Number(button.dataset.start), Number(button.dataset.end));
    button.focus();
    await look();
  }
}

function ready(picker, area) {
  const select = picker.querySelector("select");
  const button = picker.querySelector("button");
  let isAway = false;
  button.addEventListener("click", async (event) => {
    if (isAway) return;
    event.preventDefault();
    if (!select.value) {
      select.focus();
      return;
    }
    const body = new URLSearchParams(new FormData(area.form));
    try {
      const answer = await fetch(button.formAction, { method: "POST", body, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      insert(area, (await answer.json()).text);
    } catch {
      // The server says on a page of its own what is wrong, with what was typed still there.
      isAway = true;
      button.click();
    }
  });
}

// Behind what stands there, on a line of its own; the first blank is chosen, so that it can be typed over.
function insert(area, text) {
  const before = area.value.trimEnd();
  const begin = before ? before.length + 1 : 0;
  put(area, before ? `\n${text}` : text, before.length, area.value.length);
  const blank = text.search(/\[[^\[\]\n]+\]/);
  const start = begin + (blank < 0 ? text.length : blank);
  const length = blank < 0 ? 0 : text.slice(blank).indexOf("]") + 1;
  area.setSelectionRange(start, start + length);
}

function put(area, text, start, end) {
  area.focus();
  area.setSelectionRange(start, end);
  // The old command is the only one that the browser can undo.
  const isDone = document.execCommand(text ? "insertText" : "delete", false, text);
  if (!isDone) {
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
