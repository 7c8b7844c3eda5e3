"""Staff see the list of their municipality's requests, look for one in it, and learn when it changes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.referrals.referral import PassedAway
from assistant.usecases.auditing import Did
from assistant.usecases.finding import Filters, Question, Row, View
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork

PAGE = 50
"""Requests on one page."""

LAST_PAGE = 10_000
"""No list is so long; an address that says more than there is leads to the last page."""

BATCH = 500
"""So many requests are hashed anew in one transaction, so that nobody waits long for it."""


@dataclass(frozen=True)
class Listed:
    """A page of the list; pages run from 1. `found` is how many there are in all, `mark` tells this state from others.

    `passed_away` stands where the view is of what is over; `passed_count` is how many of those there are.
    `away` are those who are away today, by e-mail, and the last day of it.
    """

    question: Question
    rows: tuple[Row, ...]
    found: int
    page: int
    counts: Mapping[View, int]
    passed_away: tuple[PassedAway, ...]
    passed_count: int
    holders: tuple[str, ...]
    mark: str
    away: Mapping[str, date]

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1."""
        return _pages(self.found)


class ListRequests:
    """Every call names the member of staff, and sees only what their municipality has."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def show(self, member: StaffMember, view: View, filters: Filters, words: str = "", page: int = 1) -> Listed:
        """A page of the list. Words to look for lead through all requests, whatever the view."""
        words = words.strip()
        question = Question(
            member.municipality, member.email, self._clock.today(), View.ALL if words else view, filters, words
        )
        page = min(max(page, 1), LAST_PAGE)
        async with self._units() as work:
            # First of all, so that a change in between is noticed by the next look.
            state = await self._state(work, member)
            counts = await work.finding.counts(question.municipality, question.asker, question.today)
            is_plain = not filters.are_on and not words
            if is_plain:
                found = counts[question.view]
                page = min(page, _pages(found))
                rows = await work.finding.rows(question, PAGE, (page - 1) * PAGE)
            else:
                rows, found = await work.finding.found(question, PAGE, (page - 1) * PAGE)
                if page > _pages(found):
                    # Since the address was made, the list has become shorter.
                    page = _pages(found)
                    rows, found = await work.finding.found(question, PAGE, (page - 1) * PAGE)
            shows_passed = question.view is View.OVER and is_plain and page == 1
            passed, passed_count = await work.finding.passed_away(question.municipality, PAGE if shows_passed else 0)
            mark = await self._mark(work, member, counts[View.ALL], state)
            office = await work.offices.of(member.municipality)
            staff = await work.staff.of_municipality(member.municipality)
            if words:
                # Not for what: the words are a name or a phone.
                work.audit.note(member, Did.SEARCHED, "", self._clock.now(), {"found": found})
                await work.commit()
        holders = tuple(sorted(colleague.email for colleague in staff))
        away = office.away_on(question.today)
        return Listed(question, rows, found, page, counts, passed, passed_count, holders, mark, away)

    async def changed(self, member: StaffMember, mark: str) -> tuple[str, int] | None:
        """None where the list is as it was at that mark; else its mark now, and how many requests have come since."""
        async with self._units() as work:
            state = await self._state(work, member)
            if mark.endswith(f"-{state}"):
                # Nothing changed, so nothing has to be counted.
                return None
            counts = await work.finding.counts(member.municipality, member.email, self._clock.today())
            now = await self._mark(work, member, counts[View.ALL], state)
        return now, max(0, _arrived(now) - _arrived(mark))

    async def version(self, member: StaffMember, number: str) -> int:
        """Which version of a request is the newest. Raises ReferralNotFoundError."""
        async with self._units() as work:
            return (await work.referrals.load(number, member.municipality)).version

    async def reindex(self) -> int:
        """Make findable what is not: the requests of an older program, all after a change of the secret key."""
        done = 0
        while True:
            async with self._units() as work:
                count = await work.finding.reindex(BATCH)
                await work.commit()
            done += count
            if count < BATCH:
                return done

    async def _state(self, work: UnitOfWork, member: StaffMember) -> str:
        # With the day, since at midnight what was due becomes late. Hashed, since numbers stand in it.
        state = f"{self._clock.today()} {await work.finding.mark(member.municipality)}"
        return hashlib.sha256(state.encode()).hexdigest()[:16]

    @staticmethod
    async def _mark(work: UnitOfWork, member: StaffMember, here: int, state: str) -> str:
        """The state, and how many requests have ever come, as far as they are kept."""
        return f"{here + await work.finding.passed_times(member.municipality)}-{state}"


def _pages(found: int) -> int:
    return max(1, -(-found // PAGE))


def _arrived(mark: str) -> int:
    count = mark.partition("-")[0]
    return int(count) if count.isascii() and count.isdigit() else 0
