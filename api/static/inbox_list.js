/* The list renews itself and searches while one types. Without it links and forms do the same. */

const EVERY = 5000;
const SLOWEST = 60000;
const TYPING = 300;

const live = document.getElementById("live");
const form = document.getElementById("find");
const results = () => document.getElementById("results");

let mark = results().dataset.mark;
let running = null;
let wait = EVERY;
let timer = 0;

/* Said again only after it was taken away: the same words twice would not be read out. */
function say(words) {
  live.textContent = "";
  window.setTimeout(() => {
    live.textContent = words;
  }, 50);
}

/* The rows that come after the focused one: one of them gets the focus when its own row leaves the list. */
function linksFrom(focused) {
  const links = [...document.querySelectorAll("table.list th a")];
  return links.slice(links.indexOf(focused)).map((link) => link.id);
}

function put(page) {
  const focused = document.activeElement;
  const isRow = focused?.matches("table.list th a");
  const next = isRow ? linksFrom(focused) : [];
  for (const part of ["views", "results"]) {
    Idiomorph.morph(document.getElementById(part), page.getElementById(part));
  }
  mark = results().dataset.mark;
  document.title = page.title;
  if (isRow && document.activeElement !== focused) {
    const there = next.map((id) => document.getElementById(id)).find((link) => link !== null);
    (there ?? document.getElementById("results-heading")).focus({ preventScroll: true });
  }
}

/* Puts the list of that address on the page; false where it did not come, or something newer is on its way. */
async function show(address, headers = {}) {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  try {
    const answer = await fetch(address, { signal: mine.signal, headers });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted || !page.getElementById("results")) return false;
    put(page);
    return true;
  } catch {
    return false;
  } finally {
    if (running === mine) running = null;
  }
}

/* One cheap question; the list itself is fetched only when it has changed. */
async function look() {
  window.clearTimeout(timer);
  if (document.hidden) return;
  try {
    const answer = await fetch(`/inbox/changes?mark=${encodeURIComponent(mark)}`);
    // Signed out: the page stays as it is, and the next press leads to the sign-in.
    if (answer.redirected) return;
    if (answer.status === 200) {
      const { words } = await answer.json();
      // Nobody did anything: such a renewal keeps no session alive.
      if (await show(window.location.href, { "x-renewal": "1" })) say(words);
    }
    wait = answer.ok ? EVERY : Math.min(2 * wait, SLOWEST);
  } catch {
    wait = Math.min(2 * wait, SLOWEST);
  }
  window.clearTimeout(timer);
  timer = window.setTimeout(look, wait);
}

/* The address of what is typed and chosen, as the form itself would send it, without what is empty. */
function asked() {
  const said = [...new FormData(form)].filter(([, value]) => value !== "");
  return said.length ? `/inbox?${new URLSearchParams(said)}` : "/inbox";
}

let typing = 0;
document.getElementById("q").addEventListener("input", () => {
  window.clearTimeout(typing);
  typing = window.setTimeout(async () => {
    const address = asked();
    if (await show(address)) {
      window.history.replaceState(null, "", address);
      say(results().dataset.words);
    }
  }, TYPING);
});

document.addEventListener("visibilitychange", look);
timer = window.setTimeout(look, EVERY);
