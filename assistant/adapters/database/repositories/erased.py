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

    async def erase(self, referral: Referral, at: datetime, why: Why, idle_before: datetime | None = None) -> bool:
        """Take it away with all that leads to the person, and keep its number as erased."""
        followers = select(FollowerRow.conversation).where(FollowerRow.referral == referral.number)
        talks = {row[0] for row in await self._transaction.read(followers)} | {referral.conversation}
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
        if idle_before is not None:
            await self._transaction.write(
                delete(ConversationRow).where(
                    ConversationRow.id.in_(talks),
                    is_idle(idle_before),
                    ~exists().where(ReferralRow.conversation == ConversationRow.id),
                    ~exists().where(FollowerRow.conversation == ConversationRow.id),
                )
            )
        return True

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
