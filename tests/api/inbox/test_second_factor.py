"""The way in, page by page: link, second factor, or setting one up; nothing else is open meanwhile."""

from datetime import timedelta

import pytest

from api.inbox.looks import OFFER_COOKIE
from assistant.bootstrap import Assistant
from assistant.usecases.access import Role
from tests.api.inbox.fakes import FakeHost, a_browser
from tests.api.inbox.pages import forms_in, words_in
from tests.api.inbox.signing import EMAIL, opens_link, session_in, sets_up_app, submits
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock

SAME = "Jei tokia paskyra yra, laišką gausite."


@pytest.mark.parametrize("email", ["ona@kretinga.example", "nobody@kretinga.example"])
async def test_whoever_asks_for_a_link_gets_the_same_answer(assistant: Assistant, email: str) -> None:
    await assistant.staff_desk.add(EMAIL, "kretingos-rajono", Role.STAFF)

    async with a_browser(assistant) as browser:
        page = await browser.get("/inbox/sign-in")
        answer = await submits(browser, page, "/inbox/sign-in/link", email=email)

    assert answer.status_code == 200
    assert SAME in words_in(answer).replace(email, "")
    assert len(answer.cookies) == 0


@pytest.mark.parametrize("email", ["", "ona", "   "])
async def test_what_is_no_address_is_told_beside_the_field(email: str) -> None:
    host = FakeHost()

    async with a_browser(host) as browser:
        answer = await browser.post("/inbox/sign-in/link", data={"email": email})

    assert answer.status_code == 422
    assert "Tai ne visas pašto adresas." in words_in(answer)
    assert host.staff_desk.asked == []


async def test_what_was_typed_as_an_address_is_written_into_the_page_as_text() -> None:
    async with a_browser(FakeHost()) as browser:
        sent = await browser.post("/inbox/sign-in/link", data={"email": "<script>@a.example"})
        wrong = await browser.post("/inbox/sign-in/link", data={"email": '"><script>'})

    assert "<script>" not in sent.text + wrong.text


async def test_one_click_lets_in_where_a_second_factor_is_only_offered(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        answer = await opens_link(browser, assistant)
        inbox = await browser.get(answer.headers["location"])
        assert "Saugesnė paskyra" in inbox.text
        await submits(browser, inbox, "/inbox/account/later")
        later = await browser.get("/inbox")

    assert answer.headers["location"] == "/inbox"
    assert inbox.status_code == later.status_code == 200
    assert "Saugesnė paskyra" not in later.text
    assert OFFER_COOKIE not in browser.cookies


async def test_where_it_is_required_the_first_sign_in_leads_to_setting_one_up(opens: Opens) -> None:
    assistant = await opens(second_factor="required")

    async with a_browser(assistant) as browser:
        answer = await opens_link(browser, assistant)
        half = session_in(browser)
        choose = await browser.get(answer.headers["location"], follow_redirects=True)
        closed = await browser.get("/inbox")
        back = await browser.get("/inbox/sign-in")
        _, shown = await sets_up_app(browser, assistant)
        whole = session_in(browser)
        inbox = await browser.get("/inbox")

    assert choose.url.path == "/inbox/new-factor"
    assert "Savivaldybė iš visų prašo dviejų žingsnių." in words_in(choose)
    assert closed.headers["location"] == "/inbox/sign-in"
    assert back.headers["location"] == "/inbox/second-factor"
    assert shown.text.count("<li><code>") == 10
    assert shown.headers["cache-control"] == "no-store"
    assert inbox.status_code == 200
    assert half != whole


async def test_the_code_of_the_app_opens_the_inbox(assistant: Assistant, clock: FakeClock) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        app, _ = await sets_up_app(browser, assistant)
        clock.passes(timedelta(minutes=1))
        browser.cookies.clear()

        answer = await opens_link(browser, assistant)
        asked = await browser.get(answer.headers["location"])
        half = session_in(browser)
        wrong = await submits(browser, asked, "/inbox/second-factor/code", code="12")
        right = await submits(browser, asked, "/inbox/second-factor/code", code=app.at(clock.now()))
        inbox = await browser.get("/inbox")

    assert EMAIL in asked.text
    assert wrong.status_code == 403
    assert "Šis kodas netinka." in words_in(wrong)
    assert right.headers["location"] == "/inbox"
    assert session_in(browser) != half
    assert inbox.status_code == 200
    assert "Saugesnė paskyra" not in inbox.text


async def test_too_many_wrong_codes_are_told(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        await sets_up_app(browser, assistant)
        browser.cookies.clear()
        answer = await opens_link(browser, assistant)
        asked = await browser.get(answer.headers["location"])
        for _ in range(6):
            last = await submits(browser, asked, "/inbox/second-factor/code", code="000000")

    assert last.status_code == 403
    assert "Per daug neteisingų kodų." in words_in(last)


async def test_whoever_goes_away_at_the_second_factor_is_forgotten(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        await sets_up_app(browser, assistant)
        browser.cookies.clear()
        answer = await opens_link(browser, assistant)
        half = session_in(browser)
        asked = await browser.get(answer.headers["location"])
        left = await submits(browser, asked, "/inbox/second-factor/leave")

    assert left.headers["location"] == "/inbox/sign-in"
    assert await assistant.staff_desk.threshold(half) is None


async def test_a_wrong_code_while_setting_up_keeps_the_same_picture(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        page = await browser.get("/inbox/new-factor/app")
        again = await submits(browser, page, "/inbox/new-factor/app", code="000000", name="Mano telefonas")

    assert again.status_code == 422
    kept = forms_in(again)["/inbox/new-factor/app"]
    assert kept["sealed"] == forms_in(page)["/inbox/new-factor/app"]["sealed"]
    assert kept["name"] == "Mano telefonas"
    assert "<svg" in again.text


async def test_the_pages_know_passkeys_where_browsers_allow_them(opens: Opens) -> None:
    named, numbered = await opens(), await opens(public_url="http://127.0.0.1:8000")

    async with a_browser(named) as browser:
        with_them = await browser.get("/inbox/sign-in")
    async with a_browser(numbered) as browser:
        without = await browser.get("/inbox/sign-in")

    assert "passkey.js" in with_them.text
    assert "passkey" not in without.text


async def test_a_made_up_passkey_lets_nobody_in(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        options = await browser.post("/inbox/sign-in/passkey/options")
        answer = await browser.post("/inbox/sign-in/passkey", data={"answer": "{}"})

    assert options.json()["rpId"] == "aiskiai.example"
    assert answer.status_code == 403
    assert "Šiam prieigos raktui paskyros čia nėra." in words_in(answer)
    assert session_in(browser) == ""
