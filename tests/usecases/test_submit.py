"""A request, its letter and the conversation are stored together or not at all."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.turn import SubmitReferral
from assistant.delivery.outbox import Carrier, OutboxEntry, State
from assistant.errors import ReferralChangedError
from assistant.referrals.confirming import Confirmation
from assistant.referrals.numbers import BLOCK_SIZE, BLOCKS, number_in
from assistant.referrals.referral import Status
from assistant.referrals.request import Request
from assistant.referrals.thread import EntryKind
from assistant.usecases.ports import Clock, Secrets, StaffMember
from assistant.usecases.submit import SubmitRequest
from tests.usecases.failing import CommitFailedError, converse_without_commit
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import Person

DRAFT = SubmitReferral("conversation-1/1", Request("kretingos-rajono", "talk", for_other=False, name="Ona"))
CONVERSATION = Conversation("conversation-1", Channel.WEB)
FIRST, SECOND = number_in(111, 1111), number_in(111, 2222)


class Told:
    """The port Secrets with numbers that a test tells beforehand."""

    def __init__(self, *numbers: str) -> None:
        self._numbers = list(numbers)
        self._tokens = 0

    def token(self) -> str:
        self._tokens += 1
        return f"token-{self._tokens}-{'-'.join(self._numbers)}"

    def hashed(self, secret: str) -> str:
        return secret

    def below(self, limit: int) -> int:
        if limit != BLOCK_SIZE:
            # The block, where none is open yet.
            return BLOCKS.index(int(self._numbers[0][:3]))
        return int(self._numbers.pop(0)[3:7])


def submitting(assistant: Assistant, secrets: Secrets, clock: Clock | None = None) -> SubmitRequest:
    return SubmitRequest(present=assistant.present, clock=clock or assistant.clock, secrets=secrets)


async def entries_about(assistant: Assistant, number: str) -> tuple[OutboxEntry, ...]:
    async with assistant.units() as work:
        return await work.outbox.of_subject(number)


async def test_what_was_filled_in_is_what_the_municipality_gets(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    referral = await assistant.casework.open(ona, number)

    assert referral.request == Request(
        municipality="kretingos-rajono",
        need="talk",
        for_other=False,
        name="Ona Onaitė",
        phone="+37061234567",
        call_time="Ryte",
        note="Man sunku kalbėti telefonu",
    )
    assert (referral.status, referral.sent_at) == (Status.NEW, START)


async def test_the_thread_keeps_who_wanted_it_sent_as_it_was_then(assistant: Assistant) -> None:
    request = replace(DRAFT.request, for_other=True, confirmation=Confirmation.CANNOT_SAY)

    async with assistant.units() as work:
        sent = await submitting(assistant, Told(FIRST))(work, CONVERSATION, replace(DRAFT, request=request))
        await work.commit()

    async with assistant.units() as work:
        [stored] = await work.referrals.of_conversation(CONVERSATION.id)
    assert stored == sent
    assert stored.request.confirmation is Confirmation.CANNOT_SAY
    assert stored.thread[0].details.confirmation is Confirmation.CANNOT_SAY


async def test_one_letter_without_personal_data_waits_for_the_department(assistant: Assistant) -> None:
    number = await Person(assistant).sends()

    [letter] = await entries_about(assistant, number)

    assert letter.recipient == assistant.library.routes["kretingos-rajono"].recipients[0].to
    assert (letter.carrier, letter.state, letter.next_try_at) == (Carrier.LETTER, State.CREATED, START)
    assert not any(private in str(letter) for private in ("Ona", "Onaitė", "612", "telefonu"))


async def test_where_the_commit_fails_nothing_exists_and_the_tap_can_be_repeated(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    person = Person(assistant)
    await person.fills_in()
    before = await person.seen()
    tap = person.tap("Siųsti")

    # When
    with pytest.raises(CommitFailedError):
        await converse_without_commit(assistant).hear(person.conversation, tap, "key-1")

    # Then there is no referral, no letter, no receipt, and the event counts as not heard
    assert await assistant.casework.inbox(ona) == ()
    async with assistant.units() as work:
        assert await work.outbox.claim(list(Carrier), assistant.clock.now(), 10) == ()
        assert await work.conversations.heard(person.conversation, "key-1") is None
    assert await person.seen() == before

    # When the same tap comes once more
    await person.does(tap, "key-1")

    # Then it counts
    [referral] = await assistant.casework.inbox(ona)
    assert referral.number == person.number
    assert len(await entries_about(assistant, person.number)) == 1


async def test_a_conversation_whose_commit_fails_never_began(assistant: Assistant) -> None:
    with pytest.raises(CommitFailedError):
        await converse_without_commit(assistant).open(Channel.WEB)

    assert await assistant.converse.conversation_of(Channel.WEB, "") is None


async def test_a_draft_that_was_sent_keeps_its_number(assistant: Assistant) -> None:
    submit = submitting(assistant, Told(FIRST, SECOND))
    async with assistant.units() as work:
        once = await submit(work, CONVERSATION, DRAFT)
        twice = await submit(work, CONVERSATION, DRAFT)
        await work.commit()

    assert once.number == twice.number == FIRST
    assert once.promised is None
    assert len(await entries_about(assistant, FIRST)) == 1


async def test_a_draft_sent_from_two_sides_at_once_is_one_referral(two: tuple[Assistant, Assistant]) -> None:
    # Given
    async def sends(assistant: Assistant, number: str) -> str:
        async with assistant.units() as work:
            sent = await submitting(assistant, Told(number))(work, CONVERSATION, DRAFT)
            await work.commit()
        return sent.number

    # When
    told = await asyncio.gather(
        *(sends(at, number) for at, number in zip(two, (FIRST, SECOND), strict=True)), return_exceptions=True
    )

    # Then the slower one was told the same number, or failed as a whole
    async with two[0].units() as work:
        [stored] = await work.referrals.of_conversation(CONVERSATION.id)
    assert stored.number in told
    assert all(result == stored.number or isinstance(result, ReferralChangedError) for result in told)
    # Each opens a block of its own, so that the winner's number may be of another block than the one that was meant.
    about = [entry for number in {FIRST, SECOND, stored.number} for entry in await entries_about(two[0], number)]
    assert [entry.subject for entry in about] == [stored.number]


async def test_a_number_that_is_taken_is_not_given_twice(assistant: Assistant) -> None:
    submit = submitting(assistant, Told(FIRST, FIRST, FIRST, SECOND))
    another = SubmitReferral("conversation-1/2", DRAFT.request)
    async with assistant.units() as work:
        await submit(work, CONVERSATION, DRAFT)
        sent = await submit(work, CONVERSATION, another)
        await work.commit()

    assert sent.number == SECOND


async def test_without_a_promise_of_the_municipality_no_day_is_promised(assistant: Assistant) -> None:
    assert assistant.library.routes["kretingos-rajono"].promise_days is None
    person = Person(assistant)
    await person.sends()

    assert not any("2026" in sentence for sentence in person.message.sentences)


async def test_the_day_of_sending_is_the_day_in_lithuania(assistant: Assistant, ona: StaffMember) -> None:
    # Given half past midnight in Lithuania, when it is still yesterday in UTC
    clock = FakeClock(START.replace(day=23, hour=22, minute=30))
    assert (clock.today(), clock.now().date()) == (date(2026, 11, 24), date(2026, 11, 23))

    # When
    async with assistant.units() as work:
        sent = await submitting(assistant, Told(FIRST), clock)(work, CONVERSATION, DRAFT)
        await work.commit()

    # Then the moment is kept as it was
    assert (await assistant.casework.open(ona, sent.number)).sent_at == clock.now()


async def test_a_request_taken_back_stays_in_the_inbox_as_such(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()

    # When
    await person.presses("Mano prašymas")
    await person.presses("Atsiimti prašymą")
    await person.presses("Taip, atsiimti")

    # Then
    referral = await assistant.casework.open(ona, number)
    assert [entry.kind for entry in referral.thread] == [EntryKind.SENT, EntryKind.WITHDRAWN]
    assert "Atsiimti prašymą" not in [choice.label for choice in person.message.choices]


async def test_what_is_over_cannot_be_taken_back(assistant: Assistant, ona: StaffMember) -> None:
    # Given a person who thinks about it while staff close the request
    person = Person(assistant)
    number = await person.sends()
    await person.presses("Mano prašymas")
    await person.presses("Atsiimti prašymą")
    known = await assistant.casework.open(ona, number)
    await assistant.casework.close(ona, number, known.version)

    # When
    await person.presses("Taip, atsiimti")

    # Then it stays closed, and the person is told so
    referral = await assistant.casework.open(ona, number)
    assert referral.status is Status.CLOSED
    assert person.message.referral is not None
    assert person.message.referral.status == Status.CLOSED


async def test_nobody_takes_back_what_another_person_sent(assistant: Assistant, ona: StaffMember) -> None:
    person, stranger = Person(assistant), Person(assistant)
    number = await person.sends()
    await stranger.sends()

    async with assistant.units() as work:
        conversation = await work.conversations.load(stranger.conversation)
        await submitting(assistant, Told()).withdraw(work, conversation, number)
        await work.commit()

    assert (await assistant.casework.open(ona, number)).status is Status.NEW
