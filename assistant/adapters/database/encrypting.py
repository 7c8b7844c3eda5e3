"""Encrypts what an older program stored in plain text: a little at a time, and only what has no key yet."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import structlog
from sqlalchemy import ColumnElement, bindparam, exists, func, not_, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from assistant.adapters.database.repositories.conversations import (
    address_of,
    found_by,
    message_of,
    said_of,
    state_of,
)
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.outbox import SEALED, error_of, recipient_of
from assistant.adapters.database.repositories.sealed_referrals import (
    changes_of,
    details_of,
    letters_of,
    request_of,
    text_of,
)
from assistant.adapters.database.repositories.updates import chat_of, sealed_update
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import (
    ConversationRow,
    LineRow,
    OutboxRow,
    ReferralEntryRow,
    ReferralRow,
    UpdateRow,
)
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import MARK, is_sealed
from assistant.conversation.state import Channel

log = structlog.get_logger(__name__)

TOGETHER = 50
"""So many owners share a transaction: on SQLite nobody else can write meanwhile."""


@dataclass
class Encrypted:
    """How many owners got a key, and how many have none though their texts are encrypted: those keys are lost."""

    made: int = 0
    lost: int = 0


@dataclass(frozen=True)
class Batch:
    """What a part of the work is done with, in a transaction of its own."""

    transaction: Transaction
    keys: SqlDataKeys
    hashed: Callable[[str], str] | None


async def encrypt_existing(
    database: Database, masters: MasterKeys, hashed: Callable[[str], str] | None = None
) -> Encrypted:
    """Encrypt every conversation and referral that has no key, and updates that wait. It may be cut short and repeated.

    Several processes may do so at once, while others serve: one that holds a row is waited for, or passed over.
    """
    done = Encrypted()
    for batch in (_conversations, _referrals):
        last: str | None = ""
        while last is not None:
            transaction = await Transaction.begin(database)
            try:
                last = await batch(Batch(transaction, SqlDataKeys(transaction, masters), hashed), last, done)
                await transaction.commit()
            finally:
                await transaction.close()
    await _updates(database, masters, hashed)
    if done.made or done.lost:
        log.warning("stored texts were encrypted", owners=done.made, without_their_key=done.lost)
    if done.made:
        # What stood there in plain text would otherwise stay in the write-ahead log for a while.
        await fold_in_log(database)
    return done


async def fold_in_log(database: Database) -> None:
    """Bring SQLite's write-ahead log into the file and cut it to nothing, as far as nobody reads from it just now."""

    def fold(file: str) -> None:
        # Not in a transaction, as every statement of the engine is.
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    if database.is_sqlite:
        await asyncio.to_thread(fold, database.engine.url.database or "")


async def _conversations(batch: Batch, last: str, done: Encrypted) -> str | None:
    transaction, keys = batch.transaction, batch.keys
    rows = await transaction.read(
        select(ConversationRow.id, ConversationRow.state, ConversationRow.channel, ConversationRow.external_id)
        .where(ConversationRow.id > last, _has_no_key(ConversationRow.id))
        .order_by(ConversationRow.id)
        .limit(TOGETHER)
        .with_for_update(skip_locked=True)
    )
    if not rows:
        return None
    plain = [row for row in rows if not is_sealed(row.state)]
    done.lost += len(rows) - len(plain)
    for row in plain:
        sealed = await keys.sealing(row.id)
        await transaction.write(
            update(ConversationRow)
            .where(ConversationRow.id == row.id)
            .values(
                state=sealed(row.state, state_of(row.id)),
                external_id=found_by(batch.hashed, Channel(row.channel), row.external_id or "") or None,
                address=sealed(row.external_id or "", address_of(row.id)) or None,
            )
        )
        lines = await transaction.read(
            select(LineRow.id, LineRow.said, LineRow.message).where(LineRow.conversation == row.id)
        )
        changed = [
            {
                "which": one.id,
                "s": sealed(one.said, said_of(one.id)),
                "m": sealed(one.message or "", message_of(one.id)),
            }
            for one in lines
            if not is_sealed(one.said or one.message or "")
        ]
        if changed:
            statement = update(LineRow).where(LineRow.id == bindparam("which"))
            await transaction.write(
                statement.values(said=bindparam("s"), message=func.nullif(bindparam("m"), "")), changed
            )
        done.made += 1
    return str(rows[-1].id)


async def _referrals(batch: Batch, last: str, done: Encrypted) -> str | None:
    transaction, keys = batch.transaction, batch.keys
    rows = await transaction.read(
        select(ReferralRow.number, ReferralRow.request, ReferralRow.letters_to)
        .where(ReferralRow.number > last, _has_no_key(ReferralRow.number))
        .order_by(ReferralRow.number)
        .limit(TOGETHER)
        .with_for_update(skip_locked=True)
    )
    if not rows:
        return None
    plain = [row for row in rows if not is_sealed(row.request)]
    done.lost += len(rows) - len(plain)
    for row in plain:
        sealed = await keys.sealing(row.number)
        await transaction.write(
            update(ReferralRow)
            .where(ReferralRow.number == row.number)
            .values(
                request=sealed(row.request, request_of(row.number)),
                letters_to=sealed(row.letters_to or "", letters_of(row.number)) or None,
            )
        )
        await _entries(transaction, keys, row.number)
        await _outbox(transaction, keys, row.number)
        done.made += 1
    return str(rows[-1].number)


async def _entries(transaction: Transaction, keys: SqlDataKeys, number: str) -> None:
    sealed = await keys.sealing(number)
    entries = await transaction.read(
        select(ReferralEntryRow.position, ReferralEntryRow.text, ReferralEntryRow.changes, ReferralEntryRow.details)
        .where(ReferralEntryRow.referral == number)
        .where(_any_plain(ReferralEntryRow.text, ReferralEntryRow.changes, ReferralEntryRow.details))
    )
    for one in entries:
        await transaction.write(
            update(ReferralEntryRow)
            .where(ReferralEntryRow.referral == number, ReferralEntryRow.position == one.position)
            .values(
                text=sealed(one.text, text_of(number, one.position)),
                changes=sealed(one.changes or "", changes_of(number, one.position)) or None,
                details=sealed(one.details or "", details_of(number, one.position)) or None,
            )
        )


async def _outbox(transaction: Transaction, keys: SqlDataKeys, number: str) -> None:
    sealed = await keys.sealing(number)
    entries = await transaction.read(
        select(OutboxRow.id, OutboxRow.recipient, OutboxRow.last_error).where(
            OutboxRow.subject == number,
            OutboxRow.carrier.in_([carrier.value for carrier in SEALED]),
            _any_plain(OutboxRow.recipient),
        )
    )
    for one in entries:
        await transaction.write(
            update(OutboxRow)
            .where(OutboxRow.id == one.id)
            .values(
                recipient=sealed(one.recipient, recipient_of(one.id)),
                last_error=sealed(one.last_error, error_of(one.id)),
            )
        )


async def _updates(database: Database, masters: MasterKeys, hashed: Callable[[str], str] | None) -> None:
    transaction = await Transaction.begin(database)
    try:
        waiting = await transaction.read(
            select(UpdateRow.id, UpdateRow.chat, UpdateRow.payload).where(
                UpdateRow.done_at.is_(None), _any_plain(UpdateRow.payload)
            )
        )
        for one in waiting:
            sealed = sealed_update(masters, one.id, one.chat, one.payload or "")
            await transaction.write(
                update(UpdateRow)
                .where(UpdateRow.id == one.id, UpdateRow.payload == one.payload)
                .values(payload=sealed, chat=chat_of(hashed, one.chat))
            )
        await transaction.commit()
    finally:
        await transaction.close()


def _has_no_key(owner: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return not_(exists().where(DataKeyRow.owner == owner))


def _any_plain(*columns: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    """Whether there is something in one of the columns that is not encrypted."""
    return or_(*((column != "") & ~column.startswith(MARK, autoescape=True) for column in columns))
