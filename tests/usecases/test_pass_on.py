"""A referral sent to the wrong municipality goes to the right one; the person is told, and nobody else sees it."""

import asyncio
from dataclasses import replace

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import DocumentNotice, Kind, Message
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier, State
from assistant.delivery.paper import plain_text
from assistant.errors import (
    DocumentNotFoundError,
    ReferralAlreadyClosedError,
    ReferralChangedError,
    ReferralNotFoundError,
)
from assistant.library.library import Library
from assistant.referrals.referral import PassedAway, Status
from assistant.referrals.routing import Recipient, Route, Way
from assistant.referrals.thread import EntryKind, Passing
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person
from tests.usecases.test_casework import member_in

KRETINGA, PALANGA, KAUNAS = "kretingos-rajono", "palangos-miesto", "kauno-miesto"
WHY = "Žmogus gyvena Palangoje."


@pytest.fixture
def library(library: Library) -> Library:
    """Two municipalities are switched on."""
    return replace(
        library,
        routes={**library.routes, PALANGA: Route(PALANGA, (Recipient(Way.LETTER, "skyrius@palanga.example"),), 5)},
    )


@pytest.fixture
async def rasa(assistant: Assistant) -> StaffMember:
    """Somebody who works in Palanga."""
    return await member_in(assistant, PALANGA)


async def news(person: Person) -> list[Message]:
    lines = await person.assistant.converse.lines(person.conversation)
    return [line.message for line in lines if line.message and line.message.kind is Kind.NEWS]


async def test_the_new_municipality_has_it_whole_under_the_same_number(
    assistant: Assistant, ona: StaffMember, rasa: StaffMember, clock: FakeClock
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.casework.take(ona, number, 0)

    assert await assistant.passing.pass_on(ona, number, 1, PALANGA, WHY)

    passed = await assistant.casework.open(rasa, number)
    assert (passed.number, passed.status, passed.taken_by) == (number, Status.NEW, "")
    assert (passed.request.municipality, passed.request.name) == (PALANGA, "Ona Onaitė")
    assert [entry.kind for entry in passed.thread] == [EntryKind.SENT, EntryKind.TAKEN, EntryKind.PASSED_ON]
    last = passed.thread[-1]
    assert (last.by, last.text, last.passing) == (ona.email, WHY, Passing(KRETINGA, PALANGA))
    assert [known.number for known in await assistant.casework.inbox(rasa)] == [number]
    # And the new department gets its letter, due at once
    letters = [entry for entry in await assistant.casework.deliveries(rasa, number) if entry.carrier is Carrier.LETTER]
    assert [entry.recipient for entry in letters] == ["socialine.parama@kretinga.example", "skyrius@palanga.example"]
    assert letters[-1].next_try_at == clock.now()
    # And what was still on its way to the old one is stopped
    assert [entry.state for entry in letters] == [State.CANCELLED, State.CREATED]


async def test_the_old_municipality_knows_that_it_passed_it_on_and_nothing_more(
    assistant: Assistant, ona: StaffMember, rasa: StaffMember, clock: FakeClock
) -> None:
    number = await Person(assistant).sends()
    await assistant.passing.pass_on(ona, number, 0, PALANGA, WHY)

    assert await assistant.passing.passed_away(ona) == (PassedAway(number, PALANGA, clock.now()),)
    assert await assistant.passing.passed_away(rasa) == ()
    assert await assistant.casework.inbox(ona) == ()
    casework = assistant.casework
    for refused in (
        casework.open(ona, number),
        casework.deliveries(ona, number),
        casework.take(ona, number, 1),
        casework.reply(ona, number, 1, "Labas.", "form-1"),
        casework.close(ona, number, 1),
        assistant.passing.pass_on(ona, number, 1, PALANGA, WHY),
        assistant.papers.of_staff(ona, number),
    ):
        with pytest.raises(ReferralNotFoundError):
            await refused


async def test_a_third_municipality_can_neither_see_nor_take_it(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    stranger = await member_in(assistant, "neringos")
    with pytest.raises(ReferralNotFoundError):
        await assistant.passing.pass_on(stranger, number, 0, "neringos", WHY)
    await assistant.passing.pass_on(ona, number, 0, PALANGA, WHY)
    with pytest.raises(ReferralNotFoundError):
        await assistant.casework.open(stranger, number)
    assert await assistant.passing.passed_away(stranger) == ()


async def test_the_person_is_told_who_has_it_now_and_by_when_they_answer(
    assistant: Assistant, ona: StaffMember, rasa: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.passing.pass_on(ona, number, 0, PALANGA, WHY)

    [told] = await news(person)
    assert "Prašymą dabar turi: Palangos miesto savivaldybė." in told.sentences
    assert any(sentence.startswith("Darbuotojas atsakys iki") for sentence in told.sentences)
    assert not any(WHY in sentence for sentence in told.sentences)
    # And what staff of the new municipality reply reaches the person as ever
    await assistant.casework.reply(rasa, number, 1, "Laba diena.", "form-1")
    assert "Laba diena." in (await person.seen())[-2]
    shown = await person.says("kas su mano prašymu?")
    assert "Prašymą dabar turi: Palangos miesto savivaldybė." in shown.sentences


async def test_in_telegram_the_news_is_brought(assistant: Assistant, ona: StaffMember, rasa: StaffMember) -> None:
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await assistant.passing.pass_on(ona, number, 0, PALANGA, WHY)
    [brought] = [
        entry for entry in await assistant.casework.deliveries(rasa, number) if entry.carrier is Carrier.TELEGRAM
    ]
    [told] = await news(person)
    assert told.id in brought.messages


async def test_where_nothing_can_be_passed_on_it_stays_and_the_person_gets_contact_and_letter(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()

    assert not await assistant.passing.pass_on(ona, number, 0, KAUNAS, "Žmogus gyvena Kaune.")

    kept = await assistant.casework.open(ona, number)
    assert (kept.request.municipality, kept.status) == (KRETINGA, Status.NEW)
    assert (kept.thread[-1].kind, kept.thread[-1].passing) == (EntryKind.POINTED, Passing(KRETINGA, KAUNAS))
    assert await assistant.passing.passed_away(ona) == ()
    assert len(await assistant.casework.deliveries(ona, number)) == 1
    [told] = await news(person)
    assert "Darbuotojas rašo, kas Jums gali padėti." in told.sentences
    assert "Tai yra Kauno miesto savivaldybė." in told.sentences
    assert told.document == DocumentNotice(number, KAUNAS)
    letter = plain_text(await assistant.papers.of_conversation(person.conversation, told.document))
    assert "Savivaldybė: Kauno miesto savivaldybė" in letter
    assert "Dar svarbu: Man sunku kalbėti telefonu" in letter


async def test_a_letter_to_a_municipality_that_nobody_named_is_not_made(assistant: Assistant) -> None:
    person = Person(assistant)
    number = await person.sends()
    with pytest.raises(DocumentNotFoundError):
        await assistant.papers.of_conversation(person.conversation, DocumentNotice(number, KAUNAS))


async def test_it_may_come_back(assistant: Assistant, ona: StaffMember, rasa: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.passing.pass_on(ona, number, 0, PALANGA, WHY)
    await assistant.passing.pass_on(rasa, number, 1, KRETINGA, "Žmogus grįžo į Kretingą.")
    assert (await assistant.casework.open(ona, number)).version == 2
    assert await assistant.passing.passed_away(ona) == ()
    assert [passed.target for passed in await assistant.passing.passed_away(rasa)] == [KRETINGA]


async def test_who_saw_an_older_version_passes_nothing_on(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.casework.take(ona, number, 0)
    for target in (PALANGA, KAUNAS):
        with pytest.raises(ReferralChangedError):
            await assistant.passing.pass_on(ona, number, 0, target, WHY)
    assert await news(person) == []


async def test_what_is_over_is_not_passed_on(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.close(ona, number, 0)
    for target in (PALANGA, KAUNAS):
        with pytest.raises(ReferralAlreadyClosedError):
            await assistant.passing.pass_on(ona, number, 1, target, WHY)


async def test_of_two_at_once_one_passes_it_on(two: tuple[Assistant, Assistant]) -> None:
    first, second = two
    person = Person(first)
    number = await person.sends()
    ona = await member_in(first, KRETINGA)

    done = await asyncio.gather(
        first.passing.pass_on(ona, number, 0, PALANGA, WHY),
        second.passing.pass_on(ona, number, 0, PALANGA, WHY),
        return_exceptions=True,
    )

    assert sorted(type(one).__name__ for one in done) in (
        ["ReferralChangedError", "bool"],
        ["ReferralNotFoundError", "bool"],
    )
    assert len(await news(person)) == 1
    rasa = await member_in(first, PALANGA)
    assert [entry.kind for entry in (await first.casework.open(rasa, number)).thread].count(EntryKind.PASSED_ON) == 1


INSTITUTION = "Kretingos socialinių paslaugų centras"


@pytest.mark.parametrize("channel", list(Channel))
async def test_the_person_is_told_which_institution_has_it_and_nothing_of_the_reason(
    assistant: Assistant, ona: StaffMember, channel: Channel
) -> None:
    person = Person(assistant, channel)
    number = await person.sends()

    handed = await assistant.passing.hand(ona, number, 0, INSTITUTION, WHY, key="form-1")

    assert (handed.institution, handed.status, handed.taken_by) == (INSTITUTION, Status.TAKEN, ona.email)
    [message] = await news(person)
    assert f"Prašymą dabar turi: {INSTITUTION}." in message.sentences
    carriers = [entry.carrier for entry in await assistant.casework.deliveries(ona, number)]
    assert carriers.count(Carrier.TELEGRAM) == (channel is Channel.TELEGRAM)
    await person.presses("Meniu")
    told = (await person.presses("Mano prašymas")).text
    # Telegram says where it went only to those who chose to read such things there.
    is_named = f"Savivaldybė perdavė prašymą įstaigai: {INSTITUTION}." in told
    assert is_named == (channel is not Channel.TELEGRAM)
    assert "Savivaldybė perdavė prašymą įstaigai" in told
    assert not any(WHY in seen for seen in await person.seen())


async def test_the_same_form_pressed_from_two_sides_tells_the_person_once(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(here)

    await asyncio.gather(
        *(at.passing.hand(member, number, 0, INSTITUTION, WHY, key="form-1") for at in (here, there, here))
    )

    assert len(await news(person)) == 1
    assert len((await here.casework.open(member, number)).thread) == 2


async def test_what_is_over_or_changed_or_elsewhere_is_handed_to_no_institution(
    assistant: Assistant, ona: StaffMember, rasa: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    with pytest.raises(ReferralNotFoundError):
        await assistant.passing.hand(rasa, number, 0, INSTITUTION, WHY)
    with pytest.raises(ReferralChangedError):
        await assistant.passing.hand(ona, number, 7, INSTITUTION, WHY)
    await assistant.casework.close(ona, number, 0)
    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.passing.hand(ona, number, 1, INSTITUTION, WHY)
    assert await news(person) == []
