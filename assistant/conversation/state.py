"""Where a conversation stands: one frozen record, stored as a whole, changed by nobody but the engine."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.eligibility.facts import FactId, Facts
from assistant.frozen import replace
from assistant.referrals.confirming import Confirmation
from assistant.referrals.questions import OpenQuestion
from assistant.referrals.referral import Status
from assistant.referrals.request import Preliminary, Request

FLOW_VERSION = 1
"""Rises when places change their meaning; a conversation of an older flow starts politely from the menu again."""


class Channel(StrEnum):
    """The door through which the person speaks."""

    WEB = "web"
    TELEGRAM = "telegram"
    TERMINAL = "terminal"


@dataclass(frozen=True)
class Place:
    """A step of the flow, with what it is about where the step needs that (a topic, a fact, a municipality)."""

    step: str
    about: str = ""


@dataclass(frozen=True)
class Helping:
    """What is known of the person while a helper fills in.

    `beside` is whether they are there, `why_not` why they do not answer themselves where they are not. `said` is what
    the person answered when the request was read back to them: once they said no, only their own yes sends it.
    """

    beside: bool | None = None
    why_not: Confirmation | None = None
    said: bool | None = None

    @property
    def has_refused(self) -> bool:
        """Whether the person said no."""
        return self.said is False

    @property
    def asks_person(self) -> bool:
        """Whether the request is read back to the person before it is sent."""
        return self.has_refused or bool(self.beside)

    @property
    def confirmation(self) -> Confirmation | None:
        """What the request tells of it; None while it is open."""
        return Confirmation.PERSON if self.said else None if self.asks_person else self.why_not

    def asked_anew(self) -> "Helping":
        """The person may have come or gone in the meantime; a no stays."""
        return Helping(said=False) if self.has_refused else Helping()


@dataclass(frozen=True)
class Draft:
    """The request while it is being filled in; None is not asked yet, an empty string is left out on purpose.

    Who said that they want to be called, before any question, is not asked how staff may answer: `wants_call`.
    `letter_to` is the municipality that receives nothing from us, and to which the person writes a letter instead.
    Where a sent request is being changed, `changes` is its number and `original` the request as it was when opened.
    """

    need: str | None = None
    municipality: str | None = None
    name: str | None = None
    phone: str | None = None
    call_time: str | None = None
    note: str | None = None
    preliminary: Preliminary | None = None
    letter_to: str | None = None
    changes: str = ""
    original: Request | None = None
    helping: Helping = Helping()
    wants_call: bool = False


@dataclass(frozen=True)
class PutAside:
    """What was being filled in, and for whom, while a sent request is changed."""

    draft: Draft
    is_helper: bool | None


@dataclass(frozen=True)
class Known:
    """The referral that the person looked at last, as it stood then.

    `is_own` where this conversation sent it, else it was opened by its receipt. `institution` is the one to which the
    municipality passed it on, empty where to none. `question` is what staff wait to hear.
    """

    number: str
    status: Status
    municipality: str
    is_own: bool = True
    promised: date | None = None
    has_answer: bool = False
    letters_to: str = ""
    institution: str = ""
    question: OpenQuestion | None = None


@dataclass(frozen=True)
class Conversation:
    """One person's conversation in one channel.

    `turn` counts answers of the assistant and is stamped on every button. `trail` holds the places to go back to,
    newest last. `declined` are the facts that the person said not to know, so that nothing is asked twice.
    `ceiling` is the number of questions promised at most when the present series began, `asked` those asked so far,
    and `promised` the total that was told with each of them ("2 of 6").
    `candidates` are the municipalities that a place name may mean, while we ask which. `drafts` counts the requests
    begun, so that each has a key of its own. `put_aside` waits while a sent request is changed, `known` is the referral
    looked at last. `pressed` is the button pressed last, so that a double tap is one tap.
    `terms` are the hard words that the last messages offer to explain. `noticed` is the notice of a department that was
    told last, so that it is told once. `shows_replies` says whether staff's words come into a chat that another company
    keeps, too; None while the person was not asked.
    `version` is the stored version.
    """

    id: str
    channel: Channel
    flow: int = FLOW_VERSION
    turn: int = 0
    place: Place = field(default_factory=lambda: Place("greeting"))
    trail: tuple[Place, ...] = ()
    is_helper: bool | None = None
    service: str = ""
    facts: Facts = field(default_factory=Facts)
    declined: frozenset[FactId] = frozenset()
    asked: tuple[str, ...] = ()
    promised: tuple[int, ...] = ()
    ceiling: int = 0
    candidates: tuple[str, ...] = ()
    draft: Draft = field(default_factory=Draft)
    drafts: int = 0
    put_aside: PutAside | None = None
    known: Known | None = None
    pressed: str = ""
    terms: tuple[str, ...] = ()
    noticed: str = ""
    misunderstood: int = 0
    is_simple: bool = False
    shows_replies: bool | None = None
    version: int = 0

    @property
    def is_kept_by_strangers(self) -> bool:
        """Whether another company keeps the chat, too."""
        return self.channel is Channel.TELEGRAM

    @property
    def may_show_replies(self) -> bool:
        """Whether staff's words may stand in the chat: in one that strangers keep only where the person chose so."""
        return not self.is_kept_by_strangers or bool(self.shows_replies)

    def at(self, place: Place) -> "Conversation":
        """Move to a place; where the person was is remembered for going back."""
        trail = self.trail if place == self.place else (*self.trail, self.place)[-TRAIL_LENGTH:]
        return replace(self, place=place, trail=trail)


TRAIL_LENGTH = 40
