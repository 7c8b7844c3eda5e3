"""One's own account: what stands there, and what can be done."""

import re
from datetime import timedelta

from assistant.bootstrap import Assistant
from tests.api.inbox.fakes import a_browser
from tests.api.inbox.pages import forms_in, words_in
from tests.api.inbox.signing import EMAIL, opens_link, sets_up_app, submits
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
    "Mobile/15E148 Safari/604.1"
)
REMOVE = re.compile(r"/inbox/account/factors/[^/\"]+/remove")
END = re.compile(r"/inbox/account/sessions/[^/\"]+/end\"")


async def test_it_says_who_one_is_and_where_one_is_signed_in(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser, a_browser(assistant) as phone:
        browser.headers["user-agent"], phone.headers["user-agent"] = FIREFOX, SAFARI
        await opens_link(browser, assistant)
        await opens_link(phone, assistant)
        page = await browser.get("/inbox/account")

    told = words_in(page)
    for words in (EMAIL, "Darbuotojas", "Kretingos rajono savivaldybė", "Firefox, Windows", "Mobile Safari, iOS"):
        assert words in told
    assert "140" not in told
    assert told.count("Ši naršyklė") == 1


async def test_a_browser_that_says_nothing_is_listed_too(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        browser.headers["user-agent"] = ""
        await opens_link(browser, assistant)
        page = await browser.get("/inbox/account")

    assert "Nežinoma naršyklė" in words_in(page)


async def test_one_signs_out_elsewhere(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser, a_browser(assistant) as phone, a_browser(assistant) as third:
        for one in (browser, phone, third):
            await opens_link(one, assistant)
        page = await browser.get("/inbox/account")
        address = END.findall(page.text)[0].removesuffix('"')
        done = await submits(browser, page, address)
        assert done.headers["location"] == "/inbox/account?done=ended"
        assert sorted([(await one.get("/inbox")).status_code for one in (phone, third)]) == [200, 303]

        await submits(browser, page, "/inbox/account/sessions/end-others")

        assert [(await one.get("/inbox")).status_code for one in (browser, phone, third)] == [200, 303, 303]


async def test_a_factor_is_listed_by_its_name_and_taken_away(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        before = await browser.get("/inbox/account")
        await sets_up_app(browser, assistant)
        page = await browser.get("/inbox/account")
        [address] = REMOVE.findall(page.text)
        done = await submits(browser, page, address)
        after = await browser.get(done.headers["location"])

    assert "Antrojo žingsnio dar nėra." in words_in(before)
    assert "Kodas iš programos telefone: Telefonas" in words_in(page)
    assert "Liko 10 kodų." in words_in(page)
    assert "Antrąjį žingsnį pašalinote." in words_in(after)
    assert "Antrojo žingsnio dar nėra." in words_in(after)


async def test_the_last_one_stays_where_it_is_required(opens: Opens) -> None:
    assistant = await opens(second_factor="required")

    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        await sets_up_app(browser, assistant)
        page = await browser.get("/inbox/account")
        [address] = REMOVE.findall(page.text)
        answer = await submits(browser, page, address)

    assert answer.status_code == 409
    assert "Tai vienintelis Jūsų antrasis žingsnis." in words_in(answer)
    assert REMOVE.findall(answer.text) == [address]


async def test_recovery_codes_are_made_anew_and_shown_once(assistant: Assistant, clock: FakeClock) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        _, first = await sets_up_app(browser, assistant)
        clock.passes(timedelta(minutes=1))
        page = await browser.get("/inbox/account")
        second = await submits(browser, page, "/inbox/account/codes")
        again = await browser.get("/inbox/account")

    codes = [set(re.findall(r"<code>([^<]+)</code>", answer.text)) for answer in (first, second)]
    assert [len(found) for found in codes] == [10, 10]
    assert not codes[0] & codes[1]
    assert not any(code in again.text for code in codes[1])


async def test_language_and_keys_are_chosen_for_this_browser(assistant: Assistant) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        page = await browser.get("/inbox/account")
        assert 'data-keys="on"' in page.text
        token = forms_in(page)["/inbox/account/looks"]["form_token"]
        await browser.post("/inbox/account/looks", data={"form_token": token, "language": "en"})
        english = await browser.get("/inbox/account")
        await browser.post("/inbox/account/looks", data={"form_token": token, "language": "xx", "keys": "on"})
        kept = await browser.get("/inbox/account")

    assert '<html lang="en" data-keys="off">' in english.text
    assert "Your account" in english.text
    assert '<html lang="en" data-keys="on">' in kept.text


async def test_what_opens_the_account_is_changed_only_soon_after_signing_in(
    assistant: Assistant, clock: FakeClock
) -> None:
    async with a_browser(assistant) as browser:
        await opens_link(browser, assistant)
        await sets_up_app(browser, assistant)
        page = await browser.get("/inbox/account")
        token = forms_in(page)["/inbox/account/looks"]["form_token"]
        remove = REMOVE.findall(page.text)[0]
        clock.passes(timedelta(minutes=15))

        tried = [
            await browser.post(address, data={"form_token": token})
            for address in (
                remove,
                "/inbox/account/codes",
                "/inbox/account/sessions/end-others",
                "/inbox/new-factor/app",
            )
        ]
        looked = await browser.get("/inbox/new-factor")
        after = await browser.get("/inbox/account")

    assert [answer.status_code for answer in (*tried, looked)] == [403] * 5
    assert all("Prisijunkite dar kartą" in words_in(answer) for answer in (*tried, looked))
    assert REMOVE.findall(after.text) == [remove]
