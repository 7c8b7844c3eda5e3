"""What a request must be to be among those that the list is asked for."""

from sqlalchemy import ColumnElement, and_, or_, select, union

from assistant.adapters.database.tables import ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.referrals.referral import Status
from assistant.usecases.finding import NO_CHECK, NOBODY, WAITING, ForWhom, Promise, Question, View
from assistant.usecases.search_words import SearchKeys, Term

FEW_BEGIN_SO = 5
"""Digits with which so few numbers begin, a thousand at most, that both kinds are found by their index."""


def conditions_of(question: Question, keys: SearchKeys | None) -> list[ColumnElement[bool]]:
    """All of them; without keys nothing can be searched for, and nothing is found."""
    # A search begins with the few that have its keys. With the column as it is, SQLite would rather walk through
    # all of the municipality in order, and look for each among those few.
    place = ReferralRow.municipality.concat("") if question.words else ReferralRow.municipality
    return [
        place == question.municipality,
        *_of_view(question),
        *_of_filters(question),
        *_of_words(question, keys),
    ]


def _of_words(question: Question, keys: SearchKeys | None) -> list[ColumnElement[bool]]:
    if not question.words:
        return []
    terms = keys.asked(question.words, question.municipality) if keys else ()
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


def _behind(digits: str) -> str:
    """What sorts behind every number that begins with these digits; letters sort behind digits everywhere."""
    following = str(int(digits) + 1).zfill(len(digits))
    return following if len(following) == len(digits) else "a"
