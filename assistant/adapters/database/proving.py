"""Proves that a database can be used: counts what is in it, and opens what people sent and how they stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from assistant.adapters.database.repositories.conversations import state_of
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.sealed_referrals import request_of
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import Base, ConversationRow, ReferralRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import SealBrokenError, is_sealed

_TOGETHER = 500


@dataclass(frozen=True)
class Read:
    """How many texts of a kind were opened, how many were erased, and how many cannot be read though they should."""

    readable: int
    erased: int
    lost: int

    def __add__(self, other: "Read") -> "Read":
        return Read(self.readable + other.readable, self.erased + other.erased, self.lost + other.lost)


async def counts_of(database: Database) -> Mapping[str, int]:
    """How many rows each table has, all at one moment."""
    transaction = await Transaction.begin(database)
    try:
        counts = {}
        for table in Base.metadata.sorted_tables:
            [(count,)] = await transaction.read(select(func.count()).select_from(table))
            counts[table.name] = count
    finally:
        await transaction.close()
    return counts


async def read_requests(database: Database, masters: MasterKeys) -> Read:
    """Open what people filled in, of all referrals."""
    return await _read(database, masters, ReferralRow.number, ReferralRow.request, request_of)


async def read_conversations(database: Database, masters: MasterKeys) -> Read:
    """Open how all conversations stand."""
    return await _read(database, masters, ConversationRow.id, ConversationRow.state, state_of)


async def _read(
    database: Database,
    masters: MasterKeys,
    owner: InstrumentedAttribute[str],
    text: InstrumentedAttribute[str],
    place_of: Callable[[str], str],
) -> Read:
    """Open a column of all rows, some at a time, each in a transaction of its own."""
    found, last = Read(0, 0, 0), ""
    while True:
        transaction = await Transaction.begin(database)
        try:
            rows = await transaction.read(select(owner, text).where(owner > last).order_by(owner).limit(_TOGETHER))
            found += await _opened(transaction, masters, {row[0]: (row[1], place_of(row[0])) for row in rows})
        finally:
            await transaction.close()
        if len(rows) < _TOGETHER:
            return found
        last = rows[-1][0]


async def _opened(transaction: Transaction, masters: MasterKeys, texts: Mapping[str, tuple[str, str]]) -> Read:
    """`texts` are encrypted texts and their places, by their owners."""
    query = select(DataKeyRow.owner, DataKeyRow.wrapped).where(DataKeyRow.owner.in_(sorted(texts)))
    wrapped = {row[0]: row[1] for row in await transaction.read(query)}
    keys = SqlDataKeys(transaction, masters)
    readable = erased = lost = 0
    for owner, (text, place) in texts.items():
        if is_sealed(text or "") and owner not in wrapped:
            # Whoever is erased leaves word of it; here the copy of the keys is older than the backup.
            lost += 1
            continue
        try:
            keys.met(owner, wrapped.get(owner))
            is_open = keys.opened(owner, text or "", place) is not None
        except SealBrokenError:
            lost += 1
        else:
            readable += is_open
            erased += not is_open
    return Read(readable, erased, lost)
