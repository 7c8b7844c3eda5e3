"""The list of a municipality's requests: rows and counts from columns alone, names from the records of one page."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.finding_conditions import conditions_of
from assistant.adapters.database.repositories.sealed_referrals import opened_request
from assistant.adapters.database.repositories.searching import write_keys
from assistant.adapters.database.tables import ReferralEntryRow, ReferralRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.referral import PassedAway, Status
from assistant.referrals.thread import EntryKind
from assistant.usecases.finding import WAITING, Question, Row, View
from assistant.usecases.search_words import SearchKeys

NEVER_DUE = date.max
"""Stands in the column where no answer is owed, so that one index gives the order on every database."""

LOOKED_AT = 24
"""So many of the newest changes make the mark: two that are stored at once may become visible in another order."""

# As the wide index has them, so that nothing has to be sorted.
_IN_ORDER: tuple[InstrumentedAttribute[object], ...] = (
    ReferralRow.is_over,
    ReferralRow.due,
    ReferralRow.is_begun,
    ReferralRow.sent_at,
    ReferralRow.number,
)


class SqlFinding:
    """The port Finding. Without keys nothing can be searched for, and nothing is hashed."""

    def __init__(self, transaction: Transaction, keys: SearchKeys | None, data_keys: SqlDataKeys) -> None:
        self._transaction = transaction
        self._data_keys = data_keys
        self._keys = keys

    async def rows(self, question: Question, limit: int, offset: int) -> tuple[Row, ...]:
        """A page of what is asked for."""
        rows, _ = await self._page(question, limit, offset, literal(0))
        return rows

    async def found(self, question: Question, limit: int, offset: int) -> tuple[tuple[Row, ...], int]:
        """As the port says."""
        # A search goes through all that it finds anyway, so it counts them as it goes.
        rows, whole = await self._page(question, limit, offset, func.count().over() if question.words else literal(0))
        if len(rows) < limit and (rows or not offset):
            # It is the last page.
            return rows, offset + len(rows)
        return rows, whole or await self._count(question)

    async def _page(
        self, question: Question, limit: int, offset: int, whole: ColumnElement[int]
    ) -> tuple[tuple[Row, ...], int]:
        """The page, and what `whole` is beside its rows; 0 where it has none."""
        is_backwards = question.view is View.OVER
        order = [column.desc() if is_backwards else column.asc() for column in _IN_ORDER]
        # The page is found in the index first: only its own requests are read, however far back it lies.
        page = (
            select(ReferralRow.number, whole.label("whole"))
            .where(*conditions_of(question, self._keys))
            .order_by(*order)
            .limit(limit)
            .offset(offset)
            .subquery()
        )
        query = (
            select(
                ReferralRow.number,
                ReferralRow.request,
                ReferralRow.status,
                ReferralRow.taken_by,
                ReferralRow.sent_at,
                ReferralRow.due,
                ReferralRow.is_demo,
                ReferralRow.municipality,
                ReferralRow.need,
                ReferralRow.for_other,
                wrapped_key_of(ReferralRow.number),
                page.c.whole,
            )
            .join(page, page.c.number == ReferralRow.number)
            .order_by(*order)
        )
        found = []
        read = await self._transaction.read(query)
        for row in read:
            self._data_keys.met(row.number, row.wrapped_key)
            request = opened_request(self._data_keys, row.number, row.request, row)
            found.append(
                Row(
                    number=row.number,
                    name=request.name,
                    need=request.need,
                    for_other=request.for_other,
                    status=row.status,
                    taken_by=row.taken_by,
                    sent_at=row.sent_at,
                    due=None if row.due == NEVER_DUE else row.due,
                    is_demo=row.is_demo,
                )
            )
        return tuple(found), read[0].whole if read else 0

    async def _count(self, question: Question) -> int:
        query = select(func.count()).select_from(ReferralRow).where(*conditions_of(question, self._keys))
        [(count,)] = await self._transaction.read(query)
        return count

    async def counts(self, municipality: str, asker: str, today: date) -> Mapping[View, int]:
        """How many stand in each view, without filters."""
        # Most are over, of which nothing but their number is asked: two stretches of one index.
        is_here = ReferralRow.municipality == municipality
        over = select(func.count()).select_from(ReferralRow).where(is_here, ReferralRow.is_over.is_(True))
        query = (
            select(
                over.scalar_subquery(),
                func.count(),
                *(
                    func.count().filter(condition)
                    for condition in (
                        ReferralRow.status == Status.NEW.value,
                        ReferralRow.taken_by == asker,
                        ReferralRow.due < today,
                        ReferralRow.status == WAITING,
                    )
                ),
            )
            .select_from(ReferralRow)
            .where(is_here, ReferralRow.is_over.is_(False))
        )
        [row] = await self._transaction.read(query)
        finished, still_open, new, mine, late, waiting = (int(count) for count in row)
        return {
            View.NEW: new,
            View.MINE: mine,
            View.LATE: late,
            View.WAITING: waiting,
            View.OPEN: still_open,
            View.OVER: finished,
            View.ALL: still_open + finished,
        }

    async def mark(self, municipality: str) -> str:
        """Words that differ as soon as anything in the list differs."""
        newest = (
            select(ReferralRow.number, ReferralRow.version)
            .where(ReferralRow.municipality == municipality)
            .order_by(ReferralRow.changed_at.desc(), ReferralRow.number)
            .limit(LOOKED_AT)
        )
        changes = [f"{number}.{version}" for number, version in await self._transaction.read(newest)]
        # What was passed on is no longer among the newest of this municipality.
        return " ".join((*changes, str(await self.passed_times(municipality))))

    async def passed_times(self, municipality: str) -> int:
        """How often it passed a request on."""
        query = select(func.count()).select_from(ReferralEntryRow).where(ReferralEntryRow.passed_from == municipality)
        [(count,)] = await self._transaction.read(query)
        return count

    async def passed_away(self, municipality: str, limit: int) -> tuple[tuple[PassedAway, ...], int]:
        """The newest of those that it passed on and does not have now, and how many there are in all."""
        passed = (
            select(
                ReferralEntryRow.referral,
                func.max(ReferralEntryRow.position).label("position"),
                func.count().over().label("whole"),
            )
            .join(ReferralRow, ReferralRow.number == ReferralEntryRow.referral)
            .where(
                ReferralEntryRow.kind == EntryKind.PASSED_ON.value,
                ReferralEntryRow.passed_from == municipality,
                ReferralRow.municipality != municipality,
            )
            .group_by(ReferralEntryRow.referral)
            .subquery()
        )
        query = (
            select(ReferralEntryRow.referral, ReferralEntryRow.passed_to, ReferralEntryRow.at, passed.c.whole)
            .join(
                passed,
                and_(ReferralEntryRow.referral == passed.c.referral, ReferralEntryRow.position == passed.c.position),
            )
            .order_by(ReferralEntryRow.at.desc(), ReferralEntryRow.referral)
            .limit(max(limit, 1))
        )
        found = await self._transaction.read(query)
        newest = tuple(PassedAway(number, target or "", at) for number, target, at, _ in found)
        return newest[:limit], found[0].whole if found else 0

    async def reindex(self, limit: int) -> int:
        """Hash so many requests anew that cannot be found yet, or not any more; gives how many there were."""
        if self._keys is None:
            return 0
        mark = ReferralRow.search_mark
        query = (
            select(
                ReferralRow.number,
                ReferralRow.request,
                ReferralRow.municipality,
                ReferralRow.need,
                ReferralRow.for_other,
                wrapped_key_of(ReferralRow.number),
            )
            .where(or_(mark.is_(None), mark < self._keys.mark, mark > self._keys.mark))
            .order_by(ReferralRow.number)
            .limit(limit)
            # Two processes that start at once share the work. SQLite lets only one of them write anyway.
            .with_for_update(skip_locked=True, of=ReferralRow)
        )
        rows = await self._transaction.read(query)
        for row in rows:
            self._data_keys.met(row.number, row.wrapped_key)
        read = [(row.number, opened_request(self._data_keys, row.number, row.request, row)) for row in rows]
        await write_keys(self._transaction, self._keys, read)
        return len(rows)
