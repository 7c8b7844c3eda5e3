"""Two requests of one person go on as one, and the person learns so where they ask."""

import asyncio
from datetime import timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier, State
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import Status, spoken_number
from assistant.referrals.thread import EntryKind
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person
from tests.usecases.test_casework import member_in


async def sent_twice(assistant: Assistant, clock: FakeClock) -> tuple[Person, str, Person, str]:
    """The same person asks in the web chat, and a day later in Telegram."""
    first = Person(assistant)
    early = await first.sends()
    clock.passes(timedelta(days=1))
    second = Person(assistant, Channel.TELEGRAM)
    return first, early, second, await second.sends()


async def asks_how_it_goes(person: Person) -> str:
    await person.presses("Meniu")
    return (await person.presses("Mano prašymas")).text


async def test_what_has_the_same_phone_or_name_is_offered(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    _, early, _, late = await sent_twice(assistant, clock)
    assert [one.number for one in await assistant.merging.doubles(ona, early)] == [late]
    assert [one.number for one in await assistant.merging.doubles(ona, late)] == [early]
    await assistant.casework.close(ona, late, 0)
    assert await assistant.merging.doubles(ona, early) == ()
    assert await assistant.merging.doubles(ona, late) == ()


@pytest.mark.parametrize("is_from_early", [True, False])
async def test_the_earlier_number_and_promise_stay_whichever_page_it_is_pressed_on(
    assistant: Assistant, ona: StaffMember, clock: FakeClock, is_from_early: bool
) -> None:
    _, early, _, late = await sent_twice(assistant, clock)
    promised = (await assistant.casework.open(ona, early)).promised
    one, other = (early, late) if is_from_early else (late, early)

    kept = await assistant.merging.merge(ona, one, 0, other, 0)

    assert (kept.number, kept.promised, kept.status) == (early, promised, Status.NEW)
    double = await assistant.casework.open(ona, late)
    assert (double.status, double.merged_with) == (Status.CLOSED, early)
    assert (kept.thread[-1].kind, kept.thread[-1].details.to) == (EntryKind.JOINED, late)
    letters = [e for e in await assistant.casework.deliveries(ona, late) if e.carrier is Carrier.LETTER]
    assert {entry.state for entry in letters} == {State.CANCELLED}


async def test_who_sent_the_later_one_reads_the_number_and_gets_the_answer(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    _, early, second, late = await sent_twice(assistant, clock)
    await assistant.merging.merge(ona, early, 0, late, 0)

    told = await asks_how_it_goes(second)

    assert "Savivaldybė sujungė Jūsų prašymus." in told
    assert f"Dabar prašymo numeris yra {spoken_number(early)}." in told
    assert f"{spoken_number(early)}" in told
    await assistant.casework.reply(ona, early, 1, "Laba diena. Ateikite rytoj.", "form-1")
    lines = await assistant.converse.lines(second.conversation)
    assert any(line.message and line.message.kind is Kind.REPLY for line in lines)


async def test_both_places_are_told_once_that_two_requests_became_one(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    first, early, second, late = await sent_twice(assistant, clock)
    for _ in range(2):
        await assistant.merging.merge(ona, early, 0, late, 0)

    for person in (first, second):
        [told] = [text for text in await person.seen() if "Dabar tai yra vienas prašymas." in text]
        assert f"Prašymo numeris yra {spoken_number(early)}." in told
        assert f"Numerio {spoken_number(late)} Jums daugiau nereikia." in told
    pushed = [e for e in await assistant.casework.deliveries(ona, early) if e.carrier is Carrier.TELEGRAM]
    assert len(pushed) == 1


async def test_merging_again_or_from_two_sides_at_once_is_merging_once(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    ona = await member_in(here)
    early, late = await Person(here).sends(), await Person(here).sends()

    kept = await asyncio.gather(*(at.merging.merge(ona, early, 0, late, 0) for at in (here, there, here)))

    assert {one.number for one in kept} == {min(kept, key=lambda one: one.sent_at).number}
    assert {len((await here.casework.open(ona, number)).thread) for number in (early, late)} == {2}


async def test_what_somebody_changed_is_not_merged_unseen(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    _, early, _, late = await sent_twice(assistant, clock)
    await assistant.casework.take(ona, late, 0)
    with pytest.raises(ReferralChangedError):
        await assistant.merging.merge(ona, early, 0, late, 0)
    await assistant.casework.close(ona, late, 1)
    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.merging.merge(ona, early, 0, late, 2)
    assert (await assistant.casework.open(ona, early)).version == 0


async def test_a_merge_undone_parts_the_two_again(assistant: Assistant, ona: StaffMember, clock: FakeClock) -> None:
    _, early, second, late = await sent_twice(assistant, clock)
    await assistant.merging.merge(ona, early, 0, late, 0)

    reopened = await assistant.casework.reopen(ona, late, 1, "Tai kitas žmogus.", key="form-1")

    assert (reopened.status, reopened.merged_with) == (Status.NEW, "")
    told = await asks_how_it_goes(second)
    assert spoken_number(late) in told
    assert spoken_number(early) not in told
    await assistant.casework.reply(ona, early, 1, "Laba diena.", "form-2")
    lines = await assistant.converse.lines(second.conversation)
    assert not any(line.message and line.message.kind is Kind.REPLY for line in lines)


async def test_another_municipalitys_or_the_very_same_cannot_be_merged(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    _, early, _, late = await sent_twice(assistant, clock)
    stranger = await member_in(assistant, "neringos")
    for member, one, other in ((stranger, early, late), (ona, early, early), (ona, early, "00000000")):
        with pytest.raises(ReferralNotFoundError):
            await assistant.merging.merge(member, one, 0, other, 0)
    with pytest.raises(ReferralNotFoundError):
        await assistant.merging.doubles(stranger, early)
