"""What can happen to a conversation: facts, already translated by the door that saw them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.conversation.gone import Gone, Wished
from assistant.conversation.news_events import News
from assistant.referrals.questions import OpenQuestion
from assistant.referrals.referral import Referral


@dataclass(frozen=True)
class Started:
    """The person opened the chat; `payload` is what a deep link carried."""

    payload: str = ""


@dataclass(frozen=True)
class CameOver:
    """The person came with a link from another place; `is_here` where it led to this conversation, else it is old."""

    is_here: bool


@dataclass(frozen=True)
class TextReceived:
    """The person wrote something."""

    text: str


@dataclass(frozen=True)
class HeardAloud:
    """The person said something aloud, and a program made these words of it, which may be wrong."""

    text: str


@dataclass(frozen=True)
class ChoicePressed:
    """The person pressed a button; `choice` is the id that the button carried."""

    choice: str


@dataclass(frozen=True)
class LevelChosen:
    """The person set, beside the talk, whether they want the simpler texts."""

    is_simple: bool


@dataclass(frozen=True)
class ContactShared:
    """The person shared their own phone number by a button of the channel."""

    phone: str


class OtherInput(StrEnum):
    """Kinds of input that the assistant cannot read, each answered kindly."""

    VOICE = "voice"
    VOICE_UNCLEAR = "voice-unclear"
    VOICE_LONG = "voice-long"
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
    """The referral is stored in this very transaction; `answer_by` is the municipality's promise, if it made one.

    `words` are the places of the receipt's words in the library's list.
    """

    number: str
    answer_by: date | None
    words: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReferralsFound:
    """The referrals that this conversation has sent or opened, the one to speak of first."""

    referrals: tuple[Referral, ...]


@dataclass(frozen=True)
class ChangeOpened:
    """What was sent, to be changed; None where this conversation did not send it."""

    referral: Referral | None


@dataclass(frozen=True)
class ReferralChanged:
    """What the person changed is stored in this very transaction; nothing is where the referral was over by then."""

    referral: Referral
    words: tuple[int, ...] = ()


@dataclass(frozen=True)
class LettersChosen:
    """Whether, and to what address, letters go about this referral is stored."""

    referral: Referral


@dataclass(frozen=True)
class ReceiptOpened:
    """Number, words and the second thing were those of this referral."""

    referral: Referral


@dataclass(frozen=True)
class ReceiptRefused:
    """One of the three was wrong, or there is no such referral; nobody is told which.

    `must_wait` where there were too many tries.
    """

    must_wait: bool = False


@dataclass(frozen=True)
class QuestionOpened:
    """The question of staff is still open, and may be answered in words of one's own."""

    number: str
    asked: OpenQuestion


@dataclass(frozen=True)
class QuestionAnswered:
    """The answer is stored in this very transaction; `is_button` where the person pressed it."""

    number: str
    position: int
    answer: str
    is_button: bool
    referral: Referral


@dataclass(frozen=True)
class QuestionOver:
    """Nothing was stored: the question was answered before, or nobody waits for its answer any more.

    `referral` is None where this conversation may not see it.
    """

    number: str
    position: int
    is_answered: bool
    referral: Referral | None


@dataclass(frozen=True)
class OwnDataFound:
    """All that is kept about the person: what this conversation sent or opened, newest first.

    `at_once` are the municipalities that let a sent request be erased at once; elsewhere the department decides.
    `kept_days` is for how many days answers are kept that were not sent. `wants_erasing` where the person asked to
    erase it all, and not only to see it.
    """

    referrals: tuple[Referral, ...]
    at_once: frozenset[str]
    kept_days: int
    wants_erasing: bool = False


@dataclass(frozen=True)
class OwnDataErased:
    """Answers, draft and all that was said go with this very turn; what became of each sent request."""

    gone: tuple[Gone, ...]
    wished: tuple[Wished, ...]


@dataclass(frozen=True)
class ReceiptOfErased:
    """Number and words were right, and the referral is no more since this day."""

    number: str
    day: date


Settled = QuestionAnswered | QuestionOver

Done = (
    ReferralSubmitted
    | ReferralsFound
    | ChangeOpened
    | ReferralChanged
    | LettersChosen
    | ReceiptOpened
    | ReceiptRefused
    | QuestionOpened
    | OwnDataFound
    | OwnDataErased
    | ReceiptOfErased
)

Result = Done | Settled

Event = (
    Started
    | CameOver
    | TextReceived
    | HeardAloud
    | ChoicePressed
    | LevelChosen
    | ContactShared
    | OtherReceived
    | Result
    | News
)
