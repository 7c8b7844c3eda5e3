"""What can happen to a conversation: facts, already translated by the door that saw them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.referrals.referral import Referral


@dataclass(frozen=True)
class Started:
    """The person opened the chat; `payload` is what a deep link carried."""

    payload: str = ""


@dataclass(frozen=True)
class TextReceived:
    """The person wrote something."""

    text: str


@dataclass(frozen=True)
class ChoicePressed:
    """The person pressed a button; `choice` is the id that the button carried."""

    choice: str


@dataclass(frozen=True)
class ContactShared:
    """The person shared their own phone number by a button of the channel."""

    phone: str


class OtherInput(StrEnum):
    """Kinds of input that the assistant cannot read, each answered kindly."""

    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    STICKER = "sticker"
    LOCATION = "location"
    DOCUMENT = "document"
    POLL = "poll"
    CONTACT = "contact"
    EDITED = "edited"
    OTHER = "other"


@dataclass(frozen=True)
class OtherReceived:
    """The person sent something that is not text, such as a voice message, a photo or a sticker."""

    kind: OtherInput


# The next ones are not the person's doing: the use case answers the engine's effects with them.


@dataclass(frozen=True)
class ReferralSubmitted:
    """The referral is stored in this very transaction; `answer_by` is the municipality's promise, if it made one."""

    number: str
    answer_by: date | None


@dataclass(frozen=True)
class ReferralsFound:
    """The referrals that this conversation has sent, newest first."""

    referrals: tuple[Referral, ...]


@dataclass(frozen=True)
class ReplyArrived:
    """Staff of the municipality answered a referral."""

    number: str
    text: str


@dataclass(frozen=True)
class ReferralPassedOn:
    """Staff passed a referral on: this municipality has it now, and promised to answer by then, if it did."""

    number: str
    municipality: str
    answer_by: date | None


@dataclass(frozen=True)
class PointedElsewhere:
    """Staff say that another municipality is the right one, and nothing can be passed on to it."""

    number: str
    municipality: str


Event = (
    Started
    | TextReceived
    | ChoicePressed
    | ContactShared
    | OtherReceived
    | ReferralSubmitted
    | ReferralsFound
    | ReplyArrived
    | ReferralPassedOn
    | PointedElsewhere
)
