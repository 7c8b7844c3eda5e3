"""One event, one transaction, one answer, however often and from however many sides it comes."""

import asyncio

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import ChoicePressed, Started, TextReceived
from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.errors import ConversationNotFoundError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.usecases.person import Person


async def sent_by(person: Person) -> tuple[Referral, ...]:
    async with person.assistant.units() as work:
        return await work.referrals.of_conversation(person.conversation)


async def letters_about(person: Person, number: str) -> int:
    async with person.assistant.units() as work:
        entries = await work.outbox.of_subject(number)
    return sum(entry.carrier is Carrier.LETTER for entry in entries)


async def test_the_same_key_again_is_the_same_answer_and_one_effect(assistant: Assistant) -> None:
    # Given
    person = Person(assistant)
    await person.fills_in()
    tap = person.tap("Siųsti")

    # When the answer got lost on its way, so that the same event comes again, twice
    first = await assistant.converse.hear(person.conversation, tap, "key-1")
    seen = await person.seen()
    second = await assistant.converse.hear(person.conversation, tap, "key-1")
    third = await assistant.converse.hear(person.conversation, TextReceived("visai kas kita"), "key-1")

    # Then
    assert first == second == third
    assert len(await sent_by(person)) == 1
    assert await person.seen() == seen


async def test_a_key_belongs_to_one_conversation(assistant: Assistant) -> None:
    one, other = Person(assistant), Person(assistant)
    await one.opens()
    await other.opens()

    await one.presses("Man", "key-1")
    answer = await other.presses("Kitam žmogui", "key-1")

    assert answer.id != one.message.id
    assert answer.kind is Kind.MENU


async def test_a_second_tap_reads_what_the_first_one_read(assistant: Assistant) -> None:
    # Given
    person = Person(assistant)
    await person.fills_in()
    tap = person.tap("Siųsti")

    # When both taps come without a key, or each with its own
    first = await person.does(tap)
    seen = await person.seen()
    second = await person.does(tap)
    third = await person.does(tap, "third")

    # Then no tap is told that its button is old, and the log holds the receipt once
    assert first.sentences == second.sentences == third.sentences
    assert await person.seen() == seen
    assert len(await sent_by(person)) == 1


async def test_the_key_of_a_second_tap_is_answered_again_as_well(assistant: Assistant) -> None:
    # Given a second tap with a key of its own, of which nothing had to be stored
    person = Person(assistant)
    await person.fills_in()
    tap = person.tap("Siųsti")
    await person.does(tap, "first")
    answer = await person.does(tap, "second")

    # When that request is repeated
    again = await assistant.converse.hear(person.conversation, tap, "second")

    # Then it is not met with silence
    assert [message.sentences for message in again] == [answer.sentences]


async def test_two_taps_on_send_at_once_are_one_request_and_one_letter(two: tuple[Assistant, Assistant]) -> None:
    # Given a person whose two taps reach two processes
    here, there = two
    person = Person(here)
    await person.fills_in()
    tap = person.tap("Siųsti")

    # When
    answers = await asyncio.gather(
        *(at.converse.hear(person.conversation, tap) for at in (here, there, here, there)),
    )

    # Then all read the same receipt, and the municipality gets one request and one letter
    receipts: list[Message] = [answer[-1] for answer in answers]
    assert {receipt.kind for receipt in receipts} == {Kind.RECEIPT}
    assert len({receipt.sentences for receipt in receipts}) == 1
    [referral] = await sent_by(person)
    assert {receipt.referral.number for receipt in receipts if receipt.referral} == {referral.number}
    assert await letters_about(person, referral.number) == 1


async def test_the_same_key_from_two_sides_at_once_is_one_answer(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    await person.fills_in()
    tap = person.tap("Siųsti")

    answers = await asyncio.gather(
        *(at.converse.hear(person.conversation, tap, "key-1") for at in (here, there, here, there))
    )

    assert len({answer[-1].id for answer in answers}) == 1
    assert len(await sent_by(person)) == 1


async def test_a_chat_that_begins_twice_at_once_is_one_conversation(two: tuple[Assistant, Assistant]) -> None:
    here, there = two

    answers = await asyncio.gather(
        *(at.converse.hear_in_chat(Channel.TELEGRAM, "4711", Started(), key) for at, key in ((here, "1"), (there, "2")))
    )

    conversation = await here.converse.conversation_of(Channel.TELEGRAM, "4711")
    assert conversation is not None
    assert {answer[-1].kind for answer in answers} == {Kind.GREETING}
    lines = await here.converse.lines(conversation)
    assert {message.id for answer in answers for message in answer} == {line.id for line in lines}


async def test_messages_at_once_are_answered_one_after_the_other_and_none_is_lost(
    two: tuple[Assistant, Assistant],
) -> None:
    here, there = two
    person = Person(here)
    await person.opens()
    await person.presses("Man")

    said = [f"labas {letter}" for letter in "abcdef"]
    await asyncio.gather(
        *(
            at.converse.hear(person.conversation, TextReceived(text))
            for at, text in zip((here, there) * 3, said, strict=True)
        )
    )

    assert sorted(line for line in await person.seen() if line in said) == said
    # The greeting, "Man", and one stored version for each message: no answer was made beside another one.
    async with here.units() as work:
        assert (await work.conversations.load(person.conversation)).version == 2 + len(said)


async def test_taking_back_while_staff_take_it_on_ends_in_both_and_no_error(two: tuple[Assistant, Assistant]) -> None:
    # Given
    here, there = two
    person = Person(here)
    number = await person.sends()
    member, _ = await there.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    await person.presses("Mano prašymas")
    await person.presses("Atsiimti prašymą")

    # When staff are faster by the moment between reading and storing
    async with there.units() as work:
        known = await work.referrals.load(number, member.municipality)
    withdrawing = person.presses("Taip, atsiimti")
    taking = there.casework.take(member, number, known.version)
    told, taken = await asyncio.gather(withdrawing, taking, return_exceptions=True)

    # Then the person's word stands, whoever came first
    assert isinstance(told, Message), told
    assert "Jūs atsiėmėte šį prašymą." in told.sentences
    [referral] = await sent_by(person)
    assert referral.thread[-1].kind is EntryKind.WITHDRAWN
    assert (EntryKind.TAKEN in {entry.kind for entry in referral.thread}) == isinstance(taken, Referral)


async def test_only_the_token_opens_a_conversation(assistant: Assistant) -> None:
    person, stranger = Person(assistant), Person(assistant)
    await person.opens()
    await stranger.opens()

    await assistant.converse.check(person.conversation, person.token)
    for token in (stranger.token, "", person.token + "x", "ąžuolas"):
        with pytest.raises(ConversationNotFoundError):
            await assistant.converse.check(person.conversation, token)
        with pytest.raises(ConversationNotFoundError):
            await assistant.converse.hear(person.conversation, TextReceived("labas"), token=token)
    assert await assistant.converse.hear(person.conversation, TextReceived("labas"), token=person.token)
    with pytest.raises(ConversationNotFoundError):
        await assistant.converse.check("no-such-conversation", person.token)


async def test_the_token_is_kept_nowhere_in_the_database(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.opens()

    files = assistant.settings.data_dir.glob("aiskiai.db*")

    assert all(person.token.encode() not in file.read_bytes() for file in files)


async def test_what_happens_in_no_conversation_is_not_answered(assistant: Assistant) -> None:
    with pytest.raises(ConversationNotFoundError):
        await assistant.converse.hear("no-such-conversation", ChoicePressed("0-self"), "key-1")


async def test_starting_anew_erases_what_was_said_but_not_what_was_sent(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()

    # When
    await person.says("iš naujo")
    await person.presses("Taip, iš naujo")

    # Then
    assert await person.seen() == ["Taip, iš naujo", person.message.text]
    assert (await assistant.casework.open(ona, number)).request.name == "Ona Onaitė"
    await person.presses("Man")
    assert number == (await person.presses("Mano prašymas")).referral.number  # type: ignore[union-attr]  # the status always names it


async def test_a_request_after_starting_anew_is_a_new_one(assistant: Assistant) -> None:
    person = Person(assistant)
    first = await person.sends()
    await person.says("iš naujo")
    await person.presses("Taip, iš naujo")
    for label in ("Man", "Siųsti prašymą", "Atvejo vadyba"):
        await person.presses(label)
    await person.says("Kretinga")
    await person.says("Ona Onaitė")
    await person.presses("Parašyti čia")
    await person.presses("Ne, tai viskas")
    await person.presses("Siųsti")

    assert person.number != first
    assert len(await sent_by(person)) == 2
