"""What others did of which the person is told where they are, in the middle of whatever they do."""

from dataclasses import dataclass
from datetime import date

from assistant.conversation.gone import Gone
from assistant.referrals.questions import OpenQuestion


@dataclass(frozen=True)
class ForgottenSoon:
    """What was not sent is forgotten on this day unless the person goes on."""

    day: date


@dataclass(frozen=True)
class ReferralErased:
    """Staff erased a referral, as the person wished."""

    gone: Gone
    municipality: str


@dataclass(frozen=True)
class PromiseBroken:
    """The promised day is over and nobody answered."""

    number: str
    municipality: str
    promised: date


@dataclass(frozen=True)
class OpenedElsewhere:
    """Somebody opened the referral by its receipt in another place."""

    number: str
    municipality: str


@dataclass(frozen=True)
class ReplyArrived:
    """Staff of the municipality answered a referral."""

    number: str
    text: str


@dataclass(frozen=True)
class QuestionArrived:
    """Staff of the municipality ask the person something."""

    number: str
    asked: OpenQuestion


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


@dataclass(frozen=True)
class ReferralHanded:
    """Staff of this municipality passed a referral on to an institution, by its name."""

    number: str
    municipality: str
    institution: str


@dataclass(frozen=True)
class ReferralsMerged:
    """Staff made one of two referrals: the work goes on under `number`, and `other` is the one that is over."""

    number: str
    other: str


News = (
    ReplyArrived
    | QuestionArrived
    | ReferralPassedOn
    | PointedElsewhere
    | ReferralHanded
    | ReferralsMerged
    | PromiseBroken
    | OpenedElsewhere
    | ForgottenSoon
    | ReferralErased
)
