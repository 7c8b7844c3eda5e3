"""Staff accounts and links in a real database."""

import asyncio
from datetime import timedelta

from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember, UnitsOfWork
from tests.adapters.database.examples import NOON

RASA = StaffMember("rasa", "rasa@kretinga.example", "kretingos-rajono", Role.STAFF)


async def _given(units: UnitsOfWork, *members: StaffMember) -> None:
    async with units() as unit:
        for member in members:
            await unit.staff.add(member)
        await unit.commit()


async def test_accounts_are_listed_by_municipality(units: UnitsOfWork) -> None:
    jonas = StaffMember("jonas", "jonas@klaipeda.example", "klaipedos-miesto", Role.LEAD)
    await _given(units, RASA, jonas)

    async with units() as unit:
        assert await unit.staff.of_municipality("kretingos-rajono") == (RASA,)
        assert await unit.staff.of_municipality("vilniaus-miesto") == ()


async def test_the_same_email_is_the_same_account_however_it_is_written(units: UnitsOfWork) -> None:
    await _given(units, RASA)

    async with units() as unit:
        again = await unit.staff.add(StaffMember("new", " Rasa@Kretinga.EXAMPLE", "klaipedos-miesto", Role.LEAD))
        await unit.commit()

    assert again == StaffMember("rasa", "rasa@kretinga.example", "klaipedos-miesto", Role.LEAD)
    async with units() as unit:
        assert await unit.staff.of_municipality("klaipedos-miesto") == (again,)
        assert await unit.staff.of_municipality("kretingos-rajono") == ()


async def test_a_new_account_is_given_back_as_it_is_stored(units: UnitsOfWork) -> None:
    async with units() as unit:
        added = await unit.staff.add(StaffMember("rasa", "RASA@kretinga.example", "kretingos-rajono", Role.STAFF))

    assert added == RASA


async def test_a_link_lets_in_once(units: UnitsOfWork) -> None:
    await _given(units, RASA)
    async with units() as unit:
        await unit.staff.add_link("hash", "rasa", NOON + timedelta(hours=1))
        await unit.commit()

    async with units() as unit:
        assert await unit.staff.use_link("hash", NOON) == RASA
        await unit.commit()

    async with units() as unit:
        assert await unit.staff.use_link("hash", NOON) is None


async def test_a_link_that_is_too_old_or_unknown_lets_nobody_in(units: UnitsOfWork) -> None:
    await _given(units, RASA)
    async with units() as unit:
        await unit.staff.add_link("hash", "rasa", NOON)
        await unit.commit()

    async with units() as unit:
        assert await unit.staff.use_link("hash", NOON) is None
        assert await unit.staff.use_link("unknown", NOON - timedelta(days=1)) is None
        assert await unit.staff.use_link("hash", NOON - timedelta(seconds=1)) == RASA


async def test_a_link_used_by_two_at_once_lets_one_in(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, RASA)
    async with units() as unit:
        await unit.staff.add_link("hash", "rasa", NOON + timedelta(hours=1))
        await unit.commit()

    async def use(where: UnitsOfWork) -> StaffMember | None:
        async with where() as unit:
            member = await unit.staff.use_link("hash", NOON)
            await unit.commit()
        return member

    let_in = await asyncio.gather(use(units), use(other_units), use(units))

    assert [member for member in let_in if member is not None] == [RASA]


async def test_an_account_is_found_by_its_address_and_its_id(units: UnitsOfWork) -> None:
    await _given(units, RASA)

    async with units() as unit:
        assert await unit.staff.by_email(" RASA@kretinga.example") == RASA
        assert await unit.staff.of_id("rasa") == RASA
        assert await unit.staff.by_email("other@kretinga.example") is None
        assert await unit.staff.of_id("other") is None
