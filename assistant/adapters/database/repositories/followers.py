"""Conversations that opened a referral by its receipt."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.tables import FollowerRow
from assistant.adapters.database.transaction import Transaction


class SqlFollowers:
    """The port Followers."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, number: str, conversation: str, at: datetime) -> bool:
        """Let the conversation see the referral; answers are not brought there yet. False where it saw it already."""
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        row = {"referral": number, "conversation": conversation, "is_told": False, "since": at}
        return await self._transaction.write(insert(FollowerRow).values(row).on_conflict_do_nothing()) > 0

    async def tell(self, number: str, conversation: str, *, is_told: bool) -> None:
        """Bring answers to this follower from now on, or no longer."""
        await self._transaction.write(
            update(FollowerRow)
            .where(FollowerRow.referral == number, FollowerRow.conversation == conversation)
            .values(is_told=is_told)
        )

    async def remove(self, number: str, conversation: str) -> None:
        """Let the conversation see the referral no longer."""
        await self._transaction.write(
            delete(FollowerRow).where(FollowerRow.referral == number, FollowerRow.conversation == conversation)
        )

    async def told(self, number: str) -> tuple[str, ...]:
        """The conversations, besides the one that sent it, to which answers are brought."""
        query = (
            select(FollowerRow.conversation)
            .where(FollowerRow.referral == number, FollowerRow.is_told.is_(True))
            .order_by(FollowerRow.since, FollowerRow.conversation)
        )
        return tuple(conversation for (conversation,) in await self._transaction.read(query))
