"""Words that editors accepted and that wait to be put into the content files."""

from sqlalchemy import delete, insert, select

from assistant.adapters.database.tables_taught import TaughtRow
from assistant.adapters.database.transaction import Transaction
from assistant.usecases.taught import Taught


class SqlTaughtWords:
    """The port TaughtWords."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, taught: Taught) -> None:
        """Keep it."""
        await self._transaction.write(insert(TaughtRow).values(vars(taught)))

    async def all(self) -> tuple[Taught, ...]:
        """Everything, the oldest day first, by topic and text within a day."""
        query = select(TaughtRow.id, TaughtRow.topic, TaughtRow.service, TaughtRow.text, TaughtRow.day)
        rows = await self._transaction.read(query.order_by(TaughtRow.day, TaughtRow.topic, TaughtRow.text))
        return tuple(Taught(*row) for row in rows)

    async def drop(self, names: tuple[str, ...]) -> int:
        """Forget these; gives how many there were."""
        return await self._transaction.write(delete(TaughtRow).where(TaughtRow.id.in_(names)))
