"""The audit log: noted during a unit of work, written down by its commit as the last thing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Select, delete, func, insert, select, text

from assistant.adapters.database.tables_audit import AuditRow
from assistant.adapters.database.tables_forgetting import AuditCheckpointRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError
from assistant.usecases.audit_chain import Seal, sealed, sealed_checkpoint
from assistant.usecases.auditing import AuditLine, Checkpoint, Details, Did, Head, KnownHead, Somebody, Wanted

# Any fixed number but that of the migrations: whoever holds PostgreSQL's lock of this number adds to the log.
_LOCK = 40_281_710

_COLUMNS = (
    AuditRow.position,
    AuditRow.at,
    AuditRow.staff,
    AuditRow.email,
    AuditRow.municipality,
    AuditRow.did,
    AuditRow.subject,
    AuditRow.details,
    AuditRow.previous,
    AuditRow.seal,
)


@dataclass(frozen=True)
class AuditBook:
    """What seals the lines, and where it is noted outside the database how far the log goes."""

    seal: Seal
    head: KnownHead | None = None


class SqlAudit:
    """The port Audit. All processes add to one chain."""

    def __init__(self, transaction: Transaction, book: AuditBook | None) -> None:
        self._transaction = transaction
        self._book = book
        self._noted: list[AuditLine] = []

    @property
    def waits(self) -> bool:
        """Whether something is noted and not written yet."""
        return bool(self._noted)

    def note(self, who: Somebody, did: Did, subject: str, at: datetime, details: Details | None = None) -> None:
        """Put down what somebody does; the commit writes it. Raises RuntimeError where nothing seals the log."""
        if self._book is None:
            message = "this unit of work was begun without an AuditBook, so nothing can be put into the audit log"
            raise RuntimeError(message)
        told = json.dumps(dict(details or {}), sort_keys=True, ensure_ascii=False)
        self._noted.append(
            AuditLine(0, at, who.id, who.email, who.municipality, did.value, subject, told, previous="", seal="")
        )

    async def write_down(self) -> Head | None:
        """Add what is noted to the end of the chain; gives its new end, None where there was nothing to add.

        It comes last before the commit: until then nobody else can add, so the wait must be short, and who holds this
        lock waits for no other.
        """
        if self._book is None or not self._noted:
            return None
        await self._lock()
        end = await self.end() or Head(0, "")
        position, previous = end.position, end.seal
        rows: list[dict[str, object]] = []
        for noted in self._noted:
            position += 1
            line = replace(noted, position=position, previous=previous)
            previous = sealed(line, self._book.seal)
            rows.append(vars(replace(line, seal=previous)))
        await self._transaction.insert(insert(AuditRow), ReferralChangedError(f"audit line {position}"), rows)
        self._noted = []
        return Head(position, previous)

    def written(self, head: Head) -> None:
        """The commit went well: note it outside the database too."""
        if self._book is not None and self._book.head is not None:
            self._book.head.note(head)

    async def end(self) -> Head | None:
        """How far the log goes; None where it is empty."""
        query = select(AuditRow.position, AuditRow.seal).order_by(AuditRow.position.desc()).limit(1)
        return next((Head(position, seal) for position, seal in await self._transaction.read(query)), None)

    async def lines(self, after: int, limit: int) -> Sequence[AuditLine]:
        """Lines behind this position, in order."""
        return await self._lines(
            select(*_COLUMNS).where(AuditRow.position > after).order_by(AuditRow.position).limit(limit)
        )

    async def older(self, before: datetime) -> int:
        """How many lines at the beginning of the log are from before this moment; never the newest line."""
        query = select(func.count()).select_from(AuditRow).where(AuditRow.position < await self._first_kept(before))
        [(count,)] = await self._transaction.read(query)
        return count

    async def prune(self, before: datetime, limit: int, at: datetime) -> int:
        """Take some of them out, oldest first, and put a checkpoint in their place; gives how many."""
        if self._book is None:
            return 0
        await self._lock()
        oldest = (
            select(AuditRow.position, AuditRow.seal)
            .where(AuditRow.position < await self._first_kept(before))
            .order_by(AuditRow.position)
            .limit(limit)
        )
        going = await self._transaction.read(oldest)
        if not going:
            return 0
        position, last = going[-1]
        seal = sealed_checkpoint(position, last, self._book.seal)
        # The database lets nothing go before a checkpoint says so.
        await self._transaction.insert(
            insert(AuditCheckpointRow).values(position=position, at=at, last=last, seal=seal),
            ReferralChangedError(f"audit checkpoint {position}"),
        )
        await self._transaction.write(delete(AuditCheckpointRow).where(AuditCheckpointRow.position < position))
        await self._transaction.write(delete(AuditRow).where(AuditRow.position <= position))
        return len(going)

    async def checkpoint(self) -> Checkpoint | None:
        """Behind which line the log begins; None where it begins with its first."""
        row = AuditCheckpointRow
        query = select(row.position, row.last, row.seal).order_by(row.position.desc()).limit(1)
        return next((Checkpoint(*found) for found in await self._transaction.read(query)), None)

    async def _first_kept(self, before: datetime) -> int:
        """The first line that stays; where all are old, the newest, so that positions are counted on."""
        newer = select(AuditRow.position).where(AuditRow.at >= before).order_by(AuditRow.position).limit(1)
        for (first,) in await self._transaction.read(newer):
            return first
        end = await self.end()
        return end.position if end is not None else 0

    async def _lock(self) -> None:
        """SQLite has one writer at a time anyway."""
        if not self._transaction.is_sqlite:
            await self._transaction.read(select(text(f"pg_advisory_xact_lock({_LOCK})")))

    async def some(self, wanted: Wanted, limit: int | None) -> Sequence[AuditLine]:
        """Those that are wanted, newest first."""
        query = select(*_COLUMNS)
        if wanted.municipality is not None:
            query = query.where(AuditRow.municipality == wanted.municipality)
        if wanted.email:
            query = query.where(AuditRow.email == wanted.email)
        if wanted.did:
            query = query.where(AuditRow.did == wanted.did)
        if wanted.subject:
            query = query.where(AuditRow.subject == wanted.subject)
        if wanted.since is not None:
            query = query.where(AuditRow.at >= wanted.since)
        if wanted.until is not None:
            query = query.where(AuditRow.at < wanted.until)
        if wanted.before is not None:
            query = query.where(AuditRow.position < wanted.before)
        return await self._lines(query.order_by(AuditRow.position.desc()).limit(limit))

    async def _lines(
        self, query: Select[int, datetime, str, str, str, str, str, str, str, str]
    ) -> tuple[AuditLine, ...]:
        return tuple(AuditLine(*row) for row in await self._transaction.read(query))
