"""Wraps all data keys anew under the newest master key, a few at a time, while the product runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, update

from assistant.adapters.database.first_look import CANARY
from assistant.adapters.database.repositories.data_keys import wrapped_anew
from assistant.adapters.database.repositories.updates import payload_of
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import UpdateRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import MARK, is_sealed, key_id_of

TOGETHER = 500
"""So many keys are wrapped in one transaction, which takes some ten milliseconds."""


@dataclass(frozen=True)
class Wrapped:
    """How many data keys, and updates that wait, a master key wraps."""

    keys: int = 0
    updates: int = 0

    def __bool__(self) -> bool:
        return bool(self.keys or self.updates)


async def rotate(database: Database, masters: MasterKeys, tell: Callable[[int], None]) -> int:
    """Wrap anew what an older master key wraps; gives how many keys that were. It may be cut short and begun again.

    `tell` hears after each part how many there were so far. Keys that are made or destroyed meanwhile are left as they
    are: the change is made only where the row is still as it was read.
    """
    newest, done, last = masters.newest.id, 0, ""
    while True:
        transaction = await Transaction.begin(database)
        try:
            rows = await transaction.read(
                select(DataKeyRow.owner, DataKeyRow.wrapped)
                .where(DataKeyRow.owner > last, DataKeyRow.wrapped.is_not(None), DataKeyRow.master != newest)
                .order_by(DataKeyRow.owner)
                .limit(TOGETHER)
            )
            changes = [
                {"whose": owner, "was": wrapped, "becomes": wrapped_anew(masters, owner, wrapped or "")}
                for owner, wrapped in rows
            ]
            if changes:
                statement = update(DataKeyRow).where(
                    DataKeyRow.owner == bindparam("whose"), DataKeyRow.wrapped == bindparam("was")
                )
                await transaction.write(statement.values(master=newest, wrapped=bindparam("becomes")), changes)
                await transaction.commit()
        finally:
            await transaction.close()
        if not rows:
            break
        done, last = done + len(rows), rows[-1].owner
        tell(done)
    await _updates(database, masters)
    return done


async def in_use(database: Database) -> Mapping[str, Wrapped]:
    """What each master key still wraps, by its name."""
    transaction = await Transaction.begin(database)
    try:
        counted = await transaction.read(
            select(DataKeyRow.master, func.count())
            .where(DataKeyRow.wrapped.is_not(None), DataKeyRow.owner != CANARY)
            .group_by(DataKeyRow.master)
        )
        waiting = await transaction.read(select(UpdateRow.payload).where(UpdateRow.done_at.is_(None)))
        [(canary,)] = await transaction.read(select(func.max(DataKeyRow.master)).where(DataKeyRow.owner == CANARY))
    finally:
        await transaction.close()
    keys = {row[0]: row[1] for row in counted}
    updates: dict[str, int] = {}
    for (payload,) in waiting:
        if payload and is_sealed(payload):
            updates[key_id_of(payload)] = updates.get(key_id_of(payload), 0) + 1
    names = {*keys, *updates, *([canary] if canary else [])}
    return {name: Wrapped(keys.get(name, 0), updates.get(name, 0)) for name in names}


async def _updates(database: Database, masters: MasterKeys) -> None:
    """The updates that wait, which a master key encrypts itself; there are seldom any."""
    newest = masters.newest
    transaction = await Transaction.begin(database)
    try:
        rows = await transaction.read(
            select(UpdateRow.id, UpdateRow.payload).where(
                UpdateRow.done_at.is_(None),
                UpdateRow.payload.startswith(MARK, autoescape=True),
                UpdateRow.payload.not_like(f"{MARK}{newest.id}:%"),
            )
        )
        for update_id, payload in rows:
            plain = masters.of(payload or "").opened(payload or "", payload_of(update_id))
            await transaction.write(
                update(UpdateRow)
                .where(UpdateRow.id == update_id, UpdateRow.payload == payload)
                .values(payload=newest.sealed(plain, payload_of(update_id)))
            )
        await transaction.commit()
    finally:
        await transaction.close()
