"""Whoever had to sign in first comes to the page they wanted, and never to another site."""

from datetime import timedelta

import pytest

from api.inbox.way_back import WANTED_COOKIE
from assistant.bootstrap import Assistant
from tests.api.inbox.fakes import ONA, FakeHost, a_browser, a_referral
from tests.api.inbox.signing import opens_link, sets_up_app, submits
from tests.usecases.fake_clock import FakeClock

PAGE = "/inbox/47128035"


async def lands_on(wanted: str, *, kept: str = "", mode: str = "") -> str:
    """Where the sign-in leads whoever asked for this page first."""
    host = FakeHost()
    host.holds(a_referral("47128035"))
    host.staff_desk.links["one-time"] = ONA
    async with a_browser(host) as browser:
        asked = await browser.get(wanted, headers={"sec-fetch-mode": mode} if mode else {})
        assert asked.headers["location"] == "/inbox/sign-in"
        if kept:
            browser.cookies.set(WANTED_COOKIE, kept, path="/inbox")
        answer = await browser.post("/inbox/sign-in", data={"token": "one-time"})
        again = await browser.get("/inbox")
    assert kept or WANTED_COOKIE not in browser.cookies
    assert again.status_code == 200
    return answer.headers["location"]


@pytest.mark.parametrize("page", [PAGE, "/inbox/settings/team", "/inbox/statistics", f"{PAGE}/document"])
async def test_the_sign_in_leads_to_the_page_that_was_asked_for(page: str) -> None:
    assert await lands_on(page) == page


@pytest.mark.parametrize("page", ["/inbox", "/inbox?view=late&q=vardene", "/inbox/statistics.csv", f"{PAGE}/changes"])
async def test_what_is_no_page_of_its_own_leads_to_the_list(page: str) -> None:
    assert await lands_on(page) == "/inbox"


async def test_what_a_script_asked_for_is_nothing_that_somebody_wanted_to_see() -> None:
    assert await lands_on(PAGE, mode="cors") == "/inbox"


@pytest.mark.parametrize(
    "kept",
    [
        "https://evil.example/inbox/1",
        "//evil.example/inbox/1",
        "/inbox//evil.example",
        "/inbox/../evil",
        "/inbox/..%2f..%2fevil",
        "/inbox\\evil.example",
        "/inbox/1@evil.example",
        "/inbox/1?next=//evil.example",
        "/inboxes",
        "/",
        "javascript:alert(1)",
        "/inbox/sign-in",
        "/inbox/sign-out",
        "/inbox/oidc",
        f"/inbox/{'1' * 2000}",
    ],
)
async def test_a_cookie_that_somebody_else_wrote_leads_nowhere_but_to_the_list(kept: str) -> None:
    assert await lands_on("/inbox", kept=kept) == "/inbox"


async def test_the_second_factor_stands_between_and_leads_on(assistant: Assistant, clock: FakeClock) -> None:
    async with a_browser(assistant) as browser:
        await browser.get(PAGE)
        await opens_link(browser, assistant)
        app, _ = await sets_up_app(browser, assistant)
        browser.cookies.clear()
        clock.passes(timedelta(minutes=5))
        await browser.get("/inbox/account")
        waits = await opens_link(browser, assistant)
        step = await browser.get(waits.headers["location"])
        entered = await submits(browser, step, "/inbox/second-factor/code", code=app.at(clock.now()))

    assert waits.headers["location"] == "/inbox/second-factor"
    assert entered.headers["location"] == "/inbox/account"
