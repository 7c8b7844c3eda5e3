"""Blocks of referral numbers: which one is open in this database, and which were ever opened."""

from datetime import datetime

from sqlalchemy import ColumnElement, Text, insert, literal, literal_column, select

from assistant.adapters.database.known_blocks import KnownBlocks
from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.tables import NumberBlockRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError

SQLITE_LIFE = "file"
"""A SQLite database lives until a copy of it is made; the copy has its blocks closed."""

# A restored dump is a database with an id of its own, perhaps on another server; recovery to an earlier moment begins a
# new timeline, which is the first eight signs of the log file's name.
_POSTGRESQL_LIFE: ColumnElement[str] = literal_column(
    "concat_ws('/', (SELECT system_identifier FROM pg_control_system()),"
    " left(pg_walfile_name(pg_current_wal_lsn()), 8),"
    " (SELECT oid FROM pg_database WHERE datname = current_database()))",
    Text,
)


_NEWEST = select(NumberBlockRow.block, NumberBlockRow.life).order_by(NumberBlockRow.position.desc()).limit(1)
# With the life that the database has now.
_OPEN_SQLITE = Prepared(_NEWEST.add_columns(literal(SQLITE_LIFE)))
_OPEN_POSTGRESQL = Prepared(_NEWEST.add_columns(_POSTGRESQL_LIFE))


class SqlNumbers:
    """The port Numbers. A block is open only in the life of the database in which it was opened."""

    def __init__(self, transaction: Transaction, beside: KnownBlocks | None) -> None:
        self._transaction = transaction
        self._beside = beside

    async def open_block(self) -> int | None:
        """The block that numbers are drawn from; None where this database has opened none in its present life."""
        newest = _OPEN_SQLITE if self._transaction.is_sqlite else _OPEN_POSTGRESQL
        for block, life, present in await self._transaction.ask(newest):
            return int(block) if life == present else None
        return None

    async def known_blocks(self) -> frozenset[int]:
        """Every block that was ever opened, as far as this database or the file beside it knows."""
        stored = {block for (block,) in await self._transaction.read(select(NumberBlockRow.block))}
        return frozenset(stored | (self._beside.read() if self._beside else set()))

    async def open(self, block: int, now: datetime) -> None:
        """Numbers are drawn from this block from now on. Raises ReferralChangedError where it was opened already."""
        if self._beside:
            # Before the commit: a block that is known and was never used costs nothing.
            self._beside.add(block)
        row = {"block": block, "life": await self._life(), "opened_at": now}
        await self._transaction.insert(insert(NumberBlockRow).values(row), ReferralChangedError(f"block {block}"))

    async def _life(self) -> str:
        if self._transaction.is_sqlite:
            return SQLITE_LIFE
        [(life,)] = await self._transaction.read(select(_POSTGRESQL_LIFE))
        return life
