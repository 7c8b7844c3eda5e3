"""Every page that there is, by the table of rights, in a real Chromium: axe, and nothing to scroll sideways.

320 CSS pixels are also what a screen of 1280 leaves at 400 % zoom.
"""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from assistant.library.library import Library
from tests.api.inbox.rights_table import RIGHTS, Door
from tests.api.inbox.served_town import Served
from tests.api.inbox.test_browser_journeys import browser, place
from tests.browser import accessibility_faults

__all__ = ["browser", "place"]

pytestmark = pytest.mark.browser

NO_PAGE = ("/changes", "/document", ".csv", ".ods", ".yaml", "/oidc", "/oidc/callback")
"""How the addresses end of what is asked by scripts, is a file, or leads elsewhere."""


def pages_of(doors: frozenset[Door]) -> list[str]:
    return [
        path
        for (method, path), right in RIGHTS.items()
        if method == "GET" and right.door in doors and not path.endswith(NO_PAGE)
    ]


def looks_right(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, address
    # Whatever can be unfolded is part of the page too.
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{address} scrolls sideways"
    assert accessibility_faults(page) == [], address


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_every_page_is_right_for_every_eye(
    browser: Browser, place: Served, library: Library, width: int, scheme: str
) -> None:
    topic = next(topic for topic, service in library.topics if not service)
    names = {"number": place.numbers[4], "name": "", "topic": topic}
    doors = {
        place.session: pages_of(frozenset({Door.OPEN, Door.SETTING_UP, Door.STAFF, Door.LEAD, Door.ADMIN})),
        place.half: pages_of(frozenset({Door.THRESHOLD})),
    }
    seen = 0
    for session, paths in doors.items():
        context = browser.new_context(
            viewport=ViewportSize(width=width, height=800),
            color_scheme=scheme,  # type: ignore[arg-type]  # one of its words
            reduced_motion="reduce",
        )
        context.add_cookies([{"name": "aiskiai-inbox", "value": session, "url": f"{place.address}/inbox"}])
        page = context.new_page()
        if any("{name}" in path for path in paths):
            page.goto(f"{place.address}/inbox/ready")
            link = page.locator("a[href^='/inbox/ready/']").first.get_attribute("href") or ""
            names["name"] = link.rpartition("/")[2]
        for path in paths:
            looks_right(page, place.address + path.format(**names))
            seen += 1
        context.close()
    assert seen >= 20
