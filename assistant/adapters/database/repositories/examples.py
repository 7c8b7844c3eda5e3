"""Invented referrals: counted and taken away, without touching a real one."""

from sqlalchemy import delete, func, or_, select

from assistant.adapters.database.tables import ConversationRow, OutboxRow, ReferralEntryRow, ReferralRow, StaffRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.tables_statistics import ReferralFactsRow
from assistant.adapters.database.transaction import Transaction
from assistant.usecases.examples import EXAMPLE_STAFF

TOGETHER = 500


class SqlExamples:
    """The port Examples."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def counts(self, municipality: str) -> tuple[int, int]:
        """How many examples and how many real referrals a municipality has."""
        query = (
            select(ReferralRow.is_demo, func.count())
            .where(ReferralRow.municipality == municipality)
            .group_by(ReferralRow.is_demo)
        )
        counts = {bool(is_demo): count for is_demo, count in await self._transaction.read(query)}
        return counts.get(True, 0), counts.get(False, 0)

    async def remove(self, municipality: str) -> int:
        """Take away the examples of a municipality and what was made for them; gives how many there were."""
        had = select(ReferralEntryRow.referral).where(ReferralEntryRow.passed_from == municipality)
        query = select(ReferralRow.number, ReferralRow.conversation).where(
            ReferralRow.is_demo, or_(ReferralRow.municipality == municipality, ReferralRow.number.in_(had))
        )
        found = await self._transaction.read(query)
        for start in range(0, len(found), TOGETHER):
            numbers = [number for number, _ in found[start : start + TOGETHER]]
            conversations = [conversation for _, conversation in found[start : start + TOGETHER]]
            for statement in (
                delete(OutboxRow).where(OutboxRow.subject.in_(numbers)),
                delete(ReferralFactsRow).where(ReferralFactsRow.number.in_(numbers), ReferralFactsRow.is_demo),
                # What points at these two goes with them.
                delete(ReferralRow).where(ReferralRow.number.in_(numbers), ReferralRow.is_demo),
                delete(ConversationRow).where(ConversationRow.id.in_(conversations)),
                delete(DataKeyRow).where(DataKeyRow.owner.in_([*numbers, *conversations])),
            ):
                await self._transaction.write(statement)
        await self._transaction.write(
            delete(StaffRow).where(
                StaffRow.municipality == municipality, StaffRow.email.endswith(f"@{EXAMPLE_STAFF}", autoescape=True)
            )
        )
        return len(found)
