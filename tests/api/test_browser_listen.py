"""Listening in a real Chromium: only when somebody presses, sentence by sentence, with pause, again and slower."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.app import create_app
from assistant.adapters.speech.encoding import encoded
from tests.api.fake_host import FakeHost, FakeSettings, FakeSpeak
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser

QUIET_SECOND = bytes(22_050 * 2)
DEVICE_VOICE = Path(__file__).with_name("device_voice.js").read_text(encoding="utf-8")
SPOKEN = ".is-spoken[aria-current=true]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def speak() -> FakeSpeak:
    known = {"Sveiki!": "5" * 32, "Sužinoti apie pagalbą": "7" * 32}
    return FakeSpeak(shared=known, sound=encoded(QUIET_SECOND, 22_050, "mp3"))


@pytest.fixture
def address(speak: FakeSpeak) -> Iterator[str]:
    listener, address = free_listener()
    with served(create_app(FakeHost(FakeSettings(address), speak=speak)), listener):
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def begins(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Pradėti").click()
    page.wait_for_load_state("load")


def button(page: Page, name: str) -> None:
    page.locator(".is-new").get_by_role("button", name=name, exact=True).click()


def test_a_message_is_read_sentence_by_sentence_and_only_when_somebody_asks(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "garsas" in request.url else None)
    begins(page, address)
    expect(page.locator(".is-new").get_by_role("button", name="Klausyti")).to_be_visible()
    assert asked == []

    button(page, "Klausyti")
    expect(page.locator(SPOKEN)).to_have_text("Sveiki!")
    expect(page.locator(SPOKEN)).to_have_text("Aš esu programa. Aš nesu žmogus.")
    assert asked[0].endswith(f"/garsas/{'5' * 32}.mp3")
    # What stands half under the helpers at this moment is not what is looked at here.
    assert [fault for fault in accessibility_faults(page) if not fault.startswith("target-size")] == []

    button(page, "Sustabdyti")
    marked = page.locator(SPOKEN).text_content()
    button(page, "Lėčiau")
    expect(page.get_by_role("button", name="Lėčiau")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(SPOKEN)).to_have_text(marked or "")
    button(page, "Tęsti")
    button(page, "Iš naujo")
    expect(page.locator(SPOKEN)).to_have_text("Sveiki!")

    # Whoever answers wants to go on; the next message waits to be asked, and remembers how fast.
    page.get_by_role("button", name="Man", exact=True).click()
    expect(page.locator(".is-new")).to_contain_text("Ką norite daryti?")
    expect(page.locator(SPOKEN)).to_have_count(0)
    button(page, "Klausyti")
    expect(page.locator(SPOKEN)).to_have_text("Ką norite daryti?")
    expect(page.locator(".is-new").get_by_role("button", name="Lėčiau")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(SPOKEN)).to_have_text("Sužinoti apie pagalbą")
    # At the end the buttons are as they were.
    expect(page.locator(".is-new").get_by_role("button", name="Klausyti")).to_be_visible()
    expect(page.locator(SPOKEN)).to_have_count(0)


def test_where_there_is_no_sound_it_is_said_in_words(page: Page, address: str, speak: FakeSpeak) -> None:
    speak.sound = None
    begins(page, address)

    button(page, "Klausyti")

    expect(page.get_by_role("status")).to_have_text("Garso dabar nėra.")
    expect(page.locator(SPOKEN)).to_have_count(0)


def test_the_devices_own_voice_reads_where_there_is_one(page: Page, address: str, speak: FakeSpeak) -> None:
    speak.is_on = False
    page.add_init_script(DEVICE_VOICE)
    begins(page, address)

    button(page, "Klausyti")

    expect(page.locator(".is-new").get_by_role("button", name="Klausyti")).to_be_visible()
    said = page.evaluate("window.said")
    assert said[0] == "lt-LT: Sveiki!"
    # What can be answered is read too, for whoever only listens.
    assert said[-3:] == ["lt-LT: Kam reikia pagalbos?", "lt-LT: Man", "lt-LT: Kitam žmogui"]
    assert speak.aloud_asked == []


def test_where_nothing_can_be_heard_there_is_no_button(page: Page, address: str, speak: FakeSpeak) -> None:
    speak.is_on = False
    begins(page, address)

    expect(page.locator(".is-new")).to_contain_text("Sveiki!")
    expect(page.get_by_role("button", name="Klausyti")).to_have_count(0)
