"""The thread of a referral: what happened to it, one entry for each thing, oldest first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.referrals.confirming import Confirmation


class Author(StrEnum):
    """Who did it."""

    PERSON = "person"
    STAFF = "staff"
    PROGRAM = "program"


class EntryKind(StrEnum):
    """What can happen to a referral; the thread is a list of these."""

    SENT = "sent"
    TAKEN = "taken"
    REPLIED = "replied"
    CALLED = "called"
    CHANGED = "changed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed-on"
    POINTED = "pointed"
    GIVEN = "given"
    TRIED = "tried"
    NOTED = "noted"
    HANDED = "handed"
    MERGED = "merged"
    JOINED = "joined"
    REOPENED = "reopened"
    ASKED = "asked"
    TOLD = "told"
    RELEASED = "released"
    ERASURE_WISHED = "erasure-wished"


class CallResult(StrEnum):
    """What came of a call to the person."""

    REACHED = "reached"
    NO_ANSWER = "no-answer"
    AGAIN = "again"


class Ending(StrEnum):
    """With what the work on a referral ended."""

    SERVICE = "service"
    ADVICE = "advice"
    INSTITUTION = "institution"
    CHANGED_MIND = "changed-mind"
    NOT_REACHED = "not-reached"
    OTHER = "other"


@dataclass(frozen=True)
class Passing:
    """From which municipality a referral goes to which, by id."""

    origin: str
    target: str


ANSWERS = frozenset({EntryKind.REPLIED, EntryKind.CALLED})
"""What the person was promised: a reply, or a call in which staff reached them; a call in vain is TRIED."""

TEXT_FOR_STAFF = frozenset(
    {EntryKind.NOTED, EntryKind.CALLED, EntryKind.TRIED, EntryKind.HANDED, EntryKind.REOPENED, EntryKind.PASSED_ON}
)
"""Entries whose text staff wrote for staff: no document, webhook, letter or chat of the person holds it."""


@dataclass(frozen=True)
class Change:
    """One line of the request that the person changed: the name of its field, and what stood and stands there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Details:
    """What else stands in an entry, as far as its kind needs it.

    `to` is the colleague, institution or other referral that it leads to; `result` the id of what came of a call or of
    the work as a whole; `options` are the answers that a question to the person offers; `mentions` are the colleagues
    whom a note calls, by e-mail; `level` is the level of easy language that a reply reached, None where it was not
    looked at; `key` is the form that it came from, so that a form sent twice is done once; `may_write` where a question
    to the person may be answered in their own words. `basis` is the id of the legal ground on which a request was
    taken, and `notice` the version of the privacy notice that held when it was sent; both only where it is SENT.
    `confirmation` stands there too where a helper wrote it: who wanted it sent, as it was then.
    """

    to: str = ""
    result: str = ""
    options: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    level: int | None = None
    key: str = ""
    may_write: bool = False
    basis: str = ""
    notice: str = ""
    confirmation: Confirmation | None = None


@dataclass(frozen=True)
class Entry:
    """One line of the thread; text is what was written, empty where nothing was.

    `passing` stands where the referral was passed on, or where the person was pointed to a municipality to which
    nothing can be passed on. `changes` only where it is CHANGED.
    """

    kind: EntryKind
    author: Author
    at: datetime
    by: str = ""
    text: str = ""
    passing: Passing | None = None
    changes: tuple[Change, ...] = ()
    details: Details = Details()
