"""Telegram updates in a real database: each is handled once, and in order within a chat."""

import asyncio
import hashlib
from datetime import datetime, timedelta

from sqlalchemy import select

from assistant.adapters.database.repositories.updates import UPDATE_LEASE
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import UpdateRow
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.usecases.ports import StoredUpdate, UnitsOfWork
from tests.adapters.conftest import MASTERS
from tests.adapters.database.examples import NOON


def _update(update_id: int, chat: str = "ona") -> StoredUpdate:
    return StoredUpdate(update_id, chat, f'{{"update_id": {update_id}}}')


async def _given(units: UnitsOfWork, *updates: StoredUpdate) -> None:
    async with units() as unit:
        await unit.updates.add(updates, NOON)
        await unit.commit()


async def _claimed(units: UnitsOfWork, now: datetime = NOON, limit: int = 10) -> list[int]:
    async with units() as unit:
        updates = await unit.updates.claim(now, limit)
        await unit.commit()
    return [update.id for update in updates]


async def _done(units: UnitsOfWork, update_id: int) -> None:
    async with units() as unit:
        await unit.updates.done([update_id], NOON)
        await unit.commit()


async def test_an_update_comes_back_as_it_came(units: UnitsOfWork) -> None:
    await _given(units, _update(8_000_000_000))

    async with units() as unit:
        assert await unit.updates.claim(NOON, 10) == (_update(8_000_000_000),)


async def test_an_update_that_comes_a_hundred_times_is_handled_once(units: UnitsOfWork) -> None:
    await _given(units, *(_update(1) for _ in range(50)))
    assert await _claimed(units) == [1]
    await _done(units, 1)

    for _ in range(50):
        await _given(units, _update(1))

    assert await _claimed(units, NOON + timedelta(days=1)) == []


async def test_no_updates_are_no_work(units: UnitsOfWork) -> None:
    await _given(units)

    assert await _claimed(units) == []


async def test_each_chat_gets_its_oldest_first(units: UnitsOfWork) -> None:
    await _given(units, _update(3, "jonas"), _update(2), _update(1), _update(4, "jonas"))

    assert await _claimed(units) == [1, 3]


async def test_no_more_are_taken_than_asked(units: UnitsOfWork) -> None:
    await _given(units, _update(1, "a"), _update(2, "b"), _update(3, "c"))

    assert await _claimed(units, limit=2) == [1, 2]
    assert await _claimed(units, limit=2) == [3]


async def test_a_chat_waits_while_one_of_its_updates_is_handled(units: UnitsOfWork) -> None:
    await _given(units, _update(1), _update(2))

    assert await _claimed(units) == [1]
    assert await _claimed(units) == []
    await _done(units, 1)
    assert await _claimed(units) == [2]


async def test_an_older_update_that_comes_late_waits_as_well(units: UnitsOfWork) -> None:
    await _given(units, _update(2))
    assert await _claimed(units) == [2]
    await _given(units, _update(1))

    assert await _claimed(units) == []
    await _done(units, 2)
    assert await _claimed(units) == [1]


async def test_what_a_dead_process_took_comes_back_after_the_lease(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, _update(1), _update(2))
    await _claimed(units)

    assert await _claimed(other_units, NOON + UPDATE_LEASE - timedelta(seconds=1)) == []
    assert await _claimed(other_units, NOON + UPDATE_LEASE) == [1]


async def test_many_processes_at_once_never_take_the_same(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, *(_update(number, f"chat-{number % 10}") for number in range(20)))

    rounds = await asyncio.gather(*(_claimed(where, limit=3) for _ in range(4) for where in (units, other_units)))
    left = await _claimed(units, limit=20)

    taken = sorted(update_id for claimed in (*rounds, left) for update_id in claimed)
    assert taken == list(range(10))


async def test_what_a_handled_update_said_is_forgotten(units: UnitsOfWork, database: Database) -> None:
    await _given(units, _update(1))
    await _claimed(units)
    await _done(units, 1)

    async with database.engine.connect() as connection:
        row = (await connection.execute(select(UpdateRow.payload, UpdateRow.done_at))).one()

    assert row.payload is None
    assert row.done_at == NOON


async def test_a_lease_of_a_clock_that_was_wrong_holds_nobody_up(units: UnitsOfWork) -> None:
    await _given(units, _update(1))
    assert await _claimed(units, NOON + timedelta(days=1)) == [1]

    assert await _claimed(units, NOON) == [1]


LONG, ONCE_IN = timedelta(seconds=10), timedelta(minutes=10)


async def _kept_waiting(units: UnitsOfWork, now: datetime, *, behind: int = 0, limit: int = 10) -> tuple[str, ...]:
    async with units() as unit:
        told = await unit.updates.kept_waiting(now, LONG, ONCE_IN, behind=behind, limit=limit)
        await unit.commit()
    return told


async def test_who_waits_long_is_told_once_by_whichever_process(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, _update(1, "7"), _update(2, "7"), _update(3, "8"))
    assert await _kept_waiting(units, NOON + timedelta(seconds=9)) == ()
    assert await _kept_waiting(units, NOON + LONG, limit=1) == ("8",)
    assert await _kept_waiting(other_units, NOON + LONG) == ("7",)
    assert await _kept_waiting(units, NOON + timedelta(seconds=60)) == ()
    assert await _kept_waiting(units, NOON + LONG + ONCE_IN) == ("8", "7")


async def test_who_stands_at_the_head_of_the_line_is_answered_and_not_told(units: UnitsOfWork) -> None:
    await _given(units, *(_update(number, str(number)) for number in range(1, 6)))
    assert await _kept_waiting(units, NOON + LONG, behind=5) == ()
    assert await _kept_waiting(units, NOON + LONG, behind=3) == ("5", "4")


async def test_nobody_is_told_in_a_group(units: UnitsOfWork) -> None:
    await _given(units, _update(1, "-100"), _update(2, "7"))
    assert await _kept_waiting(units, NOON + LONG) == ("7",)


async def test_who_was_told_and_answered_is_not_told_again_so_soon(units: UnitsOfWork) -> None:
    await _given(units, _update(1, "7"))
    assert await _kept_waiting(units, NOON + LONG) == ("7",)
    await _done(units, 1)
    await _given(units, _update(2, "7"))
    assert await _kept_waiting(units, NOON + 2 * LONG) == ()


async def test_where_updates_are_encrypted_it_is_told_whose_they_are(database: Database) -> None:
    units = SqlUnitsOfWork(database, masters=MASTERS, hashed=lambda text: hashlib.sha256(text.encode()).hexdigest())
    await _given(units, _update(1, "7"), _update(2, "-100"))

    assert await _kept_waiting(units, NOON + LONG) == ("7",)


async def test_who_is_being_answered_or_was_is_not_told(units: UnitsOfWork) -> None:
    await _given(units, _update(1, "7"), _update(2, "8"))
    await _done(units, 2)
    assert await _claimed(units) == [1]
    assert await _kept_waiting(units, NOON + LONG) == ()


async def test_who_looked_at_the_clock_a_moment_before_another_claimed_does_not_claim_it_too(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await _given(units, _update(1))
    assert await _claimed(units, NOON + timedelta(milliseconds=5)) == [1]
    assert await _claimed(other_units, NOON) == []
