"""Counts for statistics, made by the database."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, String, and_, bindparam, case, cast, extract, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.tables import MissedRow
from assistant.adapters.database.tables_statistics import ReferralFactsRow as Facts
from assistant.adapters.database.tables_statistics import TopicTallyRow
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.turn import Told
from assistant.referrals.facts import ReplyLevels
from assistant.usecases.counting import Asked, By, PromiseCounts


@cache
def _told(*, is_sqlite: bool) -> Prepared:
    insert = sqlite.insert if is_sqlite else postgresql.insert
    key = [TopicTallyRow.month, TopicTallyRow.municipality, TopicTallyRow.topic, TopicTallyRow.service]
    return Prepared(
        insert(TopicTallyRow)
        .values({name: bindparam(name) for name in ("month", "municipality", "topic", "service", "times")})
        .on_conflict_do_update(index_elements=key, set_={"times": TopicTallyRow.times + 1})
    )


class SqlStatistics:
    """The port Counts."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add_told(self, told: Told, day: date) -> None:
        """Count that a topic was told; of the day only the month is kept."""
        row = {
            "month": day.replace(day=1),
            "municipality": told.municipality,
            "topic": told.topic,
            "service": told.service,
            "times": 1,
        }
        self._transaction.later(_told(is_sqlite=self._transaction.is_sqlite), row)

    async def referrals(self, asked: Asked, by: By) -> dict[str, int]:
        """Referrals by what is asked."""
        # Grouped by its name: PostgreSQL takes an expression with values in it, written twice, for two.
        query = select(_KEYS[by].label("kind"), func.count()).where(*_of(asked)).group_by("kind")
        return {_name(found, by): times for found, times in await self._transaction.read(query)}

    async def promises(self, asked: Asked, today: date) -> PromiseCounts:
        """How it stands with the promises."""
        promised, settled = Facts.promised_for, Facts.settled_on
        kept = and_(promised.is_not(None), settled <= promised)
        broken = or_(settled > promised, and_(settled.is_(None), promised < func.coalesce(Facts.ended_on, today)))
        standing = case((promised.is_(None), "none"), (kept, "kept"), (broken, "broken"), else_="running")
        query = select(standing.label("kind"), func.count()).where(*_of(asked)).group_by("kind")
        times = {str(kind): count for kind, count in await self._transaction.read(query)}
        return PromiseCounts(**{name: times.get(name, 0) for name in ("kept", "broken", "running", "none")})

    async def reply_levels(self, asked: Asked) -> ReplyLevels:
        """How many replies reached which level."""
        columns = (Facts.replies_first, Facts.replies_second, Facts.replies_harder, Facts.replies_unmeasured)
        query = select(*(func.coalesce(func.sum(column), 0) for column in columns)).where(*_of(asked))
        [sums] = await self._transaction.read(query)
        first, second, harder, unmeasured = (int(found) for found in sums)
        return ReplyLevels(first, second, harder, unmeasured)

    async def told(self, asked: Asked) -> dict[tuple[str, str], int]:
        """How often topics were told."""
        query = (
            select(TopicTallyRow.topic, TopicTallyRow.service, func.sum(TopicTallyRow.times))
            .where(
                TopicTallyRow.month >= asked.start.replace(day=1),
                TopicTallyRow.month <= asked.end,
                TopicTallyRow.municipality.in_(["", asked.municipality]),
            )
            .group_by(TopicTallyRow.topic, TopicTallyRow.service)
        )
        return {(topic, service): int(times) for topic, service, times in await self._transaction.read(query)}

    async def missed(self, start: date, end: date) -> dict[str, int]:
        """Texts that were not understood, by service."""
        query = (
            select(MissedRow.service, func.count())
            .where(MissedRow.day >= start, MissedRow.day <= end)
            .group_by(MissedRow.service)
        )
        return {str(service): times for service, times in await self._transaction.read(query)}


# The type of each differs, and what comes back is read by _name.
_KEYS: dict[By, ColumnElement[Any]] = {
    By.MONTH: extract("year", Facts.received_on) * 100 + extract("month", Facts.received_on),
    By.NEED: Facts.need.expression,
    By.END: case(
        (Facts.ended == "", "open"),
        (Facts.ended == "closed", "closed|" + cast(Facts.outcome, String)),
        else_=Facts.ended,
    ),
    By.VERDICT: Facts.verdict.expression,
    By.WHOM: case((Facts.for_other, "other"), else_="self"),
    By.WAIT: Facts.waited_days.expression,
}


def _of(asked: Asked) -> tuple[ColumnElement[bool], ...]:
    return (
        Facts.municipality == asked.municipality,
        Facts.is_demo == asked.only_examples,
        Facts.received_on >= asked.start,
        Facts.received_on <= asked.end,
    )


def _name(found: object, by: By) -> str:
    if by is By.MONTH:
        year, month = divmod(int(str(found)), 100)
        return f"{year}-{month:02}"
    return "" if found is None else str(found)
