/* While somebody looks at a request, a quiet line tells that a colleague changed it. What is typed stays. */

const EVERY = 5000;
const SLOWEST = 60000;

const line = document.getElementById("changed-since");
const main = document.getElementById("content");
let version = Number(line.dataset.version);
let wait = EVERY;
let timer = 0;

async function look() {
  window.clearTimeout(timer);
  if (document.hidden) return;
  try {
    const answer = await fetch(`${line.dataset.changes}?version=${version}`);
    if (answer.redirected || answer.status === 404) return;
    if (answer.status === 200) line.hidden = false;
    wait = answer.ok ? EVERY : Math.min(2 * wait, SLOWEST);
  } catch {
    wait = Math.min(2 * wait, SLOWEST);
  }
  window.clearTimeout(timer);
  timer = window.setTimeout(look, wait);
}

/* What a field is called on this page: its form and its name. */
const nameOf = (field) => `${field.form?.getAttribute("action")} ${field.name} ${field.value && field.type === "checkbox" ? field.value : ""}`;
const FIELDS = "textarea, select, input:not([type=hidden])";

function typed() {
  return new Map([...main.querySelectorAll(FIELDS)].map((field) => [nameOf(field), [field.value, field.checked]]));
}

function putBack(before) {
  for (const field of main.querySelectorAll(FIELDS)) {
    const known = before.get(nameOf(field));
    if (known) [field.value, field.checked] = known;
  }
}

line.querySelector("a").addEventListener("click", async (event) => {
  event.preventDefault();
  const answer = await fetch(line.dataset.page).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page && page.getElementById("changed-since");
  // It did not come: the line stays, and can be pressed again.
  if (!fresh) return;
  const before = typed();
  // What is unfolded stays so.
  const isKept = (name, node) => !(name === "open" && node.matches("details"));
  Idiomorph.morph(main, page.getElementById("content"), { callbacks: { beforeAttributeUpdated: isKept } });
  putBack(before);
  version = Number(fresh.dataset.version);
  main.focus();
});

document.addEventListener("visibilitychange", look);
timer = window.setTimeout(look, EVERY);
