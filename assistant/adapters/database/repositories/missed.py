"""Scrubbed words that were not understood."""

from datetime import date

from sqlalchemy import delete, insert, select

from assistant.adapters.database.tables import MissedRow
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.turn import Miss, MissedWords
from assistant.usecases.missed import Missed


class SqlMissedTexts:
    """The port MissedTexts."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, name: str, words: MissedWords, day: date) -> None:
        """Keep words under this id."""
        row = {
            "id": name,
            "text": words.text,
            "miss": words.miss.value,
            "service": words.service,
            "nearest": " ".join(words.nearest),
            "day": day,
        }
        await self._transaction.write(insert(MissedRow).values(row))

    async def newest(self, most: int) -> tuple[Missed, ...]:
        """As many of the newest at most, the newest day first, in the order of ids within a day."""
        query = (
            select(MissedRow.id, MissedRow.text, MissedRow.miss, MissedRow.service, MissedRow.nearest, MissedRow.day)
            .order_by(MissedRow.day.desc(), MissedRow.id)
            .limit(most)
        )
        return tuple(
            Missed(name, MissedWords(text, Miss(miss), service, tuple(nearest.split())), day)
            for name, text, miss, service, nearest, day in await self._transaction.read(query)
        )

    async def drop(self, names: tuple[str, ...]) -> int:
        """Forget these; gives how many there were."""
        return await self._transaction.write(delete(MissedRow).where(MissedRow.id.in_(names)))

    async def forget_before(self, day: date) -> int:
        """Forget what is older than this day; gives how many there were."""
        return await self._transaction.write(delete(MissedRow).where(MissedRow.day < day))
