"""Sign-in sessions of staff."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from assistant.adapters.database.recognising import is_known_as
from assistant.adapters.database.records import DEVICE
from assistant.adapters.database.tables_signing_in import StaffSessionRow
from assistant.adapters.database.transaction import Transaction
from assistant.usecases.signing_in import StaffSession


class SqlSessions:
    """The port Sessions."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, token_hash: str, session: StaffSession) -> None:
        """Store one; those that are over by its beginning are thrown away."""
        await self._transaction.write(delete(StaffSessionRow).where(StaffSessionRow.ends_at <= session.since))
        await self._transaction.write(
            insert(StaffSessionRow).values(
                token_hash=token_hash,
                id=session.id,
                staff=session.staff,
                since=session.since,
                used_at=session.used_at,
                ends_at=session.ends_at,
                is_whole=session.is_whole,
                device=DEVICE.written(session.device),
            )
        )

    async def of_token(self, token_hash: str) -> StaffSession | None:
        """The session with this secret, also one that is over."""
        return next(iter(await self._sessions(is_known_as(StaffSessionRow.token_hash, token_hash))), None)

    async def of_staff(self, staff_id: str) -> tuple[StaffSession, ...]:
        """All of a member of staff, last used first."""
        return await self._sessions(StaffSessionRow.staff == staff_id)

    async def touch(self, session_id: str, now: datetime) -> None:
        """Note that it was used."""
        await self._transaction.write(
            update(StaffSessionRow).where(StaffSessionRow.id == session_id).values(used_at=now)
        )

    async def end(self, staff_id: str, session_id: str) -> None:
        """End one session of this member."""
        is_it = (StaffSessionRow.staff == staff_id) & (StaffSessionRow.id == session_id)
        await self._transaction.write(delete(StaffSessionRow).where(is_it))

    async def end_others(self, staff_id: str, kept: str) -> None:
        """End all sessions of this member but one; `kept` may be empty."""
        is_other = (StaffSessionRow.staff == staff_id) & (StaffSessionRow.id != kept)
        await self._transaction.write(delete(StaffSessionRow).where(is_other))

    async def _sessions(self, condition: ColumnElement[bool]) -> tuple[StaffSession, ...]:
        query = select(
            StaffSessionRow.id,
            StaffSessionRow.staff,
            StaffSessionRow.since,
            StaffSessionRow.used_at,
            StaffSessionRow.ends_at,
            StaffSessionRow.is_whole,
            StaffSessionRow.device,
        )
        rows = await self._transaction.read(
            query.where(condition).order_by(StaffSessionRow.used_at.desc(), StaffSessionRow.id)
        )
        return tuple(
            StaffSession(session_id, staff, since, used_at, ends_at, is_whole, DEVICE.read(device))
            for session_id, staff, since, used_at, ends_at, is_whole, device in rows
        )
