"""Sign-in sessions in a real database."""

from dataclasses import replace
from datetime import timedelta

from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember, UnitsOfWork
from assistant.usecases.signing_in import Device, StaffSession
from tests.adapters.database.examples import NOON

RASA = StaffMember("rasa", "rasa@kretinga.example", "kretingos-rajono", Role.STAFF)
JONAS = StaffMember("jonas", "jonas@kretinga.example", "kretingos-rajono", Role.LEAD)
HOUR = timedelta(hours=1)
DESK = StaffSession("desk", "rasa", NOON, NOON, NOON + HOUR, is_whole=True, device=Device("Firefox", "Windows"))
PHONE = StaffSession("phone", "rasa", NOON, NOON + timedelta(minutes=1), NOON + HOUR, is_whole=False)
OF_JONAS = StaffSession("other", "jonas", NOON, NOON, NOON + HOUR)


async def _given(units: UnitsOfWork, *sessions: StaffSession) -> None:
    async with units() as unit:
        for member in (RASA, JONAS):
            await unit.staff.add(member)
        for session in sessions:
            await unit.sessions.add(f"hash of {session.id}", session)
        await unit.commit()


async def test_a_session_comes_back_as_it_was_stored(units: UnitsOfWork) -> None:
    await _given(units, DESK, PHONE)

    async with units() as unit:
        assert await unit.sessions.of_token("hash of desk") == DESK
        assert await unit.sessions.of_token("hash of phone") == PHONE
        assert await unit.sessions.of_token("desk") is None


async def test_those_of_one_member_are_listed_last_used_first(units: UnitsOfWork) -> None:
    await _given(units, DESK, PHONE, OF_JONAS)

    async with units() as unit:
        assert await unit.sessions.of_staff("rasa") == (PHONE, DESK)
        await unit.sessions.touch("desk", NOON + timedelta(minutes=2))
        assert [session.id for session in await unit.sessions.of_staff("rasa")] == ["desk", "phone"]


async def test_one_is_ended_by_its_owner_alone(units: UnitsOfWork) -> None:
    await _given(units, DESK, PHONE)

    async with units() as unit:
        await unit.sessions.end("jonas", "desk")
        assert await unit.sessions.of_token("hash of desk") == DESK
        await unit.sessions.end("rasa", "desk")
        assert await unit.sessions.of_staff("rasa") == (PHONE,)


async def test_all_others_of_one_member_are_ended(units: UnitsOfWork) -> None:
    await _given(units, DESK, PHONE, OF_JONAS)

    async with units() as unit:
        await unit.sessions.end_others("rasa", "desk")
        assert await unit.sessions.of_staff("rasa") == (DESK,)
        assert await unit.sessions.of_staff("jonas") == (OF_JONAS,)


async def test_what_is_over_is_thrown_away_when_the_next_one_begins(units: UnitsOfWork) -> None:
    later = replace(PHONE, since=NOON + HOUR, used_at=NOON + HOUR, ends_at=NOON + 2 * HOUR)
    await _given(units, DESK, later)

    async with units() as unit:
        assert await unit.sessions.of_staff("rasa") == (later,)


async def test_with_the_account_its_sessions_go(units: UnitsOfWork) -> None:
    await _given(units, DESK, OF_JONAS)

    async with units() as unit:
        await unit.staff.remove("rasa")
        await unit.commit()

    async with units() as unit:
        assert await unit.sessions.of_token("hash of desk") is None
        assert await unit.staff.of_id("rasa") is None
        assert await unit.sessions.of_staff("jonas") == (OF_JONAS,)
