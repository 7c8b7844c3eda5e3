"""Failed tries to open a receipt."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables import TryRow
from assistant.adapters.database.transaction import Transaction


class SqlTries:
    """The port Tries."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def locked_until(self, subjects: Sequence[str], now: datetime) -> datetime | None:
        """Until when one of these may not try; None where all may. Holds the subjects until the transaction ends."""
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        # Always in one order, so that two who try at once cannot wait for each other in a circle.
        ordered = sorted(subjects)
        for subject in ordered:
            await self._transaction.write(
                insert(TryRow).values(subject=subject, failures=0, locked_until=None).on_conflict_do_nothing()
            )
        query = (
            select(TryRow.locked_until).where(TryRow.subject.in_(ordered)).order_by(TryRow.subject).with_for_update()
        )
        locks = [until for (until,) in await self._transaction.read(query) if until is not None and until > now]
        return max(locks, default=None)

    async def fail(self, subject: str) -> int:
        """Count a failure; gives how many there were in a row."""
        await self._transaction.write(
            update(TryRow).where(TryRow.subject == subject).values(failures=TryRow.failures + 1)
        )
        [(failures,)] = await self._transaction.read(select(TryRow.failures).where(TryRow.subject == subject))
        return failures

    async def lock(self, subject: str, until: datetime) -> None:
        """Let nobody try until then."""
        await self._transaction.write(update(TryRow).where(TryRow.subject == subject).values(locked_until=until))

    async def forget(self, subjects: Sequence[str]) -> None:
        """Forget failures: the right person has come."""
        await self._transaction.write(delete(TryRow).where(TryRow.subject.in_(subjects)))
