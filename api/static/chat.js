// Makes the chat answer without loading the page anew. Everything here also works without it, by plain forms: a form is
// sent as the page would send it, the page that comes back is read, and only what is new in it is put in place.

"use strict";

const talk = document.getElementById("talk");
const log = document.getElementById("log");
const write = document.getElementById("write");
const text = document.getElementById("text");
const state = document.getElementById("state");
const dock = document.getElementById("dock");
const more = document.getElementById("more");

const ASK_EVERY = 10_000;
const ASK_AT_MOST_EVERY = 60_000;
const SAY_WAIT_AFTER = 1_000;
const TRY_EVERY = 5_000;

/** The field alone would cut what is too long off without a word. */
const LONGEST_TEXT = text.maxLength;
text.removeAttribute("maxlength");

const tabKey = keyUnder(talk.dataset.kept);
// Where there is none, things are kept as long as the page lasts.
tabKey.catch(() => {});
const keptWish = keptAs("aiskiai-unsent", tabKey);
const keptText = keptAs("aiskiai-text", tabKey);

let isSending = false;
let askEvery = ASK_EVERY;

/** What a form would send with the button that was pressed; `after` is the line that it answers. */
function wishOf(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button?.name) {
    body.append(button.name, button.value);
  }
  return { action: form.action, body: body.toString(), after: talk.dataset.last };
}

/** Sends it as the browser would. The key in it makes it count once, however often it is sent. */
function send(wish) {
  return fetch(wish.action, { method: "POST", body: new URLSearchParams(wish.body), credentials: "same-origin" });
}

/** The page of the talk that an answer carries, or null where it is another page. */
async function talkIn(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById("talk");
}

/** Makes links to explanations into buttons that open them in place. */
function prepareTerms(lines) {
  for (const link of lines.flatMap((line) => Array.from(line.querySelectorAll("a.term, a.close")))) {
    link.setAttribute("role", "button");
    if (link.matches(".term")) {
      link.setAttribute("aria-expanded", "false");
      link.setAttribute("aria-controls", link.hash.slice(1));
    }
  }
}

/** Opens or closes the explanation of a word. */
function setOpen(term, isOpen) {
  const meaning = document.getElementById(term.hash.slice(1));
  term.setAttribute("aria-expanded", String(isOpen));
  meaning.classList.toggle("is-open", isOpen);
  if (isOpen) {
    meaning.scrollIntoView({ block: "nearest" });
  } else {
    term.focus({ preventScroll: true });
  }
  showMore();
}

/** Puts what is new into the page; gives the first new message of the assistant, or null. */
function show(fresh) {
  const known = new Set(Array.from(log.children, (line) => line.dataset.line));
  const lines = Array.from(fresh.querySelectorAll("#log > [data-line]")).filter((line) => !known.has(line.dataset.line));
  const newest = lines.find((line) => line.classList.contains("is-new")) ?? null;
  if (newest) {
    for (const line of log.querySelectorAll(".is-new")) {
      line.classList.remove("is-new");
      line.removeAttribute("id");
    }
  }
  // The buttons of a question of staff stay in its line until it is over.
  for (const asked of log.querySelectorAll("form.asked")) {
    const line = asked.closest("[data-line]").dataset.line;
    const still = fresh.querySelector(`#log > [data-line="${CSS.escape(line)}"] form.asked`);
    if (still) {
      replaceForm(asked, still);
    } else {
      asked.remove();
    }
  }
  prepareTerms(lines);
  log.append(...lines);
  for (const id of ["answers", "helpers"]) {
    replaceForm(document.getElementById(id), fresh.querySelector(`#${id}`));
  }
  for (const field of ["secret", "key"]) {
    write.elements[field].value = fresh.querySelector(`#write [name="${field}"]`).value;
  }
  talk.dataset.last = fresh.dataset.last;
  return newest;
}

/** Puts new buttons in the place of old ones; a button that has the focus hands it to the one of the same name. */
function replaceForm(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceChildren(...fresh.childNodes);
  if (focused !== null) {
    Array.from(old.querySelectorAll("button")).find((button) => button.textContent === focused)?.focus();
  }
}

function setSending(sending) {
  isSending = sending;
  talk.classList.toggle("is-waiting", sending);
  talk.setAttribute("aria-busy", String(sending));
}

/** Sends what the person did and shows the answer; `elsewise` is done where the answer is not one. */
async function answerTo(wish, elsewise) {
  setSending(true);
  const waiting = setTimeout(() => {
    state.textContent = talk.dataset.wait;
  }, SAY_WAIT_AFTER);
  let message = "";
  try {
    const answer = await send(wish);
    if (!answer.ok) {
      keptWish.drop();
      elsewise();
      return;
    }
    const fresh = await talkIn(answer);
    keptWish.drop();
    if (!fresh) {
      window.location.assign(answer.url);
      return;
    }
    const newest = show(fresh);
    if (text.value === new URLSearchParams(wish.body).get("text")) {
      text.value = "";
      keptText.drop();
    }
    newest?.focus({ preventScroll: true });
    lookAt(newest);
    askEvery = ASK_EVERY;
  } catch {
    // The line is away. Whether it arrived nobody knows, so it is sent once more with the same key.
    keptWish.put(wish);
    message = talk.dataset.noLine;
    setTimeout(sendKept, TRY_EVERY);
  } finally {
    clearTimeout(waiting);
    setSending(false);
    state.textContent = message;
    markKept();
  }
}

/** Sends what waits, once the line may be back. */
function sendKept() {
  const wish = keptWish.get();
  if (wish && !isSending) {
    answerTo(wish, () => window.location.reload());
  }
}

/** Shows which button waits to be sent. */
function markKept() {
  const choice = new URLSearchParams(keptWish.get()?.body).get("choice");
  for (const button of talk.querySelectorAll("button[name=choice]")) {
    button.classList.toggle("is-kept", choice !== null && button.value === choice);
  }
}

/** Sends the form as without a script. The key in it is the same, so what has arrived already counts once. */
function sendPlainly(form, button) {
  if (button?.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.append(field);
  }
  form.submit();
}

/** Brings a message to the upper edge of the window, then says whether there is more below. */
function lookAt(message) {
  message?.scrollIntoView({ block: "start" });
  showMore();
}

/** The answer that stands lowest: after the tools, which are buttons of the same form. */
function lastAnswer() {
  return Array.from(document.querySelectorAll("#answers .button")).pop();
}

/** Shows the arrow while the last answer is hidden under the lower edge. */
function showMore() {
  const last = lastAnswer();
  more.hidden = !last || last.getBoundingClientRect().bottom <= dock.getBoundingClientRect().top;
}

/** Looks for replies of staff, seldom and only while somebody looks; asks less often while the line is bad. */
async function lookForReplies() {
  if (document.visibilityState === "visible") {
    await showNew();
  }
  setTimeout(lookForReplies, askEvery);
}

/** Shows what was said elsewhere: by staff, in another tab, at another level. */
async function showNew() {
  if (!isSending && !keptWish.get()) {
    try {
      const address = `${window.location.pathname}?po=${encodeURIComponent(talk.dataset.last)}`;
      const answer = await fetch(address, { credentials: "same-origin" });
      if (answer.status === 200 && !isSending) {
        const fresh = await talkIn(answer);
        if (fresh && !isSending) {
          const newest = show(fresh);
          // Whoever is writing keeps the place where they are.
          lookAt(text.value ? null : newest);
        }
      }
      askEvery = ASK_EVERY;
    } catch {
      askEvery = Math.min(askEvery * 2, ASK_AT_MOST_EVERY);
    }
  }
}

talk.addEventListener("submit", (event) => {
  if (!event.submitter && event.target !== write) {
    // An old browser does not tell which button it was; it sends the form by itself.
    return;
  }
  event.preventDefault();
  if (isSending) {
    return;
  }
  if (event.target === write && !text.value.trim()) {
    text.focus();
    return;
  }
  if (event.target === write && text.value.length > LONGEST_TEXT) {
    state.textContent = talk.dataset.tooLong;
    text.focus();
    return;
  }
  answerTo(wishOf(event.target, event.submitter), () => sendPlainly(event.target, event.submitter));
});

log.addEventListener("click", (event) => {
  const link = event.target.closest("a.term, a.close");
  if (!link) {
    return;
  }
  event.preventDefault();
  if (link.matches(".term")) {
    setOpen(link, link.getAttribute("aria-expanded") === "false");
  } else {
    setOpen(document.getElementById(link.hash.slice(1)), false);
  }
});

log.addEventListener("keydown", (event) => {
  if (event.key === " " && event.target.matches("a.term, a.close")) {
    event.preventDefault();
    event.target.click();
  }
});

/** A picture or a file that is pasted or dropped: it cannot be read here, and must not take the page's place. */
function refuseFiles(event) {
  const brought = event.clipboardData ?? event.dataTransfer;
  if (!Array.from(brought?.types ?? []).includes("Files")) {
    return;
  }
  event.preventDefault();
  if (event.type !== "dragover") {
    state.textContent = talk.dataset.noFiles;
  }
}

for (const way of ["paste", "dragover", "drop"]) {
  document.addEventListener(way, refuseFiles);
}

more.addEventListener("click", () => {
  lastAnswer()?.scrollIntoView({ block: "end" });
});
window.addEventListener("scroll", showMore, { passive: true });
window.addEventListener("resize", showMore);
document.fonts.ready.then(showMore);
document.addEventListener("talk-changed", showNew);
window.addEventListener("online", sendKept);
text.addEventListener("input", () => {
  if (text.value) {
    keptText.put(text.value);
  } else {
    keptText.drop();
  }
  if (!keptWish.get()) {
    state.textContent = "";
  }
});

talk.classList.add("has-script");
prepareTerms(Array.from(log.children));

// A page that is loaded anew begins at its newest message, not where the old one was left.
window.history.scrollRestoration = "manual";
lookAt(document.getElementById("naujausia"));
setTimeout(lookForReplies, askEvery);

keptText.found.then(() => {
  text.value ||= keptText.get() ?? "";
});
keptWish.found.then(() => {
  // What waited when the page was loaded anew goes to the talk that it was meant for, and to no other.
  if (keptWish.get() && !log.querySelector(`[data-line="${CSS.escape(keptWish.get().after)}"]`)) {
    keptWish.drop();
  }
  sendKept();
});
