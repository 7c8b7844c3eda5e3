"""What a person sends to the municipality (prašymas), and the thread of what happened to it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
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
    CALLED = "called"
    CHANGED = "changed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


ANSWERS = frozenset({EntryKind.REPLIED, EntryKind.CALLED})
"""What the person was promised: a reply, or a call that staff noted."""


@dataclass(frozen=True)
class Change:
    """One line of the request that the person changed: the name of its field, and what stood and stands there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One line of the thread; text is what was written, empty where nothing was. `changes` only where it is CHANGED."""

    kind: EntryKind
    author: Author
    at: datetime
    by: str = ""
    text: str = ""
    changes: tuple[Change, ...] = ()


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


CHANGEABLE = ("for_other", "name", "phone", "call_time", "note")
"""The fields of a sent request that the person may still change; another kind of help is another request."""


@dataclass(frozen=True)
class Referral:
    """One request on its way: who must handle it, how it stands, and what happened so far, oldest first.

    `draft` is the natural key (conversation and draft in it), so that sending twice is the same referral.
    `version` counts stored changes; two people changing at once are told apart by it. `promised` is the day by which
    the municipality promised an answer, None where it promised nothing. `letters_to` is the person's own e-mail
    address where they want a letter when an answer comes.
    """

    number: str
    draft: str
    conversation: str
    request: Request
    sent_at: datetime
    thread: tuple[Entry, ...] = field(default=())
    taken_by: str = ""
    version: int = 0
    promised: date | None = None
    letters_to: str = ""

    @property
    def status(self) -> Status:
        """Where it stands; follows from the thread, nobody overwrites it. A change by the person moves it nowhere."""
        meaning = {
            EntryKind.SENT: Status.NEW,
            EntryKind.TAKEN: Status.TAKEN,
            EntryKind.REPLIED: Status.ANSWERED,
            EntryKind.CALLED: Status.ANSWERED,
            EntryKind.CLOSED: Status.CLOSED,
            EntryKind.WITHDRAWN: Status.WITHDRAWN,
        }
        steps = [entry.kind for entry in self.thread if entry.kind is not EntryKind.CHANGED]
        return meaning[steps[-1]] if steps else Status.NEW

    @property
    def is_over(self) -> bool:
        """Whether it takes no more replies."""
        return self.status in {Status.CLOSED, Status.WITHDRAWN}

    @property
    def has_answer(self) -> bool:
        """Whether staff answered or called."""
        return any(entry.kind in ANSWERS for entry in self.thread)

    def is_promise_broken(self, today: date) -> bool:
        """Whether the promised day is over in Lithuania and nobody answered, called or closed it."""
        is_late = self.promised is not None and self.promised < today
        return is_late and not self.has_answer and not self.is_over

    def taken(self, by: str, at: datetime) -> "Referral":
        """Give the referral to a member of staff; taking it from a colleague stays in the thread."""
        return replace(self._grown(EntryKind.TAKEN, Author.STAFF, at, by), taken_by=by)

    def replied(self, by: str, text: str, at: datetime) -> "Referral":
        """Answer the person; whoever answers first also has it from then on."""
        return replace(self._grown(EntryKind.REPLIED, Author.STAFF, at, by, text), taken_by=self.taken_by or by)

    def called(self, by: str, at: datetime) -> "Referral":
        """Note that the person was called; whoever called first also has it from then on."""
        return replace(self._grown(EntryKind.CALLED, Author.STAFF, at, by), taken_by=self.taken_by or by)

    def changed(self, before: Request, after: Request, at: datetime) -> "Referral":
        """The person changed what they had sent: only what differs between the two is written over.

        The very same change again, or one that changes nothing, leaves it as it is.
        """
        wanted = {name for name in CHANGEABLE if getattr(before, name) != getattr(after, name)}
        request = replace(self.request, **{name: getattr(after, name) for name in wanted})
        changes = tuple(
            Change(name, _written(getattr(self.request, name)), _written(getattr(request, name)))
            for name in CHANGEABLE
            if getattr(self.request, name) != getattr(request, name)
        )
        if not changes:
            return self
        return replace(self._grown(EntryKind.CHANGED, Author.PERSON, at, changes=changes), request=request)

    def closed(self, by: str, at: datetime) -> "Referral":
        """End the work on it."""
        return self._grown(EntryKind.CLOSED, Author.STAFF, at, by)

    def withdrawn(self, at: datetime) -> "Referral":
        """The person took it back."""
        return self._grown(EntryKind.WITHDRAWN, Author.PERSON, at)

    def _grown(
        self,
        kind: EntryKind,
        author: Author,
        at: datetime,
        by: str = "",
        text: str = "",
        changes: tuple[Change, ...] = (),
    ) -> "Referral":
        if self.is_over:
            raise ReferralAlreadyClosedError(self.number)
        entry = Entry(kind=kind, author=author, at=at, by=by, text=text, changes=changes)
        return replace(self, thread=(*self.thread, entry))


def _written(value: object) -> str:
    """A field's value as the thread keeps it: words as they are, yes and no as words of a program."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def spoken_number(number: str) -> str:
    """The number in groups of two digits, as it is read aloud and written everywhere: 47 12 80 35."""
    return " ".join(number[start : start + 2] for start in range(0, len(number), 2))
