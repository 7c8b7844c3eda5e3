"""Staff work on the referrals of their own municipality, and their reply reaches the person where they asked."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import TextReceived
from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.errors import (
    ReferralAlreadyClosedError,
    ReferralChangedError,
    ReferralNotClosedError,
    ReferralNotFoundError,
)
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import CallResult, Ending, EntryKind
from assistant.usecases.access import Role
from assistant.usecases.casework import Casework
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import CHAT, Person

REPLY = "Laba diena.\nMes paskambinsime rytoj."


async def member_in(assistant: Assistant, municipality: str = "kretingos-rajono") -> StaffMember:
    member, _ = await assistant.staff_desk.add(f"jonas@{municipality}.example", municipality, Role.STAFF)
    return member


async def replies_seen(person: Person) -> list[tuple[str, ...]]:
    lines = await person.assistant.converse.lines(person.conversation)
    return [line.message.sentences for line in lines if line.message and line.message.kind is Kind.REPLY]


async def test_a_reply_stands_in_the_conversation_word_for_word(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()

    # When
    answered = await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    # Then
    assert answered.status is Status.ANSWERED
    assert (answered.taken_by, answered.thread[-1].by) == (ona.email, ona.email)
    [sentences] = await replies_seen(person)
    assert sentences[-2:] == ("Laba diena.", "Mes paskambinsime rytoj.")
    # And below it the person finds something to press
    (*_, last) = await assistant.converse.lines(person.conversation)
    assert last.message is not None
    assert last.message.choices


async def test_a_reply_keeps_how_easy_it_is(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()

    easy = await assistant.casework.reply(ona, number, 0, REPLY, "form-1")
    hard = await assistant.casework.reply(ona, number, easy.version, "Jūsų prašymas yra nagrinėjamas.", "form-2")

    assert [entry.details.level for entry in hard.thread if entry.kind is EntryKind.REPLIED] == [1, 0]


async def test_a_reply_to_a_chat_waits_to_be_brought_there(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()

    # When
    await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    # Then it waits with the messages that the chat must get, in their order
    _, waiting = await assistant.casework.deliveries(ona, number)
    assert (waiting.carrier, waiting.recipient) == (Carrier.TELEGRAM, CHAT)
    async with assistant.units() as work:
        reply, question = await work.conversations.messages(waiting.messages)
    assert reply.kind is Kind.REPLY
    assert question.choices


async def test_a_reply_in_the_web_chat_waits_for_nobody(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    assert [entry.carrier for entry in await assistant.casework.deliveries(ona, number)] == [Carrier.LETTER]


async def test_the_same_form_sent_again_is_one_reply(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    # When the page is loaded again, with the version that it had
    again = await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    # Then
    assert [entry.kind for entry in again.thread] == [EntryKind.SENT, EntryKind.REPLIED]
    assert len(await replies_seen(person)) == 1
    assert len(await assistant.casework.deliveries(ona, number)) == 2


async def test_the_same_form_sent_from_two_sides_at_once_is_one_reply_and_no_refusal(
    two: tuple[Assistant, Assistant],
) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(here)

    answered = await asyncio.gather(
        *(at.casework.reply(member, number, 0, REPLY, "form-1") for at in (here, there, here, there))
    )

    assert {len(referral.thread) for referral in answered} == {2}
    assert len(await replies_seen(person)) == 1


async def test_of_two_different_replies_at_once_one_is_refused(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(here)

    results = await asyncio.gather(
        here.casework.reply(member, number, 0, REPLY, "form-1"),
        there.casework.reply(member, number, 0, "Ateikite rytoj.", "form-2"),
        return_exceptions=True,
    )

    assert {type(result) for result in results} == {Referral, ReferralChangedError}
    assert len(await replies_seen(person)) == 1


async def test_a_reply_and_the_person_at_the_same_moment_both_count(two: tuple[Assistant, Assistant]) -> None:
    # Given
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(there)

    # When the person writes on while the reply is being stored
    said = [f"labas {letter}" for letter in "abcd"]
    await asyncio.gather(
        *(here.converse.hear(person.conversation, TextReceived(text)) for text in said),
        there.casework.reply(member, number, 0, REPLY, "form-1"),
    )

    # Then nothing is lost and nothing is told twice
    assert sorted(line for line in await person.seen() if line in said) == said
    assert len(await replies_seen(person)) == 1
    assert len((await here.casework.open(member, number)).thread) == 2


async def test_taking_what_one_has_already_changes_nothing_and_of_a_colleague_it_is_refused(
    assistant: Assistant, ona: StaffMember
) -> None:
    number = await Person(assistant).sends()
    rasa, _ = await assistant.staff_desk.add("rasa@kretinga.example", ona.municipality, Role.STAFF)
    taken = await assistant.casework.take(ona, number, 0)

    again = await assistant.casework.take(ona, number, 0)
    with pytest.raises(ReferralChangedError):
        await assistant.casework.take(rasa, number, 0)

    assert again == taken


async def test_what_a_colleague_changed_is_not_overwritten(assistant: Assistant, ona: StaffMember) -> None:
    # Given two pages that show the same version
    person = Person(assistant)
    number = await person.sends()
    await assistant.casework.take(ona, number, 0)

    # When the second page is sent
    attempts: tuple[Callable[[], Awaitable[Referral]], ...] = (
        lambda: assistant.casework.call(ona, number, 0),
        lambda: assistant.casework.reply(ona, number, 0, REPLY, "form-1"),
        lambda: assistant.casework.close(ona, number, 0),
    )
    for attempt in attempts:
        with pytest.raises(ReferralChangedError):
            await attempt()

    # Then
    assert [entry.kind for entry in (await assistant.casework.open(ona, number)).thread] == [
        EntryKind.SENT,
        EntryKind.TAKEN,
    ]
    assert await replies_seen(person) == []


async def test_what_is_closed_takes_no_reply(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    closed = await assistant.casework.close(ona, number, 0)

    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.casework.reply(ona, number, closed.version, REPLY, "form-1")

    assert await replies_seen(person) == []


@pytest.mark.parametrize(
    "call",
    [
        lambda work, stranger, number: work.open(stranger, number),
        lambda work, stranger, number: work.deliveries(stranger, number),
        lambda work, stranger, number: work.take(stranger, number, 0),
        lambda work, stranger, number: work.call(stranger, number, 0),
        lambda work, stranger, number: work.close(stranger, number, 0),
        lambda work, stranger, number: work.reply(stranger, number, 0, REPLY, "form-1"),
        lambda work, stranger, number: work.reopen(stranger, number, 0, "Kodėl ne?"),
        lambda work, stranger, number: work.retry(stranger, number),
        lambda work, stranger, number: work.passwords(stranger, number),
    ],
    ids=["open", "deliveries", "take", "call", "close", "reply", "reopen", "retry", "passwords"],
)
@pytest.mark.parametrize("role", list(Role))
async def test_another_municipalitys_referral_is_not_found_whatever_the_call_and_the_role(
    assistant: Assistant,
    ona: StaffMember,
    call: Callable[[Casework, StaffMember, str], Awaitable[object]],
    role: Role,
) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    stranger, _ = await assistant.staff_desk.add("rasa@neringa.example", "neringos", role)

    # When
    with pytest.raises(ReferralNotFoundError) as refused:
        await call(assistant.casework, stranger, number)

    # Then it looks just as if it did not exist, and nothing has changed
    with pytest.raises(ReferralNotFoundError) as missing:
        await call(assistant.casework, stranger, "00000000")
    assert str(refused.value) == str(missing.value).replace("00000000", number)
    assert (await assistant.casework.open(ona, number)).version == 0
    assert await replies_seen(person) == []
    assert await assistant.casework.inbox(stranger) == ()


async def test_every_call_of_the_use_case_is_among_those_tried_above() -> None:
    calls = {name for name in vars(Casework) if not name.startswith("_")}
    assert calls == {"inbox", "open", "deliveries", "take", "call", "close", "reply", "reopen", "retry", "passwords"}


async def test_a_call_in_vain_is_noted_and_the_person_still_waits(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()

    for _ in range(2):
        tried = await assistant.casework.call(ona, number, 0, CallResult.NO_ANSWER, "Du kartus.", key="form-1")

    assert [entry.kind for entry in tried.thread] == [EntryKind.SENT, EntryKind.TRIED]
    assert (tried.status, tried.has_answer, tried.taken_by) == (Status.TAKEN, False, ona.email)
    with pytest.raises(ReferralChangedError):
        await assistant.casework.call(ona, number, 0, CallResult.REACHED, "Pavyko.", key="form-1")


async def test_the_same_ending_twice_is_one_and_another_is_refused(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    for _ in range(2):
        closed = await assistant.casework.close(ona, number, 0, Ending.ADVICE, key="form-1")

    assert [entry.details.result for entry in closed.thread] == ["", "advice"]
    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.casework.close(ona, number, 1, Ending.SERVICE, key="form-2")


async def test_what_is_opened_again_can_be_answered_and_the_person_reads_so(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.casework.close(ona, number, 0, Ending.NOT_REACHED)

    for _ in range(2):
        reopened = await assistant.casework.reopen(ona, number, 1, "Žmogus paskambino.", key="form-1")

    assert (reopened.status, len(reopened.thread)) == (Status.NEW, 3)
    await person.presses("Meniu")
    told = (await person.presses("Mano prašymas")).text
    assert "Savivaldybė vėl dirba su Jūsų prašymu." in told
    assert "Žmogus paskambino" not in told
    assert (await assistant.casework.inbox(ona))[0].number == number
    await assistant.casework.reply(ona, number, 2, REPLY, "form-2")
    assert len(await replies_seen(person)) == 1


async def test_what_is_open_or_was_taken_back_cannot_be_opened_again(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    with pytest.raises(ReferralNotClosedError):
        await assistant.casework.reopen(ona, number, 0, "Kodėl ne?")


async def test_the_inbox_has_open_ones_first_and_then_the_newest(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    # Given
    numbers = []
    for _ in range(3):
        numbers.append(await Person(assistant).sends())
        clock.passes(START - START.replace(hour=7))
    await assistant.casework.close(ona, numbers[2], 0)

    # When
    listed = await assistant.casework.inbox(ona)

    # Then
    assert [referral.number for referral in listed] == [numbers[1], numbers[0], numbers[2]]


async def test_a_reply_reaches_somebody_who_began_anew_in_the_meantime(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await person.says("iš naujo")
    await person.presses("Taip, iš naujo")

    await assistant.casework.reply(ona, number, 0, REPLY, "form-1")

    assert len(await replies_seen(person)) == 1
