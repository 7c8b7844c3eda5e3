"""Four ways in which other products said "sent" of what was not sent; and that a failure concerns one recipient alone.

Each is a bug that was reported of a message product in use: a retry that only changed the label, a dead background job
that left "sent" behind, a provider's error that was not attached, a failed sending shown as a success.
"""

import asyncio
from datetime import timedelta

import pytest

from assistant.adapters.mail import SmtpLetterbox
from assistant.bootstrap import Assistant
from assistant.conversation.state import Channel
from assistant.delivery.outbox import LEASE, Carrier, State
from assistant.errors import FailureReason, PermanentFailureError, TemporaryFailureError
from assistant.usecases.deliver import Deliver
from assistant.usecases.ports import StaffMember
from tests.adapters.test_mail import Server, _mail_server
from tests.usecases.conftest import Opens
from tests.usecases.delivering import FIRST, SECOND, TWO_LETTERS, Post, Silent, about, all_about, delivering
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

GONE = PermanentFailureError("550 5.1.1 no such mailbox", FailureReason.REFUSED)


async def test_pressing_retry_changes_no_label_to_sent_but_really_sends(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    # Given a letter that a real mail server has refused for good
    number = await Person(assistant).sends()
    server: Server
    async with _mail_server() as server:
        server.recipient_answers = ["550 5.1.1 no such mailbox"]
        deliver = delivering(assistant, SmtpLetterbox(server.url, "aiskiai@kretinga.example"))
        await deliver.once()
        assert (await about(assistant, number)).state is State.FAILED_FOR_GOOD
        clock.passes(timedelta(days=4))
        assert await deliver.once() == 0

        # When staff press retry
        assert await assistant.casework.retry(ona, number) == 1

        # Then it is in line and not called sent, and its error is still there
        [waiting] = await assistant.casework.deliveries(ona, number)
        assert (waiting.state, waiting.sent_at, waiting.last_error) == (
            State.CREATED,
            None,
            "550 5.1.1 no such mailbox",
        )
        assert server.letters == []

        # And the letter arrives at the server, and only then it is sent
        assert await deliver.once() == 1
        [letter] = server.letters
    assert letter["Message-ID"].startswith(f"<{waiting.id}@")
    [sent] = await assistant.casework.deliveries(ona, number)
    assert (sent.state, sent.sent_at, sent.reason, sent.last_error) == (State.SENT, clock.now(), None, "")


async def test_after_retry_the_three_days_and_the_waits_are_counted_anew(
    assistant: Assistant, ona: StaffMember, clock: FakeClock
) -> None:
    number = await Person(assistant).sends()
    deliver = delivering(assistant, Post([GONE, TemporaryFailureError("451 later")]))
    await deliver.once()
    clock.passes(timedelta(days=5))
    await assistant.casework.retry(ona, number)

    await deliver.once()

    failed = await about(assistant, number)
    assert (failed.state, failed.attempts) == (State.FAILED_TEMPORARILY, 1)
    assert failed.next_try_at == clock.now() + timedelta(minutes=1)


async def test_a_worker_that_dies_leaves_sending_behind_and_never_sent(
    two: tuple[Assistant, Assistant], clock: FakeClock
) -> None:
    # Given a worker that is killed while it waits for the server
    here, there = two
    number = await Person(here).sends()
    silent = Silent()
    dying = asyncio.create_task(delivering(here, silent).once())
    await silent.was_asked.wait()
    dying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dying

    # Then for as long as nobody has taken it over, it is being sent, and that is all that is said
    assert (await about(there, number)).state is State.SENDING
    clock.passes(LEASE)
    assert (await about(there, number)).state is State.SENDING

    # And the next one takes it over without anybody's help
    post = Post()
    assert await delivering(there, post).once() == 1
    assert (await about(there, number)).state is State.SENT
    assert len(post.letters) == 1


@pytest.mark.parametrize(
    ("failure", "state", "reason", "words"),
    [
        (GONE, State.FAILED_FOR_GOOD, FailureReason.REFUSED, "550 5.1.1 no such mailbox"),
        (
            TemporaryFailureError("451 busy", FailureReason.LATER),
            State.FAILED_TEMPORARILY,
            FailureReason.LATER,
            "451 busy",
        ),
        (ValueError("Ona Onaitė"), State.FAILED_TEMPORARILY, FailureReason.UNKNOWN, "ValueError"),
    ],
    ids=["refused", "later", "a fault of ours"],
)
async def test_what_the_other_side_said_stays_with_the_entry(
    assistant: Assistant, ona: StaffMember, failure: Exception, state: State, reason: FailureReason, words: str
) -> None:
    number = await Person(assistant).sends()

    await delivering(assistant, Post([failure])).once()

    [failed] = await assistant.casework.deliveries(ona, number)
    assert (failed.state, failed.reason, failed.last_error, failed.sent_at) == (state, reason, words, None)


@pytest.mark.parametrize(
    "failure", [GONE, TemporaryFailureError("451"), ValueError("a fault of ours"), OSError("line cut"), TimeoutError()]
)
async def test_whatever_goes_wrong_is_no_success_and_holds_up_nobody(opens: Opens, failure: Exception) -> None:
    assistant = await opens(recipients=TWO_LETTERS)
    number = await Person(assistant).sends()
    post = Post([failure])

    assert await delivering(assistant, post).once() == 2

    failed, sent = await all_about(assistant, number)
    assert failed.state in {State.FAILED_TEMPORARILY, State.FAILED_FOR_GOOD}
    assert sent.state is State.SENT
    assert [letter.to for letter in post.letters] == [SECOND]


async def test_a_server_that_says_nothing_is_no_success_and_is_left_before_the_lease_ends(assistant: Assistant) -> None:
    number = await Person(assistant).sends()
    deliver = Deliver(
        units=assistant.units,
        clock=assistant.clock,
        secrets=assistant.secrets,
        writer=assistant.writer,
        letterbox=Silent(),
        longest_try_seconds=0.01,
    )

    await deliver.once()

    failed = await about(assistant, number)
    assert (failed.state, failed.reason) == (State.FAILED_TEMPORARILY, FailureReason.NO_ANSWER)


async def test_a_failure_is_repeated_to_that_recipient_alone(opens: Opens, clock: FakeClock) -> None:
    # Given two recipients, of whom the first is busy
    assistant = await opens(recipients=TWO_LETTERS)
    number = await Person(assistant).sends()
    post = Post([TemporaryFailureError("451 later")])
    deliver = delivering(assistant, post)
    await deliver.once()
    assert [entry.state for entry in await all_about(assistant, number)] == [State.FAILED_TEMPORARILY, State.SENT]

    # When
    clock.passes(timedelta(minutes=1))
    assert await deliver.once() == 1

    # Then each has it once, under an id of its own
    assert [letter.to for letter in post.letters] == [SECOND, FIRST]
    assert len({letter.id for letter in post.letters}) == 2
    assert {entry.state for entry in await all_about(assistant, number)} == {State.SENT}


async def test_taking_the_request_back_cancels_what_is_not_sent_yet(opens: Opens, clock: FakeClock) -> None:
    # Given one recipient who has it and one who is busy
    assistant = await opens(recipients=TWO_LETTERS)
    person = Person(assistant)
    number = await person.sends()
    post = Post([TemporaryFailureError("451 later")])
    deliver = delivering(assistant, post)
    await deliver.once()

    # When
    for label in ("Mano prašymas", "Atsiimti prašymą", "Taip, atsiimti"):
        await person.presses(label)

    # Then
    assert [entry.state for entry in await all_about(assistant, number)] == [State.CANCELLED, State.SENT]
    clock.passes(timedelta(days=1))
    assert await deliver.once() == 0
    assert [letter.to for letter in post.letters] == [SECOND]


async def test_closing_cancels_word_to_the_department_but_not_the_reply_to_the_person(
    assistant: Assistant, ona: StaffMember
) -> None:
    number = await Person(assistant, Channel.TELEGRAM).sends()
    await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")

    await assistant.casework.close(ona, number, 1)

    assert {entry.carrier: entry.state for entry in await all_about(assistant, number)} == {
        Carrier.LETTER: State.CANCELLED,
        Carrier.TELEGRAM: State.CREATED,
    }


async def test_what_is_cancelled_is_not_put_back_by_retry(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.close(ona, number, 0)

    assert await assistant.casework.retry(ona, number) == 0
    assert (await about(assistant, number)).state is State.CANCELLED
