"""What the assistant says: sentences, a picture, buttons; the doors only translate it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of message it is, for looks and tests."""

    GREETING = "greeting"
    MENU = "menu"
    QUESTION = "question"
    ANSWER = "answer"
    RESULT = "result"
    SUMMARY = "summary"
    RECEIPT = "receipt"
    NOTICE = "notice"
    REPLY = "reply"
    NEWS = "news"
    ASKED = "asked"
    DANGER = "danger"


class Role(StrEnum):
    """What a button is for.

    An answer or a way on; a tool for this very text (simpler, where it comes from, did I understand); or one of the
    helpers that always stand in the same place.
    """

    CONTENT = "content"
    TOOL = "tool"
    HELPER = "helper"


class Discretion(StrEnum):
    """How a message is brought into a chat that another company keeps, too; elsewhere it makes no difference.

    TELL: staff's words stay out, the person is told that they are there and where; ASK: and is asked whether they shall
    come. TAKE_BACK: what it answers should not stand in such a chat and is taken out of it.
    """

    NONE = ""
    TELL = "tell"
    ASK = "ask"
    TAKE_BACK = "take-back"


class OwnPhone(StrEnum):
    """Whether the person's own telephone number is asked, which some channels give by a button of theirs.

    OVER: it was asked until now, so such a button is of no use any more.
    """

    NONE = ""
    ASKED = "asked"
    OVER = "over"


@dataclass(frozen=True)
class Choice:
    """A button. `id` carries the turn it belongs to, so that a press on an old button is known as such."""

    id: str
    label: str
    role: Role = Role.CONTENT
    picture: str = ""


@dataclass(frozen=True)
class Progress:
    """Question `step` of `of`; `of` may fall and never rises."""

    step: int
    of: int


@dataclass(frozen=True)
class ReferralNotice:
    """The referral that a message speaks of."""

    number: str
    status: str


@dataclass(frozen=True)
class QuestionNotice:
    """The question of staff that a message asks, or says to be over: the referral and the place in its thread."""

    number: str
    position: int
    is_open: bool


@dataclass(frozen=True)
class DocumentNotice:
    """The document that a message brings along: the request with this number, or without one the filled-in letter.

    With both, it is a letter to that municipality with the words of the request. `is_own_data` is the copy of all that
    is kept about the person.
    """

    number: str = ""
    letter_to: str = ""
    is_own_data: bool = False


@dataclass(frozen=True)
class Mark:
    """A word of the receipt with its picture, an id in content/pictures; `emoji` shows the same, empty for none."""

    word: str
    picture: str
    emoji: str = ""


@dataclass(frozen=True)
class Meaning:
    """A hard word as it stands in a sentence, with the sentences that explain it.

    `sentence` is the place of its sentence in the message, `start` and `end` are places of characters in that sentence.
    `term` is its id in the glossary; `picture` is a picture id, empty for none.
    """

    term: str
    word: str
    sentence: int
    start: int
    end: int
    explanation: tuple[str, ...]
    picture: str = ""


@dataclass(frozen=True)
class Message:
    """One message: sentences one a line, at most one question and that last, at most four content choices.

    `picture` is a picture id in content/pictures, empty for none. `marks` are the words of a receipt: each is also one
    of the sentences, and a door may show its picture there. `terms` are the hard words that it does not explain itself.
    `asked` stands where staff ask the person, and where that question is over: its buttons work from the first to the
    second, so a door shows them that long. `id` is set when the message is stored.
    """

    kind: Kind
    sentences: tuple[str, ...]
    picture: str = ""
    choices: tuple[Choice, ...] = ()
    progress: Progress | None = None
    referral: ReferralNotice | None = None
    document: DocumentNotice | None = None
    marks: tuple[Mark, ...] = ()
    terms: tuple[Meaning, ...] = ()
    asked: QuestionNotice | None = None
    discretion: Discretion = Discretion.NONE
    own_phone: OwnPhone = OwnPhone.NONE
    id: str = ""

    @property
    def text(self) -> str:
        """All sentences, one a line."""
        return "\n".join(self.sentences)
