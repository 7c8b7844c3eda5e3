"""Staff ask the person, and the person answers from wherever they are; one question, one answer."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import ChoicePressed, TextReceived
from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.errors import ReferralAlreadyClosedError, ReferralChangedError, ReferralNotFoundError
from assistant.library.library import Library
from assistant.referrals.questions import Question
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import Author, EntryKind
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import CHAT, Person
from tests.usecases.promising import promising
from tests.usecases.test_casework import member_in

TIME = Question("Kada Jums tinka ateiti?", ("Ryte", "Po pietų"), may_write=True)
BUS = Question("Ar galite atvažiuoti autobusu?", ("Taip", "Ne"))


async def asked(person: Person) -> list[Message]:
    """The questions of staff that stand in the conversation."""
    lines = await person.assistant.converse.lines(person.conversation)
    return [line.message for line in lines if line.message and line.message.kind is Kind.ASKED]


def button(message: Message, label: str) -> ChoicePressed:
    return ChoicePressed(next(choice.id for choice in message.choices if choice.label == label))


async def kinds(assistant: Assistant, member: StaffMember, number: str) -> list[EntryKind]:
    return [entry.kind for entry in (await assistant.casework.open(member, number)).thread]


async def test_a_question_stands_in_the_conversation_with_its_answers_and_the_present_question_below(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()

    # When
    referral = await assistant.asking.ask(ona, number, 0, TIME, "form-1")

    # Then staff wait for the person, and whoever asked has it
    assert referral.status is Status.WAITING
    assert (referral.thread[-1].kind, referral.thread[-1].by, referral.taken_by) == (
        EntryKind.ASKED,
        ona.email,
        ona.email,
    )
    assert referral.question is not None
    assert referral.question.question == TIME
    # And the person reads it word for word, with something to press
    [question] = await asked(person)
    assert question.sentences[-1] == "Kada Jums tinka ateiti?"
    assert [choice.label for choice in question.choices] == ["Ryte", "Po pietų", "Noriu parašyti"]
    (*_, last) = await assistant.converse.lines(person.conversation)
    assert last.message is not None
    assert "Meniu" in [choice.label for choice in last.message.choices]


async def test_one_press_is_the_answer_and_staff_get_a_letter_that_says_nothing_of_it(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    [question] = await asked(person)

    # When
    answer = await person.does(button(question, "Po pietų"))

    # Then
    assert answer.sentences[:3] == ("Ačiū!", "Jūsų atsakymas: Po pietų", "Darbuotojas perskaitys Jūsų atsakymą.")
    referral = await assistant.casework.open(ona, number)
    told = referral.thread[-1]
    assert (told.kind, told.author, told.text) == (EntryKind.TOLD, Author.PERSON, "Po pietų")
    assert (referral.status, referral.question) == (Status.TAKEN, None)
    assert "Po pietų" in await person.seen()
    [letter] = [e for e in await assistant.casework.deliveries(ona, number) if e.carrier is Carrier.LETTER_TOLD]
    written = await assistant.writer.letter(letter)
    assert "Po pietų" not in written.body
    assert f"/inbox/{number}" in written.body


async def test_the_buttons_work_however_far_the_talk_has_gone(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, BUS, "form-1")
    [question] = await asked(person)

    for words in ("kas yra atvejo vadyba?", "meniu", "kiek kainuoja dirbtuvės?"):
        await person.says(words)
    await person.does(button(question, "Taip"))

    assert (await assistant.casework.open(ona, number)).thread[-1].text == "Taip"


async def test_a_second_tap_changes_nothing(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, BUS, "form-1")
    [question] = await asked(person)

    await person.does(button(question, "Taip"))
    await person.does(button(question, "Taip"))
    other = await person.does(button(question, "Ne"))

    assert other.sentences[0] == "Į šį klausimą Jūs jau atsakėte."
    assert await kinds(assistant, ona, number) == [EntryKind.SENT, EntryKind.ASKED, EntryKind.TOLD]


async def test_two_taps_at_once_are_one_answer(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(here)
    await here.asking.ask(member, number, 0, BUS, "form-1")
    [question] = await asked(person)

    taps = (button(question, "Taip"), button(question, "Ne"), button(question, "Taip"))
    await asyncio.gather(
        *(at.converse.hear(person.conversation, tap) for at, tap in zip((here, there, here), taps, strict=True))
    )

    assert await kinds(here, member, number) == [EntryKind.SENT, EntryKind.ASKED, EntryKind.TOLD]
    letters = [e for e in await here.casework.deliveries(member, number) if e.carrier is Carrier.LETTER_TOLD]
    assert len(letters) == 1


async def test_the_same_form_sent_again_is_one_question(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")

    for version in (0, 1):
        again = await assistant.asking.ask(ona, number, version, TIME, "form-1")
        assert [entry.kind for entry in again.thread] == [EntryKind.SENT, EntryKind.ASKED]

    assert len(await asked(person)) == 1
    pushed = [e for e in await assistant.casework.deliveries(ona, number) if e.carrier is Carrier.TELEGRAM]
    assert [entry.recipient for entry in pushed] == [CHAT]


async def test_the_same_form_sent_from_two_sides_at_once_is_one_question(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(here)

    results = await asyncio.gather(
        *(at.asking.ask(member, number, 0, TIME, "form-1") for at in (here, there, here, there))
    )

    assert {len(referral.thread) for referral in results} == {2}
    assert len(await asked(person)) == 1


async def test_of_a_reply_and_a_question_at_once_one_is_refused(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    number = await Person(here).sends()
    member = await member_in(here)

    results = await asyncio.gather(
        here.casework.reply(member, number, 0, "Ateikite rytoj.", "form-1"),
        there.asking.ask(member, number, 0, TIME, "form-2"),
        return_exceptions=True,
    )

    assert {type(result) for result in results} == {Referral, ReferralChangedError}


async def test_a_question_and_the_person_at_the_same_moment_both_count(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(here)
    number = await person.sends()
    member = await member_in(there)

    await asyncio.gather(
        *(here.converse.hear(person.conversation, TextReceived(f"labas {letter}")) for letter in "abcd"),
        there.asking.ask(member, number, 0, TIME, "form-1"),
    )

    assert len(await asked(person)) == 1
    said = [text for text in await person.seen() if text.startswith("labas")]
    assert sorted(said) == ["labas a", "labas b", "labas c", "labas d"]


async def test_nothing_is_asked_where_the_page_was_old_or_the_work_is_over(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    elsewhere = await member_in(assistant, "palangos-miesto")
    with pytest.raises(ReferralNotFoundError):
        await assistant.asking.ask(elsewhere, number, 0, TIME, "form-1")
    with pytest.raises(ReferralNotFoundError):
        await assistant.asking.shown(elsewhere, number, TIME)
    await assistant.casework.take(ona, number, 0)
    with pytest.raises(ReferralChangedError):
        await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    await assistant.casework.close(ona, number, 1)
    with pytest.raises(ReferralAlreadyClosedError):
        await assistant.asking.ask(ona, number, 2, TIME, "form-1")

    assert await asked(person) == []


async def test_what_is_written_goes_to_staff_only_after_it_was_read_once_more(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    [question] = await asked(person)

    # When
    await person.does(button(question, "Noriu parašyti"))
    shown = await person.says("Ateisiu trečiadienį po dešimtos")

    # Then nothing is sent yet
    assert shown.sentences == ("Jūsų atsakymas: Ateisiu trečiadienį po dešimtos", "Ar siųsti šį atsakymą?")
    assert (await assistant.casework.open(ona, number)).status is Status.WAITING
    await person.presses("Taip, siųsti")
    referral = await assistant.casework.open(ona, number)
    assert (referral.thread[-1].kind, referral.thread[-1].text) == (EntryKind.TOLD, "Ateisiu trečiadienį po dešimtos")


async def test_a_personal_code_is_kept_nowhere(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    [question] = await asked(person)

    await person.does(button(question, "Noriu parašyti"))
    warned = await person.says("Mano kodas 39001010077, ateisiu rytoj")
    await person.presses("Taip, siųsti")

    assert "Čia nerašykite asmens kodo." in warned.sentences
    assert "39001010077" not in (await assistant.casework.open(ona, number)).thread[-1].text
    assert "39001010077" not in " ".join(await person.seen())


async def test_a_newer_question_takes_the_place_of_the_older_one(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    await assistant.asking.ask(ona, number, 1, BUS, "form-2")
    older, newer = await asked(person)

    refused = await person.does(button(older, "Ryte"))
    writing = await person.does(button(older, "Noriu parašyti"))
    await person.does(button(newer, "Ne"))

    assert refused.sentences[0] == writing.sentences[0] == "Į šį klausimą atsakyti jau nereikia."
    referral = await assistant.casework.open(ona, number)
    assert [entry.text for entry in referral.thread if entry.kind is EntryKind.TOLD] == ["Ne"]


async def test_nobody_answers_once_the_work_is_over_or_where_the_request_is_not_theirs(
    assistant: Assistant, ona: StaffMember
) -> None:
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, BUS, "form-1")
    [question] = await asked(person)
    stranger = Person(assistant)
    await stranger.opens()

    refused = await stranger.does(button(question, "Taip"))
    await assistant.casework.close(ona, number, 1)
    late = await person.does(button(question, "Taip"))

    assert refused.sentences[0] == late.sentences[0] == "Į šį klausimą atsakyti jau nereikia."
    assert await kinds(assistant, ona, number) == [EntryKind.SENT, EntryKind.ASKED, EntryKind.CLOSED]


async def test_the_status_shows_the_question_until_it_is_answered(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")

    # When
    await person.says("meniu")
    status = await person.presses("Mano prašymas")

    # Then
    assert "Darbuotojas laukia Jūsų atsakymo." in status.sentences
    assert status.sentences[-1] == "Kada Jums tinka ateiti?"
    # And after the answer it shows how the request stands now
    after = await person.presses("Ryte")
    assert after.sentences[0] == "Ačiū!"
    assert "Darbuotojas skaito Jūsų prašymą." in after.sentences
    assert "Ryte" not in [choice.label for choice in after.choices]
    assert (await assistant.casework.open(ona, number)).thread[-1].text == "Ryte"


async def test_whoever_opened_it_by_its_receipt_may_answer_there(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    words = person.words
    await assistant.asking.ask(ona, number, 0, BUS, "form-1")
    elsewhere = Person(assistant)
    await elsewhere.opens()
    await elsewhere.presses("Man")
    await elsewhere.opens_receipt(number, words, "4567")

    # When
    await elsewhere.presses("Taip, rašyti")
    await elsewhere.presses("Taip")

    # Then
    assert (await assistant.casework.open(ona, number)).thread[-1].text == "Taip"
    # And the first place learns of it at the next press
    [question] = await asked(person)
    assert (await person.does(button(question, "Ne"))).sentences[0] == "Į šį klausimą Jūs jau atsakėte."


async def test_a_question_is_no_answer_but_while_staff_wait_nobody_is_told_that_they_are_late(
    tmp_path: Path, library: Library, clock: FakeClock
) -> None:
    async with promising(tmp_path, library, clock, days=3) as assistant:
        # Given a request of Monday that is promised to be answered by Thursday, and a question
        person = Person(assistant)
        number = await person.sends()
        member = await member_in(assistant)
        referral = await assistant.asking.ask(member, number, 0, BUS, "form-1")

        async def carriers() -> set[Carrier]:
            return {entry.carrier for entry in await assistant.casework.deliveries(member, number)}

        # Then the promise still runs, and staff are reminded of it
        assert (referral.promised, referral.has_answer) == (date(2026, 11, 26), False)
        clock.passes(timedelta(days=2))
        assert await assistant.promises.once() == 1
        assert Carrier.LETTER_REMINDER in await carriers()

        # When the day is over, the person is not told that the municipality is late: it waits for them
        clock.passes(timedelta(days=2))
        assert await assistant.promises.once() == 0
        assert Carrier.LETTER_OVERDUE not in await carriers()

        # Then the same day counts again as soon as they have answered
        [question] = await asked(person)
        await person.does(button(question, "Taip"))
        assert await assistant.promises.once() == 1
        assert Carrier.LETTER_OVERDUE in await carriers()


async def test_what_is_shown_before_sending_is_what_the_person_reads(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()

    shown = await assistant.asking.shown(ona, number, TIME)
    reply = await assistant.asking.shown(ona, number, "Laba diena.\nAteikite rytoj.")

    assert await kinds(assistant, ona, number) == [EntryKind.SENT]
    await assistant.asking.ask(ona, number, 0, TIME, "form-1")
    await assistant.casework.reply(ona, number, 1, "Laba diena.\nAteikite rytoj.", "form-2")
    lines = await assistant.converse.lines(person.conversation)
    told = [line.message for line in lines if line.message and line.message.kind in {Kind.ASKED, Kind.REPLY}]
    assert [replace(message, id="") for message in told] == [shown, reply]
