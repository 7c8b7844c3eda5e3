"""The list of requests in memory: the same order and views as in the database, a simpler search."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from assistant.errors import ReferralNotFoundError
from assistant.referrals.promise import day_in_lithuania
from assistant.referrals.referral import PassedAway, Referral, Status
from assistant.referrals.thread import EntryKind
from assistant.understanding.normalize import folded
from assistant.usecases.finding import NO_CHECK, NOBODY, Filters, ForWhom, Promise, Question, Row, View
from assistant.usecases.listing import PAGE, Listed
from assistant.usecases.ports import StaffMember


@dataclass(frozen=True)
class FakeListing:
    """Looks at the very referrals that the fake of the casework changes."""

    referrals: Mapping[str, Referral]
    now: datetime
    away: Mapping[str, date] = field(default_factory=dict)

    async def show(self, member: StaffMember, view: View, filters: Filters, words: str = "", page: int = 1) -> Listed:
        today = day_in_lithuania(self.now)
        question = Question(member.municipality, member.email, today, View.ALL if words else view, filters, words)
        fitting = [
            known
            for known in self._of(member)
            if _is_in(question.view, known, question) and _passes(known, question) and _is_meant(known, words)
        ]
        fitting.sort(key=_place)
        if question.view is View.OVER:
            fitting.reverse()
        passed = self._passed(member) if question.view is View.OVER else ()
        rows = tuple(_row(known) for known in fitting[(page - 1) * PAGE : page * PAGE])
        counts = {one: sum(_is_in(one, known, question) for known in self._of(member)) for one in View}
        return Listed(
            question, rows, len(fitting), page, counts, passed, len(self._passed(member)), (member.email,),
            self._mark(member), self.away,
        )  # fmt: skip

    async def changed(self, member: StaffMember, mark: str) -> tuple[str, int] | None:
        now = self._mark(member)
        return None if now == mark else (now, max(0, len(self._of(member)) - int(mark.partition("-")[0] or 0)))

    async def version(self, member: StaffMember, number: str) -> int:
        for known in self._of(member):
            if known.number == number:
                return known.version
        raise ReferralNotFoundError(number)

    def _of(self, member: StaffMember) -> list[Referral]:
        return [known for known in self.referrals.values() if known.request.municipality == member.municipality]

    def _passed(self, member: StaffMember) -> tuple[PassedAway, ...]:
        return tuple(
            PassedAway(known.number, entry.passing.target, entry.at)
            for known in self.referrals.values()
            for entry in known.thread
            if entry.kind is EntryKind.PASSED_ON
            and entry.passing is not None
            and entry.passing.origin == member.municipality != known.request.municipality
        )

    def _mark(self, member: StaffMember) -> str:
        mine = self._of(member)
        return f"{len(mine)}-{sum(known.version for known in mine)}"


def _place(known: Referral) -> tuple[object, ...]:
    is_begun = known.status is not Status.NEW
    return known.is_over, known.due or date.max, is_begun, known.sent_at, known.number


def _row(known: Referral) -> Row:
    asked = known.request
    return Row(
        known.number, asked.name, asked.need, asked.for_other, known.status.value, known.taken_by, known.sent_at,
        known.due, known.is_demo,
    )  # fmt: skip


def _is_in(view: View, known: Referral, question: Question) -> bool:
    if view is View.ALL:
        return True
    if view is View.OVER or known.is_over:
        return known.is_over and view is View.OVER
    return {
        View.NEW: known.status is Status.NEW,
        View.MINE: known.taken_by == question.asker,
        View.LATE: known.is_promise_broken(question.today),
        View.WAITING: known.status.value == "waiting",
        View.OPEN: True,
    }[view]


def _passes(known: Referral, question: Question) -> bool:
    wanted, asked, due = question.filters, known.request, known.due
    outcome = asked.preliminary.outcome if asked.preliminary else NO_CHECK
    return (
        wanted.need in {"", asked.need}
        and wanted.for_whom in {None, ForWhom.OTHER if asked.for_other else ForWhom.SELF}
        and wanted.outcome in {"", outcome}
        and wanted.holder in {"", known.taken_by or NOBODY}
        and {
            None: True,
            Promise.LATE: known.is_promise_broken(question.today),
            Promise.TODAY: due == question.today,
            Promise.WEEK: due is not None and question.today <= due <= question.week_ends,
            Promise.NONE: known.promised is None,
        }[wanted.promise]
    )


def _is_meant(known: Referral, words: str) -> bool:
    text = f"{known.number} {folded(known.request.name)}"
    return all(word in text for word in folded(words).split())
