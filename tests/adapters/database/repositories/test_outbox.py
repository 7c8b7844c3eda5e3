"""The outbox in a real database: every entry has one worker at a time."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.delivery.outbox import LEASE, Carrier, OutboxEntry, State
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


def _ids(entries: tuple[OutboxEntry, ...]) -> list[str]:
    return [one.id for one in entries]


async def test_an_entry_comes_back_exactly_as_it_was_added(units: UnitsOfWork) -> None:
    full = entry("a", carrier=Carrier.TELEGRAM, recipient="4711", messages=("m1", "m2"), attempts=3, last_error="451")
    await _given(units, full)

    assert await _only(units) == full
    assert await _claimed(units) == (full,)


async def test_the_oldest_are_taken_first_and_no_more_than_asked(units: UnitsOfWork) -> None:
    await _given(units, entry("c", 3), entry("a", 1), entry("b", 2), entry("also-a", 1))

    assert _ids(await _claimed(units, limit=3)) == ["a", "also-a", "b"]


async def test_only_what_is_due_and_waits_is_taken(units: UnitsOfWork) -> None:
    await _given(
        units,
        entry("due"),
        entry("not-yet", next_try_at=LATER + timedelta(seconds=1)),
        entry("sent", state=State.SENT, sent_at=NOON),
        entry("failed", state=State.FAILED),
    )

    assert _ids(await _claimed(units)) == ["due"]


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
    outcome = replace(claimed, attempts=1, last_error="451 vėliau", next_try_at=LATER + timedelta(minutes=1))

    # When
    await _stored(units, outcome)

    # Then it is due again long before the lease would have ended
    assert await _only(units) == outcome
    assert _ids(await _claimed(other_units, LATER + timedelta(seconds=59))) == []
    assert _ids(await _claimed(other_units, LATER + timedelta(minutes=1))) == ["a"]


async def test_what_is_sent_is_never_taken_again(units: UnitsOfWork) -> None:
    await _given(units, entry("a"))
    [claimed] = await _claimed(units)

    await _stored(units, replace(claimed, state=State.SENT, attempts=1, sent_at=LATER))

    assert _ids(await _claimed(units, LATER + timedelta(days=1))) == []
    assert (await _only(units)).sent_at == LATER


async def test_a_worker_that_was_too_slow_does_not_undo_what_another_sent(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    [fast] = await _claimed(other_units, LATER + LEASE)
    await _stored(other_units, replace(fast, state=State.SENT, attempts=1, sent_at=LATER + LEASE))

    await _stored(units, replace(slow, attempts=1, last_error="timeout"))

    assert (await _only(units)).state is State.SENT


async def test_a_worker_that_was_too_slow_does_not_let_go_of_another_ones_claim(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    await _claimed(other_units, LATER + LEASE)

    await _stored(units, replace(slow, attempts=1, last_error="timeout"))

    assert _ids(await _claimed(units, LATER + LEASE + timedelta(minutes=1))) == []


async def test_a_worker_that_was_too_slow_is_heard_when_it_has_sent(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, entry("a"))
    [slow] = await _claimed(units)
    [fast] = await _claimed(other_units, LATER + LEASE)

    await _stored(units, replace(slow, state=State.SENT, attempts=1, sent_at=LATER))
    await _stored(other_units, replace(fast, state=State.FAILED, attempts=1, last_error="550"))

    assert (await _only(units)).state is State.SENT


async def test_the_entries_of_a_referral_come_oldest_first(units: UnitsOfWork) -> None:
    await _given(units, entry("b", 2), entry("a", 1), entry("other", subject="99999993"))

    async with units() as unit:
        assert _ids(await unit.outbox.of_subject("47128035")) == ["a", "b"]


async def test_times_of_a_clock_that_was_wrong_hold_nothing_back(units: UnitsOfWork) -> None:
    # Given what was put in line and taken while the clock was a day ahead
    ahead = LATER + timedelta(days=1)
    await _given(units, replace(entry("a"), next_try_at=ahead))
    assert _ids(await _claimed(units, ahead)) == ["a"]

    # When the clock is right again
    assert _ids(await _claimed(units)) == ["a"]
