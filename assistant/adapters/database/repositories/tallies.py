"""Counts of answers to the questions about texts."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables import TallyRow
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.turn import Tally, Understood


class SqlTallies:
    """The port Tallies."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, tally: Tally) -> None:
        """Count one answer."""
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        await self._transaction.write(
            insert(TallyRow)
            .values(topic=tally.topic, service=tally.service, text=tally.text, outcome=tally.outcome.value, times=1)
            .on_conflict_do_update(
                index_elements=[TallyRow.topic, TallyRow.service, TallyRow.text, TallyRow.outcome],
                set_={"times": TallyRow.times + 1},
            )
        )

    async def all(self) -> tuple[tuple[Tally, int], ...]:
        """Every count, in the order of topic, service, text and outcome."""
        query = select(TallyRow.topic, TallyRow.service, TallyRow.text, TallyRow.outcome, TallyRow.times).order_by(
            TallyRow.topic, TallyRow.service, TallyRow.text, TallyRow.outcome
        )
        rows = await self._transaction.read(query)
        return tuple(
            (Tally(topic, service, text, Understood(outcome)), times) for topic, service, text, outcome, times in rows
        )
