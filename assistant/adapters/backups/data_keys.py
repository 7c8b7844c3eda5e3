"""The one copy of the data keys: written over with every backup, so that a key that was destroyed is soon nowhere.

Backups of the database hold no data keys. Any backup is read with the newest copy, and only with that one.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError

from assistant.adapters.backups.files import file_in_the_making, sync
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.tables import OutboxRow, ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.tables_likeness import LikenessRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.sealed_text import MARK
from assistant.delivery.outbox import UNSENT, State
from assistant.errors import BackupRefusedError, DatabaseAwayError

_FIRST = "aiskiai data keys 1"
_TOGETHER = 1000


@dataclass(frozen=True)
class KeptKey:
    """A row of the table of data keys; `wrapped` is None where the key was destroyed."""

    owner: str
    master: str
    wrapped: str | None
    destroyed_at: datetime | None

    def outlasts(self, other: "KeptKey") -> bool:
        """Whether of two rows about one owner this one counts: what was destroyed last, or else the key that is there.

        A key that was made after a destruction carries the moment of that destruction, so it counts as well.
        """
        moments = [kept.destroyed_at.timestamp() if kept.destroyed_at else 0.0 for kept in (self, other)]
        return moments[0] > moments[1] or (moments[0] == moments[1] and self.wrapped is not None)


async def copy_keys(database: Database, place: Path) -> int:
    """Write the copy over the one that was there, whole or not at all; gives how many keys are in it."""
    # One by one: a mode is only for the last of the folders that are made together.
    for folder in (place.parent.parent, place.parent):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    count = 0
    with file_in_the_making(place) as made:
        with made.open("w", encoding="utf-8") as file:
            file.write(f"{_FIRST}\n")
            async for key in keys_in(database):
                file.write(f"{_line_of(key)}\n")
                count += key.wrapped is not None
            # Without this last line it was cut short.
            file.write("end\n")
        await asyncio.to_thread(sync, made)
        made.replace(place)
        await asyncio.to_thread(sync, place.parent)
    return count


def read_copy(place: Path) -> Mapping[str, KeptKey]:
    """The keys of a copy by their owners. Raises BackupRefusedError where it is no copy, or not whole."""
    try:
        first, *lines, last = place.read_text(encoding="utf-8").splitlines()
        keys = {key.owner: key for key in map(_key_of, lines)}
    except OSError as error:
        raise BackupRefusedError(f"There is no copy of the data keys at {place}: {error.strerror}.") from error
    except (ValueError, TypeError):
        first = last = ""
    if (first, last) != (_FIRST, "end"):
        raise BackupRefusedError(f"{place} is no copy of the data keys, or is not whole.")
    return keys


async def keys_in(database: Database) -> AsyncIterator[KeptKey]:
    """All rows of the database, by owner; each transaction reads a part of them."""
    last = ""
    while True:
        transaction = await Transaction.begin(database)
        try:
            query = select(DataKeyRow.owner, DataKeyRow.master, DataKeyRow.wrapped, DataKeyRow.destroyed_at)
            rows = await transaction.read(
                query.where(DataKeyRow.owner > last).order_by(DataKeyRow.owner).limit(_TOGETHER)
            )
        finally:
            await transaction.close()
        for row in rows:
            yield KeptKey(*row)
        if len(rows) < _TOGETHER:
            return
        last = rows[-1].owner


async def last_destruction(database: Database) -> datetime | None:
    """When a key was last destroyed."""
    transaction = await Transaction.begin(database)
    try:
        [(moment,)] = await transaction.read(
            select(func.max(DataKeyRow.destroyed_at)).where(DataKeyRow.destroyed_at.is_not(None))
        )
    finally:
        await transaction.close()
    return moment


async def keys_of_whatever_is_at(url: str) -> Mapping[str, KeptKey]:
    """The keys of the database that is there now; none where it is too old or too damaged to have any."""
    database = open_database(url)
    try:
        return {key.owner: key async for key in keys_in(database)}
    except (DatabaseError, DatabaseAwayError):
        return {}
    finally:
        await database.close()


def united(*sources: Mapping[str, KeptKey]) -> dict[str, KeptKey]:
    """The keys of several places; what was destroyed in one of them stays destroyed."""
    together: dict[str, KeptKey] = {}
    for source in sources:
        for owner, key in source.items():
            known = together.get(owner)
            if known is None or key.outlasts(known):
                together[owner] = key
    return together


@dataclass(frozen=True)
class PutBack:
    """What came of putting keys back: how many there are, and how many referrals of the backup were erased since."""

    keys: int
    erased: int


async def put_keys_back(url: str, keys: Mapping[str, KeptKey]) -> PutBack:
    """Give a restored database its keys, and take away by what erased referrals could still be found.

    Raises BackupRefusedError where what is stored is encrypted and there is no key at all: then a copy is missing.
    """
    database = open_database(url)
    try:
        own = {key.owner: key async for key in keys_in(database)}
        together = united(own, keys)
        transaction = await Transaction.begin(database)
        try:
            if not any(key.wrapped for key in together.values()) and await _is_sealed(transaction):
                raise BackupRefusedError(
                    "What is in this backup is encrypted, and there is no copy of its keys. "
                    "Name it with --keys; see docs/operations.md."
                )
            await transaction.write(delete(DataKeyRow))
            for rows in _parts([_row_of(key) for key in together.values()]):
                await transaction.write(insert(DataKeyRow), rows)
            erased = await _erase_traces(transaction)
            await transaction.commit()
        finally:
            await transaction.close()
    finally:
        await database.close()
    return PutBack(sum(key.wrapped is not None for key in together.values()), erased)


async def _is_sealed(transaction: Transaction) -> bool:
    query = select(ReferralRow.number).where(ReferralRow.request.startswith(MARK, autoescape=True)).limit(1)
    return bool(await transaction.read(query))


async def _erase_traces(transaction: Transaction) -> int:
    """Keyed hashes of names and phones, and letters that still wait; gives how many referrals it was about."""
    erased = select(DataKeyRow.owner).where(DataKeyRow.wrapped.is_(None))
    for table in (ReferralSearchRow, LikenessRow):
        await transaction.write(delete(table).where(table.referral.in_(erased)))
    await transaction.write(
        update(OutboxRow)
        .where(OutboxRow.subject.in_(erased), OutboxRow.state.in_([state.value for state in UNSENT]))
        .values(state=State.CANCELLED.value)
    )
    [(count,)] = await transaction.read(
        select(func.count()).select_from(ReferralRow).where(ReferralRow.number.in_(erased))
    )
    return count


def _parts(rows: list[dict[str, object]]) -> Iterable[list[dict[str, object]]]:
    return (rows[start : start + _TOGETHER] for start in range(0, len(rows), _TOGETHER))


def _row_of(key: KeptKey) -> dict[str, object]:
    return {"owner": key.owner, "master": key.master, "wrapped": key.wrapped, "destroyed_at": key.destroyed_at}


def _line_of(key: KeptKey) -> str:
    at = key.destroyed_at.isoformat() if key.destroyed_at else None
    return json.dumps([key.owner, key.master, key.wrapped, at])


def _key_of(line: str) -> KeptKey:
    owner, master, wrapped, at = json.loads(line)
    return KeptKey(str(owner), str(master), wrapped, datetime.fromisoformat(at) if at else None)
