"""By which unchanging name another sign-in service knows the accounts of staff."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables_signing_in import KnownElsewhereRow
from assistant.adapters.database.transaction import Transaction


class SqlKnownElsewhere:
    """The port KnownElsewhere."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def staff_of(self, issuer: str, subject: str) -> str | None:
        """The id of the account that the service knows by this subject."""
        is_it = (KnownElsewhereRow.issuer == issuer) & (KnownElsewhereRow.subject == subject)
        rows = await self._transaction.read(select(KnownElsewhereRow.staff).where(is_it))
        return next((staff for (staff,) in rows), None)

    async def add(self, issuer: str, subject: str, staff_id: str) -> bool:
        """Keep it; False where the service knows this account, or this subject is known, otherwise already."""
        make = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        values = {"issuer": issuer, "subject": subject, "staff": staff_id}
        statement = make(KnownElsewhereRow).values(values).on_conflict_do_nothing()
        return await self._transaction.write(statement) > 0

    async def forget(self, staff_id: str) -> None:
        """The account is known nowhere else until its next sign-in there."""
        await self._transaction.write(delete(KnownElsewhereRow).where(KnownElsewhereRow.staff == staff_id))
