"""What the crawler must know of a dialogue: where it can begin, what can be done, and what is seen after that."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from assistant.conversation.events import Event
from assistant.conversation.messages import Message
from tests.crawl.novelty import Standing


class Want(StrEnum):
    """What somebody who does this wants, wherever they are."""

    ANYTHING = "anything"
    HUMAN = "human"
    BACK = "back"
    HELP_NOW = "help now"
    NOTHING = "nothing"
    """It is not for this question: nothing may come of it but a kind word."""


@dataclass(frozen=True)
class Input:
    """Something that a person can do.

    `kind` is what is counted, `name` what stands in a path. `is_tap` where one tap does it. `secret` is what must not
    be kept of it, empty where there is nothing such.
    """

    kind: str
    name: str
    event: Event
    wants: Want = Want.ANYTHING
    is_tap: bool = False
    secret: str = ""


@dataclass(frozen=True)
class Seen:
    """Where a talk stands, as the rules look at it.

    `place` and `trail` (the places to go back to, newest last) are told in words; `detail` tells two questions apart
    that are asked at one place. `is_waiting` where something may be typed as an answer. `easiest` are those of the last
    message's sentences that must be of the easiest level. `series` are the questions of the present series up to
    the one asked now. `answers` is all that the person has told. `is_beginning` where there is nothing to go back to by
    intention, `is_passing` where the place is left for good once it is answered. `is_with_human` where the way to a
    human is shown, `is_list` where the same line may stand under two headings, `is_interruption` where something more
    urgent came between an answer that was taken and the next question. `is_about_other` where somebody else than the
    person who writes needs help.
    """

    place: str
    messages: tuple[Message, ...]
    detail: str = ""
    trail: tuple[str, ...] = ()
    is_waiting: bool = False
    easiest: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    answers: Hashable = None
    is_beginning: bool = False
    is_passing: bool = False
    is_with_human: bool = False
    is_list: bool = False
    is_interruption: bool = False
    is_about_other: bool = False

    @property
    def message(self) -> Message:
        """What the person reads last, with the buttons."""
        return self.messages[-1]


State = TypeVar("State")
Packed = Any
"""Whatever can be pickled."""


class Dialogue(Protocol[State]):
    """A dialogue with states of its own."""

    def begins(self) -> Iterable[tuple[str, State]]:
        """Where it can begin, each with a name for paths."""

    def inputs(self, state: State) -> Iterable[Input]:
        """Everything that can be done there."""

    def after(self, state: State, done: Input) -> State:
        """The state that follows; the one before stays as it is."""

    def seen(self, state: State) -> Seen:
        """What the rules look at."""

    def key(self, state: State) -> Hashable:
        """Equal for states that are the same for the crawler."""

    def standing(self, state: State) -> Standing:
        """Its key part by part."""

    def kept(self, state: State) -> str:
        """Everything that is stored of the talk."""

    def packed(self, state: State) -> Packed:
        """The state without what all states share, to be sent to another process."""

    def unpacked(self, packed: Packed) -> State:
        """The state again."""
