"""A rotation wraps every key anew and loses none, also when it is cut short or somebody writes meanwhile."""

from datetime import date

import pytest

from assistant.adapters.database import rotating
from assistant.adapters.database.rotating import in_use, rotate
from assistant.adapters.database.session import Database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.master_keys import MasterKeys, new_master_key
from assistant.usecases.ports import StoredUpdate
from tests.adapters.database.examples import NOON, referral

OLD, NEW = (new_master_key(date(2026, 11, day)) for day in (1, 22))
BEFORE, BOTH, AFTER = (MasterKeys.given(keys) for keys in (OLD, f"{NEW},{OLD}", NEW))
NUMBERS = tuple(str(11_111_110 + place) for place in range(7))


@pytest.fixture
async def filled(database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Seven referrals and an update under the old key, wrapped anew three at a time."""
    monkeypatch.setattr(rotating, "TOGETHER", 3)
    async with SqlUnitsOfWork(database, masters=BEFORE)() as unit:
        for number in NUMBERS:
            await unit.referrals.add(referral(number))
        await unit.updates.add([StoredUpdate(1, "chat", "Ona")], NOON)
        await unit.commit()
    return database


async def _names(database: Database, masters: MasterKeys) -> set[str]:
    async with SqlUnitsOfWork(database, masters=masters)() as unit:
        return {one.request.name for one in await unit.referrals.of_municipality("kretingos-rajono")}


async def test_afterwards_the_new_key_is_enough(filled: Database) -> None:
    told: list[int] = []

    assert await rotate(filled, BOTH, told.append) == 7

    assert told == [3, 6, 7]
    assert set(await in_use(filled)) == {AFTER.newest.id}
    assert await _names(filled, AFTER) == {"Ąžuolas Žąsinas"}
    async with SqlUnitsOfWork(filled, masters=AFTER)() as unit:
        [update] = await unit.updates.claim(NOON, 1)
    assert update.payload == "Ona"


async def test_one_that_was_cut_short_goes_on_where_it_was(filled: Database) -> None:
    def stop(_so_far: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await rotate(filled, BOTH, stop)
    wraps = await in_use(filled)
    assert {wraps[masters.newest.id].keys for masters in (BEFORE, AFTER)} == {4, 3}

    told: list[int] = []
    assert await rotate(filled, BOTH, told.append) == 4
    assert await _names(filled, AFTER) == {"Ąžuolas Žąsinas"}


async def test_a_destroyed_key_stays_destroyed(filled: Database) -> None:
    async with SqlUnitsOfWork(filled, masters=BOTH)() as unit:
        await unit.keys.destroy(NUMBERS[0])
        await unit.commit()

    assert await rotate(filled, BOTH, lambda _: None) == 6

    async with SqlUnitsOfWork(filled, masters=BOTH)() as unit:
        assert (await unit.referrals.load(NUMBERS[0], "kretingos-rajono")).request.name == ""


async def test_what_a_process_with_old_settings_makes_meanwhile_is_seen_and_taken_up_next_time(
    filled: Database,
) -> None:
    await rotate(filled, BOTH, lambda _: None)
    async with SqlUnitsOfWork(filled, masters=MasterKeys.given(f"{OLD},{NEW}"))() as unit:
        await unit.referrals.add(referral("99999990"))
        await unit.commit()
    assert (await in_use(filled))[BEFORE.newest.id].keys == 1

    assert await rotate(filled, BOTH, lambda _: None) == 1
    assert await _names(filled, AFTER) == {"Ąžuolas Žąsinas"}
