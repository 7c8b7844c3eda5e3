"""The watch over the outbox: what is late is cried out, what is stuck is told the operator once a day."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from assistant.bootstrap import Assistant
from assistant.delivery.outbox import LATE_AFTER, Carrier, OutboxEntry, State
from assistant.errors import FailureReason, PermanentFailureError, TemporaryFailureError
from assistant.referrals.referral import spoken_number
from assistant.usecases.access import Role
from tests.usecases.conftest import Opens
from tests.usecases.delivering import Post, about, delivering
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import Person

OPERATOR = "budintis@aiskiai.example"
TODAY = "summary-2026-11-23"
GONE = PermanentFailureError("550 no such mailbox", FailureReason.REFUSED)


@pytest.fixture
async def watched(opens: Opens) -> Assistant:
    """An assistant whose operator reads letters."""
    return await opens(operator_email=OPERATOR)


async def written(assistant: Assistant, entry_id: str = TODAY) -> OutboxEntry | None:
    async with assistant.units() as work:
        return await work.outbox.of_id(entry_id)


async def test_what_waits_longer_than_a_quarter_of_an_hour_is_an_alarm(assistant: Assistant, clock: FakeClock) -> None:
    await Person(assistant).sends()
    clock.passes(LATE_AFTER)
    with capture_logs() as quiet:
        await assistant.watch.once()
    assert not (await assistant.watch.standing()).is_late

    clock.passes(timedelta(seconds=1))
    with capture_logs() as logs:
        await assistant.watch.once()

    assert quiet == []
    [alarm] = logs
    assert (alarm["log_level"], alarm["event"], alarm["oldest_minutes"], alarm["unsent"]) == (
        "error",
        "the outbox is late",
        15,
        1,
    )
    assert (await assistant.watch.standing()).is_late


async def test_when_it_is_handed_over_the_alarm_is_over(assistant: Assistant, clock: FakeClock) -> None:
    await Person(assistant).sends()
    clock.passes(LATE_AFTER * 2)

    await delivering(assistant, Post()).once()

    standing = await assistant.watch.standing()
    assert (standing.is_late, standing.oldest_unsent_age) == (False, timedelta())
    assert standing.counts[State.SENT] == 1


async def test_the_operator_gets_a_list_of_what_is_stuck_without_anything_personal(
    watched: Assistant, clock: FakeClock
) -> None:
    # Given one letter that was refused, and one that has been tried for three hours
    refused = await Person(watched).sends()
    await delivering(watched, Post([GONE])).once()
    busy = await Person(watched).sends()
    clock.passes(timedelta(hours=3))
    await delivering(watched, Post([TemporaryFailureError("451 busy")])).once()

    # When
    clock.passes(timedelta(minutes=10))
    await watched.watch.once()
    post = Post([TemporaryFailureError("451 busy")])
    await delivering(watched, post).once()

    # Then
    letter = next(letter for letter in post.letters if letter.id == TODAY)
    assert (letter.to, letter.subject) == (OPERATOR, "Kiek siuntų stringa: 2")
    lines = [line for line in letter.body.splitlines() if line.startswith("–")]
    assert lines == [
        f"– {spoken_number(refused)}; laiškas skyriui; programa nebebando; laukia: 3 valandos; 550 no such mailbox",
        f"– {spoken_number(busy)}; laiškas skyriui; programa dar bando; laukia: 3 valandos; 451 busy",
    ]
    assert not any(private in letter.body for private in ("Ona", "Onaitė", "612", "telefonu"))


async def test_the_letter_is_written_once_a_day_whoever_looks_and_however_often(
    database_url: str, opens: Opens, clock: FakeClock
) -> None:
    # Given two workers, and a third that starts anew in the middle of the day
    here, there = [await opens(database_url, operator_email=OPERATOR) for _ in range(2)]
    await Person(here).sends()
    clock.passes(timedelta(hours=1))
    await asyncio.gather(*(each.watch.once() for each in (here, there, here, there)))
    clock.passes(timedelta(hours=1))
    again = await opens(database_url, operator_email=OPERATOR)
    await again.watch.once()

    # When
    post = Post()
    for each in (here, there, again):
        await delivering(each, post).once()

    # Then
    assert [letter.id for letter in post.letters if letter.to == OPERATOR] == [TODAY]


async def test_the_next_day_there_is_another_letter_and_not_before_the_morning(
    watched: Assistant, clock: FakeClock
) -> None:
    await Person(watched).sends()
    await delivering(watched, Post([GONE])).once()
    clock.passes(timedelta(hours=1))
    await watched.watch.once()

    # When it is half past seven in Lithuania, and then eight
    tomorrow = "summary-2026-11-24"
    clock.passes(timedelta(hours=20, minutes=30))
    await watched.watch.once()
    assert await written(watched, tomorrow) is None
    clock.passes(timedelta(minutes=30))
    await watched.watch.once()

    # Then
    assert await written(watched) is not None
    assert await written(watched, tomorrow) is not None


async def test_where_nothing_is_stuck_nobody_gets_a_letter(watched: Assistant, clock: FakeClock) -> None:
    await Person(watched).sends()
    await delivering(watched, Post()).once()
    clock.passes(timedelta(hours=1))

    await watched.watch.once()

    assert await written(watched) is None


async def test_without_an_operator_nobody_gets_a_letter(assistant: Assistant, clock: FakeClock) -> None:
    await Person(assistant).sends()
    await delivering(assistant, Post([GONE])).once()
    clock.passes(timedelta(hours=1))

    await assistant.watch.once()

    assert await written(assistant) is None
    async with assistant.units() as work:
        assert await work.outbox.claim(list(Carrier), clock.now(), 10) == ()


async def test_what_fails_for_good_is_told_the_operator_at_once(watched: Assistant) -> None:
    number = await Person(watched).sends()
    post = Post([GONE])

    assert await delivering(watched, post).once() == 2

    [alarm] = post.letters
    assert (alarm.to, alarm.subject) == (OPERATOR, f"Prašymo {spoken_number(number)} perduoti nepavyko")
    assert f"https://aiskiai.example/inbox/{number}" in alarm.body
    assert "550 no such mailbox" in alarm.body
    assert not any(private in alarm.body for private in ("Ona", "Onaitė", "612", "telefonu"))


async def test_an_alarm_that_fails_raises_no_other_alarm(watched: Assistant) -> None:
    await Person(watched).sends()
    deliver = delivering(watched, Post([GONE, GONE]))

    assert await deliver.once() == 2
    assert await deliver.once() == 0


async def test_a_second_failure_for_good_after_retry_is_told_again(opens: Opens, clock: FakeClock) -> None:
    watched = await opens(operator_email=OPERATOR)
    member, _ = await watched.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    number = await Person(watched).sends()
    post = Post([GONE])
    await delivering(watched, post).once()

    await watched.casework.retry(member, number)
    post.failures = [GONE]
    await delivering(watched, post).once()

    assert len({letter.id for letter in post.letters}) == 2
    assert (await about(watched, number)).state is State.FAILED_FOR_GOOD
    assert clock.now() == START
