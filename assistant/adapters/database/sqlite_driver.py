"""SQLAlchemy's driver for SQLite, with one crossing to the database's thread for a statement instead of four.

The driver of the library asks the thread to make a cursor, to execute, to fetch and to close, and each time two threads
wait for each other. A turn sends a dozen statements, so most of its time would go into that. Here the four are done at
once where the connection lives; all rows are read at once in both.
"""

import contextlib
import os
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util.concurrency import await_
from typing_extensions import override

_OWNER_ONLY = 0o600


@dataclass(frozen=True)
class _Outcome:
    """What a statement came to; `description` is None where it gives no rows."""

    description: Any = None
    rows: Sequence[Any] = ()
    rowcount: int = -1
    lastrowid: int | None = None


class OneCrossingCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that lives in the database's thread for as long as a statement takes, and is closed there."""

    __slots__ = ("_outcome",)

    def __init__(self, adapt_connection: AsyncAdapt_dbapi_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection  # noqa: SLF001 - the library's own way from cursor to connection
        self._rows = deque()
        self._outcome = _Outcome()

    @property
    @override
    def description(self) -> Any:
        return self._outcome.description

    @property
    @override
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    @override
    def lastrowid(self) -> Any:
        return self._outcome.lastrowid

    @override
    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._cross(lambda cursor: cursor.execute(operation, parameters or ()))

    @override
    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._cross(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    @override
    async def _async_soft_close(self) -> None:
        """Nothing is left open."""

    @override
    def close(self) -> None:
        self._rows.clear()

    async def _cross(self, act: Callable[[sqlite3.Cursor], object]) -> None:
        async with self._adapt_connection._execute_mutex:  # noqa: SLF001 - as in the cursor that this one stands for
            self._outcome = await self._connection._execute(_carried_out, self._connection, act)  # noqa: SLF001 - its only door to the thread
        self._rows = deque(self._outcome.rows)


def _carried_out(connection: aiosqlite.Connection, act: Callable[[sqlite3.Cursor], object]) -> _Outcome:
    """Runs in the database's thread."""
    raw = connection._conn  # noqa: SLF001 - sqlite3's own connection may be touched only here
    cursor = raw.cursor()
    try:
        act(cursor)
        rows = cursor.fetchall() if cursor.description else ()
        return _Outcome(cursor.description, rows, cursor.rowcount, cursor.lastrowid)
    finally:
        cursor.close()


class OneCrossingConnection(AsyncAdapt_aiosqlite_connection):
    """The library's connection with the cursor above."""

    __slots__ = ()

    _cursor_cls = OneCrossingCursor

    @override
    def rollback(self) -> None:
        """Only where there is something to roll back: the pool asks for it each time a connection comes home."""
        raw = self._connection._conn  # noqa: SLF001 - nobody else uses the connection now, and this only reads a flag
        if raw.in_transaction:
            super().rollback()


def _make_for_owner_only(file: Path) -> None:
    """SQLite would make the file readable by everybody; what it puts beside it gets the mode of the file."""
    # One that is there is not opened: closing it again would take away the locks that this process has on it. Where it
    # cannot be made, SQLite says so itself.
    if not file.exists():
        with contextlib.suppress(OSError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))


class OneCrossingDriver(AsyncAdapt_aiosqlite_dbapi):
    """What SQLAlchemy takes for the module of a driver."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    @override
    def connect(self, *arg: Any, **kw: Any) -> OneCrossingConnection:
        if arg:
            _make_for_owner_only(Path(str(arg[0])))
        connection = aiosqlite.connect(*arg, **kw)
        # A process that is told to stop must not wait for this thread.
        connection._thread.daemon = True  # noqa: SLF001 - as the library does
        return OneCrossingConnection(self, await_(connection))  # type: ignore[arg-type]  # SQLAlchemy declares less than it takes
