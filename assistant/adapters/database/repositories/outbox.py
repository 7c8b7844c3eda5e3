"""What waits to be handed over, claimed by one worker at a time."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, not_, or_, select, update

from assistant.adapters.database.prepared import Prepared, prepared_insert
from assistant.adapters.database.records import IDS
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.tables import OutboxRow, ReferralRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.delivery.backlog import Backlog
from assistant.delivery.outbox import (
    LEASE,
    LONGEST_WAIT,
    TO_OPERATOR,
    TO_PERSON,
    TRIALS,
    UNSENT,
    WAITING,
    Carrier,
    OutboxEntry,
    State,
)
from assistant.errors import FailureReason, OutboxEntryExistsError

Columns = Select[
    str, str, str, str, str, datetime, datetime, str, int, datetime | None, str | None, str, datetime | None, str | None
]

SEALED = TO_PERSON | {Carrier.TELEGRAM}
"""What goes to the person: address or chat, and the other side's words, are encrypted under the referral's key."""


_ADD = prepared_insert(
    OutboxRow,
    *("id", "carrier", "recipient", "subject", "messages", "created_at"),
    *("state", "attempts", "failing_since", "reason", "last_error", "next_try_at", "sent_at"),
)
_EXAMPLE = Prepared(select(ReferralRow.number).where(ReferralRow.number == bindparam("number"), ReferralRow.is_demo))


class SqlOutbox:
    """The port Outbox. `holder` names the worker whose claims these are, the same in all its transactions."""

    def __init__(self, transaction: Transaction, holder: str, keys: SqlDataKeys) -> None:
        self._transaction = transaction
        self._keys = keys
        self._holder = holder

    async def add(self, entry: OutboxEntry, *, is_example: bool | None = None) -> None:
        """As the port says."""
        entry = await self._shown(entry, is_example=is_example)
        sealed = await self._sealing(entry)
        row = {
            "id": entry.id,
            "carrier": entry.carrier.value,
            "recipient": sealed(entry.recipient, recipient_of(entry.id)),
            "subject": entry.subject,
            "messages": IDS.written(entry.messages),
            "created_at": entry.created_at,
            **_standing(entry, sealed),
        }
        self._transaction.later(_ADD, row, clash=OutboxEntryExistsError(entry.id))

    async def claim(self, carriers: Sequence[Carrier], now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        """Take entries that are due, for LEASE from the caller's commit on. Oldest first.

        This is the sweeper too: what a killed worker had in hand is taken as soon as its lease is over, and what failed
        as soon as its wait is over. Every worker asks once a second, so nothing else has to go round.
        """
        # On SQLite the lock clause is left out by SQLAlchemy, and the transaction has the whole file to itself anyway.
        due = (
            _entries()
            .where(
                OutboxRow.carrier.in_([carrier.value for carrier in carriers]),
                # A second lock: nothing about an example is ever in line.
                not_(_about_an_example()),
                or_(
                    # Further off than any wait is only what was put there while the clock was wrong.
                    and_(
                        _stands(*WAITING),
                        or_(OutboxRow.next_try_at <= now, OutboxRow.next_try_at > now + LONGEST_WAIT),
                    ),
                    and_(
                        _stands(State.SENDING),
                        or_(OutboxRow.lease_until <= now, OutboxRow.lease_until > now + 2 * LEASE),
                    ),
                ),
            )
            .limit(limit)
            .with_for_update(skip_locked=True, of=OutboxRow)
        )
        entries = await self._read(due)
        if not entries:
            return ()
        await self._transaction.write(
            update(OutboxRow)
            .where(OutboxRow.id.in_([entry.id for entry in entries]))
            .values(state=State.SENDING.value, lease_until=now + LEASE, lease_token=self._holder)
        )
        return tuple(entry.taken() for entry in entries)

    async def store(self, entry: OutboxEntry) -> bool:
        """Store the outcome of a try and let go of the claim; whether it counted.

        A worker so slow that another one has the entry by now, or that somebody cancelled it, is heard only where it
        says "sent", since that is what the other side said; its "not yet" or "failed" counts no more. Nothing
        overwrites "sent".
        """
        may_change = (
            OutboxRow.state != State.SENT.value
            if entry.state is State.SENT
            else and_(_stands(State.SENDING), OutboxRow.lease_token == self._holder)
        )
        return await self._write(entry, may_change)

    async def change(self, number: str, change: Callable[[OutboxEntry], OutboxEntry]) -> tuple[OutboxEntry, ...]:
        """Change the entries about a referral; a worker that claims passes over them until the commit."""
        kept = await self._read(_entries().where(OutboxRow.subject == number).with_for_update(of=OutboxRow))
        changed = tuple(after for before, after in ((entry, change(entry)) for entry in kept) if after != before)
        changed = tuple([await self._shown(entry) for entry in changed])
        for entry in changed:
            await self._write(entry, OutboxRow.id == entry.id)
        return changed

    async def of_subject(self, number: str) -> tuple[OutboxEntry, ...]:
        """The entries about one referral, oldest first."""
        return await self._read(_entries().where(OutboxRow.subject == number))

    async def of_id(self, entry_id: str) -> OutboxEntry | None:
        """One entry."""
        return next(iter(await self._read(_entries().where(OutboxRow.id == entry_id))), None)

    async def backlog(self) -> Backlog:
        """How much there is of everything."""
        counted = select(OutboxRow.state, func.count()).group_by(OutboxRow.state)
        counts = {State(state): count for state, count in await self._transaction.read(counted)}
        oldest = _entries().where(_stands(*UNSENT)).limit(1)
        unsent = await self._read(oldest)
        failing = select(OutboxRow.carrier).where(_stands(State.FAILED_TEMPORARILY)).distinct()
        return Backlog(
            {state: counts.get(state, 0) for state in State},
            unsent[0].created_at if unsent else None,
            frozenset(Carrier(carrier) for (carrier,) in await self._transaction.read(failing)),
        )

    async def stuck(self, late_since: datetime, failed_since: datetime) -> tuple[OutboxEntry, ...]:
        """What is late or has failed for good, oldest first; no letters to the operator, no trials, no examples."""
        is_late = and_(_stands(*UNSENT), OutboxRow.created_at <= late_since)
        has_failed = and_(_stands(State.FAILED_FOR_GOOD), OutboxRow.created_at >= failed_since)
        is_ours = OutboxRow.carrier.not_in([carrier.value for carrier in TO_OPERATOR | TRIALS])
        return await self._read(_entries().where(is_ours, not_(_about_an_example()), or_(is_late, has_failed)))

    async def _shown(self, entry: OutboxEntry, *, is_example: bool | None = None) -> OutboxEntry:
        """The entry; as sent where it would stand in line and is about an example."""
        if entry.state not in UNSENT:
            return entry
        if is_example is None:
            is_example = bool(await self._transaction.ask(_EXAMPLE, number=entry.subject))
        return entry.sent(entry.next_try_at) if is_example else entry

    async def _write(self, entry: OutboxEntry, condition: ColumnElement[bool]) -> bool:
        sealed = await self._sealing(entry)
        statement = (
            update(OutboxRow)
            .where(OutboxRow.id == entry.id, condition)
            .values(**_standing(entry, sealed), lease_until=None, lease_token=None)
        )
        return await self._transaction.write(statement) > 0

    async def _sealing(self, entry: OutboxEntry) -> Callable[[str, str], str]:
        return await self._keys.sealing(entry.subject) if entry.carrier in SEALED else _as_it_is

    def _opened(self, subject: str, key: str | None, text: str, place: str) -> str:
        self._keys.met(subject, key)
        return self._keys.opened(subject, text, place) or ""

    async def _read(self, query: Columns) -> tuple[OutboxEntry, ...]:
        return tuple(
            OutboxEntry(
                id=entry_id,
                carrier=Carrier(carrier),
                recipient=self._opened(subject, key, recipient, recipient_of(entry_id)),
                subject=subject,
                messages=IDS.read(messages),
                created_at=created_at,
                next_try_at=next_try_at,
                state=State(state),
                attempts=attempts,
                failing_since=failing_since,
                reason=None if reason is None else FailureReason(reason),
                last_error=self._opened(subject, key, last_error, error_of(entry_id)),
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
                failing_since,
                reason,
                last_error,
                sent_at,
                key,
            ) in await self._transaction.read(query)
        )


def recipient_of(entry_id: str) -> str:
    """The place of a person's address."""
    return f"outbox.recipient/{entry_id}"


def error_of(entry_id: str) -> str:
    """The place of what the other side said, which often repeats the address."""
    return f"outbox.last_error/{entry_id}"


def _as_it_is(text: str, place: str) -> str:  # noqa: ARG001 - the shape of what seals
    return text


def _standing(entry: OutboxEntry, sealed: Callable[[str, str], str]) -> dict[str, object]:
    """The columns that change while it is handed over."""
    return {
        "state": entry.state.value,
        "attempts": entry.attempts,
        "failing_since": entry.failing_since,
        "reason": None if entry.reason is None else entry.reason.value,
        "last_error": sealed(entry.last_error, error_of(entry.id)),
        "next_try_at": entry.next_try_at,
        "sent_at": entry.sent_at,
    }


def _about_an_example() -> ColumnElement[bool]:
    return exists().where(ReferralRow.number == OutboxRow.subject, ReferralRow.is_demo)


def _stands(*states: State) -> ColumnElement[bool]:
    return OutboxRow.state.in_([state.value for state in states])


def _entries() -> Columns:
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
        OutboxRow.failing_since,
        OutboxRow.reason,
        OutboxRow.last_error,
        OutboxRow.sent_at,
        wrapped_key_of(OutboxRow.subject),
    ).order_by(OutboxRow.created_at, OutboxRow.position)
