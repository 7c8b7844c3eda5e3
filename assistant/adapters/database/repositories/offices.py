"""What departments set themselves."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import insert, select, update

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.records import OFFICE
from assistant.adapters.database.tables_office import OfficeRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import OfficeChangedError
from assistant.referrals.office import Office

_VERSIONS = Prepared(select(OfficeRow.municipality, OfficeRow.version))


class SqlOffices:
    """The port Offices."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._versions: dict[str, int] | None = None
        """As this transaction has read them; it asks several times."""

    async def versions(self) -> Mapping[str, int]:
        """By municipality the version that is stored."""
        if self._versions is None:
            self._versions = {row[0]: row[1] for row in await self._transaction.ask(_VERSIONS)}
        return self._versions

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
        self._versions = None
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
