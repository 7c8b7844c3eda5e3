"""The list in a real Chromium: by keyboard alone, as one types, and while colleagues change it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.api.inbox.fakes import JONAS, ONA, FakeHost, FakeSettings, a_referral, an_app
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser

AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
FIRST, SECOND = "47128035", "10293847"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def inbox() -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    late = replace(a_referral(FIRST), promised=date(2026, 11, 27))
    host.holds(late, a_referral(SECOND, name="Petras Petraitis", need="talk"), a_referral("77712342").closed("x", AT))
    with served(an_app(host), listener):
        yield host, address


def at_desk(browser: Browser, host: FakeHost, address: str, *, width: int = 1280) -> Page:
    context = browser.new_context(viewport=ViewportSize(width=width, height=800))
    context.add_cookies([{"name": "aiskiai-inbox", "value": host.session_of(ONA), "url": f"{address}/inbox"}])
    page = context.new_page()
    # The scripts' own time, so that nobody waits for it.
    page.clock.install()
    return page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def has_its_keys(page: Page) -> None:
    """The button is there when the script is."""
    expect(page.get_by_role("button", name="Klavišai")).to_be_visible()


def test_by_keyboard_alone_one_moves_opens_searches_and_switches_the_keys_off(
    browser: Browser, inbox: tuple[FakeHost, str]
) -> None:
    host, address = inbox
    page = at_desk(browser, host, address)
    page.goto(f"{address}/inbox")
    has_its_keys(page)
    assert accessibility_faults(page) == []

    # Down, no further than the last, up, and into a request and back
    page.keyboard.press("j")
    assert focused(page) == f"open-{FIRST}"
    for key in ("ArrowDown", "j"):
        page.keyboard.press(key)
        assert focused(page) == f"open-{SECOND}"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("47 12 80 35")
    has_its_keys(page)
    page.keyboard.press("u")
    expect(page.locator("#results-heading")).to_contain_text("Visi atviri")

    has_its_keys(page)

    # A view, and a search in which letters are letters
    page.keyboard.press("g")
    page.keyboard.press("n")
    expect(page).to_have_url(f"{address}/inbox?view=new")
    has_its_keys(page)
    page.keyboard.press("/")
    page.keyboard.type("petrj")
    page.keyboard.press("Backspace")
    page.clock.run_for(400)
    expect(page.locator("#results-heading")).to_contain_text("Rasta 1 prašymas")
    expect(page).to_have_url(f"{address}/inbox?view=new&q=petr")
    assert focused(page) == "q"
    expect(page.get_by_role("row")).to_have_count(2)

    # The list of keys, where they are switched off for good
    page.locator("#view-open").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert accessibility_faults(page) == []
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert focused(page) == "view-open"
    page.reload()
    has_its_keys(page)
    page.keyboard.press("j")
    assert not focused(page).startswith("open-")
    page.context.close()


def test_what_others_do_appears_by_itself_and_takes_nothing_away(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    page, other = (at_desk(browser, host, address, width=width) for width in (1280, 320))
    for somebody in (page, other):
        somebody.goto(f"{address}/inbox")
    page.locator(f"#open-{SECOND}").focus()
    other.get_by_label("Paieška").fill("va")

    # A new request
    host.holds(replace(a_referral("99912344", name="Nauja Naujaitė"), promised=date(2026, 11, 26)))
    page.clock.run_for(6000)
    expect(page.get_by_role("link", name="Nauja Naujaitė")).to_be_visible()
    page.clock.run_for(100)
    expect(page.locator("#live")).to_have_text("1 naujas prašymas")
    expect(page.locator("#view-new .count")).to_have_text("3")
    assert focused(page) == f"open-{SECOND}"
    assert accessibility_faults(page) == []

    # While somebody types, what they typed stays
    other.clock.run_for(6000)
    expect(other.get_by_label("Paieška")).to_have_value("va")
    assert focused(other) == "q"
    assert other.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(other) == []

    # What leaves the list hands its focus to the next, or to the heading
    host.casework.stored(host.casework.referrals[SECOND].closed(JONAS.email, AT))
    page.clock.run_for(6000)
    expect(page.locator(f"#open-{SECOND}")).to_have_count(0)
    assert focused(page) == "results-heading"
    page.context.close()
    other.context.close()


def test_a_page_in_the_background_asks_nothing(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    host, address = inbox
    page = at_desk(browser, host, address)
    page.goto(f"{address}/inbox")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    page.clock.run_for(60_000)
    # The browser may still fetch the picture of the tab.
    assert [url for url in asked if "/inbox" in url] == []

    page.evaluate("Object.defineProperty(document, 'hidden', {value: false, configurable: true})")
    with page.expect_request("**/inbox/changes*"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.context.close()


def test_a_request_that_a_colleague_changes_says_so_and_keeps_what_is_typed(
    browser: Browser, inbox: tuple[FakeHost, str]
) -> None:
    host, address = inbox
    page = at_desk(browser, host, address)
    page.goto(f"{address}/inbox/{FIRST}")
    line = page.locator("#changed-since")
    expect(line).to_be_hidden()
    page.get_by_label("Jūsų atsakymas").fill("Laba diena.")
    page.locator("summary").last.press("Enter")

    host.casework.stored(host.casework.referrals[FIRST].taken(JONAS.email, AT))
    page.clock.run_for(6000)
    expect(line).to_have_text("Prašymas pasikeitė. Rodyti")
    assert accessibility_faults(page) == []
    expect(page.get_by_label("Jūsų atsakymas")).to_have_value("Laba diena.")

    line.get_by_role("link").press("Enter")
    expect(line).to_be_hidden()
    expect(page.locator(".thread")).to_contain_text("jonas@kretinga.example paėmė prašymą")
    expect(page.get_by_label("Jūsų atsakymas")).to_have_value("Laba diena.")
    expect(page.locator("details[open]")).to_have_count(1)

    # Having seen it, one can answer
    page.get_by_role("button", name="Siųsti atsakymą").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų atsakymą.")
    assert host.casework.referrals[FIRST].thread[-1].text == "Laba diena."
    page.context.close()
