"""The form of a question and the look at it in a real Chromium: narrow and wide, both themes, by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from api.chat.rendering import make_pages
from api.chat.words import page_words
from assistant.library.library import Library
from assistant.library.pictures import read_pictures
from assistant.referrals.questions import Question
from tests.api.inbox.fakes import ONA, FakeHost, FakeSettings, a_referral, an_app
from tests.browser import accessibility_faults, chromium, free_listener, served
from tests.conftest import CONTENT

pytestmark = pytest.mark.browser

NUMBER = "47128035"
NARROW = ViewportSize(width=320, height=740)
DESK = ViewportSize(width=1280, height=800)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def inbox(library: Library) -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    host.holds(a_referral(NUMBER))
    host.staff_desk.links["one-time"] = ONA
    pages = make_pages(page_words(library.messages), read_pictures(CONTENT / "pictures"))
    with served(an_app(host, pages), listener):
        yield host, address


def looks_right(page: Page) -> None:
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []


@pytest.mark.parametrize(("viewport", "scheme"), [(NARROW, "dark"), (DESK, "light")])
def test_she_writes_looks_corrects_and_asks(
    browser: Browser, inbox: tuple[FakeHost, str], viewport: ViewportSize, scheme: str
) -> None:
    # Given
    host, address = inbox
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
    page = context.new_page()
    page.goto(f"{address}/inbox/sign-in?token=one-time")
    page.get_by_role("button").last.click()
    page.goto(f"{address}/inbox/{NUMBER}")

    # When she fills in the form by keyboard
    page.get_by_text("Paklausti žmogaus").press("Enter")
    page.get_by_label("Jūsų klausimas").fill("Ar galite ateti?")
    page.get_by_label("Taip / Ne / Nežinau").press("ArrowDown")
    page.get_by_label("Ryte / Po pietų / Vakare").press("ArrowDown")
    page.get_by_label("Atsakymas 1").fill("Taip, ateisiu")
    page.get_by_label("Atsakymas 2").fill("Ne, negaliu")
    looks_right(page)
    page.locator("#ask").get_by_role("button", name="Pažiūrėti, kaip matys žmogus").click()

    # Then she sees the slip as the person would have, and mends it
    expect(page.get_by_role("heading", name="Taip matys žmogus")).to_be_visible()
    expect(page.locator(".question", has_text="Ar galite ateti?")).to_be_visible()
    expect(page.get_by_role("button", name="Ne, negaliu")).to_be_disabled()
    looks_right(page)
    page.get_by_role("button", name="Atgal taisyti").click()
    page.get_by_label("Jūsų klausimas").fill("Ar galite ateiti?")
    page.get_by_role("button", name="Siųsti klausimą").click()
    expect(page.get_by_role("status")).to_contain_text("Klausimas jau yra pokalbyje.")
    looks_right(page)
    asked = host.casework.referrals[NUMBER].question
    assert asked is not None
    assert asked.question == Question("Ar galite ateiti?", ("Taip, ateisiu", "Ne, negaliu"))
    context.close()
