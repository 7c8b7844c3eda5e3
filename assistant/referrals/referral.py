"""What a person sends to the municipality (prašymas), and the thread of what happened to it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from assistant.errors import ReferralAlreadyClosedError
from assistant.referrals.thread import ANSWERS, Author, Change, Details, Entry, EntryKind, Passing


class Service:
    """The two services that are told apart from each other, since they have one name and different laws.

    All services stand in content; their ids are part of the stable interface.
    """

    CASE_MANAGEMENT: Final = "case-management"
    FAMILY_CASE_MANAGEMENT: Final = "family-case-management"


class Status(StrEnum):
    """Where a referral stands."""

    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


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
            # Nobody at the new municipality has looked at it yet.
            EntryKind.PASSED_ON: Status.NEW,
        }
        # Pointing the person elsewhere, or changing a line, leaves it standing as it stood.
        last = next((entry.kind for entry in reversed(self.thread) if entry.kind in meaning), EntryKind.SENT)
        # Nobody has it any more after whoever took it works there no longer; what they answered stays answered.
        return Status.NEW if last is EntryKind.TAKEN and not self.taken_by else meaning[last]

    @property
    def is_over(self) -> bool:
        """Whether it takes no more replies."""
        return self.status in {Status.CLOSED, Status.WITHDRAWN}

    @property
    def has_answer(self) -> bool:
        """Whether staff of the municipality that has it now answered or called."""
        kinds = [entry.kind for entry in reversed(self.thread)]
        since = kinds.index(EntryKind.PASSED_ON) if EntryKind.PASSED_ON in kinds else len(kinds)
        return any(kind in ANSWERS for kind in kinds[:since])

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

    def passed_on(self, by: str, target: str, reason: str, at: datetime, promised: date | None) -> "Referral":
        """Give it to another municipality, where nobody has taken it yet, with the promise of that one."""
        passing = Passing(self.request.municipality, target)
        passed = self._grown(EntryKind.PASSED_ON, Author.STAFF, at, by, reason, passing)
        return replace(passed, request=replace(self.request, municipality=target), taken_by="", promised=promised)

    def pointed(self, by: str, target: str, reason: str, at: datetime) -> "Referral":
        """Tell the person to turn to a municipality to which it cannot be passed on; it stays where it is."""
        return self._grown(EntryKind.POINTED, Author.STAFF, at, by, reason, Passing(self.request.municipality, target))

    def released(self, by: str, at: datetime) -> "Referral":
        """Nobody has it any more, since whoever had it works there no longer."""
        return replace(self._grown(EntryKind.RELEASED, Author.STAFF, at, by, self.taken_by), taken_by="")

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
        changes: tuple[Change, ...] = (),
        details: Details = Details(),  # noqa: B008 - frozen, so that all may share it
    ) -> "Referral":
        if self.is_over:
            raise ReferralAlreadyClosedError(self.number)
        return replace(self, thread=(*self.thread, Entry(kind, author, at, by, text, passing, changes, details)))


def _written(value: object) -> str:
    """A field's value as the thread keeps it: words as they are, yes and no as words of a program."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class PassedAway:
    """What a municipality may still know of a referral that it passed on: the number, to whom, and when."""

    number: str
    target: str
    at: datetime


def spoken_number(number: str) -> str:
    """The number in groups of two digits, as it is read aloud and written everywhere: 47 12 80 35."""
    return " ".join(number[start : start + 2] for start in range(0, len(number), 2))
