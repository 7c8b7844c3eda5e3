"""By which unchanging name another sign-in service knows the accounts of staff, on every database."""

import asyncio
from dataclasses import replace

from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember, UnitsOfWork

SERVICE, OTHER = "https://sign-in.example", "https://elsewhere.example"
RASA = StaffMember("rasa", "rasa@kretinga.example", "kretingos-rajono", Role.STAFF)


async def _given(units: UnitsOfWork, *members: StaffMember) -> None:
    async with units() as unit:
        for member in members:
            await unit.staff.add(member)
        await unit.commit()


async def test_an_account_is_found_by_the_subject_of_its_own_service(units: UnitsOfWork) -> None:
    await _given(units, RASA)
    async with units() as unit:
        assert await unit.known_elsewhere.staff_of(SERVICE, "248") is None
        assert await unit.known_elsewhere.add(SERVICE, "248", "rasa")
        await unit.commit()

    async with units() as unit:
        assert await unit.known_elsewhere.staff_of(SERVICE, "248") == "rasa"
        # Two services may call two people the same.
        assert await unit.known_elsewhere.staff_of(OTHER, "248") is None


async def test_a_service_knows_an_account_by_one_subject_and_a_subject_is_of_one_account(units: UnitsOfWork) -> None:
    await _given(units, RASA, replace(RASA, id="ieva", email="ieva@kretinga.example"))
    async with units() as unit:
        assert await unit.known_elsewhere.add(SERVICE, "248", "rasa")
        assert not await unit.known_elsewhere.add(SERVICE, "249", "rasa")
        assert not await unit.known_elsewhere.add(SERVICE, "248", "ieva")
        assert await unit.known_elsewhere.add(OTHER, "7", "rasa")
        await unit.commit()


async def test_of_two_who_come_first_at_once_one_is_kept(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, RASA)

    async def comes(where: UnitsOfWork, subject: str) -> bool:
        async with where() as unit:
            is_kept = await unit.known_elsewhere.add(SERVICE, subject, "rasa")
            await unit.commit()
        return is_kept

    kept = await asyncio.gather(comes(units, "1"), comes(other_units, "2"), comes(units, "3"))

    assert sum(kept) == 1


async def test_it_goes_when_it_is_forgotten_and_with_the_account(units: UnitsOfWork) -> None:
    await _given(units, RASA)
    for end in ("forgotten", "removed"):
        async with units() as unit:
            assert await unit.known_elsewhere.add(SERVICE, "248", "rasa")
            await (unit.known_elsewhere.forget("rasa") if end == "forgotten" else unit.staff.remove("rasa"))
            assert await unit.known_elsewhere.staff_of(SERVICE, "248") is None
            await unit.commit()
