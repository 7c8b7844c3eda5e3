"""Looks at a database that is in use, without changing it or keeping anybody from it."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, table

from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import OutboxRow
from assistant.adapters.database.tables_audit import AuditRow
from assistant.adapters.database.transaction import Transaction
from assistant.delivery.backlog import Backlog
from assistant.delivery.outbox import UNSENT, State

BUSY_SECONDS = 10


def faults_in_file(file: Path) -> str:
    """What is wrong inside a SQLite file, empty where nothing is. It only reads, so that writers go on meanwhile.

    Raises OSError where the file cannot be opened now.
    """
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as reading:
            found = [str(line) for (line,) in reading.execute("PRAGMA quick_check(5)")]
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if found == ["ok"] else "; ".join(found)


async def own_time(database: Database) -> datetime | None:
    """The time on the database's machine; None where that is this machine."""
    if database.is_sqlite:
        return None
    transaction = await Transaction.begin(database)
    try:
        [(moment,)] = await transaction.read(select(func.clock_timestamp()))
    finally:
        await transaction.close()
    return moment if isinstance(moment, datetime) else None


async def last_written(database: Database) -> datetime | None:
    """When the last line of the audit log or the last entry of the outbox was written, as it says itself."""
    transaction = await Transaction.begin(database)
    try:
        last_line = select(AuditRow.at).order_by(AuditRow.position.desc()).limit(1)
        rows = [*await transaction.read(last_line), *await transaction.read(select(func.max(OutboxRow.created_at)))]
    finally:
        await transaction.close()
    return max((moment for (moment,) in rows if moment is not None), default=None)


async def backlog_of(database: Database) -> Backlog:
    """How much there is of everything in the outbox, and since when the oldest unsent entry waits."""
    transaction = await Transaction.begin(database)
    try:
        counted = await transaction.read(select(OutboxRow.state, func.count()).group_by(OutboxRow.state))
        unsent = OutboxRow.state.in_([state.value for state in UNSENT])
        [(oldest,)] = await transaction.read(select(func.min(OutboxRow.created_at)).where(unsent))
    finally:
        await transaction.close()
    counts = {State(row[0]): row[1] for row in counted}
    return Backlog({state: counts.get(state, 0) for state in State}, oldest)


async def archives_its_log(database: Database) -> bool:
    """Whether PostgreSQL archives its log or has a standby that follows it."""
    transaction = await Transaction.begin(database)
    try:
        followers = select(func.count()).select_from(table("pg_stat_replication")).scalar_subquery()
        [(archives, standbys)] = await transaction.read(select(func.current_setting("archive_mode"), followers))
    finally:
        await transaction.close()
    return archives != "off" or bool(standbys)
