"""Departments' settings and teams in a real database."""

import asyncio
from dataclasses import replace
from datetime import date, time

import pytest

from assistant.errors import OfficeChangedError
from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import Absence, Closing, Notice, Office, PromiseLength, Span
from assistant.referrals.routing import Contact, Recipient, Way
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember, UnitsOfWork

SPAN = Span(date(2026, 12, 24), date(2026, 12, 31))
FULL = Office(
    "kretingos-rajono",
    Contact(
        "Skyrius",
        "Vilniaus gatvė 8",
        ("+37044551008",),
        "a@b.lt",
        opening=Hours((OpenDay(0, time(8), time(17)),), time(12), time(12, 45)),
    ),
    PromiseLength(None),
    (Recipient(Way.LETTER, "a@b.lt"), Recipient(Way.WEBHOOK, "", "dvs")),
    (Closing(SPAN, "Šventės"),),
    (Absence("ona@kretinga.lt", SPAN),),
    Notice("Mes nedirbame.", SPAN),
    is_sending=False,
)


async def stored(units: UnitsOfWork, office: Office) -> Office:
    async with units() as unit:
        known = await unit.offices.store(office)
        await unit.commit()
    return known


async def test_everything_comes_back_as_it_was(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    known = await stored(units, FULL)
    assert known == replace(FULL, version=1)
    async with other_units() as unit:
        assert await unit.offices.of(FULL.municipality) == known
        assert await unit.offices.all() == (known,)
        assert await unit.offices.changes() == 1


async def test_where_nothing_was_set_nothing_is_known(units: UnitsOfWork) -> None:
    async with units() as unit:
        assert await unit.offices.of("neringos") == Office("neringos")
        assert await unit.offices.all() == ()
        assert await unit.offices.changes() == 0


async def test_an_older_version_is_refused(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    first = await stored(units, Office("neringos"))
    second = await stored(other_units, first)
    assert second.version == 2
    for old in (Office("neringos"), first):
        with pytest.raises(OfficeChangedError):
            await stored(units, old)


async def test_an_account_is_found_by_its_address_until_it_is_removed(units: UnitsOfWork) -> None:
    ona = StaffMember("ona", "ona@kretinga.lt", "kretingos-rajono", Role.STAFF)
    async with units() as unit:
        await unit.staff.add(ona)
        assert await unit.team.members(ona.municipality) == (ona,)
        assert await unit.team.of_email(" ONA@kretinga.lt ") == ona
        await unit.staff.remove(ona.id)
        assert await unit.team.of_email(ona.email) is None


async def test_whoever_reads_the_team_to_change_it_waits_for_the_one_before(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    rasa, jonas = (
        StaffMember(name, f"{name}@kretinga.lt", "kretingos-rajono", Role.LEAD) for name in ("rasa", "jonas")
    )
    async with units() as unit:
        await unit.staff.add(rasa)
        await unit.staff.add(jonas)
        await unit.commit()

    async def leads_seen() -> list[str]:
        async with other_units() as unit:
            team = await unit.team.members(rasa.municipality)
        return [member.email for member in team if member.role is Role.LEAD]

    async with units() as unit:
        await unit.team.members(rasa.municipality)
        other = asyncio.create_task(leads_seen())
        await asyncio.sleep(0.3)
        assert not other.done()
        await unit.staff.add(replace(rasa, role=Role.STAFF))
        await unit.commit()

    assert await other == [jonas.email]
