"""The audit log in a real database: one chain however many add to it, and no way back."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assistant.adapters.database.audit_head import AuditHeadFile
from assistant.adapters.database.repositories.audit import AuditBook
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.secrets import SystemSecrets
from assistant.usecases.access import Role
from assistant.usecases.audit_chain import Damage, Verdict
from assistant.usecases.audit_desk import AuditDesk
from assistant.usecases.auditing import Did, Head, Wanted
from assistant.usecases.ports import StaffMember, UnitsOfWork
from tests.adapters.database.examples import NOON, referral
from tests.usecases.fake_clock import FakeClock

ONA = StaffMember("staff-1", "ona@kretinga.example", "kretingos-rajono", Role.STAFF)
RASA = StaffMember("staff-2", "rasa@neringa.example", "neringos", Role.LEAD)
SEAL = SystemSecrets("the product's own key").hashed


FORGED = (
    "INSERT INTO audit_log SELECT 6, at, staff, email, municipality, did, subject, details, seal, seal"
    " FROM audit_log WHERE position = 5"
)


@pytest.fixture
def head(tmp_path: Path) -> AuditHeadFile:
    return AuditHeadFile(tmp_path / "audit-head")


@pytest.fixture
def units(database: Database, head: AuditHeadFile) -> UnitsOfWork:
    return SqlUnitsOfWork(database, book=AuditBook(SEAL, head))


@pytest.fixture
async def other_units(database_url: str, head: AuditHeadFile) -> AsyncIterator[UnitsOfWork]:
    opened = open_database(database_url)
    yield SqlUnitsOfWork(opened, book=AuditBook(SEAL, head))
    await opened.close()


async def adds(units: UnitsOfWork, count: int, member: StaffMember = ONA) -> None:
    for number in range(count):
        async with units() as work:
            work.audit.note(member, Did.OPENED, f"4712803{number}", NOON, {"count": number})
            await work.commit()


async def verdict(units: UnitsOfWork, head: AuditHeadFile) -> Verdict:
    return await AuditDesk(units=units, clock=FakeClock(), seal=SEAL, head=head).verify()


async def without_triggers(database: Database, statement: str) -> None:
    """What somebody does who owns the database and not the key."""
    async with database.engine.begin() as connection:
        if database.is_sqlite:
            for name in ("update", "delete", "replace"):
                await connection.execute(text(f"DROP TRIGGER audit_log_no_{name}"))
        else:
            await connection.execute(text("ALTER TABLE audit_log DISABLE TRIGGER ALL"))
        await connection.execute(text(statement))


async def test_what_is_noted_is_written_with_the_commit_and_read_back_as_it_was(units: UnitsOfWork) -> None:
    async with units() as work:
        work.audit.note(ONA, Did.PASSED_ON, "47128035", NOON, {"to": "neringos", "entries": 2})
        await work.commit()

    async with units() as work:
        [line] = await work.audit.lines(0, 10)
    assert (line.position, line.at, line.staff, line.email) == (1, NOON, "staff-1", "ona@kretinga.example")
    assert (line.municipality, line.did, line.subject) == ("kretingos-rajono", "passed-on", "47128035")
    assert line.details == '{"entries": 2, "to": "neringos"}'
    assert (line.previous, len(line.seal)) == ("", 64)


async def test_a_change_that_is_rolled_back_leaves_no_line(units: UnitsOfWork, head: AuditHeadFile) -> None:
    async def fails_half_way() -> None:
        async with units() as work:
            await work.referrals.add(referral())
            work.audit.note(ONA, Did.TOOK, "47128035", NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails_half_way()

    assert await verdict(units, head) == Verdict(0, None, None)
    assert head.read() is None


async def test_where_the_log_cannot_be_written_the_change_is_not_stored(units: UnitsOfWork, database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE audit_log RENAME TO somewhere_else"))

    async def takes() -> None:
        async with units() as work:
            await work.referrals.add(referral())
            work.audit.note(ONA, Did.TOOK, "47128035", NOON)
            await work.commit()

    with pytest.raises(DBAPIError):
        await takes()

    async with units() as work:
        assert await work.referrals.by_number("47128035") is None


async def test_whoever_forgets_the_commit_hears_of_it(units: UnitsOfWork) -> None:
    with pytest.raises(RuntimeError, match="audit log"):
        async with units() as work:
            work.audit.note(ONA, Did.OPENED, "47128035", NOON)


async def test_nothing_is_noted_without_a_key(database: Database) -> None:
    with pytest.raises(RuntimeError, match="AuditBook"):
        async with SqlUnitsOfWork(database)() as work:
            work.audit.note(ONA, Did.OPENED, "47128035", NOON)


async def test_two_processes_that_add_at_once_keep_one_chain(
    units: UnitsOfWork, other_units: UnitsOfWork, head: AuditHeadFile
) -> None:
    await asyncio.gather(
        *(adds(side, 8, member) for side in (units, other_units) for member in (ONA, RASA, ONA)),
    )

    found = await verdict(units, head)
    assert (found.whole, found.fault) == (48, None)
    assert head.read() == found.head


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET email = 'kitas@x.example' WHERE position = 2",
        "UPDATE audit_log SET details = '{}'",
        "DELETE FROM audit_log WHERE position = 3",
        "DELETE FROM audit_log",
    ],
)
async def test_the_database_itself_refuses_to_change_or_delete(
    units: UnitsOfWork, head: AuditHeadFile, database: Database, statement: str
) -> None:
    await adds(units, 3)

    with pytest.raises(DBAPIError, match="only ever added"):
        async with database.engine.begin() as connection:
            await connection.execute(text(statement))

    assert (await verdict(units, head)).whole == 3


async def test_the_roundabout_ways_of_each_database_are_refused_too(units: UnitsOfWork, database: Database) -> None:
    await adds(units, 3)
    statement = (
        "INSERT OR REPLACE INTO audit_log SELECT position, at, staff, 'x', municipality, did, subject, details,"
        " previous, seal FROM audit_log"
        if database.is_sqlite
        else "TRUNCATE audit_log"
    )

    with pytest.raises(DBAPIError, match="only ever added"):
        async with database.engine.begin() as connection:
            await connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "damage", "at"),
    [
        ("UPDATE audit_log SET email = 'kitas@x.example' WHERE position = 2", Damage.CHANGED, 2),
        ("DELETE FROM audit_log WHERE position = 3", Damage.REMOVED, 3),
        ("DELETE FROM audit_log WHERE position > 3", Damage.CUT, 4),
        ("DELETE FROM audit_log", Damage.CUT, 1),
        (FORGED, Damage.CHANGED, 6),
        ("UPDATE audit_log SET position = 9 WHERE position = 2", Damage.MOVED, 2),
        ("UPDATE audit_log SET at = '2020-01-01 00:00:00' WHERE position = 1", Damage.CHANGED, 1),
    ],
)
async def test_whoever_takes_the_triggers_away_is_still_seen(
    units: UnitsOfWork, head: AuditHeadFile, database: Database, statement: str, damage: Damage, at: int
) -> None:
    await adds(units, 5)

    await without_triggers(database, statement)

    fault = (await verdict(units, head)).fault
    assert fault is not None
    assert (fault.damage, fault.position) == (damage, at)


async def test_lines_are_found_by_person_action_day_and_referral(units: UnitsOfWork) -> None:
    await adds(units, 3)
    await adds(units, 2, RASA)
    wanted = [
        Wanted("kretingos-rajono"),
        Wanted("neringos"),
        Wanted(None, subject="47128031"),
        Wanted("kretingos-rajono", email="rasa@neringa.example"),
        Wanted("kretingos-rajono", did="took"),
        Wanted("kretingos-rajono", since=NOON, until=NOON),
        Wanted("kretingos-rajono", before=3),
    ]

    async with units() as work:
        found = [[line.position for line in await work.audit.some(one, 10)] for one in wanted]

    assert found == [[3, 2, 1], [5, 4], [5, 2], [], [], [], [2, 1]]


@pytest.mark.parametrize("seal_of", [lambda head: head, lambda head: Head(head.position - 1, "e" * 64)])
async def test_the_head_outside_only_goes_forward(
    head: AuditHeadFile, seal_of: Callable[[Head], Head], units: UnitsOfWork
) -> None:
    await adds(units, 3)
    known = head.read()
    assert known is not None

    head.note(seal_of(known))

    assert head.read() == known
