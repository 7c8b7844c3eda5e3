"""What departments set themselves."""

from dataclasses import replace

from sqlalchemy import func, insert, select, update

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.records import OFFICE
from assistant.adapters.database.tables_office import OfficeRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import OfficeChangedError
from assistant.referrals.office import Office

CHANGES = select(func.coalesce(func.sum(OfficeRow.version), 0))
"""How often anything was changed: a version begins with 1, and settings are never taken away."""
_CHANGES = Prepared(CHANGES)


class SqlOffices:
    """The port Offices."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._changes: int | None = None
        """As this transaction has read them; it asks several times."""

    def met(self, changes: int) -> None:
        """How often anything was changed, as a query has found it beside something else."""
        self._changes = int(changes)

    async def changes(self) -> int:
        """As the port says."""
        if self._changes is None:
            [(changes,)] = await self._transaction.ask(_CHANGES)
            self.met(changes)
        return self._changes or 0

    async def all(self) -> tuple[Office, ...]:
        """All of them."""
        rows = await self._transaction.read(
            select(OfficeRow.record, OfficeRow.version).order_by(OfficeRow.municipality)
        )
        return tuple(_office(record, version) for record, version in rows)

    async def of(self, municipality: str) -> Office:
        """Those of one department; nothing set, and version 0, where it has set nothing yet."""
        query = select(OfficeRow.record, OfficeRow.version).where(OfficeRow.municipality == municipality)
        for record, version in await self._transaction.read(query):
            return _office(record, version)
        return Office(municipality)

    async def store(self, office: Office) -> Office:
        """Store the next version; gives it with the new version. Raises OfficeChangedError."""
        self._changes = None
        stored = replace(office, version=office.version + 1)
        values = {"record": OFFICE.written(stored), "version": stored.version}
        clash = OfficeChangedError(office.municipality)
        if office.version == 0:
            statement = insert(OfficeRow).values(municipality=office.municipality, **values)
            await self._transaction.insert(statement, clash)
            return stored
        as_read = (OfficeRow.municipality == office.municipality, OfficeRow.version == office.version)
        if await self._transaction.write(update(OfficeRow).where(*as_read).values(**values)) == 0:
            raise clash
        return stored


def _office(record: str, version: int) -> Office:
    return replace(OFFICE.read(record), version=version)
