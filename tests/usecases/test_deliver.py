"""What waits is handed over: again after a failure, never by two at once, and sent only when the other side has it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.adapters.mail import SmtpLetterbox
from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel
from assistant.delivery.outbox import GIVE_UP_AFTER, LEASE, Carrier, OutboxEntry, State
from assistant.errors import AiskiaiError, PermanentFailureError, TemporaryFailureError
from assistant.referrals.referral import spoken_number
from assistant.usecases.deliver import BATCH, Deliver
from assistant.usecases.means import Letter
from assistant.usecases.ports import StaffMember
from tests.adapters.test_mail import Server, _mail_server
from tests.usecases.delivering import Chats, Post, Silent, about, delivering
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import CHAT, Person

MINUTE = timedelta(minutes=1)


async def put(assistant: Assistant, count: int) -> list[str]:
    """So many letters wait; gives their ids."""
    ids = [f"entry-{number:02}" for number in range(count)]
    async with assistant.units() as work:
        for entry_id in ids:
            await work.outbox.add(OutboxEntry(entry_id, Carrier.LETTER, "skyrius@example.lt", "47128035", START, START))
        await work.commit()
    return ids


async def test_a_letter_tells_the_number_and_where_to_read_it_and_nothing_of_the_person(assistant: Assistant) -> None:
    number = await Person(assistant).sends()
    post = Post()

    assert await delivering(assistant, post).once() == 1

    [letter] = post.letters
    assert spoken_number(number) in letter.subject
    assert f"https://aiskiai.example/inbox/{number}" in letter.body
    whole = f"{letter.subject}\n{letter.body}"
    assert not any(private in whole for private in ("Ona", "Onaitė", "612", "34567", "sunku"))
    sent = await about(assistant, number)
    assert (sent.state, sent.sent_at, sent.attempts) == (State.SENT, START, 1)


async def test_a_temporary_failure_is_tried_again_later_and_later(assistant: Assistant, clock: FakeClock) -> None:
    # Given
    number = await Person(assistant).sends()
    post = Post([TemporaryFailureError("451 later"), TemporaryFailureError("451 later")])
    deliver = delivering(assistant, post)

    # When it fails
    await deliver.once()

    # Then it waits a minute
    waiting = await about(assistant, number)
    assert (waiting.state, waiting.attempts, waiting.last_error) == (State.FAILED_TEMPORARILY, 1, "451 later")
    clock.passes(MINUTE - timedelta(seconds=1))
    assert await deliver.once() == 0
    clock.passes(timedelta(seconds=1))
    assert await deliver.once() == 1

    # And after the second failure two minutes
    clock.passes(MINUTE)
    assert await deliver.once() == 0
    clock.passes(MINUTE)
    assert await deliver.once() == 1
    sent = await about(assistant, number)
    assert (sent.state, sent.attempts, sent.last_error) == (State.SENT, 3, "")
    assert len(post.letters) == 1


async def test_after_three_days_of_failures_a_human_must_look(assistant: Assistant, clock: FakeClock) -> None:
    number = await Person(assistant).sends()
    deliver = delivering(assistant, Post([TemporaryFailureError("451 later")] * 2))
    await deliver.once()

    clock.passes(GIVE_UP_AFTER)
    await deliver.once()

    given_up = await about(assistant, number)
    assert (given_up.state, given_up.last_error) == (State.FAILED_FOR_GOOD, "451 later")
    clock.passes(GIVE_UP_AFTER)
    assert await deliver.once() == 0


async def test_a_permanent_failure_is_not_tried_again_and_staff_see_it(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    # Given
    number = await Person(assistant).sends()
    deliver = delivering(assistant, Post([PermanentFailureError("550 no such mailbox")]))

    # When
    await deliver.once()
    clock.passes(timedelta(days=2))

    # Then
    assert await deliver.once() == 0
    [failed] = await assistant.casework.deliveries(ona, number)
    assert (failed.state, failed.last_error, failed.sent_at) == (State.FAILED_FOR_GOOD, "550 no such mailbox", None)


async def test_a_failure_does_not_hold_up_the_others(assistant: Assistant) -> None:
    await put(assistant, 3)
    post = Post([PermanentFailureError("550"), TemporaryFailureError("451")])

    assert await delivering(assistant, post).once() == 3

    assert len(post.letters) == 1


async def test_what_cannot_be_read_any_more_does_not_hold_up_what_waits_behind_it(assistant: Assistant) -> None:
    await put(assistant, 2)
    post = Post([AiskiaiError("a stored record cannot be read")])

    assert await delivering(assistant, post).once() == 2

    assert len(post.letters) == 1
    async with assistant.units() as work:
        assert [entry.state for entry in await work.outbox.of_subject("47128035")] == [
            State.FAILED_FOR_GOOD,
            State.SENT,
        ]


class Watching(Post):
    """Looks at what the database says while the letter is under way."""

    def __init__(self, assistant: Assistant, number: str) -> None:
        super().__init__()
        self._assistant = assistant
        self._number = number
        self.meanwhile: list[State] = []

    async def post(self, letter: Letter) -> None:
        self.meanwhile.append((await about(self._assistant, self._number)).state)
        await super().post(letter)


async def test_an_entry_is_sent_only_after_the_other_side_has_it(assistant: Assistant) -> None:
    number = await Person(assistant).sends()
    post = Watching(assistant, number)

    await delivering(assistant, post).once()

    assert post.meanwhile == [State.SENDING]
    assert (await about(assistant, number)).state is State.SENT


async def test_a_worker_that_dies_while_handing_over_leaves_the_letter_to_another(
    two: tuple[Assistant, Assistant], clock: FakeClock
) -> None:
    # Given a worker that is stopped before the server answered
    here, there = two
    number = await Person(here).sends()
    silent, post = Silent(), Post()
    dying = asyncio.create_task(delivering(here, silent).once())
    await silent.was_asked.wait()
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying

    # When another one looks, and looks again when the lease is over
    assert await delivering(there, post).once() == 0
    clock.passes(LEASE)
    assert await delivering(there, post).once() == 1

    # Then the letter went under the id that it had from the beginning
    sent = await about(there, number)
    assert sent.state is State.SENT
    assert [letter.id for letter in post.letters] == [sent.id]


async def test_two_workers_never_send_the_same_letter(two: tuple[Assistant, Assistant]) -> None:
    # Given more letters than one worker takes at once
    here, there = two
    ids = await put(here, 2 * BATCH + 3)
    post = Post()

    # When both work at the same time until nothing is left
    async def works(deliver: Deliver) -> None:
        while await deliver.once():
            pass

    await asyncio.gather(*(works(delivering(at, post)) for at in (here, there, here, there)))

    # Then
    assert sorted(letter.id for letter in post.letters) == ids


async def test_a_reply_is_brought_to_the_chat_by_whoever_can(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")
    post, chats = Post(), Chats()

    # When the worker that has only mail and the bot that has only chats both do their round
    assert await delivering(assistant, post).once() == 1
    assert await delivering(assistant, chats=chats).once() == 1

    # Then each did its own
    assert len(post.letters) == 1
    [(chat, messages)] = chats.brought
    assert chat == CHAT
    assert messages[0].kind is Kind.REPLY
    assert messages[-1].choices
    assert (await about(assistant, number)).state is State.SENT


async def test_a_reply_that_is_no_longer_kept_is_not_called_sent(assistant: Assistant, ona: StaffMember) -> None:
    # Given a person who begins anew before the bot has brought the reply
    person = Person(assistant, Channel.TELEGRAM)
    number = await person.sends()
    await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")
    await person.says("iš naujo")
    await person.presses("Taip, iš naujo")
    chats = Chats()

    # When
    await delivering(assistant, chats=chats).once()

    # Then staff can see it, and the person still finds with the request that there is a reply
    assert chats.brought == []
    assert (await about(assistant, number)).state is State.FAILED_FOR_GOOD
    await person.presses("Man")
    assert "Darbuotojas Jums parašė." in (await person.presses("Mano prašymas")).sentences


async def test_without_means_nothing_is_taken(assistant: Assistant) -> None:
    await put(assistant, 1)

    assert await delivering(assistant).once() == 0
    assert await delivering(assistant, Post()).once() == 1


async def test_a_real_server_that_says_later_gets_the_letter_a_minute_later(
    assistant: Assistant, clock: FakeClock
) -> None:
    # Given
    number = await Person(assistant).sends()
    server: Server
    async with _mail_server() as server:
        server.data_answers = ["451 4.3.0 try later"]
        deliver = delivering(assistant, SmtpLetterbox(server.url, "aiskiai@kretinga.example"))

        # When
        await deliver.once()
        assert server.letters == []
        assert (await about(assistant, number)).state is State.FAILED_TEMPORARILY
        clock.passes(MINUTE)
        await deliver.once()

        # Then
        [letter] = server.letters
        sent = await about(assistant, number)
        assert sent == replace(sent, state=State.SENT, attempts=2, sent_at=clock.now())
        assert letter["Message-ID"].startswith(f"<{sent.id}@")
