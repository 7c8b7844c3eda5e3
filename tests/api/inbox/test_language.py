"""In which language the pages come: as chosen, else as the browser asks, else Lithuanian."""

import pytest

from api.inbox.looks import LANGUAGE_COOKIE
from tests.api.inbox.fakes import ONA, FakeHost, a_browser, a_letter, a_referral
from tests.api.inbox.pages import words_in

NUMBER = "47128035"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "lt"),
        ("lt", "lt"),
        ("en", "en"),
        ("en-US,en;q=0.9", "en"),
        ("EN-gb", "en"),
        ("de,fr;q=0.9", "lt"),
        ("de,en;q=0.5,lt;q=0.7", "lt"),
        ("lt;q=0.5,en;q=0.9", "en"),
        ("en;q=0,lt;q=0.1", "lt"),
        ("en;q=high", "lt"),
        ("*", "lt"),
        (";q=;,,-", "lt"),
    ],
)
async def test_the_browser_says_what_its_owner_reads(accepted: str, language: str) -> None:
    async with a_browser(FakeHost()) as browser:
        browser.headers["accept-language"] = accepted
        answer = await browser.get("/inbox/sign-in")

    assert f'<html lang="{language}"' in answer.text
    assert {"lt": "Prisijungimas", "en": "Signing in"}[language] in answer.text


async def test_what_was_chosen_wins_over_what_the_browser_says() -> None:
    async with a_browser(FakeHost()) as browser:
        browser.headers["accept-language"] = "lt"
        chosen = await browser.post("/inbox/language", data={"language": "en"})
        answer = await browser.get("/inbox/sign-in")

    assert chosen.headers["location"] == "/inbox/sign-in"
    assert '<html lang="en"' in answer.text


@pytest.mark.parametrize("made_up", ["", "xx", "../lt", "en\u0161"])
async def test_a_language_that_we_do_not_have_is_passed_over(made_up: str) -> None:
    async with a_browser(FakeHost()) as browser:
        await browser.post("/inbox/language", data={"language": made_up})
        assert len(browser.cookies) == 0
        browser.headers["cookie"] = f"{LANGUAGE_COOKIE}=xx"
        answer = await browser.get("/inbox/sign-in")

    assert '<html lang="lt"' in answer.text


async def test_days_labels_and_counts_come_in_the_same_language() -> None:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    host.casework.letters[NUMBER] = (a_letter(NUMBER),)

    async with a_browser(host, host.session_of(ONA)) as browser:
        browser.headers["accept-language"] = "en"
        listed = await browser.get("/inbox")
        opened = await browser.get(f"/inbox/{NUMBER}")
        browser.headers["accept-language"] = "lt"
        lithuanian = await browser.get("/inbox")

    assert "All open 1 " in words_in(listed)
    assert "All open 1 request " in words_in(listed)
    assert "1 December 00:05" in words_in(listed)
    assert "1 December 2026 00:06" in words_in(opened)
    assert "Visi atviri 1 " in words_in(lithuanian)
    assert "Visi atviri 1 prašymas " in words_in(lithuanian)


async def test_also_what_goes_wrong_is_told_in_the_readers_language() -> None:
    host = FakeHost()

    async with a_browser(host, host.session_of(ONA)) as browser:
        browser.headers["accept-language"] = "en"
        answer = await browser.get("/inbox/999")

    assert answer.status_code == 404
    assert '<html lang="en"' in answer.text
