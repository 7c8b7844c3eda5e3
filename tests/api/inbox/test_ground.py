"""Staff see on what legal ground they hold a request, and which privacy notice the person could read then."""

from dataclasses import replace

from assistant.referrals.thread import Author, Details, Entry, EntryKind
from assistant.usecases.grounds import BASIS
from tests.api.inbox.fakes import ONA, SENT_AT, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import words_in

NUMBER = "47128035"


async def seen(details: Details) -> str:
    """The words of the page of a request that was sent so."""
    host = FakeHost()
    host.holds(replace(a_referral(NUMBER), thread=(Entry(EntryKind.SENT, Author.PERSON, SENT_AT, details=details),)))
    async with a_browser(host, host.session_of(ONA)) as browser:
        return words_in(await browser.get(f"/inbox/{NUMBER}"))


async def test_the_ground_and_the_version_of_the_notice_stand_beside_when_it_was_sent() -> None:
    words = await seen(Details(basis=BASIS, notice="7f3a90c211bd"))

    assert "Teisinis pagrindas Savivaldybės pareiga padėti žmonėms. Duomenų apsaugos reglamentas: 6 straipsnio" in words
    assert "Privatumo pranešimo versija: 7f3a90c211bd." in words


async def test_a_ground_that_a_later_program_has_other_words_for_is_shown_as_it_is_kept() -> None:
    assert "Teisinis pagrindas another-ground" in await seen(Details(basis="another-ground"))


async def test_a_request_from_before_grounds_were_kept_says_nothing_of_it() -> None:
    assert "Teisinis pagrindas" not in await seen(Details())
