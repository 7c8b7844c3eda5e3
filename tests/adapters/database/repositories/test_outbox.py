"""The outbox in a real database: every entry has one worker at a time."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from assistant.delivery.outbox import LEASE, Carrier, OutboxEntry, State
from assistant.errors import FailureReason, OutboxEntryExistsError
from assistant.usecases.ports import UnitsOfWork
from tests.adapters.database.examples import NOON, entry

LATER = NOON + timedelta(hours=1)


async def _given(units: UnitsOfWork, *entries: OutboxEntry) -> None:
    async with units() as unit:
        for one in entries:
            await unit.outbox.add(one)
        await unit.commit()


async def _claimed(units: UnitsOfWork, now: datetime = LATER, limit: int = 10) -> tuple[OutboxEntry, ...]:
    async with units() as unit:
        entries = await unit.outbox.claim(list(Carrier), now, limit)
        await unit.commit()
    return entries


async def _stored(units: UnitsOfWork, *outcomes: OutboxEntry) -> None:
    async with units() as unit:
        for outcome in outcomes:
            await unit.outbox.store(outcome)
        await unit.commit()


async def _only(units: UnitsOfWork) -> OutboxEntry:
    async with units() as unit:
        [found] = await unit.outbox.of_subject("47128035")
    return found


def _timed_out(one: OutboxEntry) -> OutboxEntry:
    return one.failed_for_now(FailureReason.NO_ANSWER, "timeout", LATER)


def _ids(entries: tuple[OutboxEntry, ...]) -> list[str]:
    return [one.id for one in entries]


async def test_an_entry_comes_back_exactly_as_it_was_added(units: UnitsOfWork) -> None:
    full = entry("a", carrier=Carrier.TELEGRAM, recipient="4711", messages=("m1", "m2"), attempts=3)
    full = replace(full, failing_since=NOON, reason=FailureReason.LATER, last_error="451")
    await _given(units, full)

    assert await _only(units) == full
    assert await _claimed(units) == (full.taken(),)
    assert await _only(units) == full.taken()


async def test_the_oldest_are_taken_first_and_no_more_than_asked(units: UnitsOfWork) -> None:
    await _given(units, entry("c", 3), entry("a", 1), entry("b", 2), entry("also-a", 1))

    assert _ids(await _claimed(units, limit=3)) == ["a", "also-a", "b"]


async def test_only_what_is_due_and_waits_is_taken(units: UnitsOfWork) -> None:
    await _given(
        units,
        entry("due"),
        entry("not-yet", next_try_at=LATER + timedelta(seconds=1)),
        entry("sent", state=State.SENT, sent_at=NOON),
        entry("failed", state=State.FAILED_FOR_GOOD),
        entry("cancelled", state=State.CANCELLED),
        entry("again", state=State.FAILED_TEMPORARILY),
    )

    assert _ids(await _claimed(units)) == ["due", "again"]


async def test_a_carrier_takes_only_its_own(units: UnitsOfWork) -> None:
    await _given(units, entry("letter"), entry("chat", carrier=Carrier.TELEGRAM))

    async with units() as unit:
        assert _ids(await unit.outbox.claim([Carrier.TELEGRAM], LATER, 10)) == ["chat"]


async def test_what_is_taken_is_not_taken_again_until_the_lease_ends(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))

    assert _ids(await _claimed(units)) == ["a"]
    assert _ids(await _claimed(other_units, LATER + LEASE - timedelta(seconds=1))) == []
    assert _ids(await _claimed(other_units, LATER + LEASE)) == ["a"]


async def test_a_claim_that_is_not_committed_holds_nothing(units: UnitsOfWork) -> None:
    await _given(units, entry("a"))
    async with units() as unit:
        await unit.outbox.claim(list(Carrier), LATER, 10)

    assert _ids(await _claimed(units)) == ["a"]


async def test_many_workers_at_once_never_take_the_same(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, *(entry(f"entry-{number:02}", number) for number in range(20)))

    rounds = await asyncio.gather(*(_claimed(where, limit=3) for _ in range(5) for where in (units, other_units)))
    left = await _claimed(units, limit=20)

    taken = [one.id for claimed in (*rounds, left) for one in claimed]
    assert sorted(taken) == [f"entry-{number:02}" for number in range(20)]


async def test_the_outcome_is_kept_and_the_claim_let_go(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    # Given
    await _given(units, entry("a"))
    [claimed] = await _claimed(units)
    outcome = claimed.failed_for_now(FailureReason.LATER, "451 vėliau", LATER)

    # When
    await _stored(units, outcome)

    # Then it is due again long before the lease would have ended
    assert await _only(units) == outcome
    assert _ids(await _claimed(other_units, LATER + timedelta(seconds=59))) == []
    assert _ids(await _claimed(other_units, LATER + timedelta(minutes=1))) == ["a"]


async def test_what_is_sent_is_never_taken_again(units: UnitsOfWork) -> None:
    await _given(units, entry("a"))
    [claimed] = await _claimed(units)

    await _stored(units, claimed.sent(LATER))

    assert _ids(await _claimed(units, LATER + timedelta(days=1))) == []
    assert (await _only(units)).sent_at == LATER


async def test_a_worker_that_was_too_slow_does_not_undo_what_another_sent(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    [fast] = await _claimed(other_units, LATER + LEASE)
    await _stored(other_units, fast.sent(LATER + LEASE))

    await _stored(units, _timed_out(slow))

    assert (await _only(units)).state is State.SENT


async def test_a_worker_that_was_too_slow_does_not_let_go_of_another_ones_claim(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    await _claimed(other_units, LATER + LEASE)

    await _stored(units, _timed_out(slow))

    assert _ids(await _claimed(units, LATER + LEASE + timedelta(minutes=1))) == []


async def test_a_worker_that_was_too_slow_is_heard_when_it_has_sent(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    [fast] = await _claimed(other_units, LATER + LEASE)

    await _stored(units, slow.sent(LATER))
    await _stored(other_units, fast.failed_for_good(FailureReason.REFUSED, "550", LATER))

    assert (await _only(units)).state is State.SENT


async def test_the_entries_of_a_referral_come_oldest_first(units: UnitsOfWork) -> None:
    await _given(units, entry("b", 2), entry("a", 1), entry("other", subject="99999993"))

    async with units() as unit:
        assert _ids(await unit.outbox.of_subject("47128035")) == ["a", "b"]


async def test_an_id_is_put_in_line_once(units: UnitsOfWork) -> None:
    await _given(units, entry("a"))

    with pytest.raises(OutboxEntryExistsError):
        await _given(units, entry("a"))

    assert await _only(units) == entry("a")


async def test_what_is_cancelled_under_a_workers_hands_is_sent_only_if_the_other_side_has_it(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    # Given two entries in the hands of a worker, and a referral that is taken back
    await _given(units, entry("a"), entry("b", 1))
    first, second = await _claimed(units)
    async with other_units() as unit:
        changed = await unit.outbox.change("47128035", OutboxEntry.cancelled)
        await unit.commit()
    assert _ids(changed) == ["a", "b"]

    # When one try failed and the other one came through
    await _stored(units, _timed_out(first), second.sent(LATER))

    # Then
    async with units() as unit:
        states = [one.state for one in await unit.outbox.of_subject("47128035")]
    assert states == [State.CANCELLED, State.SENT]


async def test_a_change_passes_over_what_it_leaves_as_it_is(units: UnitsOfWork) -> None:
    await _given(units, entry("sent", state=State.SENT, sent_at=NOON), entry("other", subject="99999993"))

    async with units() as unit:
        assert await unit.outbox.change("47128035", OutboxEntry.cancelled) == ()
        other = await unit.outbox.of_id("other")
        assert other == entry("other", subject="99999993")
        assert await unit.outbox.of_id("none") is None


async def test_the_backlog_counts_every_state_and_knows_the_oldest_unsent(units: UnitsOfWork) -> None:
    async with units() as unit:
        empty = await unit.outbox.backlog()
    assert (empty.oldest_unsent, set(empty.counts), sum(empty.counts.values())) == (None, set(State), 0)
    assert empty.failing == frozenset()
    await _given(
        units,
        entry("sent", carrier=Carrier.TELEGRAM, state=State.SENT, sent_at=NOON),
        entry("failed", 1, carrier=Carrier.WEBHOOK, state=State.FAILED_FOR_GOOD),
        entry("again", 2, state=State.FAILED_TEMPORARILY),
        entry("new", 3, carrier=Carrier.DOCUMENT),
        entry("newer", 4),
    )

    async with units() as unit:
        backlog = await unit.outbox.backlog()

    assert backlog.oldest_unsent == NOON + timedelta(minutes=2)
    assert {state: count for state, count in backlog.counts.items() if count} == {
        State.SENT: 1,
        State.FAILED_FOR_GOOD: 1,
        State.FAILED_TEMPORARILY: 1,
        State.CREATED: 2,
    }
    assert backlog.failing == {Carrier.LETTER}


async def test_stuck_is_what_is_late_and_what_failed_for_good_lately(units: UnitsOfWork) -> None:
    await _given(
        units,
        entry("long-ago", -100, state=State.FAILED_FOR_GOOD),
        entry("failed", state=State.FAILED_FOR_GOOD),
        entry("late", 1),
        entry("in-hand", 2, state=State.SENDING),
        entry("alarm", 3, carrier=Carrier.ALARM),
        entry("sent", 4, state=State.SENT, sent_at=NOON),
        entry("fresh", 59),
    )

    async with units() as unit:
        stuck = await unit.outbox.stuck(late_since=NOON + timedelta(minutes=45), failed_since=NOON)

    assert _ids(stuck) == ["failed", "late", "in-hand"]


async def test_times_of_a_clock_that_was_wrong_hold_nothing_back(units: UnitsOfWork) -> None:
    # Given what was put in line and taken while the clock was a day ahead
    ahead = LATER + timedelta(days=1)
    await _given(units, replace(entry("a"), next_try_at=ahead))
    assert _ids(await _claimed(units, ahead)) == ["a"]

    # When the clock is right again
    assert _ids(await _claimed(units)) == ["a"]


async def test_who_looked_at_the_clock_a_moment_before_another_claimed_does_not_claim_it_too(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    assert _ids(await _claimed(units, LATER + timedelta(milliseconds=5))) == ["a"]
    assert await _claimed(other_units, LATER) == ()
