"""Ready replies of municipalities."""

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables_ready import ReadyReplyRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReadyReplyChangedError
from assistant.usecases.ready_ports import KeptReady


class SqlReadyReplies:
    """The port ReadyReplies."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of_municipality(self, municipality: str) -> tuple[KeptReady, ...]:
        """Everything that this municipality keeps, also what it removed, by position and id."""
        query = (
            select(
                ReadyReplyRow.id,
                ReadyReplyRow.title,
                ReadyReplyRow.text,
                ReadyReplyRow.used,
                ReadyReplyRow.position,
                ReadyReplyRow.is_removed,
                ReadyReplyRow.version,
            )
            .where(ReadyReplyRow.municipality == municipality)
            .order_by(ReadyReplyRow.position, ReadyReplyRow.id)
        )
        return tuple(KeptReady(*row) for row in await self._transaction.read(query))

    async def store(self, municipality: str, kept: KeptReady) -> None:
        """Store the next version, or a new one. Raises ReadyReplyChangedError."""
        values = {
            "title": kept.title,
            "text": kept.text,
            "position": kept.position,
            "is_removed": kept.is_removed,
            "version": kept.version + 1,
        }
        stored = await self._transaction.write(
            update(ReadyReplyRow)
            .where(
                ReadyReplyRow.municipality == municipality,
                ReadyReplyRow.id == kept.id,
                ReadyReplyRow.version == kept.version,
            )
            .values(values)
        )
        if stored:
            return
        changed = ReadyReplyChangedError(kept.id)
        if kept.version:
            raise changed
        # One that was only counted has a row of version 0 already; without a row there is nothing to lose.
        await self._transaction.insert(
            insert(ReadyReplyRow).values({"municipality": municipality, "id": kept.id, "used": 0} | values), changed
        )

    async def count(self, municipality: str, name: str) -> None:
        """Count one use."""
        add = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        await self._transaction.write(
            add(ReadyReplyRow)
            .values(
                municipality=municipality,
                id=name,
                title="",
                text="",
                used=1,
                position=0,
                is_removed=False,
                version=0,
            )
            .on_conflict_do_update(
                index_elements=[ReadyReplyRow.municipality, ReadyReplyRow.id], set_={"used": ReadyReplyRow.used + 1}
            )
        )
