"""The statistics page in a real Chromium: phone and desk, light, dark and high contrast."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.usecases.statistics import Waiting, last_months
from tests.api.inbox.counts import a_year
from tests.api.inbox.fakes import LEAD, FakeHost, FakeSettings, an_app
from tests.browser import accessibility_faults, chromium, free_listener, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def said_in_console(page: Page) -> list[str]:
    """What the browser complains of, from now on."""
    lines: list[str] = []
    page.on("console", lambda line: lines.append(line.text))
    return lines


def test_a_lead_reads_statistics_on_every_screen_and_takes_a_file(browser: Browser) -> None:
    listener, address = free_listener()
    host = FakeHost(settings=FakeSettings(address))
    host.statistics.tables[LEAD.municipality] = a_year(last_months(host.statistics.today, 12))
    host.statistics.waiting = Waiting(4, 2, 7)
    cookie = {"name": "aiskiai-inbox", "value": host.session_of(LEAD), "url": f"{address}/inbox"}
    with served(an_app(host), listener):
        for width, theme, contrast in (
            (320, "dark", "no-preference"),
            (1280, "light", "no-preference"),
            (1280, "dark", "more"),
        ):
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                color_scheme="dark" if theme == "dark" else "light",
                contrast="more" if contrast == "more" else "no-preference",
            )
            context.add_cookies([{"name": cookie["name"], "value": cookie["value"], "url": cookie["url"]}])
            page = context.new_page()
            broken = said_in_console(page)

            page.goto(f"{address}/inbox/statistics")
            page.locator("summary").press("Enter")

            # The chart takes the page's own letters and colours, and the rules of the page forbid nothing of it.
            assert broken == []
            assert accessibility_faults(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            looks = "part => [getComputedStyle(part).fill, getComputedStyle(document.body).color]"
            fill, ink = page.locator(".chart text").first.evaluate(looks)
            assert fill == ink
            chart = page.get_by_role("img", name="Diagrama: Kokios pagalbos žmonės prašo")
            expect(chart).to_contain_text("61")
            smallest = "part => part.getBoundingClientRect().height"
            assert page.locator(".chart .axis text").first.evaluate(smallest) > 11
            with page.expect_download() as download:
                page.get_by_role("link", name="Skaičiuoklės failas").click()
            assert download.value.suggested_filename == "statistika-kretingos-rajono-2025-12-2026-11.ods"
            context.close()
