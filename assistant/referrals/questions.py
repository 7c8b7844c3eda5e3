"""A question of staff to the person: its words, the answers it offers, and its place in the thread (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.referrals.thread import Details, Entry, EntryKind

LONGEST_QUESTION = 300
"""Characters; a longer question is two questions."""
MOST_OPTIONS = 4
LONGEST_OPTION = 40
"""Characters on one button."""


@dataclass(frozen=True)
class Question:
    """What staff ask: `options` are the answers as buttons, `may_write` where own words are an answer too."""

    text: str
    options: tuple[str, ...] = ()
    may_write: bool = False

    @property
    def details(self) -> Details:
        """What stands of it in its entry beside the text."""
        return Details(options=self.options, may_write=self.may_write)


@dataclass(frozen=True)
class OpenQuestion:
    """A question that can still be answered; `position` is its place in the thread, which never changes."""

    position: int
    question: Question

    def option(self, place: int) -> str | None:
        """The answer on this button; None where there is no such button."""
        return self.question.options[place] if 0 <= place < len(self.question.options) else None


ENDS_WAITING = frozenset(
    {
        EntryKind.TOLD,
        EntryKind.REPLIED,
        EntryKind.CALLED,
        EntryKind.PASSED_ON,
        EntryKind.MERGED,
        EntryKind.CLOSED,
        EntryKind.WITHDRAWN,
    }
)
"""After one of these the referral waits for the person no more."""


def open_question(thread: Sequence[Entry]) -> OpenQuestion | None:
    """The newest question, unless it was answered. A reply or a call in between leaves it open."""
    for position in range(len(thread) - 1, -1, -1):
        entry = thread[position]
        if entry.kind is EntryKind.TOLD:
            return None
        if entry.kind is EntryKind.ASKED:
            return OpenQuestion(position, Question(entry.text, entry.details.options, entry.details.may_write))
    return None


def waits_for_person(thread: Sequence[Entry]) -> bool:
    """Whether a question is the last word between staff and the person."""
    kinds = (entry.kind for entry in reversed(thread))
    return next((kind for kind in kinds if kind in ENDS_WAITING | {EntryKind.ASKED}), None) is EntryKind.ASKED
