"""On a slow line the page comes before its scripts: the newest message is in sight without them and stays there."""

import pytest
from playwright.sync_api import Route, expect

from tests.api.person import Comes

pytestmark = pytest.mark.browser

LOW = {"width": 360, "height": 600}
# Far away as long as the page has not come.
TOP_OF_NEWEST = "() => document.getElementById('naujausia')?.getBoundingClientRect().top ?? 1e6"
EDGE = 30
"""Pixels: what is nearer to the upper edge of the window was brought there."""


def test_the_newest_message_is_brought_into_sight_before_any_script_has_come(comes: Comes) -> None:
    person = comes(viewport=LOW)
    late: list[Route] = []
    is_slow = True

    def line(route: Route) -> None:
        if is_slow:
            late.append(route)
        else:
            route.continue_()

    person.opens()
    person.page.route("**/static/*.js*", line)

    person.page.get_by_role("button", name="Pradėti").click()

    person.page.wait_for_function(f"() => ({TOP_OF_NEWEST})() < {EDGE}")
    place = person.page.evaluate(TOP_OF_NEWEST)
    assert person.page.locator("#talk.has-script").count() == 0

    # When the scripts come, they take over where the person is.
    is_slow = False
    for route in late:
        route.continue_()
    expect(person.page.locator("#talk.has-script")).to_have_count(1)
    assert person.page.evaluate(TOP_OF_NEWEST) == place
    person.page.evaluate("window.isSamePage = true")
    person.presses("Man")
    person.reads("Ką norite daryti?")
    assert person.page.evaluate("window.isSamePage")
