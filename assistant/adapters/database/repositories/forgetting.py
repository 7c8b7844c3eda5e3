"""What is old enough to be forgotten, and how much was."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, not_, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, aliased

from assistant.adapters.database.tables import (
    Base,
    ConversationRow,
    FollowerRow,
    HeardEventRow,
    LineRow,
    MissedRow,
    OutboxRow,
    ReferralRow,
    StaffLinkRow,
    TryRow,
    UpdateRow,
)
from assistant.adapters.database.tables_forgetting import ForgottenRow
from assistant.adapters.database.tables_signing_in import SpentRow, StaffSessionRow
from assistant.adapters.database.tables_statistics import ReferralFactsRow
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.state import Channel
from assistant.delivery.outbox import UNSENT
from assistant.i18n import LITHUANIA
from assistant.referrals.facts import ENDS
from assistant.usecases.forgetting import Forgotten, Kind

_FURTHEST = 2**62

Key = tuple[InstrumentedAttribute[str] | InstrumentedAttribute[int], ...]


class SqlForgetting:
    """The port Forgetting."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def count(self, kind: Kind, before: datetime) -> int:
        """How many of a kind would be forgotten."""
        row, _, condition = _aged(kind, before)
        [(count,)] = await self._transaction.read(select(func.count()).select_from(row).where(condition))
        return count

    async def forget(self, kind: Kind, before: datetime, limit: int) -> int:
        """Forget some of a kind; the condition holds once more at the row itself, which somebody may just change."""
        row, key, condition = _aged(kind, before)
        some = select(*key).where(condition).order_by(*key).limit(limit)
        is_one = key[0].in_(some) if len(key) == 1 else tuple_(*key).in_(some)
        return await self._transaction.write(delete(row).where(is_one, condition))

    async def forget_checks(self, before: datetime, limit: int) -> tuple[str, ...]:
        """Forget some conversations without a referral, with all that was said there; gives their ids."""
        row, key, condition = _aged(Kind.CHECKS, before)
        some = select(ConversationRow.id).where(condition).order_by(ConversationRow.id).limit(limit)
        gone: list[str] = []
        for (found,) in await self._transaction.read(some):
            # Somebody may just say something there: then it is no longer old.
            if await self._transaction.write(delete(row).where(key[0] == found, condition)):
                gone.append(found)
        return tuple(gone)

    async def idle(self, before: datetime, after: str, limit: int) -> tuple[str, ...]:
        """Conversations with a referral in which nothing was said since."""
        query = (
            select(ConversationRow.id)
            .where(ConversationRow.heard_at < before, ConversationRow.id > after, _has_referral())
            .order_by(ConversationRow.id)
            .limit(limit)
        )
        return tuple(found for (found,) in await self._transaction.read(query))

    async def emptied(self, conversation: str) -> None:
        """Take away all that was said there, with the keys of what was heard."""
        await self._transaction.write(delete(LineRow).where(LineRow.conversation == conversation))
        await self._transaction.write(delete(HeardEventRow).where(HeardEventRow.conversation == conversation))
        await self._transaction.write(
            update(ConversationRow).where(ConversationRow.id == conversation).values(heard_at=None, warned_at=None)
        )

    async def to_warn(self, since: datetime, before: datetime, limit: int) -> tuple[tuple[str, datetime], ...]:
        """Telegram conversations whose last word is between these two, of which nobody was warned."""
        query = (
            select(ConversationRow.id, ConversationRow.heard_at)
            .where(
                ConversationRow.channel == Channel.TELEGRAM.value,
                ConversationRow.heard_at >= since,
                ConversationRow.heard_at < before,
                ConversationRow.warned_at.is_(None),
            )
            .order_by(ConversationRow.heard_at)
            .limit(limit)
        )
        return tuple((found, at) for found, at in await self._transaction.read(query) if at is not None)

    async def warned(self, conversation: str, last_word: datetime, at: datetime) -> None:
        """Note that the person was told; what they were told counts as no word."""
        statement = update(ConversationRow).where(ConversationRow.id == conversation)
        await self._transaction.write(statement.values(heard_at=last_word, warned_at=at))

    async def ended(self, until: date, own: Mapping[str, date], after: str, limit: int) -> tuple[str, ...]:
        """Numbers of referrals over since this day or longer; no examples."""
        is_old = and_(ReferralRow.municipality.not_in(own), ReferralFactsRow.ended_on <= until)
        for municipality, day in own.items():
            is_old = or_(is_old, and_(ReferralRow.municipality == municipality, ReferralFactsRow.ended_on <= day))
        is_its_own = and_(
            ReferralFactsRow.number == ReferralRow.number, ReferralFactsRow.municipality == ReferralRow.municipality
        )
        query = (
            select(ReferralRow.number)
            .join(ReferralFactsRow, is_its_own)
            .where(
                ReferralRow.is_over,
                ReferralRow.is_demo.is_(False),
                ReferralRow.number > after,
                ReferralFactsRow.ended.in_(ENDS),
                is_old,
            )
            .order_by(ReferralRow.number)
            .limit(limit)
        )
        return tuple(number for (number,) in await self._transaction.read(query))

    async def note(self, forgotten: Sequence[Forgotten]) -> None:
        """Add to what is counted of that day."""
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        for one in forgotten:
            values = {"day": one.day, "municipality": one.municipality, "kind": one.kind.value, "times": one.times}
            statement = insert(ForgottenRow).values(values)
            await self._transaction.write(
                statement.on_conflict_do_update(
                    index_elements=[ForgottenRow.day, ForgottenRow.municipality, ForgottenRow.kind],
                    set_={"times": ForgottenRow.times + one.times},
                )
            )

    async def noted(self, municipality: str, since: date) -> tuple[Forgotten, ...]:
        """What was forgotten in a municipality, or belonged to none, since this day, newest first."""
        query = (
            select(ForgottenRow.day, ForgottenRow.municipality, ForgottenRow.kind, ForgottenRow.times)
            .where(ForgottenRow.municipality.in_(["", municipality]), ForgottenRow.day >= since, ForgottenRow.times > 0)
            .order_by(ForgottenRow.day.desc(), ForgottenRow.kind)
        )
        rows = await self._transaction.read(query)
        return tuple(Forgotten(day, where, Kind(kind), times) for day, where, kind, times in rows)


def _aged(kind: Kind, before: datetime) -> tuple[type[Base], Key, ColumnElement[bool]]:
    """The table, its key, and what is old enough in it."""
    match kind:
        case Kind.LINES:
            # Positions follow time, so that nothing behind the first newer line need be looked at.
            other = aliased(LineRow)
            newer = select(other.position).where(other.at >= before).order_by(other.position).limit(1)
            until = func.coalesce(newer.scalar_subquery(), _FURTHEST)
            return LineRow, (LineRow.position,), and_(LineRow.at < before, LineRow.position < until)
        case Kind.KEYS:
            return HeardEventRow, (HeardEventRow.conversation, HeardEventRow.key), HeardEventRow.at < before
        case Kind.CHECKS:
            return ConversationRow, (ConversationRow.id,), and_(is_idle(before), not_(_has_referral()))
        case Kind.OUTBOX:
            # An entry of a referral that is still there says that this was sent already: it goes with the referral.
            is_about_one = exists().where(ReferralRow.number == OutboxRow.subject)
            is_over = OutboxRow.state.not_in([state.value for state in UNSENT])
            return OutboxRow, (OutboxRow.position,), and_(is_over, OutboxRow.created_at < before, not_(is_about_one))
        case Kind.UPDATES:
            return UpdateRow, (UpdateRow.id,), UpdateRow.received_at < before
        case Kind.LINKS:
            return StaffLinkRow, (StaffLinkRow.token_hash,), StaffLinkRow.expires_at < before
        case Kind.SESSIONS:
            return StaffSessionRow, (StaffSessionRow.token_hash,), StaffSessionRow.ends_at < before
        case Kind.ONCE:
            return SpentRow, (SpentRow.once,), SpentRow.until < before
        case Kind.TRIES:
            return TryRow, (TryRow.subject,), TryRow.locked_until < before
        case Kind.MISSED:
            return MissedRow, (MissedRow.id,), MissedRow.day < before.astimezone(LITHUANIA).date()
        case _:
            message = f"{kind} is not forgotten by its age alone"
            raise ValueError(message)


def is_idle(before: datetime) -> ColumnElement[bool]:
    """Whether nothing was said in a conversation since, or nothing of it is kept."""
    return or_(ConversationRow.heard_at < before, ConversationRow.heard_at.is_(None))


def _has_referral() -> ColumnElement[bool]:
    return or_(
        exists().where(ReferralRow.conversation == ConversationRow.id),
        exists().where(FollowerRow.conversation == ConversationRow.id),
    )
