"""The result of one step of the engine: the new conversation, what is said, and what must be done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.conversation.messages import Message
from assistant.conversation.state import Conversation
from assistant.referrals.request import Request


@dataclass(frozen=True)
class SubmitReferral:
    """Store this request and answer with ReferralSubmitted; the same draft key is the same referral."""

    draft: str
    request: Request


@dataclass(frozen=True)
class WithdrawReferral:
    """Take back the newest open referral of this conversation, and answer with ReferralsFound."""

    number: str


@dataclass(frozen=True)
class LookUpReferrals:
    """Answer with ReferralsFound."""


@dataclass(frozen=True)
class OpenForChange:
    """Answer with ChangeOpened."""

    number: str


@dataclass(frozen=True)
class ChangeReferral:
    """Store what differs between the two requests, and answer with ReferralChanged."""

    number: str
    before: Request
    after: Request


@dataclass(frozen=True)
class SendLettersTo:
    """Send letters about this referral to the address, to nobody where it is empty; answer with LettersChosen."""

    number: str
    address: str


@dataclass(frozen=True)
class OpenReceipt:
    """Open the referral if all three are right; answer with ReceiptOpened or ReceiptRefused."""

    number: str
    words: tuple[int, ...]
    second: str


@dataclass(frozen=True)
class FollowReferral:
    """Bring answers to this conversation too, or no longer; answer with ReferralsFound."""

    number: str
    is_told: bool


@dataclass(frozen=True)
class OpenQuestionToWrite:
    """Look whether the question of staff can be answered in writing; answer with QuestionOpened or QuestionOver."""

    number: str
    position: int


@dataclass(frozen=True)
class AnswerQuestion:
    """Store the person's answer to a question of staff; answer with QuestionAnswered or QuestionOver.

    `position` is the question's place in the thread. `option` is the place of the answer that was pressed, None where
    the person wrote `text`.
    """

    number: str
    position: int
    option: int | None = None
    text: str = ""


@dataclass(frozen=True)
class LookUpOwnData:
    """Answer with OwnDataFound; `wants_erasing` goes along."""

    wants_erasing: bool = False


@dataclass(frozen=True)
class EraseOwnData:
    """Erase what was sent, or wish for it, and answer with OwnDataErased; the turn that follows forgets the rest."""


Effect = (
    SubmitReferral
    | WithdrawReferral
    | LookUpReferrals
    | OpenForChange
    | ChangeReferral
    | SendLettersTo
    | OpenReceipt
    | FollowReferral
    | OpenQuestionToWrite
    | AnswerQuestion
    | LookUpOwnData
    | EraseOwnData
)


class Understood(StrEnum):
    """How a question about a text was answered."""

    RIGHT = "right"
    WRONG = "wrong"
    DONT_KNOW = "dont-know"


@dataclass(frozen=True)
class Tally:
    """One answer to the question about a text, counted without anybody's data.

    `text` is the fingerprint of the text as it was read, so that a text that was mended is counted anew.
    """

    topic: str
    service: str
    text: str
    outcome: Understood


@dataclass(frozen=True)
class Told:
    """A topic that was told, counted without anybody's data; `municipality` is empty where the person named none."""

    topic: str
    service: str
    municipality: str = ""


class Miss(StrEnum):
    """In which way words were not understood."""

    NOT_UNDERSTOOD = "not-understood"
    ASKED_BACK = "asked-back"
    BEYOND = "beyond"


@dataclass(frozen=True)
class MissedWords:
    """Words that were not understood at once, scrubbed, with the topics that seemed nearest, likeliest first."""

    text: str
    miss: Miss
    service: str
    nearest: tuple[str, ...]


@dataclass(frozen=True)
class Turn:
    """What one event leads to.

    An effect is carried out in the transaction that stores the conversation; its result comes back to the engine as an
    event, and what that turn says is what the person reads. `heard` is what the person did, as it is shown in the log:
    the words without personal codes, or the label of the button. Where the turn `forgets`, all that was said before is
    erased.
    """

    conversation: Conversation
    messages: tuple[Message, ...]
    effects: tuple[Effect, ...] = ()
    heard: str = ""
    forgets: bool = False
    tally: Tally | None = None
    missed: MissedWords | None = None
    told: Told | None = None
    takes_back: bool = False
    """What the person wrote should not stand in a chat that another company keeps, too."""
    is_repeat: bool = False
    """The present question once more after a double tap: nothing has changed, and nothing is kept."""


@dataclass(frozen=True)
class Moment:
    """The time at which a turn happens: the day in Lithuania."""

    today: date
