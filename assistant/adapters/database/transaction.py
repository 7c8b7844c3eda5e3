"""One open transaction, as the repositories see it."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TypeVarTuple

from sqlalchemy import Insert, Row, Update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.sql.selectable import TypedReturnsRows

from assistant.adapters.database.session import Database, naming_absence
from assistant.errors import DatabaseAwayError

Columns = TypeVarTuple("Columns")

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
        try:
            with naming_absence():
                return (await self._connection.execute(statement)).all()
        except (DBAPIError, DatabaseAwayError):
            self._is_broken = True
            raise

    async def write(self, statement: UpdateBase, rows: Sequence[Mapping[str, object]] | None = None) -> int:
        """Carry out a change; gives how many rows it touched."""
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
            if _is_unique_violation(error):
                raise clash from error
            raise

    async def commit(self) -> None:
        """Make it last. Raises RuntimeError if a statement failed before.

        After DatabaseAwayError it may have been stored or not: whoever asks again must be known by a key.
        """
        if self._is_broken:
            message = "a statement of this transaction has failed, so it cannot be committed"
            raise RuntimeError(message)
        with naming_absence():
            await self._connection.commit()

    async def close(self) -> None:
        """Roll back what was not committed and give the connection back."""
        await _closed(self._connection)


async def _closed(connection: AsyncConnection) -> None:
    """Close also when the task is being cancelled; a half-closed connection would block SQLite's only place."""
    with naming_absence():
        await asyncio.shield(asyncio.ensure_future(connection.close()))


def _is_unique_violation(error: IntegrityError) -> bool:
    if getattr(error.orig, "sqlstate", "") == _POSTGRESQL_UNIQUE_VIOLATION:
        return True
    return getattr(error.orig, "sqlite_errorcode", 0) in _SQLITE_UNIQUE_VIOLATIONS
