"""The public pages in a real Chromium: no fault by the strictest rules, in light and dark, on the smallest phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from api.app import create_app
from tests.api.fake_host import FakeHost, FakeSettings
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser

LIGHT = (
    "/temos",
    "/temos/bendros-temos/man-labai-blogai",
    "/prieinamumas",
    "/paveikslai",
    "/valdiklis?savivaldybe=kretingos-rajono",
)
DARK = ("/temos/atvejo-vadyba/kaip-tai-padeda", "/privatumas?savivaldybe=neringos")
"""Each kind of part stands on one of these pages; looking takes more than a second for each."""

SMALL_TARGETS = """() => Array.from(document.querySelectorAll("a, button, select"))
    .filter((part) => !part.matches(".term"))
    .map((part) => [part.textContent.trim(), part.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 0 && (box.width < 44 || box.height < 44))
    .map(([name, box]) => `${name}: ${box.width} × ${box.height}`)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    listener, address = free_listener()
    with served(create_app(FakeHost(FakeSettings(address))), listener):
        yield address


def test_no_page_has_a_fault_on_the_smallest_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for path in (*LIGHT, *DARK):
        page.emulate_media(color_scheme="dark" if path in DARK else "light")
        page.goto(address + path)
        assert accessibility_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
        assert page.evaluate(SMALL_TARGETS) == [], path
    page.close()


def test_on_paper_there_is_the_text_and_its_address_and_no_button(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/temos/atvejo-vadyba/kaip-tai-padeda")
    page.emulate_media(media="print")
    assert page.get_by_text("Jis kalba su kitomis įstaigomis.").is_visible()
    assert page.get_by_text("Pagalbos planas sako, kas ir kaip padeda.").is_visible()
    assert page.get_by_text("/temos/atvejo-vadyba/kaip-tai-padeda").is_visible()
    assert not page.get_by_role("button", name="Paklausti").is_visible()
    assert not page.get_by_role("link", name="Temos").first.is_visible()
    page.close()
