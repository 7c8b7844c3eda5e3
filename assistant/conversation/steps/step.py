"""What every step is: it asks at its place, and makes a move of the person's answer."""

from dataclasses import dataclass
from typing import Protocol

from assistant.conversation.messages import Discretion, DocumentNotice, Kind, Mark, OwnPhone, Progress, ReferralNotice
from assistant.conversation.state import Conversation, Draft, Place
from assistant.conversation.turn import Effect, MissedWords, Moment, Tally, Told
from assistant.eligibility.facts import Disability, FactId, Interval
from assistant.frozen import replace
from assistant.library.library import Answer, Library
from assistant.understanding.interpret import Expects

Value = bool | Interval | Disability | str | tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """All that a step may look at."""

    conversation: Conversation
    library: Library
    moment: Moment

    @property
    def is_helper(self) -> bool:
        """Whether somebody asks on behalf of another person."""
        return bool(self.conversation.is_helper)

    @property
    def draft(self) -> Draft:
        """The request while it is being filled in."""
        return self.conversation.draft

    @property
    def service(self) -> str:
        """The service that the talk is about: the one that is being asked for, else the last one; empty for none."""
        asked = (self.draft.need or "") if self.conversation.place.step in FORM else ""
        return asked if asked in self.library.services else self.conversation.service

    @property
    def about(self) -> str:
        """What the present place is about."""
        return self.conversation.place.about

    def words(self, message: str, **fields: str) -> tuple[str, ...]:
        """The sentences of a message, told for the one who asks."""
        return self.library.messages[message].said(to_helper=self.is_helper, **fields)

    def picture(self, message: str) -> str:
        """The picture that goes with a message."""
        return self.library.messages[message].picture

    def choices(self, question: str, *only: str) -> tuple[Answer, ...]:
        """The choices of a question (only these ids, where ids are given), labelled for the one who asks."""
        return tuple(
            replace(answer, label=answer.label_for_other) if self.is_helper and answer.label_for_other else answer
            for answer in self.library.questions[question].choices
            if not only or answer.id in only
        )

    def having(self, conversation: Conversation) -> "Scene":
        """The same scene with another conversation."""
        return Scene(conversation, self.library, self.moment)


@dataclass(frozen=True)
class Asking:
    """What a step shows: sentences, content choices, and what kind of answer it waits for."""

    kind: Kind
    sentences: tuple[str, ...]
    picture: str = ""
    choices: tuple[Answer, ...] = ()
    expects: Expects = Expects.CHOICE
    progress: Progress | None = None
    referral: ReferralNotice | None = None
    document: DocumentNotice | None = None
    why: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    title: str = ""
    """What is told here; a hard word in it needs no other explanation."""
    is_secret: bool = False
    """What is answered here is kept out of the log of the conversation."""
    tools: tuple[Answer, ...] = ()
    """Buttons about the text itself, smaller than the ways on."""
    again: tuple[str, ...] = ()
    """What is asked after words beside the point, where all of it would be too long to read twice."""
    is_form: bool = False
    """In a form a side question is answered and the question repeated; elsewhere the talk moves on to the topic."""
    discretion: Discretion = Discretion.NONE
    """How it is brought into a chat that another company keeps, too."""
    own_phone: OwnPhone = OwnPhone.NONE
    """Whether the person's own telephone number is asked, and nothing else."""
    fact: FactId | None = None
    """The fact of a check that is asked; what answers another question does not answer it."""

    @property
    def buttons(self) -> tuple[Answer, ...]:
        """The ways on and the tools."""
        return self.choices + self.tools


@dataclass(frozen=True)
class Said:
    """The person's answer: a choice id, a value that was read, or that they do not know; `text` are the words."""

    choice: str = ""
    value: Value | None = None
    text: str = ""
    is_dont_know: bool = False


@dataclass(frozen=True)
class Move:
    """Where the talk goes: the new conversation, what is said before the next question, and what must be done."""

    conversation: Conversation
    before: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    forgets: bool = False
    counts: bool = True
    """Whether it is a new turn, with which the buttons of the one before become old."""
    tally: Tally | None = None
    """What is counted without the person."""
    told: Told | None = None
    """The topic that is told, counted without the person."""
    missed: MissedWords | None = None
    """Words for editors to look at, kept without the person."""
    discretion: Discretion = Discretion.NONE
    """How what is said is brought into a chat that another company keeps, too."""
    is_aside: bool = False
    """Said beside the point: an answer that stands there already is not told once more, only the ways on from it."""


class Step(Protocol):
    """One kind of place."""

    def ask(self, scene: Scene) -> Asking:
        """What is shown at the present place."""

    def answer(self, scene: Scene, said: Said) -> Move | None:
        """What follows; None where the answer does not fit and the question must be repeated."""


def stay(scene: Scene, message: str) -> Move:
    """Say something and ask again."""
    return aside(scene, scene.words(message))


def aside(scene: Scene, words: tuple[str, ...]) -> Move:
    """Say words beside the point and ask again."""
    return Move(scene.conversation, words, is_aside=True)


FORM = frozenset({"request", "summary", "replay"})
"""Steps of a request that is being made."""

ASKED_BACK = frozenset({"which-topic", "lost"})
"""Places that ask what somebody meant."""

ASKING = FORM | {"fact"}
"""Steps in the middle of a check or a request."""


def left(scene: Scene) -> Move:
    """Out of what was only looked at: back into the form that it was asked in, else to the menu."""
    trail = scene.conversation.trail
    if trail and trail[-1].step in ASKING:
        return Move(back(scene.conversation), scene.words("continue"))
    return go(scene, "menu")


def go(scene: Scene, step: str, about: str = "", *, before: tuple[str, ...] = ()) -> Move:
    """Move to another place."""
    return Move(scene.conversation.at(Place(step, about)), before)


def back(conversation: Conversation) -> Conversation:
    """The place before this one; the menu where there is none."""
    *earlier, last = conversation.trail or (Place("menu"),)
    return replace(conversation, place=last, trail=tuple(earlier), candidates=())
