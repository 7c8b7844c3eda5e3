"""Referrals that are no more: taken away with all that leads to the person; the number stays used for ever."""

from datetime import datetime
from secrets import token_hex

from sqlalchemy import delete, exists, insert, select, update

from assistant.adapters.database.repositories.forgetting import is_idle
from assistant.adapters.database.tables import ConversationRow, FollowerRow, OutboxRow, ReferralRow, TryRow
from assistant.adapters.database.tables_forgetting import ErasedRow
from assistant.adapters.database.tables_statistics import ReferralFactsRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.usecases.forgetting import Erased, Why


class SqlErased:
    """The port ErasedReferrals."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def erase(self, referral: Referral, at: datetime, why: Why) -> bool:
        """Take it away with all that leads to the person, and keep its number as erased."""
        # Thread, search keys, likeness and followers hang on this row.
        as_read = (ReferralRow.number == referral.number, ReferralRow.version == referral.version)
        if await self._transaction.write(delete(ReferralRow).where(*as_read)) == 0:
            return False
        await self._transaction.write(delete(OutboxRow).where(OutboxRow.subject == referral.number))
        await self._transaction.write(delete(TryRow).where(TryRow.subject == f"number:{referral.number}"))
        # What was counted stays counted, under a name that nobody has on a receipt.
        nameless = update(ReferralFactsRow).where(ReferralFactsRow.number == referral.number)
        await self._transaction.write(nameless.values(number=f"erased-{token_hex(8)}"))
        await self._transaction.insert(
            insert(ErasedRow).values(
                number=referral.number, municipality=referral.request.municipality, erased_at=at, why=why.value
            ),
            ReferralChangedError(referral.number),
        )
        return True

    async def talks_of(self, number: str) -> tuple[str, ...]:
        """The conversations that sent or opened a referral."""
        sent = select(ReferralRow.conversation).where(ReferralRow.number == number)
        opened = select(FollowerRow.conversation).where(FollowerRow.referral == number)
        rows = [*await self._transaction.read(sent), *await self._transaction.read(opened)]
        return tuple(dict.fromkeys(row[0] for row in rows))

    async def forget_idle(self, conversation: str, before: datetime) -> bool:
        """Take a conversation away where nothing was said since and no referral hangs on it; whether it was so."""
        statement = delete(ConversationRow).where(
            ConversationRow.id == conversation,
            is_idle(before),
            ~exists().where(ReferralRow.conversation == ConversationRow.id),
            ~exists().where(FollowerRow.conversation == ConversationRow.id),
        )
        return await self._transaction.write(statement) > 0

    async def of_number(self, number: str) -> Erased | None:
        """What is known of a referral that is no more."""
        query = select(ErasedRow.municipality, ErasedRow.erased_at, ErasedRow.why).where(ErasedRow.number == number)
        for municipality, at, why in await self._transaction.read(query):
            return Erased(number, municipality, at, Why(why))
        return None

    async def of_municipality(self, municipality: str, limit: int) -> tuple[Erased, ...]:
        """Those that a municipality had, newest first."""
        query = (
            select(ErasedRow.number, ErasedRow.municipality, ErasedRow.erased_at, ErasedRow.why)
            .where(ErasedRow.municipality == municipality)
            .order_by(ErasedRow.erased_at.desc(), ErasedRow.number)
            .limit(limit)
        )
        rows = await self._transaction.read(query)
        return tuple(Erased(number, where, at, Why(why)) for number, where, at, why in rows)
