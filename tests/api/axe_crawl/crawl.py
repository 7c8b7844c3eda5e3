"""Goes through all shapes of states and all pages, and looks at each of them."""

import re
from collections.abc import Callable, Iterable, Sequence

import httpx
from playwright.sync_api import Page, expect

from assistant.conversation.events import ChoicePressed, TextReceived
from tests.api.axe_crawl.dialogue import Dialogue
from tests.api.axe_crawl.looking import OTHERS, USUAL, Findings, Screens
from tests.api.axe_crawl.states import Reached
from tests.api.axe_crawl.talks import Talks
from tests.crawl.dialogue import Input

TOLD_EVERY = 50

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

ELEMENTS = """() => {
    const all = Array.from(document.body.querySelectorAll("*"));
    return Array.from(new Set(all.map((one) => `${one.tagName} ${one.getAttribute("class") ?? ""}`))).sort().join();
}"""
"""Which elements with which classes a page has, each once."""


def look_at_states(reached: Iterable[Reached], talks: Talks, screens: Screens, findings: Findings) -> int:
    """Look at each state as usual and in another way of showing, which take turns; gives how many there were.

    As usual the last step is done in the browser, so that what scripts make of it is looked at, too. A hard word is
    opened once in each kind of message.
    """
    number = 0
    opened_in: set[str] = set()
    for number, state in enumerate(reached, start=1):
        if number % TOLD_EVERY == 0:
            print(f"{number} states, now {len(state.way)} steps from the start", flush=True)  # noqa: T201 - a command's output
        page = come_into(state, talks, screens)
        findings.look(page, f"{USUAL.name}: {state.told}")
        looks_like = page.locator("#naujausia").get_attribute("class") or ""
        if looks_like not in opened_in and page.locator(".is-new a.term").count():
            opened_in.add(looks_like)
            page.locator(".is-new a.term").first.click()
            findings.look(page, f"{USUAL.name}: {state.told} › a hard word")
        looks = OTHERS[number % len(OTHERS)]
        findings.look(screens.goes_into(talks.opened_at(state), looks), f"{looks.name}: {state.told}")
    return number


def come_into(state: Reached, talks: Talks, screens: Screens) -> Page:
    """The page of a talk in which the last step was just done."""
    last = state.way[-1] if state.way else None
    if last is None or not isinstance(last.event, ChoicePressed | TextReceived):
        return screens.goes_into(talks.opened_at(state), USUAL)
    page = screens.goes_into(talks.opened_at(state, before_last=True), USUAL)
    _do(page, last)
    return page


def _do(page: Page, step: Input) -> None:
    """Press or write in the page, and wait for the answer."""
    before = page.locator("#talk").get_attribute("data-last") or ""
    if isinstance(step.event, TextReceived):
        page.locator("#text").fill(step.event.text)
        page.locator("#write button[type=submit]").click()
    else:
        page.locator("#answers, #helpers, form.asked").get_by_role("button", name=step.name, exact=True).last.click()
    expect(page.locator("#talk")).not_to_have_attribute("data-last", before)


def pages_of(address: str) -> tuple[str, ...]:
    """The public pages: those of the list for search engines, and those that it leaves out."""
    listed = re.findall(r"<loc>([^<]*)</loc>", httpx.get(f"{address}/sitemap.xml").raise_for_status().text)
    return (*(re.sub(r"^https?://[^/]*", "", location) or "/" for location in listed), *MORE_PAGES)


def look_at_pages(address: str, paths: Sequence[str], screens: Screens, findings: Findings) -> None:
    """Each page as usual; one with other elements than all before also as printed and in another way of showing."""
    shapes: set[str] = set()
    for path in paths:
        page = screens.page(USUAL)
        page.goto(address + path)
        findings.look(page, f"{USUAL.name}: {path}")
        shape = page.evaluate(ELEMENTS)
        if shape in shapes:
            continue
        shapes.add(shape)
        page.emulate_media(media="print")
        findings.look(page, f"print: {path}")
        page.emulate_media(media="screen")
        looks = OTHERS[len(shapes) % len(OTHERS)]
        page = screens.page(looks)
        page.goto(address + path)
        findings.look(page, f"{looks.name}: {path}")


def look_beside_the_talk(dialogue: Dialogue, screens: Screens, findings: Findings) -> int:
    """What buttons open that no server is asked about; gives how many such places there were."""
    opened = dialogue.talk()
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
