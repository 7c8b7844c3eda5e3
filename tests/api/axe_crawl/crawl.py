"""Goes through all states and all pages, and looks at each of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from queue import Queue
from threading import Thread

import httpx
from playwright.sync_api import Page, expect

from tests.api.axe_crawl.dialogue import Dialogue, State, Step
from tests.api.axe_crawl.looking import OTHERS, USUAL, Findings, Looks, Screens

ALSO_EVERY = 2
"""Every so many states are looked at in another way of showing too; these take turns."""

TOLD_EVERY = 100

MORE_PAGES = (
    "/nustatymai",
    "/temos/nera",
    "/nera",
    "/temos/bendros-temos/nera",
    "/valdiklis?savivaldybe=kretingos-rajono",
    "/valdiklis?savivaldybe=neringos",
    "/valdiklis",
    "/valdiklio-pavyzdys",
    "/privatumas?savivaldybe=neringos",
    "/prieinamumas?savivaldybe=kretingos-rajono",
    "/testi/nera",
)
"""Pages that search engines do not keep."""


def look_at_states(
    dialogue: Dialogue, presses: Dialogue, screens: Screens, findings: Findings, at_most: int | None
) -> int:
    """Come into each state by pressing the last button in the browser, and look at it; gives how many there were.

    `dialogue` looks for states in a thread of its own, `presses` begins the talks that the browser goes on with.
    """
    number = 0
    for number, state in enumerate(_ahead(dialogue, at_most), start=1):
        if number % TOLD_EVERY == 0:
            print(f"{number} states, now {len(state.way)} steps from the start", flush=True)  # noqa: T201 - a command's output
        page = _come_into(state, presses, screens, USUAL)
        findings.look(page, f"{USUAL.name}: {state.told}")
        if state.mark[0][-1][1] and page.locator(".is-new a.term").count():
            page.locator(".is-new a.term").first.click()
            findings.look(page, f"{USUAL.name}: {state.told} › a hard word")
        if number % ALSO_EVERY == 0:
            looks = OTHERS[number // ALSO_EVERY % len(OTHERS)]
            findings.look(_come_into(state, presses, screens, looks), f"{looks.name}: {state.told}")
    return number


def _come_into(state: State, presses: Dialogue, screens: Screens, looks: Looks) -> Page:
    opened, _ = presses.walk(state.way[:-1])
    page = screens.goes_into(opened, looks)
    if state.way:
        press(page, state.way[-1])
    return page


def press(page: Page, step: Step) -> None:
    """Do in the page what the step says, and wait for the answer."""
    before = page.locator("#talk").get_attribute("data-last") or ""
    if step.event["type"] == "text":
        page.locator("#text").fill(step.event["text"])
        page.locator("#write button[type=submit]").click()
    else:
        page.locator("#answers, #helpers, form.asked").get_by_role("button", name=step.told, exact=True).last.click()
    expect(page.locator("#talk")).not_to_have_attribute("data-last", before)


def _ahead(dialogue: Dialogue, at_most: int | None) -> Iterator[State]:
    """The states, looked for in a thread of their own while others are looked at."""
    found: Queue[State | BaseException | None] = Queue(maxsize=200)

    def look() -> None:
        try:
            for state in dialogue.states(at_most):
                found.put(state)
            found.put(None)
        except BaseException as error:  # noqa: BLE001 - it goes on where the states are read
            found.put(error)

    Thread(target=look, daemon=True).start()
    while (state := found.get()) is not None:
        if isinstance(state, BaseException):
            raise state
        yield state


def pages_of(address: str) -> tuple[str, ...]:
    """The public pages: those of the list for search engines, and those that it leaves out."""
    listed = re.findall(r"<loc>([^<]*)</loc>", httpx.get(f"{address}/sitemap.xml").raise_for_status().text)
    return (*(re.sub(r"^https?://[^/]*", "", location) or "/" for location in listed), *MORE_PAGES)


def look_at_pages(address: str, paths: Sequence[str], screens: Screens, findings: Findings) -> None:
    """Each page as usual, and in another way of showing, which take turns; every fifth as it is printed."""
    for number, path in enumerate(paths):
        for looks in (USUAL, OTHERS[number % len(OTHERS)]):
            page = screens.page(looks)
            page.goto(address + path)
            findings.look(page, f"{looks.name}: {path}")
        if number % 5 == 0:
            page = screens.page(USUAL)
            page.emulate_media(media="print")
            findings.look(page, f"print: {path}")
            page.emulate_media(media="screen")


def look_beside_the_talk(dialogue: Dialogue, screens: Screens, findings: Findings) -> int:
    """What buttons open that no server is asked about; gives how many such places there were."""
    opened, _ = dialogue.walk(())
    moments: tuple[tuple[str, Callable[[Page], object]], ...] = (
        ("settings open", lambda page: page.locator("a.to-settings").first.click()),
        ("listening", lambda page: page.get_by_role("button", name="Klausyti", exact=True).last.click()),
        ("link to another device", lambda page: page.get_by_role("link", name="Tęsti kitame telefone").click()),
        ("own data", lambda page: page.get_by_role("link", name="Jūsų duomenys").click()),
    )
    scripted = [looks for looks in (USUAL, *OTHERS) if looks.has_scripts]
    for name, opens in moments:
        for looks in scripted:
            page = screens.goes_into(opened, looks)
            opens(page)
            page.wait_for_load_state("load")
            findings.look(page, f"{looks.name}: {name}")
    return len(moments)
