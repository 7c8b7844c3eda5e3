"""Leads see how their department does: counts of a period, the small ones hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

from assistant.library.library import Library
from assistant.usecases.auditing import Did
from assistant.usecases.comprehension import comprehension
from assistant.usecases.counting import Asked, By
from assistant.usecases.ports import Clock, StaffMember, UnitsOfWork
from assistant.usecases.small_counts import LEAST_SHOWN, shown, shown_parts

MOST_MONTHS = 36
"""The longest period of one's own."""
MOST_TOPICS = 15


class TableId(StrEnum):
    """What is counted in a table."""

    MONTHS = "months"
    NEEDS = "needs"
    ENDS = "ends"
    VERDICTS = "verdicts"
    WHOM = "whom"
    WAITS = "waits"
    PROMISES = "promises"
    REPLIES = "replies"
    TOPICS = "topics"
    MISSED = "missed"
    UNDERSTOOD = "understood"


@dataclass(frozen=True)
class Period:
    """Whole months, so that two periods cannot be laid side by side to find one day; `end` is the last day."""

    start: date
    end: date

    @property
    def months(self) -> tuple[str, ...]:
        """The months in it, as 2026-11."""
        first, last = _place(self.start), _place(self.end)
        return tuple(f"{at // 12}-{at % 12 + 1:02}" for at in range(first, last + 1))


def last_months(today: date, count: int) -> Period:
    """That many months up to the present one."""
    first = _place(today) - count + 1
    return Period(date(first // 12, first % 12 + 1, 1), month_end(today))


def year_of(year: int) -> Period:
    """A year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def month_end(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _place(day: date) -> int:
    return day.year * 12 + day.month - 1


@dataclass(frozen=True)
class Line:
    """One line of a table; None where the count is hidden. `share` is how many in a hundred answers were right."""

    key: str
    count: int | None
    share: int | None = None


@dataclass(frozen=True)
class Table:
    """Counts of one kind. `total` is None where it is hidden, and where the lines do not make up a whole."""

    id: TableId
    lines: tuple[Line, ...]
    total: int | None = None
    is_whole: bool = True

    @property
    def has_hidden(self) -> bool:
        """Whether something in it is hidden."""
        return any(line.count is None for line in self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return all(line.count == 0 for line in self.lines)


@dataclass(frozen=True)
class Waiting:
    """Working days to the first answer: half waited `median` at most, the middle half from `low` to `high`.

    All are None where fewer than five were answered.
    """

    median: int | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Statistics:
    """All tables of a period, in the order in which they are read."""

    period: Period
    tables: tuple[Table, ...]
    waiting: Waiting
    has_examples: bool


WAITS: tuple[tuple[str, int, int], ...] = (("0-1", 0, 1), ("2-5", 2, 5), ("6-10", 6, 10), ("11-20", 11, 20))
LONGER, NO_ANSWER = "21-", "none"


class StatisticsDesk:
    """Counts what one's own municipality received; what belongs to no municipality is the whole program's."""

    def __init__(self, *, units: UnitsOfWork, library: Library, clock: Clock) -> None:
        self._units = units
        self._library = library
        self._clock = clock

    @property
    def today(self) -> date:
        """The present day in Lithuania, from which periods are counted."""
        return self._clock.today()

    async def of(
        self, member: StaffMember, period: Period, *, only_examples: bool = False, taken_as: str = ""
    ) -> Statistics:
        """The statistics of a period; of invented examples alone where that is asked.

        `taken_as` is the kind of file in which they leave the inbox, empty where they are only shown.
        """
        asked = Asked(member.municipality, period.start, period.end, only_examples)
        today = self._clock.today()
        async with self._units() as work:
            counts = work.statistics
            by = {kind: await counts.referrals(asked, kind) for kind in By}
            promises = await counts.promises(asked, today)
            replies = await counts.reply_levels(asked)
            examples, _ = await work.examples.counts(member.municipality)
            # What belongs to no referral has no examples.
            told = {} if only_examples else await counts.told(asked)
            missed = {} if only_examples else await counts.missed(period.start, period.end)
            tallies = () if only_examples else await work.tallies.all()
            if taken_as:
                work.audit.note(member, Did.EXPORTED, "statistics", self._clock.now(), {"as": taken_as})
                await work.commit()
        understood = [
            (row, row.right + row.wrong + row.dont_know) for row in comprehension(self._library, tallies) if tallies
        ]
        tables = (
            whole_table(TableId.MONTHS, {month: by[By.MONTH].get(month, 0) for month in period.months}),
            whole_table(TableId.NEEDS, by[By.NEED], is_by_size=True),
            whole_table(TableId.ENDS, by[By.END], is_by_size=True),
            whole_table(
                TableId.VERDICTS, {key: by[By.VERDICT].get(key, 0) for key in ("likely", "unlikely", "unsure", "")}
            ),
            whole_table(TableId.WHOM, {key: by[By.WHOM].get(key, 0) for key in ("self", "other")}),
            whole_table(TableId.WAITS, _waits(by[By.WAIT])),
            whole_table(
                TableId.PROMISES,
                {
                    "kept": promises.kept,
                    "broken": promises.broken,
                    "running": promises.running,
                    "none": promises.none,
                },
            ),
            whole_table(
                TableId.REPLIES,
                {
                    "level-1": replies.first,
                    "level-2": replies.second,
                    "harder": replies.harder,
                    "unmeasured": replies.unmeasured,
                },
            ),
            loose_table(TableId.TOPICS, {"|".join(key): times for key, times in told.items()}, most=MOST_TOPICS),
            loose_table(TableId.MISSED, missed),
            Table(
                TableId.UNDERSTOOD,
                tuple(
                    Line(
                        f"{row.topic}|{row.service}", shown(answers), round(row.share * 100) if shown(answers) else None
                    )
                    for row, answers in understood
                    if answers
                ),
                is_whole=False,
            ),
        )
        return Statistics(period, tables, _waiting(by[By.WAIT]), examples > 0)


def whole_table(table: TableId, counts: Mapping[str, int], *, is_by_size: bool = False) -> Table:
    """A table whose lines make up the whole."""
    cells, total = shown_parts(tuple(counts.values()))
    lines = [Line(key, cell) for key, cell in zip(counts, cells, strict=True)]
    if is_by_size:
        # Among themselves the hidden ones stand by name: their order by size would tell of them too.
        lines.sort(key=lambda line: (-(line.count or 0), line.key))
    return Table(table, tuple(lines), total)


def loose_table(table: TableId, counts: Mapping[str, int], most: int | None = None) -> Table:
    """A table whose lines are added up nowhere, or as many of the largest as are wanted at most."""
    lines = (Line(key, shown(times)) for key, times in counts.items())
    return Table(table, tuple(sorted(lines, key=lambda line: (-(line.count or 0), line.key))[:most]), is_whole=False)


def _waits(days: Mapping[str, int]) -> dict[str, int]:
    """Days put together, so that few stand alone."""
    known = {int(key): times for key, times in days.items() if key}
    put = {name: sum(times for day, times in known.items() if low <= day <= high) for name, low, high in WAITS}
    longest = WAITS[-1][2]
    return put | {LONGER: sum(times for day, times in known.items() if day > longest), NO_ANSWER: days.get("", 0)}


def _waiting(days: Mapping[str, int]) -> Waiting:
    known = sorted((int(key), times) for key, times in days.items() if key)
    answered = sum(times for _, times in known)
    if answered < LEAST_SHOWN:
        return Waiting()
    return Waiting(*(_at(known, answered, part) for part in (0.5, 0.25, 0.75)))


def _at(known: Sequence[tuple[int, int]], answered: int, part: float) -> int:
    """The days within which this part of the people had an answer."""
    reached = accumulate(times for _, times in known)
    return next(day for (day, _), sofar in zip(known, reached, strict=True) if sofar >= answered * part)
