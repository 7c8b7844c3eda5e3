"""By when municipalities promised to answer, and who was told about it already."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.orm import aliased

from assistant.adapters.database.tables import ReferralEntryRow, ReferralRow
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.questions import ENDS_WAITING
from assistant.referrals.referral import Referral
from assistant.referrals.thread import ANSWERS, EntryKind


class SqlPromises:
    """The port Promises."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def to_remind_of(self, until: date, limit: int) -> tuple[str, ...]:
        """Numbers of open, unanswered referrals promised until this day, of which staff were not reminded."""
        return await self._unanswered(limit, ReferralRow.promised_for <= until, ReferralRow.reminded_at.is_(None))

    async def broken(self, today: date, limit: int) -> tuple[str, ...]:
        """Numbers of open, unanswered referrals promised before this day, of which nobody was told.

        Those that wait for the person are left out.
        """
        is_due = ReferralRow.promised_for < today, ReferralRow.broken_at.is_(None)
        return await self._unanswered(limit, *is_due, ~_waits_for_person())

    async def mark_reminded(self, referral: Referral, at: datetime) -> bool:
        """Note that staff are reminded; False where somebody did so, or changed the referral, since it was read."""
        changed = await self._transaction.write(
            update(ReferralRow).where(*_as_read(referral), ReferralRow.reminded_at.is_(None)).values(reminded_at=at)
        )
        return changed > 0

    async def mark_broken(self, referral: Referral, at: datetime) -> bool:
        """Note that the person is told; False where somebody did so, or changed the referral, since it was read."""
        changed = await self._transaction.write(
            update(ReferralRow).where(*_as_read(referral), ReferralRow.broken_at.is_(None)).values(broken_at=at)
        )
        return changed > 0

    async def _unanswered(self, limit: int, *conditions: ColumnElement[bool]) -> tuple[str, ...]:
        later = aliased(ReferralEntryRow)
        is_passed_on_since = exists().where(
            later.referral == ReferralEntryRow.referral,
            later.position > ReferralEntryRow.position,
            later.kind == EntryKind.PASSED_ON.value,
        )
        is_answered = exists().where(
            ReferralEntryRow.referral == ReferralRow.number,
            ReferralEntryRow.kind.in_(sorted(ANSWERS)),
            # What the municipality said that had it before is no answer of the one that has it now.
            ~is_passed_on_since,
        )
        query = (
            select(ReferralRow.number)
            .where(ReferralRow.is_over.is_(False), ~is_answered, *conditions)
            .order_by(ReferralRow.promised_for, ReferralRow.number)
            .limit(limit)
        )
        return tuple(number for (number,) in await self._transaction.read(query))


def _waits_for_person() -> ColumnElement[bool]:
    """As `waits_for_person` of the domain, so that those that wait do not fill up a round."""
    asked, later = aliased(ReferralEntryRow), aliased(ReferralEntryRow)
    is_followed = exists().where(
        later.referral == asked.referral,
        later.position > asked.position,
        later.kind.in_(sorted(ENDS_WAITING)),
    )
    return exists().where(asked.referral == ReferralRow.number, asked.kind == EntryKind.ASKED.value, ~is_followed)


def _as_read(referral: Referral) -> tuple[ColumnElement[bool], ...]:
    # An answer of staff writes the same row with a new version, so the two cannot both think they were first.
    return ReferralRow.number == referral.number, ReferralRow.version == referral.version
