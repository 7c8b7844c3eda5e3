"""Sends prepared statements straight to the driver, inside the transaction that SQLAlchemy has begun.

On SQLite they are carried out in the event loop itself: each is answered by an index within some 10 µs, less than it
takes to hand it to another thread and back. What may last (the lock at the beginning, the disk at the commit, and every
other question) goes through that thread.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from asyncpg import DivisionByZeroError
from sqlalchemy import Dialect, PoolProxiedConnection
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi

from assistant.adapters.database.bundle import Bundles, Waiting, may_be_alone
from assistant.adapters.database.prepared import Ready

if TYPE_CHECKING:
    import sqlite3

    import asyncpg
    from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_connection

Rows = Sequence[Mapping[str, object]]

_BUNDLES = Bundles()

_TOUCHED = re.compile(r"(?:UPDATE|DELETE|INSERT \d+) (\d+)")


class Direct(Protocol):
    """A driver's connection; its errors come out as they are."""

    async def ask(self, ready: Ready, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """All rows of an answer."""

    async def carry_out(self, ready: Ready, rows: Rows) -> int:
        """Carry out a change for each of the rows; gives how many rows of the table the last one touched."""

    async def carry_out_all(
        self, bundle: Sequence[Waiting], dialect: Dialect, *, is_last: bool = False
    ) -> Sequence[int]:
        """Carry out what may stand in one bundle; gives how many rows each change has touched, 0 only where none.

        With `is_last` nothing follows it but the commit; it may last already, but not where it touched too little.
        """


class DirectSqlite:
    """SQLite's connection while it is ours alone."""

    def __init__(self, connection: PoolProxiedConnection) -> None:
        # What aiosqlite wraps; between two awaits of the transaction's task its thread has nothing to do.
        self._connection: sqlite3.Connection = cast("Any", connection.driver_connection)._conn  # noqa: SLF001 - see above

    async def ask(self, ready: Ready, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """All rows of an answer."""
        found = self._connection.execute(ready.text, ready.arguments(values)).fetchall()
        return [ready.row(row) for row in found]

    async def carry_out(self, ready: Ready, rows: Rows) -> int:
        """As the protocol says."""
        touched = 0
        for row in rows:
            touched = self._connection.execute(ready.text, ready.arguments(row)).rowcount
        return touched

    async def carry_out_all(
        self,
        bundle: Sequence[Waiting],
        dialect: Dialect,
        *,
        is_last: bool = False,  # noqa: ARG002 - the commit follows
    ) -> Sequence[int]:
        """As the protocol says; here nothing is gained by sending it together."""
        return [await self.carry_out(change.prepared.on(dialect), change.rows) for change in bundle]


class DirectPostgres:
    """A connection of asyncpg, which prepares what it is sent often by itself.

    Every statement sees what is committed when it begins, within a transaction and without. So nothing is begun for a
    question that locks nothing, nor for what is the only change: one statement is carried out whole or not at all.
    """

    def __init__(self, connection: PoolProxiedConnection) -> None:
        self._adapted = cast("AsyncAdapt_asyncpg_connection", connection.dbapi_connection)
        self._connection = cast("asyncpg.Connection[Any]", connection.driver_connection)

    async def ask(self, ready: Ready, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """All rows of an answer."""
        if ready.is_locking:
            await self._begun()
        found = await self._connection.fetch(ready.text, *ready.arguments(values))
        return [ready.row(tuple(row)) for row in found]

    async def carry_out(self, ready: Ready, rows: Rows) -> int:
        """As the protocol says; several rows go on their way together and are not counted."""
        await self._begun()
        if len(rows) != 1:
            await self._connection.executemany(ready.text, [ready.arguments(row) for row in rows])
            return len(rows)
        told = _TOUCHED.fullmatch(await self._connection.execute(ready.text, *ready.arguments(rows[0])))
        return int(told.group(1)) if told else 0

    async def carry_out_all(
        self, bundle: Sequence[Waiting], dialect: Dialect, *, is_last: bool = False
    ) -> Sequence[int]:
        """As the protocol says; several go on their way as one statement."""
        if is_last and self._adapted._transaction is None and may_be_alone(bundle):  # noqa: SLF001 - as in _begun
            return await self._carry_out_alone(bundle, dialect)
        if len(bundle) == 1:
            [change] = bundle
            return [await self.carry_out(change.prepared.on(dialect), change.rows)]
        await self._begun()
        text = _BUNDLES.text_of(bundle, dialect)
        touched = await self._connection.fetchrow(text, *_BUNDLES.arguments_of(bundle, dialect))
        return tuple(touched or ())

    async def _carry_out_alone(self, bundle: Sequence[Waiting], dialect: Dialect) -> Sequence[int]:
        text = _BUNDLES.text_of(bundle, dialect, is_alone=True)
        try:
            touched = await self._connection.fetchrow(text, *_BUNDLES.arguments_of(bundle, dialect))
        except DivisionByZeroError:
            return [0 if change.untouched else 1 for change in bundle]
        return tuple(touched or ())[: len(bundle)]

    async def _begun(self) -> None:
        # SQLAlchemy begins only with the first statement that it sends itself.
        if self._adapted._transaction is None:  # noqa: SLF001 - the same test as in its own cursor
            try:
                await self._adapted._start_transaction()  # type: ignore[no-untyped-call]  # noqa: SLF001 - and the same answer
            except AsyncAdapt_asyncpg_dbapi.Error as error:
                # Its own word for a server that went away just now; all else here speaks with the driver's.
                raise error.__cause__ or error from None
