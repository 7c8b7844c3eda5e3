"""Staff among themselves: a referral given to a colleague, notes that nobody else ever reads."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.delivery.paper import plain_text
from assistant.delivery.webhook import body_about
from assistant.errors import (
    ReferralAlreadyClosedError,
    ReferralChangedError,
    ReferralNotFoundError,
    UnknownColleagueError,
)
from assistant.referrals.office import Absence, Span
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import EntryKind
from assistant.usecases.access import Role
from assistant.usecases.colleagues import Colleagues
from assistant.usecases.finding import Filters, View
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person
from tests.usecases.test_casework import member_in

SECRET = "Slapta pastaba apie bylą. @jonas"


@pytest.fixture
async def jonas(assistant: Assistant) -> StaffMember:
    return await colleague_in(assistant)


async def colleague_in(assistant: Assistant) -> StaffMember:
    member, _ = await assistant.staff_desk.add("jonas@kretinga.example", "kretingos-rajono", Role.STAFF)
    return member


async def letters(assistant: Assistant, member: StaffMember, number: str, carrier: Carrier) -> list[str]:
    return [
        entry.recipient for entry in await assistant.casework.deliveries(member, number) if entry.carrier is carrier
    ]


async def test_a_colleague_has_the_referral_and_gets_a_letter_with_number_and_link_alone(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember
) -> None:
    number = await Person(assistant).sends()

    given = await assistant.colleagues.give(ona, number, 0, jonas.email, key="form-1")

    assert (given.status, given.taken_by, given.version) == (Status.TAKEN, jonas.email, 1)
    [waiting] = [
        entry for entry in await assistant.casework.deliveries(ona, number) if entry.carrier is Carrier.LETTER_GIVEN
    ]
    letter = await assistant.writer.letter(waiting)
    assert letter.to == jonas.email
    assert f"https://aiskiai.example/inbox/{number}" in letter.body
    assert "Kolega perdavė Jums šį prašymą." in letter.body
    assert "Ona Onaitė" not in letter.body


async def test_only_a_colleague_of_the_same_municipality_can_be_given_it(
    assistant: Assistant, ona: StaffMember
) -> None:
    stranger = await member_in(assistant, "neringos")
    number = await Person(assistant).sends()
    for email in (stranger.email, ona.email, "", "niekas@kretinga.example"):
        with pytest.raises(UnknownColleagueError):
            await assistant.colleagues.give(ona, number, 0, email)
    assert (await assistant.casework.open(ona, number)).version == 0


async def test_what_somebody_changed_is_not_given_away_unseen(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember
) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.take(ona, number, 0)
    with pytest.raises(ReferralChangedError):
        await assistant.colleagues.give(ona, number, 0, jonas.email, key="form-1")
    await assistant.casework.close(ona, number, 1)
    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.colleagues.give(ona, number, 2, jonas.email, key="form-1")


async def test_the_same_form_pressed_many_times_at_once_is_one_step(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    ona = await member_in(here)
    jonas = await colleague_in(here)
    number = await Person(here).sends()

    sides = (here, there, here, there)
    await asyncio.gather(*(at.colleagues.give(ona, number, 0, jonas.email, key="form-1") for at in sides))
    await asyncio.gather(*(at.colleagues.note(ona, number, SECRET, key="form-2") for at in sides))

    known = await here.casework.open(ona, number)
    assert [entry.kind for entry in known.thread] == [EntryKind.SENT, EntryKind.GIVEN, EntryKind.NOTED]
    assert await letters(here, ona, number, Carrier.LETTER_GIVEN) == [jonas.email]
    assert await letters(here, ona, number, Carrier.LETTER_MENTIONED) == [jonas.email]


async def test_notes_of_two_at_once_and_an_ending_lose_nothing(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    ona = await member_in(here)
    jonas = await colleague_in(here)
    number = await Person(here).sends()

    await asyncio.gather(
        here.colleagues.note(ona, number, "Pirma.", key="form-1"),
        there.colleagues.note(jonas, number, "Antra.", key="form-2"),
        there.casework.close(jonas, number, 0),
        return_exceptions=True,
    )

    known = await here.casework.open(ona, number)
    assert {entry.text for entry in known.thread if entry.kind is EntryKind.NOTED} == {"Pirma.", "Antra."}


async def test_a_note_goes_on_top_of_any_version_and_after_the_end(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.close(ona, number, 0)

    noted = await assistant.colleagues.note(ona, number, "Po visko.", key="form-1")

    assert (noted.status, noted.thread[-1].text, noted.version) == (Status.CLOSED, "Po visko.", 2)


async def test_whom_a_note_calls_gets_a_letter_and_nothing_of_the_note(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember
) -> None:
    number = await Person(assistant).sends()

    noted = await assistant.colleagues.note(ona, number, SECRET, key="form-1")

    assert noted.thread[-1].details.mentions == (jonas.email,)
    entries = await assistant.casework.deliveries(ona, number)
    [waiting] = [entry for entry in entries if entry.carrier is Carrier.LETTER_MENTIONED]
    letter = await assistant.writer.letter(waiting)
    assert (letter.to, "Slapta" in letter.body) == (jonas.email, False)
    assert f"/inbox/{number}" in letter.body


async def test_a_note_that_calls_nobody_known_is_not_stored(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    with pytest.raises(UnknownColleagueError, match="jonsas"):
        await assistant.colleagues.note(ona, number, "@jonsas, pažiūrėk", key="form-1")
    assert len((await assistant.casework.open(ona, number)).thread) == 1


@pytest.mark.parametrize("channel", list(Channel))
async def test_nothing_that_leaves_the_inbox_holds_a_note(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember, channel: Channel
) -> None:
    person = Person(assistant, channel)
    number = await person.sends()
    await assistant.colleagues.note(ona, number, SECRET, key="form-1")
    await assistant.colleagues.give(jonas, number, 1, ona.email)
    await assistant.casework.reply(ona, number, 2, "Laba diena.", "form-2")

    known = await assistant.casework.open(ona, number)
    await person.presses("Meniu")
    await person.presses("Mano prašymas")
    told = [*await person.seen(), person.message.text]
    async with assistant.units() as work:
        told += plain_text(await assistant.papers.of_referral(work, known))
    told.append(body_about(known, "https://aiskiai.example").decode())
    assert not any("Slapta" in text or "jonas@" in text for text in told)


@pytest.mark.parametrize(
    "call",
    [
        lambda desk, stranger, number: desk.give(stranger, number, 0, "jonas@kretinga.example"),
        lambda desk, stranger, number: desk.note(stranger, number, "Labas.", key="form-1"),
    ],
    ids=["give", "note"],
)
async def test_another_municipalitys_referral_is_not_found(
    assistant: Assistant,
    ona: StaffMember,
    call: Callable[[Colleagues, StaffMember, str], Awaitable[Referral]],
) -> None:
    number = await Person(assistant).sends()
    stranger = await member_in(assistant, "neringos")
    with pytest.raises(ReferralNotFoundError):
        await call(assistant.colleagues, stranger, number)
    assert (await assistant.casework.open(ona, number)).version == 0
    assert {name for name in vars(Colleagues) if not name.startswith("_")} == {"of", "away", "give", "note"}


async def test_colleagues_are_all_others_of_the_same_municipality(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember
) -> None:
    await member_in(assistant, "neringos")
    assert [one.email for one in await assistant.colleagues.of(ona)] == [jonas.email]


async def test_who_is_away_today_is_known_with_the_last_day(
    assistant: Assistant, ona: StaffMember, jonas: StaffMember, clock: FakeClock
) -> None:
    today = clock.today()
    spans = (
        (jonas.email, Span(today, today + timedelta(days=1))),
        (jonas.email, Span(today - timedelta(days=3), today + timedelta(days=9))),
        (ona.email, Span(today + timedelta(days=1), today + timedelta(days=2))),
    )
    absences = tuple(Absence(email, span) for email, span in spans)
    await assistant.office_desk.change(ona, 0, lambda office: replace(office, absences=absences))

    expected = {jonas.email: today + timedelta(days=9)}
    assert await assistant.colleagues.away(ona) == expected
    assert (await assistant.listing.show(ona, View.OPEN, Filters())).away == expected
    elsewhere = await member_in(assistant, "neringos")
    assert await assistant.colleagues.away(elsewhere) == {}
