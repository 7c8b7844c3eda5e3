"""Staff see who wrote a request, and whether the person whom it is about wanted it sent."""

from dataclasses import replace

import pytest

from assistant.referrals.confirming import Confirmation
from assistant.referrals.thread import Author, Details, Entry, EntryKind
from tests.api.inbox.fakes import ONA, SENT_AT, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import words_in

NUMBER = "47128035"
ASKS = "Paklauskite paties žmogaus, ko jis nori."


async def seen(confirmation: Confirmation | None, *, for_other: bool = True) -> str:
    """The words of the page of a request that was sent so."""
    sent = Entry(EntryKind.SENT, Author.PERSON, SENT_AT, details=Details(confirmation=confirmation))
    host = FakeHost()
    host.holds(replace(a_referral(NUMBER, for_other=for_other, confirmation=confirmation), thread=(sent,)))
    async with a_browser(host, host.session_of(ONA)) as browser:
        return words_in(await browser.get(f"/inbox/{NUMBER}"))


async def test_that_the_person_confirmed_it_is_said_plainly() -> None:
    words = await seen(Confirmation.PERSON)

    assert "Kas patvirtino Pats žmogus" in words
    assert "Prašymą padėjo rašyti kitas žmogus. Žmogus pats jį patvirtino." in words
    assert ASKS not in words


@pytest.mark.parametrize(
    ("confirmation", "why"),
    [
        (Confirmation.NOT_HERE, "Padėjėjas sako: žmogus apie prašymą žino, bet yra toli."),
        (Confirmation.DOES_NOT_KNOW, "Padėjėjas sako: žmogus apie prašymą nežino."),
        (Confirmation.CANNOT_SAY, "Padėjėjas sako: žmogus negali to pasakyti."),
        (Confirmation.GUARDIAN, "Padėjėjas sako: jis yra globėjas arba rūpintojas."),
        (Confirmation.UNKNOWN, "Padėjėjas nežino, kodėl."),
    ],
)
async def test_that_the_person_did_not_confirm_it_is_said_with_the_reason(confirmation: Confirmation, why: str) -> None:
    words = await seen(confirmation)

    assert f"Kas patvirtino Tik padėjėjas. {why} {ASKS}" in words
    assert f"Prašymą siuntė kitas žmogus. Žmogus pats jo nepatvirtino. {why}" in words


async def test_a_request_from_before_there_was_the_question_says_only_that_somebody_helped() -> None:
    words = await seen(None)

    assert "Prašymą padėjo rašyti kitas žmogus." in words
    assert "patvirtin" not in words


async def test_who_wrote_for_themself_is_not_spoken_of() -> None:
    words = await seen(None, for_other=False)

    assert "padėjo rašyti" not in words
    assert "patvirtin" not in words
