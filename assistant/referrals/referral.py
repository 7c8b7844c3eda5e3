"""A request on its way (prašymas): who has it, how it stands, and the thread of what happened to it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from assistant.errors import ReferralAlreadyClosedError, ReferralNotClosedError
from assistant.referrals.promise import day_in_lithuania, decided_by
from assistant.referrals.questions import OpenQuestion, Question, open_question, waits_for_person
from assistant.referrals.request import CHANGEABLE, Request
from assistant.referrals.thread import ANSWERS, Author, CallResult, Change, Details, Entry, EntryKind, Passing


class Status(StrEnum):
    """Where a referral stands."""

    NEW = "new"
    TAKEN = "taken"
    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Referral:
    """One request on its way: who must handle it, how it stands, and what happened so far, oldest first.

    `draft` is the natural key (conversation and draft in it), so that sending twice is the same referral.
    `version` counts stored changes; two people changing at once are told apart by it. `promised` is the day by which
    the municipality promised an answer, None where it promised nothing. `letters_to` is the person's own e-mail
    address where they want a letter when an answer comes. `is_demo` marks an invented example: nothing of it leaves the
    program, and it counts nowhere.
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
    is_demo: bool = False

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
            EntryKind.GIVEN: Status.TAKEN,
            EntryKind.MERGED: Status.CLOSED,
            EntryKind.REOPENED: Status.NEW,
            # The person said what staff wanted to know, so it is for staff to go on.
            EntryKind.TOLD: Status.TAKEN,
        }
        if waits_for_person(self.thread):
            # A colleague who takes it over waits for the same answer.
            return Status.WAITING
        # Pointing the person elsewhere, a note, or changing a line, leaves it standing as it stood.
        found = next((meaning[entry.kind] for entry in reversed(self.thread) if entry.kind in meaning), Status.NEW)
        if found in {Status.NEW, Status.TAKEN}:
            # Who called in vain has it too, and what is opened again goes back to who had it.
            return Status.TAKEN if self.taken_by else Status.NEW
        return found

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

    @property
    def due(self) -> date | None:
        """The day by which an answer is still owed; None where none was promised, or where it is answered or over."""
        return None if self.has_answer or self.is_over else self.promised

    def is_promise_broken(self, today: date) -> bool:
        """Whether the promised day is over in Lithuania and nobody answered, called or closed it.

        A question to the person is no answer: the promised day stays, and staff are reminded of it. But while staff
        wait for the person, nobody tells the person that staff are late; as soon as the person answered, the same day
        counts again.
        """
        return self.due is not None and self.due < today and self.status is not Status.WAITING

    @property
    def question(self) -> OpenQuestion | None:
        """The question of staff that the person can answer now."""
        return None if self.is_over else open_question(self.thread)

    def taken(self, by: str, at: datetime) -> "Referral":
        """Give the referral to a member of staff; taking it from a colleague stays in the thread."""
        return replace(self._grown(EntryKind.TAKEN, Author.STAFF, at, by), taken_by=by)

    def replied(self, by: str, text: str, at: datetime, level: int | None = None) -> "Referral":
        """Answer the person; whoever answers first also has it from then on.

        `level` is the level of easy language that the text reached, None where nobody looked.
        """
        replied = self._grown(EntryKind.REPLIED, Author.STAFF, at, by, text, details=Details(level=level))
        return replace(replied, taken_by=self.taken_by or by)

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

    def called(self, by: str, at: datetime, result: CallResult = CallResult.REACHED, text: str = "") -> "Referral":
        """Note that the person was called; whoever called first also has it from then on."""
        kind = EntryKind.CALLED if result is CallResult.REACHED else EntryKind.TRIED
        called = self._grown(kind, Author.STAFF, at, by, text, details=Details(result=result.value))
        return replace(called, taken_by=self.taken_by or by)

    def given(self, by: str, to: str, at: datetime) -> "Referral":
        """Give it to a colleague, by their e-mail."""
        return replace(self._grown(EntryKind.GIVEN, Author.STAFF, at, by, details=Details(to=to)), taken_by=to)

    def noted(self, by: str, text: str, mentions: tuple[str, ...], at: datetime) -> "Referral":
        """Write something for staff alone; that can be done after the end of the work too."""
        return self._grown(EntryKind.NOTED, Author.STAFF, at, by, text, details=Details(mentions=mentions))

    def handed(self, by: str, institution: str, reason: str, at: datetime) -> "Referral":
        """Pass it on to an institution, which has no inbox here: it stays in the municipality's own."""
        handed = self._grown(EntryKind.HANDED, Author.STAFF, at, by, reason, details=Details(to=institution))
        return replace(handed, taken_by=self.taken_by or by)

    def merged_into(self, by: str, number: str, at: datetime) -> "Referral":
        """End the work on this one, since it goes on in another one of the same person."""
        return self._grown(EntryKind.MERGED, Author.STAFF, at, by, details=Details(to=number))

    def joined_by(self, by: str, other: "Referral", at: datetime) -> "Referral":
        """Go on for another one too; of two promises the earlier counts."""
        joined = self._grown(EntryKind.JOINED, Author.STAFF, at, by, details=Details(to=other.number))
        return replace(joined, promised=min(filter(None, (self.promised, other.promised)), default=None))

    def asked(self, by: str, question: Question, at: datetime) -> "Referral":
        """Ask the person; whoever asks first also has it from then on. An older question is over with that."""
        asked = self._grown(EntryKind.ASKED, Author.STAFF, at, by, question.text, details=question.details)
        return replace(asked, taken_by=self.taken_by or by)

    def told(self, answer: str, at: datetime) -> "Referral":
        """The person answered the open question."""
        return self._grown(EntryKind.TOLD, Author.PERSON, at, text=answer)

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

    def closed(self, by: str, at: datetime, ending: str = "") -> "Referral":
        """End the work on it; `ending` is the value of an Ending, empty where nobody said how it ended."""
        return self._grown(EntryKind.CLOSED, Author.STAFF, at, by, details=Details(result=ending))

    def reopened(self, by: str, reason: str, at: datetime) -> "Referral":
        """Work on it again. Raises ReferralNotClosedError where staff did not close it."""
        if self.status is not Status.CLOSED:
            raise ReferralNotClosedError(self.number)
        return self._grown(EntryKind.REOPENED, Author.STAFF, at, by, reason)

    def withdrawn(self, at: datetime) -> "Referral":
        """The person took it back."""
        return self._grown(EntryKind.WITHDRAWN, Author.PERSON, at)

    def erasure_wished(self, at: datetime) -> "Referral":
        """The person wishes that it is erased, which the department decides; that can be wished after its end too."""
        return self._grown(EntryKind.ERASURE_WISHED, Author.PERSON, at)

    @property
    def erasure_due(self) -> date | None:
        """The day by which the department must have decided; None where nobody wished that it is erased."""
        wished = next((entry.at for entry in self.thread if entry.kind is EntryKind.ERASURE_WISHED), None)
        return None if wished is None else decided_by(day_in_lithuania(wished))

    @property
    def was_passed_on(self) -> bool:
        """Whether another municipality had it before."""
        return any(entry.kind is EntryKind.PASSED_ON for entry in self.thread)

    @property
    def merged_with(self) -> str:
        """The number under which the work goes on, empty where it goes on, or ended, under its own."""
        return self._newest_to(EntryKind.MERGED, until=EntryKind.REOPENED)

    @property
    def institution(self) -> str:
        """The institution to which the municipality that has it now passed it on, empty where to none."""
        return self._newest_to(EntryKind.HANDED, until=EntryKind.PASSED_ON)

    @property
    def is_reopened(self) -> bool:
        """Whether the last time it was ended staff opened it again, and nobody answered since."""
        last = {EntryKind.REOPENED, EntryKind.CLOSED, EntryKind.WITHDRAWN, EntryKind.MERGED} | ANSWERS
        return next((e.kind is EntryKind.REOPENED for e in reversed(self.thread) if e.kind in last), False)

    def has(self, kind: EntryKind, text: str, details: Details) -> bool:
        """Whether the very same form, by its key and all that stood in it, was done already."""
        done = ((entry.kind, entry.text, entry.details) for entry in self.thread)
        return bool(details.key) and (kind, text, details) in done

    def by_form(self, key: str) -> "Referral":
        """Note at the newest entry from which form it came."""
        *before, last = self.thread
        return replace(self, thread=(*before, replace(last, details=replace(last.details, key=key))))

    def _newest_to(self, kind: EntryKind, *, until: EntryKind) -> str:
        """Where the newest entry of this kind leads to, if nothing of the other kind came after it."""
        newest = next((entry for entry in reversed(self.thread) if entry.kind in {kind, until}), None)
        return newest.details.to if newest is not None and newest.kind is kind else ""

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
        if self.is_over and kind not in {EntryKind.NOTED, EntryKind.REOPENED, EntryKind.ERASURE_WISHED}:
            raise ReferralAlreadyClosedError(self.number)
        return replace(self, thread=(*self.thread, Entry(kind, author, at, by, text, passing, changes, details)))


def _written(value: object) -> str:
    """A field's value as the thread keeps it: words as they are, yes and no as words of a program."""
    if value is None:
        return ""
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
