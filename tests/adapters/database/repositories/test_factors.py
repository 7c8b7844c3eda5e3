"""Second factors, recovery codes and what works once, in a real database."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember, UnitsOfWork
from assistant.usecases.signing_in import Factor, FactorKind, FactorRecord
from tests.adapters.database.examples import NOON

RASA = StaffMember("rasa", "rasa@kretinga.example", "kretingos-rajono", Role.STAFF)
JONAS = StaffMember("jonas", "jonas@kretinga.example", "kretingos-rajono", Role.LEAD)
MINUTE = timedelta(minutes=1)
APP = Factor("app", "rasa", FactorKind.APP, FactorRecord("Telefonas", secret="sealed"), NOON, counter=7)
KEY = Factor(
    "key",
    "rasa",
    FactorKind.PASSKEY,
    FactorRecord("", "", "credential", "public"),
    NOON + MINUTE,
    "handle",
    NOON,
    2**40,
)


async def _given(units: UnitsOfWork, *factors: Factor) -> None:
    async with units() as unit:
        for member in (RASA, JONAS):
            await unit.staff.add(member)
        for factor in factors:
            assert await unit.factors.add(factor)
        await unit.commit()


async def test_factors_come_back_as_they_were_stored_oldest_first(units: UnitsOfWork) -> None:
    await _given(units, KEY, APP)

    async with units() as unit:
        assert await unit.factors.of_staff("rasa") == (APP, KEY)
        assert await unit.factors.of_staff("jonas") == ()


async def test_a_passkey_is_found_by_its_handle_and_kept_once(units: UnitsOfWork) -> None:
    await _given(units, KEY, APP)

    async with units() as unit:
        assert await unit.factors.by_handle("handle") == KEY
        assert await unit.factors.by_handle("") is None
        assert not await unit.factors.add(replace(KEY, id="again", staff="jonas"))
        assert await unit.factors.of_staff("jonas") == ()


async def test_a_counter_only_grows(units: UnitsOfWork) -> None:
    await _given(units, APP)

    async with units() as unit:
        assert not await unit.factors.count_on("app", 7, NOON)
        assert await unit.factors.count_on("app", 8, NOON + MINUTE)
        assert not await unit.factors.count_on("app", 8, NOON)
        assert await unit.factors.of_staff("rasa") == (replace(APP, counter=8, used_at=NOON + MINUTE),)


async def test_of_two_who_use_one_step_at_once_one_comes_in(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, APP)

    async def use(where: UnitsOfWork) -> bool:
        async with where() as unit:
            is_new = await unit.factors.count_on("app", 8, NOON)
            await unit.commit()
        return is_new

    assert sorted(await asyncio.gather(use(units), use(other_units), use(units))) == [False, False, True]


async def test_a_factor_is_taken_away_by_its_owner_alone(units: UnitsOfWork) -> None:
    await _given(units, APP, KEY)

    async with units() as unit:
        assert not await unit.factors.remove("jonas", "app")
        assert await unit.factors.remove("rasa", "app")
        assert await unit.factors.of_staff("rasa") == (KEY,)


async def test_a_passkey_without_a_count_is_marked_as_used(units: UnitsOfWork) -> None:
    await _given(units, KEY)

    async with units() as unit:
        await unit.factors.mark_used("key", NOON + MINUTE)
        assert await unit.factors.of_staff("rasa") == (replace(KEY, used_at=NOON + MINUTE),)


async def test_a_recovery_code_works_once_and_for_its_owner(units: UnitsOfWork) -> None:
    await _given(units)

    async with units() as unit:
        await unit.factors.put_codes("rasa", ["one", "two"])
        assert not await unit.factors.use_code("jonas", "one")
        assert await unit.factors.use_code("rasa", "one")
        assert not await unit.factors.use_code("rasa", "one")
        assert await unit.factors.codes_left("rasa") == 1
        await unit.factors.put_codes("rasa", ["three"])
        assert not await unit.factors.use_code("rasa", "two")
        assert await unit.factors.codes_left("rasa") == 1


async def test_everything_is_taken_away_together(units: UnitsOfWork) -> None:
    await _given(units, APP, KEY)

    async with units() as unit:
        await unit.factors.put_codes("rasa", ["one"])
        await unit.factors.remove_all("rasa")
        assert await unit.factors.of_staff("rasa") == ()
        assert await unit.factors.codes_left("rasa") == 0


async def test_what_was_spent_is_spent_until_it_would_be_too_old(units: UnitsOfWork) -> None:
    async with units() as unit:
        assert await unit.factors.spend("challenge", NOON + MINUTE, NOON)
        assert not await unit.factors.spend("challenge", NOON + MINUTE, NOON)
        assert await unit.factors.spend("other", NOON + 3 * MINUTE, NOON + 2 * MINUTE)
        assert await unit.factors.spend("challenge", NOON + 3 * MINUTE, NOON + 2 * MINUTE)
