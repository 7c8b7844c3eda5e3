"""The coach and ready replies in a real Chromium: by keyboard, with and without scripts, on a phone and at a desk."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from assistant.usecases.access import Role
from tests.api.inbox.fakes import ONA, FakeHost, FakeSettings, a_referral, an_app
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser

NUMBER = "47128035"
HARD = "Informuojame, kad Jūsų prašymas priimtas."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def inbox() -> Iterator[tuple[FakeHost, str]]:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    host.holds(a_referral(NUMBER))
    with served(an_app(host), listener):
        yield host, address


def signed_in(context: BrowserContext, inbox: tuple[FakeHost, str]) -> Page:
    host, address = inbox
    session = host.session_of(replace(ONA, role=Role.LEAD))
    context.add_cookies([{"name": "aiskiai-inbox", "value": session, "url": f"{address}/inbox"}])
    page = context.new_page()
    page.goto(f"{address}/inbox/{NUMBER}")
    return page


def looks_right(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert accessibility_faults(page) == []


def press(page: Page, button: str) -> None:
    """Press it on the whole page: on one that is still coming in a press could be lost."""
    page.wait_for_load_state()
    page.get_by_role("button", name=button).press("Enter")


def test_a_hard_sentence_is_told_and_mended_by_keyboard_alone(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    context = browser.new_context(viewport=ViewportSize(width=320, height=740), color_scheme="dark")
    page = signed_in(context, inbox)
    reply = page.get_by_label("Jūsų atsakymas")

    reply.press_sequentially(HARD)
    first = page.get_by_role("button", name="Išbraukti „Informuojame, kad“")
    expect(first).to_be_visible()
    expect(page.locator("#reply .coach-told")).to_have_text("2 pastabos. Sunkiau nei 2 lygis.")
    expect(page.locator("mark").first).to_contain_text("Informuojame, kad")
    looks_right(page)

    # From the text over the three buttons of the form into the remarks.
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(reply).to_have_value("Jūsų prašymas priimtas.")
    second = page.get_by_role("button", name="Pakeisti į „Mes gavome Jūsų prašymą“")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(reply).to_have_value("Mes gavome Jūsų prašymą.")
    expect(reply).to_be_focused()
    expect(page.locator("#reply .coach-told")).to_have_text("Pastabų nėra. 1 lygis: labai lengva.")
    looks_right(page)

    # The browser's own way back works over what was mended.
    page.keyboard.press("Control+z")
    expect(reply).to_have_value("Jūsų prašymas priimtas.")
    context.close()


def test_a_ready_reply_comes_at_once_behind_what_was_typed(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    context = browser.new_context(viewport=ViewportSize(width=1280, height=800))
    page = signed_in(context, inbox)
    reply = page.get_by_label("Jūsų atsakymas")
    reply.fill("Sveiki.")
    reply.evaluate("area => { area.dataset.same = 'page' }")

    page.get_by_label("Paruoštas atsakymas").select_option(label="Kviečiame ateiti")
    page.get_by_role("button", name="Įdėti").press("Enter")

    expect(reply).to_have_value("Sveiki.\nLaba diena, Vardene.\nAteikite [diena].")
    expect(reply).to_have_attribute("data-same", "page")
    page.keyboard.type("rytoj")
    expect(reply).to_have_value("Sveiki.\nLaba diena, Vardene.\nAteikite rytoj.")
    expect(page.get_by_text("1 lygis: labai lengva")).to_be_visible()
    looks_right(page)
    for path in ("/inbox/ready", "/inbox/ready/come"):
        page.goto(inbox[1] + path)
        looks_right(page)
    context.close()


def test_without_scripts_the_same_buttons_do_the_same(browser: Browser, inbox: tuple[FakeHost, str]) -> None:
    context = browser.new_context(viewport=ViewportSize(width=360, height=740), java_script_enabled=False)
    page = signed_in(context, inbox)
    reply = page.get_by_label("Jūsų atsakymas")

    reply.fill(HARD)
    press(page, "Patikrinti tekstą")
    expect(reply).to_have_value(HARD)
    press(page, "Išbraukti „Informuojame, kad“")
    expect(reply).to_have_value("Jūsų prašymas priimtas.")
    page.get_by_label("Paruoštas atsakymas").select_option(label="Kviečiame ateiti")
    press(page, "Įdėti")
    expect(reply).to_have_value("Jūsų prašymas priimtas.\nLaba diena, Vardene.\nAteikite [diena].")
    press(page, "Siųsti atsakymą")
    expect(page.get_by_role("status")).to_contain_text("Programa įrašė Jūsų atsakymą.")
    context.close()
