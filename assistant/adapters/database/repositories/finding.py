"""The list of a municipality's requests: rows and counts from columns alone, names from the records of one page."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute

from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.sealed_referrals import opened_request
from assistant.adapters.database.repositories.searching import write_keys
from assistant.adapters.database.tables import ReferralEntryRow, ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.referral import PassedAway, Status
from assistant.referrals.thread import EntryKind
from assistant.usecases.finding import NO_CHECK, NOBODY, WAITING, ForWhom, Promise, Question, Row, View
from assistant.usecases.search_words import SearchKeys, Term

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
        if rows and not question.words and len(rows) < limit:
            whole = offset + len(rows)
        return rows, whole or await self.count(question)

    async def _page(
        self, question: Question, limit: int, offset: int, whole: ColumnElement[int]
    ) -> tuple[tuple[Row, ...], int]:
        """The page, and what stands for the whole beside each of its rows; 0 where it has none."""
        is_backwards = question.view is View.OVER
        order = [column.desc() if is_backwards else column.asc() for column in _IN_ORDER]
        # The page is found in the index first: only its own requests are read, however far back it lies.
        page = (
            select(ReferralRow.number, whole.label("whole"))
            .where(*self._conditions(question))
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

    async def count(self, question: Question) -> int:
        """How many there are of what is asked for."""
        query = select(func.count()).select_from(ReferralRow).where(*self._conditions(question))
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

    def _conditions(self, question: Question) -> list[ColumnElement[bool]]:
        """What a request must be to be among those asked for."""
        # A search begins with the few that have its keys. With the column as it is, SQLite would rather walk through
        # all of the municipality in order, and look for each among those few.
        place = ReferralRow.municipality.concat("") if question.words else ReferralRow.municipality
        return [
            place == question.municipality,
            *_of_view(question),
            *_of_filters(question),
            *self._of_words(question),
        ]

    def _of_words(self, question: Question) -> list[ColumnElement[bool]]:
        if not question.words:
            return []
        terms = self._keys.asked(question.words, question.municipality) if self._keys else ()
        # Where nothing can be looked for, nothing is found.
        return [_fits(term) for term in terms] or [ReferralRow.number.in_([])]


def _of_view(question: Question) -> list[ColumnElement[bool]]:
    if question.view is View.ALL:
        return []
    if question.view is View.OVER:
        return [ReferralRow.is_over.is_(True)]
    narrowed = {
        View.NEW: ReferralRow.status == Status.NEW.value,
        View.MINE: ReferralRow.taken_by == question.asker,
        View.LATE: ReferralRow.due < question.today,
        View.WAITING: ReferralRow.status == WAITING,
    }
    one = narrowed.get(question.view)
    return [ReferralRow.is_over.is_(False), *([one] if one is not None else [])]


def _of_filters(question: Question) -> list[ColumnElement[bool]]:
    wanted, today = question.filters, question.today
    conditions: list[ColumnElement[bool]] = []
    if wanted.need:
        conditions.append(ReferralRow.need == wanted.need)
    if wanted.for_whom:
        conditions.append(ReferralRow.for_other.is_(wanted.for_whom is ForWhom.OTHER))
    if wanted.outcome:
        conditions.append(ReferralRow.outcome == ("" if wanted.outcome == NO_CHECK else wanted.outcome))
    if wanted.holder:
        conditions.append(ReferralRow.taken_by == ("" if wanted.holder == NOBODY else wanted.holder))
    match wanted.promise:
        case Promise.LATE:
            conditions.append(ReferralRow.due < today)
        case Promise.TODAY:
            conditions.append(ReferralRow.due == today)
        case Promise.WEEK:
            conditions.append(ReferralRow.due.between(today, question.week_ends))
        case Promise.NONE:
            conditions.append(ReferralRow.promised_for.is_(None))
        case None:
            pass
    return conditions


def _fits(term: Term) -> ColumnElement[bool]:
    with_key = select(ReferralSearchRow.referral).where(ReferralSearchRow.key.in_(sorted(term.keys)))
    if not term.number:
        return ReferralRow.number.in_(with_key)
    begins_so = and_(ReferralRow.number >= term.number, ReferralRow.number < _behind(term.number))
    if not term.keys:
        return begins_so
    if len(term.number) < FEW_BEGIN_SO:
        # To collect all numbers that begin so, often thousands, takes longer than to look at each request.
        return or_(ReferralRow.number.in_(with_key), begins_so)
    return ReferralRow.number.in_(union(with_key, select(ReferralRow.number).where(begins_so)))


FEW_BEGIN_SO = 5
"""Digits with which so few numbers begin, a thousand at most, that both kinds are found by their index."""


def _behind(digits: str) -> str:
    """What sorts behind every number that begins with these digits; letters sort behind digits everywhere."""
    following = str(int(digits) + 1).zfill(len(digits))
    return following if len(following) == len(digits) else "a"
