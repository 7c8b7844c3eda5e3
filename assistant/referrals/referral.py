"""What a person sends to the municipality (prašymas), and the thread of what happened to it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from assistant.errors import ReferralAlreadyClosedError


class Service(StrEnum):
    """The social services that a person may ask for; ids are part of the stable interface."""

    CASE_MANAGEMENT = "case-management"
    SOCIAL_WORKSHOPS = "social-workshops"
    FAMILY_CASE_MANAGEMENT = "family-case-management"
    SUPPORTED_DECISIONS = "supported-decisions"
    LEGAL_HELP = "legal-help"
    SOCIAL_SKILLS = "social-skills"
    RESPITE = "respite"


class Status(StrEnum):
    """Where a referral stands."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


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
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed-on"
    POINTED = "pointed"


@dataclass(frozen=True)
class Passing:
    """From which municipality a referral goes to which, by id."""

    origin: str
    target: str


@dataclass(frozen=True)
class Entry:
    """One line of the thread; text is what was written, empty where nothing was.

    `passing` stands where the referral was passed on, or where the person was pointed to a municipality to which
    nothing can be passed on.
    """

    kind: EntryKind
    author: Author
    at: datetime
    by: str = ""
    text: str = ""
    passing: Passing | None = None


@dataclass(frozen=True)
class Preliminary:
    """What the check said before sending: the outcome id and one (criterion, truth, text, source line) per reason."""

    outcome: str
    reasons: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True)
class Request:
    """What the person filled in; the same words go to the summary, the inbox and the document.

    `need` is a Service value, or "talk" for a plain wish to be called. `phone` is in international form (+370…),
    empty when the person chose to read the answer in the chat.
    """

    municipality: str
    need: str
    for_other: bool
    name: str
    phone: str = ""
    call_time: str = ""
    note: str = ""
    preliminary: Preliminary | None = None


@dataclass(frozen=True)
class Referral:
    """One request on its way: who must handle it, how it stands, and what happened so far, oldest first.

    `draft` is the natural key (conversation and draft in it), so that sending twice is the same referral.
    `version` counts stored changes; two people changing at once are told apart by it.
    """

    number: str
    draft: str
    conversation: str
    request: Request
    sent_at: datetime
    thread: tuple[Entry, ...] = field(default=())
    taken_by: str = ""
    version: int = 0

    @property
    def status(self) -> Status:
        """Where it stands; follows from the thread, nobody overwrites it."""
        meaning = {
            EntryKind.SENT: Status.NEW,
            EntryKind.TAKEN: Status.TAKEN,
            EntryKind.REPLIED: Status.ANSWERED,
            EntryKind.CLOSED: Status.CLOSED,
            EntryKind.WITHDRAWN: Status.WITHDRAWN,
            # Nobody at the new municipality has looked at it yet.
            EntryKind.PASSED_ON: Status.NEW,
        }
        # Pointing the person elsewhere leaves it standing as it stood.
        return next((meaning[entry.kind] for entry in reversed(self.thread) if entry.kind in meaning), Status.NEW)

    @property
    def is_over(self) -> bool:
        """Whether it takes no more replies."""
        return self.status in {Status.CLOSED, Status.WITHDRAWN}

    def taken(self, by: str, at: datetime) -> "Referral":
        """Give the referral to a member of staff; taking it from a colleague stays in the thread."""
        return replace(self._grown(EntryKind.TAKEN, Author.STAFF, at, by), taken_by=by)

    def replied(self, by: str, text: str, at: datetime) -> "Referral":
        """Answer the person; whoever answers first also has it from then on."""
        return replace(self._grown(EntryKind.REPLIED, Author.STAFF, at, by, text), taken_by=self.taken_by or by)

    def passed_on(self, by: str, target: str, reason: str, at: datetime) -> "Referral":
        """Give it to another municipality, where nobody has taken it yet."""
        passing = Passing(self.request.municipality, target)
        passed = self._grown(EntryKind.PASSED_ON, Author.STAFF, at, by, reason, passing)
        return replace(passed, request=replace(self.request, municipality=target), taken_by="")

    def pointed(self, by: str, target: str, reason: str, at: datetime) -> "Referral":
        """Tell the person to turn to a municipality to which it cannot be passed on; it stays where it is."""
        return self._grown(EntryKind.POINTED, Author.STAFF, at, by, reason, Passing(self.request.municipality, target))

    def closed(self, by: str, at: datetime) -> "Referral":
        """End the work on it."""
        return self._grown(EntryKind.CLOSED, Author.STAFF, at, by)

    def withdrawn(self, at: datetime) -> "Referral":
        """The person took it back."""
        return self._grown(EntryKind.WITHDRAWN, Author.PERSON, at)

    @property
    def was_passed_on(self) -> bool:
        """Whether another municipality had it before."""
        return any(entry.kind is EntryKind.PASSED_ON for entry in self.thread)

    def _grown(
        self,
        kind: EntryKind,
        author: Author,
        at: datetime,
        by: str = "",
        text: str = "",
        passing: Passing | None = None,
    ) -> "Referral":
        if self.is_over:
            raise ReferralAlreadyClosedError(self.number)
        return replace(self, thread=(*self.thread, Entry(kind, author, at, by, text, passing)))


@dataclass(frozen=True)
class PassedAway:
    """What a municipality may still know of a referral that it passed on: the number, to whom, and when."""

    number: str
    target: str
    at: datetime


def spoken_number(number: str) -> str:
    """The number in groups of two digits, as it is read aloud and written everywhere: 47 12 80 35."""
    return " ".join(number[start : start + 2] for start in range(0, len(number), 2))
