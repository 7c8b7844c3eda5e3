"""One open transaction, as the repositories see it."""

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVarTuple

import asyncpg
from sqlalchemy import Insert, Row, Update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import TypedReturnsRows

from assistant.adapters.database.bundle import Waiting, bundled
from assistant.adapters.database.direct import Direct, DirectPostgres, DirectSqlite
from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.session import Database, naming_absence
from assistant.errors import DatabaseAwayError

Columns = TypeVarTuple("Columns")

# What comes out of SQLAlchemy, out of a driver that is spoken to directly, and what both become where it will pass.
_FAILURES = (
    *(DBAPIError, sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError),
    DatabaseAwayError,
)

_POSTGRESQL_UNIQUE_VIOLATION = "23505"
_SQLITE_UNIQUE_VIOLATIONS = {1555, 2067}  # SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE


class Transaction:
    """Reads and writes; once a statement has failed, nothing of it can be committed.

    PostgreSQL refuses by itself to go on, but takes a commit then silently for a rollback, and SQLite would commit the
    half that went well. Either way somebody could be told "received" of what is not there, so the commit fails loudly.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._is_broken = False
        self._waiting: list[Waiting] = []
        self._kept_direct: Direct | None = None

    @classmethod
    async def begin(cls, database: Database) -> "Transaction":
        """Take a connection and begin. Raises DatabaseAwayError, as everything here does."""
        with naming_absence():
            connection = await database.engine.connect()
        try:
            with naming_absence():
                await connection.begin()
        except BaseException:
            # Somebody may have stopped waiting for us: the only connection must not be lost with them.
            await _closed(connection)
            raise
        return cls(connection)

    @property
    def is_sqlite(self) -> bool:
        """Whether it runs on SQLite."""
        return self._connection.dialect.name == "sqlite"

    async def read(self, statement: TypedReturnsRows[*Columns]) -> Sequence[Row[*Columns]]:
        """All rows of a query."""
        await self._flush()
        try:
            with naming_absence():
                return (await self._connection.execute(statement)).all()
        except (DBAPIError, DatabaseAwayError):
            self._is_broken = True
            raise

    async def write(self, statement: UpdateBase, rows: Sequence[Mapping[str, object]] | None = None) -> int:
        """Carry out a change; gives how many rows it touched."""
        await self._flush()
        try:
            with naming_absence():
                return (await self._connection.execute(statement, rows)).rowcount
        except (DBAPIError, DatabaseAwayError):
            self._is_broken = True
            raise

    async def insert(
        self, statement: Insert | Update, clash: Exception, rows: Sequence[Mapping[str, object]] | None = None
    ) -> None:
        """Insert, or move a row; raises `clash` where such a row exists already."""
        try:
            await self.write(statement, rows)
        except IntegrityError as error:
            if error.orig is not None and _is_unique_violation(error.orig):
                raise clash from error
            raise

    async def ask(self, prepared: Prepared, **values: object) -> list[tuple[Any, ...]]:
        """All rows that a prepared question finds."""
        await self._flush()
        direct = await self._direct()
        try:
            with naming_absence():
                return await direct.ask(prepared.on(self._connection.dialect), values)
        except _FAILURES:
            self._is_broken = True
            raise

    async def carry_out(self, prepared: Prepared, *rows: Mapping[str, object]) -> int:
        """Carry out a prepared change for each of these rows; gives how many rows of the table the last one touched.

        Raises SQLAlchemy's IntegrityError as everything else does here.
        """
        await self._flush()
        direct = await self._direct()
        with self._noting_failure():
            return await direct.carry_out(prepared.on(self._connection.dialect), rows)

    def later(
        self,
        prepared: Prepared,
        *rows: Mapping[str, object],
        clash: Exception | None = None,
        untouched: Exception | None = None,
    ) -> None:
        """Carry out a prepared change before the next statement or the commit, together with others that wait.

        There, `clash` is raised where such a row exists already, and `untouched` where the change touched no row. Only
        an insert may have several rows.
        """
        self._waiting.append(Waiting(prepared, rows, clash, untouched))

    async def _flush(self, *, is_end: bool = False) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        direct = await self._direct()
        bundles = list(bundled(waiting))
        is_last = is_end and len(bundles) == 1
        for bundle in bundles:
            try:
                with self._noting_failure():
                    touched = await direct.carry_out_all(bundle, self._connection.dialect, is_last=is_last)
            except IntegrityError as error:
                clash = _clash(error, bundle)
                if clash is None:
                    raise
                raise clash from error
            for change, count in zip(bundle, touched, strict=True):
                if change.untouched is not None and count == 0:
                    self._is_broken = True
                    raise change.untouched

    @contextmanager
    def _noting_failure(self) -> Iterator[None]:
        """What fails inside breaks the transaction; the driver's own words for a broken rule become SQLAlchemy's."""
        try:
            with naming_absence():
                yield
        except (sqlite3.IntegrityError, asyncpg.IntegrityConstraintViolationError) as error:
            self._is_broken = True
            raise IntegrityError(None, None, error) from error
        except _FAILURES:
            self._is_broken = True
            raise

    async def _direct(self) -> Direct:
        if self._kept_direct is None:
            connection = await self._connection.get_raw_connection()
            self._kept_direct = (DirectSqlite if self.is_sqlite else DirectPostgres)(connection)
        return self._kept_direct

    async def commit(self) -> None:
        """Make it last. Raises RuntimeError if a statement failed before.

        After DatabaseAwayError it may have been stored or not: whoever asks again must be known by a key.
        """
        if self._is_broken:
            message = "a statement of this transaction has failed, so it cannot be committed"
            raise RuntimeError(message)
        await self._flush(is_end=True)
        with naming_absence():
            await self._connection.commit()

    async def close(self) -> None:
        """Roll back what was not committed and give the connection back."""
        if not self.is_sqlite and not self._connection.in_transaction():
            # It is committed: nothing more is sent to PostgreSQL, so there is no wait that somebody could break off.
            with naming_absence():
                await self._connection.close()
        else:
            await _closed(self._connection)


async def _closed(connection: AsyncConnection) -> None:
    """Close also when the task is being cancelled; a half-closed connection would block SQLite's only place."""
    with naming_absence():
        await asyncio.shield(asyncio.ensure_future(connection.close()))


def _is_unique_violation(error: BaseException) -> bool:
    if getattr(error, "sqlstate", "") == _POSTGRESQL_UNIQUE_VIOLATION:
        return True
    return getattr(error, "sqlite_errorcode", 0) in _SQLITE_UNIQUE_VIOLATIONS


def _clash(error: IntegrityError, bundle: Sequence[Waiting]) -> Exception | None:
    """What the change asks for whose row exists already."""
    if error.orig is None or not _is_unique_violation(error.orig):
        return None
    # Each driver names the table in its own place: SQLite in words, "UNIQUE constraint failed: table.column".
    named = getattr(error.orig, "table_name", None) or str(error.orig).rpartition(": ")[2].partition(".")[0]
    return next((change.clash for change in bundle if change.prepared.table == named and change.clash), None)
