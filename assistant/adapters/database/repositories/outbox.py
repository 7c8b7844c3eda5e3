"""What waits to be handed over, claimed by one worker at a time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, insert, or_, select, update

from assistant.adapters.database.records import IDS
from assistant.adapters.database.tables import OutboxRow
from assistant.adapters.database.transaction import Transaction
from assistant.delivery.outbox import LEASE, LONGEST_WAIT, Carrier, OutboxEntry, State


class SqlOutbox:
    """The port Outbox. `holder` names the worker whose claims these are, the same in all its transactions."""

    def __init__(self, transaction: Transaction, holder: str) -> None:
        self._transaction = transaction
        self._holder = holder

    async def add(self, entry: OutboxEntry) -> None:
        """Put it in line."""
        await self._transaction.write(
            insert(OutboxRow).values(
                id=entry.id,
                carrier=entry.carrier.value,
                recipient=entry.recipient,
                subject=entry.subject,
                messages=IDS.written(entry.messages),
                created_at=entry.created_at,
                next_try_at=entry.next_try_at,
                state=entry.state.value,
                attempts=entry.attempts,
                last_error=entry.last_error,
                sent_at=entry.sent_at,
            )
        )

    async def claim(self, carriers: Sequence[Carrier], now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        """Take entries that are due, for LEASE from the caller's commit on. Oldest first."""
        # On SQLite the lock clause is left out by SQLAlchemy, and the transaction has the whole file to itself anyway.
        due = (
            _entries()
            .where(
                OutboxRow.carrier.in_([carrier.value for carrier in carriers]),
                OutboxRow.state == State.WAITING.value,
                # Further off than any wait is only what was put there while the clock was wrong.
                or_(OutboxRow.next_try_at <= now, OutboxRow.next_try_at > now + LONGEST_WAIT),
                or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= now, OutboxRow.lease_until > now + LEASE),
            )
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        entries = await self._read(due)
        if not entries:
            return ()
        await self._transaction.write(
            update(OutboxRow)
            .where(OutboxRow.id.in_([entry.id for entry in entries]))
            .values(lease_until=now + LEASE, lease_token=self._holder)
        )
        return entries

    async def store(self, entry: OutboxEntry) -> None:
        """Store the outcome of a try and let go of the claim.

        A worker so slow that another one has the entry by now is heard only where it says "sent", since that is what
        the other side said; its "not yet" or "failed" counts no more. Nothing overwrites "sent".
        """
        is_ours: ColumnElement[bool] = or_(OutboxRow.lease_token.is_(None), OutboxRow.lease_token == self._holder)
        may_change = (
            OutboxRow.state != State.SENT.value
            if entry.state is State.SENT
            else and_(OutboxRow.state == State.WAITING.value, is_ours)
        )
        await self._transaction.write(
            update(OutboxRow)
            .where(OutboxRow.id == entry.id, may_change)
            .values(
                state=entry.state.value,
                attempts=entry.attempts,
                next_try_at=entry.next_try_at,
                last_error=entry.last_error,
                sent_at=entry.sent_at,
                lease_until=None,
                lease_token=None,
            )
        )

    async def of_subject(self, number: str) -> tuple[OutboxEntry, ...]:
        """The entries about one referral, oldest first."""
        return await self._read(_entries().where(OutboxRow.subject == number))

    async def _read(
        self,
        query: Select[str, str, str, str, str, datetime, datetime, str, int, str, datetime | None],
    ) -> tuple[OutboxEntry, ...]:
        return tuple(
            OutboxEntry(
                id=entry_id,
                carrier=Carrier(carrier),
                recipient=recipient,
                subject=subject,
                messages=IDS.read(messages),
                created_at=created_at,
                next_try_at=next_try_at,
                state=State(state),
                attempts=attempts,
                last_error=last_error,
                sent_at=sent_at,
            )
            for (
                entry_id,
                carrier,
                recipient,
                subject,
                messages,
                created_at,
                next_try_at,
                state,
                attempts,
                last_error,
                sent_at,
            ) in await self._transaction.read(query)
        )


def _entries() -> Select[str, str, str, str, str, datetime, datetime, str, int, str, datetime | None]:
    return select(
        OutboxRow.id,
        OutboxRow.carrier,
        OutboxRow.recipient,
        OutboxRow.subject,
        OutboxRow.messages,
        OutboxRow.created_at,
        OutboxRow.next_try_at,
        OutboxRow.state,
        OutboxRow.attempts,
        OutboxRow.last_error,
        OutboxRow.sent_at,
    ).order_by(OutboxRow.created_at, OutboxRow.position)
