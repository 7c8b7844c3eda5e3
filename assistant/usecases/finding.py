"""What the use cases need of the database for the list of requests: rows, counts, and a mark of its state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from assistant.referrals.referral import PassedAway


class View(StrEnum):
    """The views of the list. ALL is that of a search, which looks through everything."""

    NEW = "new"
    MINE = "mine"
    LATE = "late"
    WAITING = "waiting"
    OPEN = "open"
    OVER = "over"
    ALL = "all"


class Promise(StrEnum):
    """Until when the answer is promised, for filtering. WEEK is from today to Sunday."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    NONE = "none"


class ForWhom(StrEnum):
    """Who needs the help, for filtering."""

    SELF = "self"
    OTHER = "other"


WAITING = "waiting"
"""The status of a request that cannot go on before the person answers."""

NOBODY = "-"
"""As a holder: what nobody has taken."""

NO_CHECK = "-"
"""As an outcome: what was sent without a check."""


@dataclass(frozen=True)
class Filters:
    """What narrows a view; empty fields let everything through. `holder` is an e-mail address or NOBODY."""

    need: str = ""
    for_whom: ForWhom | None = None
    outcome: str = ""
    promise: Promise | None = None
    holder: str = ""

    @property
    def are_on(self) -> bool:
        """Whether any of them narrows."""
        return self != Filters()


@dataclass(frozen=True)
class Question:
    """What is asked of the list: by whom, on which day in Lithuania, which view, narrowed how, searched for what."""

    municipality: str
    asker: str
    today: date
    view: View = View.OPEN
    filters: Filters = Filters()
    words: str = ""

    @property
    def week_ends(self) -> date:
        """This week's Sunday."""
        return self.today + timedelta(days=6 - self.today.weekday())


@dataclass(frozen=True)
class Row:
    """One line of the list. `status` is a word of Status; `due` the day by which an answer is still owed."""

    number: str
    name: str
    need: str
    for_other: bool
    status: str
    taken_by: str
    sent_at: datetime
    due: date | None
    is_demo: bool = False


class Finding(Protocol):
    """The list of a municipality's requests. What is late comes first, then what is due soonest, then the oldest new.

    What is over comes last, the newest first.
    """

    async def rows(self, question: Question, limit: int, offset: int) -> tuple[Row, ...]:
        """A page of what is asked for."""

    async def found(self, question: Question, limit: int, offset: int) -> tuple[tuple[Row, ...], int]:
        """The same page, and how many there are in all."""

    async def counts(self, municipality: str, asker: str, today: date) -> Mapping[View, int]:
        """How many stand in each view, without filters."""

    async def mark(self, municipality: str) -> str:
        """Words that differ as soon as anything in the list differs; cheap enough to be asked every few seconds."""

    async def passed_times(self, municipality: str) -> int:
        """How often it passed a request on."""

    async def passed_away(self, municipality: str, limit: int) -> tuple[tuple[PassedAway, ...], int]:
        """The newest of those that it passed on and does not have now, and how many there are in all."""

    async def reindex(self, limit: int) -> int:
        """Hash so many requests anew that cannot be found yet, or not any more; gives how many there were."""
