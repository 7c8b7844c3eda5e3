"""Files that the messenger has already."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables_messenger import MessengerFileRow
from assistant.adapters.database.transaction import Transaction


class SqlMessengerFiles:
    """The port MessengerFiles."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find(self, name: str) -> str | None:
        """The messenger's id of the file."""
        rows = await self._transaction.read(select(MessengerFileRow.file).where(MessengerFileRow.name == name))
        return rows[0].file if rows else None

    async def keep(self, name: str, file: str) -> None:
        """The messenger has it under this id now; where two handed it over at once, the later id stays."""
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        statement = insert(MessengerFileRow).values(name=name, file=file)
        await self._transaction.write(
            statement.on_conflict_do_update(index_elements=[MessengerFileRow.name], set_={"file": file})
        )

    async def forget(self, name: str) -> None:
        """The messenger does not know its own id any more."""
        await self._transaction.write(delete(MessengerFileRow).where(MessengerFileRow.name == name))
