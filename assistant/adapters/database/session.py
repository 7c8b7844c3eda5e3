"""Opens the database: SQLite by default, PostgreSQL when one machine is not enough.

SQLite gets one connection a process: several writing connections only fight for its lock, and waiting in our own queue
is fairer. Each transaction takes the write lock when it begins, so that it never fails half-way for want of it.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import URL, Connection, PoolProxiedConnection, event, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from assistant.adapters.database.sqlite_driver import OneCrossingDriver
from assistant.errors import AiskiaiError, DatabaseAwayError, SettingsError

BUSY_MILLISECONDS = 10_000
POOL_SIZE = 10
ANSWER_SECONDS = 5

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


# PostgreSQL's classes of "later": connection lost, no room or memory, stopped, trouble with the disk.
_AWAY_CLASSES = ("08", "53", "57", "58")
# SQLite's codes of the same: busy, locked, no memory, trouble with the disk, disk full, file cannot be opened.
_AWAY_CODES = frozenset({5, 6, 7, 10, 13, 14})


class DatabaseDamagedError(AiskiaiError):
    """The database file is not whole; restore a backup before anything is written to it."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"The database is damaged: {what}. Restore a backup before anything is written to it.")


@dataclass(frozen=True)
class Database:
    """An open database; close it before the event loop ends."""

    engine: AsyncEngine

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file of ours."""
        return self.engine.dialect.name == "sqlite"

    async def is_reachable(self) -> bool:
        """Whether the database answers, and soon."""
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self.engine.connect() as connection:
                with naming_absence():
                    await connection.execute(text("SELECT 1"))
        except (DBAPIError, *_NOT_EVEN_CONNECTED, DatabaseAwayError):
            return False
        return True

    async def check_integrity(self, *, is_start: bool = False) -> None:
        """Read a SQLite file through from end to end; PostgreSQL looks after itself. Raises DatabaseDamagedError.

        At a start indexes are not compared with their tables, nor rows with those they point at: with a million turns
        that takes a quarter of the time, and every backup looks at all of it.
        """
        if not self.is_sqlite:
            return
        check = "quick_check" if is_start else "integrity_check"
        try:
            async with self.engine.connect() as connection:
                found = (await connection.execute(text(f"PRAGMA {check}(10)"))).scalars().all()
                orphans = [] if is_start else (await connection.execute(text("PRAGMA foreign_key_check"))).all()
        except OperationalError:
            # The file is busy or cannot be opened; that says nothing about what is in it.
            raise
        except DatabaseError as error:
            raise DatabaseDamagedError(str(error.orig)) from error
        if list(found) != ["ok"]:
            raise DatabaseDamagedError("; ".join(str(line) for line in found))
        if orphans:
            message = f"{len(orphans)} rows point at rows that are gone, first in table {orphans[0][0]}"
            raise DatabaseDamagedError(message)

    async def close(self) -> None:
        """Close all connections."""
        await self.engine.dispose()


# What asyncpg says of a connection that it knows to be closed, and of one on which the server has said, unasked, that
# it ends. (Where we ourselves used one for two things at once, InterfaceError says "another operation is in progress".)
_CLOSED = ("connection is closed", "cannot switch to state")

_NOT_EVEN_CONNECTED = (OSError, PoolTimeoutError)


@contextmanager
def naming_absence() -> Iterator[None]:
    """Raises DatabaseAwayError where something fails for a reason that passes, and all else as it is."""
    try:
        yield
    except _NOT_EVEN_CONNECTED as error:
        raise DatabaseAwayError(type(error).__name__) from error
    except DBAPIError as error:
        if not _is_away(error):
            raise
        # The error's own words quote what was to be stored.
        raise DatabaseAwayError(type(error.orig).__name__) from error
    except (sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError) as error:
        # A driver that was spoken to directly. What it has prepared no longer fits after a migration, and it has
        # forgotten that by the next try.
        is_closed = any(words in str(error) for words in _CLOSED)
        if not is_closed and not _passes(error) and not isinstance(error, asyncpg.InvalidCachedStatementError):
            raise
        raise DatabaseAwayError(type(error).__name__) from error


def _is_away(error: DBAPIError) -> bool:
    return error.connection_invalidated or _passes(error.orig)


def _passes(error: BaseException | None) -> bool:
    """Whether the same may go well later: SQLite's locks and full disks, a PostgreSQL that has gone."""
    state = str(getattr(error, "sqlstate", None) or "")
    # The lower byte is the kind of error, what stands above tells more of it.
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    return state.startswith(_AWAY_CLASSES) or code in _AWAY_CODES


def sqlite_file(url: str) -> Path | None:
    """The file behind an address; None where it is PostgreSQL. Raises SettingsError as open_database does."""
    address = database_address(url)
    return Path(address.database or "") if address.drivername == "sqlite+aiosqlite" else None


def open_database(url: str, *, has_foreign_keys: bool = True) -> Database:
    """Open the database behind an SQLAlchemy address; the connection is made when it is first needed.

    `sqlite:///file` and `postgresql://…` are enough, the drivers are known. Only migrations, which rebuild tables, do
    without foreign keys. Raises SettingsError for an address that cannot be used.
    """
    address = database_address(url)
    if address.drivername == "sqlite+aiosqlite":
        return Database(_sqlite(address, has_foreign_keys=has_foreign_keys))
    return Database(create_async_engine(address, pool_size=POOL_SIZE, max_overflow=0, pool_pre_ping=True))


def database_address(url: str) -> URL:
    """The address with the driver that is used. Raises SettingsError for one that cannot be used."""
    try:
        address = make_url(url)
    except ArgumentError:
        # The address may hold a password, so it is not repeated.
        message = "the database address is not an SQLAlchemy address such as sqlite+aiosqlite:///var/aiskiai.db"
        raise SettingsError(message) from None
    driver = _DRIVERS.get(address.drivername)
    if driver is None:
        message = f"the database kind {address.drivername} is not known; use sqlite+aiosqlite or postgresql+asyncpg"
        raise SettingsError(message)
    if driver == "sqlite+aiosqlite" and address.database in {None, "", ":memory:"}:
        message = "the database address must name a file, or what people send would be lost with the process"
        raise SettingsError(message)
    return address.set(drivername=driver)


def _sqlite(address: URL, *, has_foreign_keys: bool) -> AsyncEngine:
    Path(address.database or "").parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_async_engine(
        address,
        module=OneCrossingDriver(),
        pool_size=1,
        max_overflow=0,
        # `direct.py` speaks to it from the event loop, never while its own thread has something to do.
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: PoolProxiedConnection, _record: object) -> None:
        # Python's own transaction handling begins too late and too weakly; ours is in `begin` below.
        raw: Any = connection
        raw.isolation_level = None
        cursor = connection.cursor()
        # The waiting time comes first, because switching to WAL may already have to wait.
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # With NORMAL a committed referral may vanish when the power fails.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute(f"PRAGMA foreign_keys = {'ON' if has_foreign_keys else 'OFF'}")
        # What is forgotten is overwritten, not only unlinked.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
