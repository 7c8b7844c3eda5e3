"""Telegram updates: stored before they are acknowledged, handled once and in order within a chat."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Integer, and_, bindparam, case, exists, func, null, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, aliased

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.tables import UpdateRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import is_sealed
from assistant.usecases.ports import StoredUpdate

UPDATE_LEASE = timedelta(seconds=30)
"""How long a claimed update is left to the process that took it; after a crash it comes back that much later."""

GROUP = "-"
"""With this the ids of groups and channels begin; nobody waits there."""

# Any fixed number: whoever holds PostgreSQL's lock of this number may claim updates.
_CLAIMING = 40_281_710


def _is_leased(lease_until: InstrumentedAttribute[datetime | None]) -> ColumnElement[bool]:
    """Whether somebody still has it; a lease much longer than any is from a clock that was wrong, and holds up nobody.

    A little longer it may well be: who looked at the clock first may have waited for the other, who claimed meanwhile.
    """
    return and_(lease_until > bindparam("now"), lease_until <= bindparam("latest"))


def _free() -> Prepared:
    other = aliased(UpdateRow)
    # An older one of the same chat goes first, and one that is being handled, whatever its age, is waited for.
    is_in_the_way = exists().where(
        other.chat == UpdateRow.chat,
        other.done_at.is_(None),
        other.id != UpdateRow.id,
        or_(other.id < UpdateRow.id, _is_leased(other.lease_until)),
    )
    return Prepared(
        select(UpdateRow.id, UpdateRow.chat, UpdateRow.payload)
        .where(
            UpdateRow.done_at.is_(None),
            or_(UpdateRow.lease_until.is_(None), ~_is_leased(UpdateRow.lease_until)),
            ~is_in_the_way,
        )
        .order_by(UpdateRow.id)
        .limit(bindparam("limit", type_=Integer))
        .with_for_update(skip_locked=True, of=UpdateRow)
    )


_FREE = _free()
_LEASE = Prepared(
    update(UpdateRow).where(UpdateRow.id == bindparam("which")).values(lease_until=bindparam("lease_until"))
)
_DONE = Prepared(
    update(UpdateRow)
    .where(UpdateRow.id == bindparam("which"))
    .values(
        done_at=bindparam("done_at"),
        payload=null(),
        # Where somebody was told to wait the keyed hash of the chat stays, so that nobody is told again so soon.
        chat=case((UpdateRow.told_at.is_(None), ""), else_=UpdateRow.chat),
        lease_until=null(),
    )
)


class SqlUpdates:
    """The port Updates.

    What an update says is kept for moments, often before there is a conversation, so it is encrypted under a master key
    itself.
    """

    def __init__(
        self,
        transaction: Transaction,
        masters: MasterKeys | None = None,
        hashed: Callable[[str], str] | None = None,
    ) -> None:
        self._transaction = transaction
        self._hashed = hashed
        self._masters = masters

    async def add(self, updates: Sequence[StoredUpdate], now: datetime) -> None:
        """Store those that are new; a known id is passed over."""
        if not updates:
            return
        rows = [
            {
                "id": stored.id,
                "chat": chat_of(self._hashed, stored.chat),
                "payload": sealed_update(self._masters, stored.id, stored.chat, stored.payload),
                "received_at": now,
            }
            for stored in updates
        ]
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        await self._transaction.write(insert(UpdateRow).on_conflict_do_nothing(), rows)

    async def claim(self, now: datetime, limit: int) -> tuple[StoredUpdate, ...]:
        """Take unhandled ones for UPDATE_LEASE, oldest first, at most one a chat and none of a chat being handled."""
        if not self._transaction.is_sqlite:
            # One process claims at a time, and sees the claims of those before: a row's own lock would not tell that
            # another update of its chat is being taken at this very moment.
            await self._transaction.read(select(func.pg_advisory_xact_lock(_CLAIMING)))
        found = await self._transaction.ask(_FREE, now=now, latest=now + 2 * UPDATE_LEASE, limit=limit)
        claimed = tuple(self._opened(update_id, chat, payload or "") for update_id, chat, payload in found)
        if claimed:
            leases = [{"which": one.id, "lease_until": now + UPDATE_LEASE} for one in claimed]
            await self._transaction.carry_out(_LEASE, *leases)
        return claimed

    async def kept_waiting(
        self, now: datetime, longer_than: timedelta, told_once_in: timedelta, *, behind: int, limit: int
    ) -> tuple[str, ...]:
        """The chats of those to be told now, at most `limit`, whose turn comes last first."""
        if not self._transaction.is_sqlite:
            await self._transaction.read(select(func.pg_advisory_xact_lock(_CLAIMING)))
        waiting = (
            select(func.min(UpdateRow.id), UpdateRow.chat)
            .where(
                UpdateRow.done_at.is_(None),
                UpdateRow.lease_until.is_(None),
                UpdateRow.received_at <= now - longer_than,
                UpdateRow.chat != "",
            )
            .group_by(UpdateRow.chat)
            .order_by(func.min(UpdateRow.id))
        )
        rows = (await self._transaction.read(waiting))[behind:]
        if not rows:
            return ()
        told = select(UpdateRow.chat).where(UpdateRow.told_at.is_not(None), UpdateRow.told_at > now - told_once_in)
        known = {chat for (chat,) in await self._transaction.read(told)}
        new = UpdateRow.id.in_([update_id for update_id, chat in reversed(rows) if chat not in known][:limit])
        query = select(UpdateRow.id, UpdateRow.chat, UpdateRow.payload).where(new).order_by(UpdateRow.id.desc())
        # Whose it is stands in what is encrypted; the column only keeps those of one chat together.
        chats = [self._opened(row.id, row.chat, row.payload or "").chat for row in await self._transaction.read(query)]
        await self._transaction.write(update(UpdateRow).where(new).values(told_at=now))
        return tuple(chat for chat in chats if not chat.startswith(GROUP))

    async def done(self, update_ids: Sequence[int], now: datetime) -> None:
        """Mark as handled and forget what they said, and whose they were."""
        await self._transaction.carry_out(_DONE, *({"which": which, "done_at": now} for which in update_ids))

    def _opened(self, update_id: int, chat: str, payload: str) -> StoredUpdate:
        if self._masters is None or not is_sealed(payload):
            return StoredUpdate(id=update_id, chat=chat, payload=payload)
        told, _, said = self._masters.of(payload).opened(payload, payload_of(update_id)).partition("\n")
        return StoredUpdate(id=update_id, chat=told, payload=said)


def sealed_update(masters: MasterKeys | None, update_id: int, chat: str, payload: str) -> str:
    """What an update says, encrypted together with whose it is."""
    return masters.newest.sealed(f"{chat}\n{payload}", payload_of(update_id)) if masters else payload


def chat_of(hashed: Callable[[str], str] | None, chat: str) -> str:
    """What keeps the updates of one chat together, and tells nobody whose they are."""
    return hashed(f"updates of {chat}") if hashed and chat else chat


def payload_of(update_id: int) -> str:
    """The place to which what an update says is bound."""
    return f"telegram_updates.payload/{update_id}"
