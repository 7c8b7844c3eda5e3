"""The shapes of the JSON interface: what comes in is checked here, what goes out is promised here."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LONGEST_TEXT = 4_000
"""Characters of one message from a person; the same on the page and in the JSON interface."""

LONGEST_CHOICE = 200
LONGEST_KEY = 200


class Incoming(BaseModel):
    """Base of what comes in: names that we do not know are refused rather than passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NewConversation(Incoming):
    """The wish to begin; `payload` is what a deep link carried, for instance the id of a service."""

    payload: Annotated[str, Field(max_length=64)] = ""


class TextEvent(Incoming):
    """The person wrote something."""

    type: Literal["text"]
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]


class ChoiceEvent(Incoming):
    """The person pressed a button; `choice` is the id that came with it."""

    type: Literal["choice"]
    choice: Annotated[str, Field(min_length=1, max_length=LONGEST_CHOICE)]


ChatEvent = Annotated[TextEvent | ChoiceEvent, Field(discriminator="type")]


class Outgoing(BaseModel):
    """Base of what goes out."""

    model_config = ConfigDict(frozen=True)


class SentenceShape(Outgoing):
    """One sentence; `audio` is the address of its sound (MP3), null where it is not the same for everybody."""

    text: str
    audio: str | None = None


class PictureShape(Outgoing):
    """A picture and what it means."""

    url: str
    alt: str


class ChoiceShape(Outgoing):
    """A button.

    `role` is `content` for answers and ways on, `tool` for what can be done with this text, `helper` for the helpers
    that always stand in the same place.
    """

    id: str
    label: str
    role: Literal["content", "tool", "helper"]
    picture: PictureShape | None = None


class ProgressShape(Outgoing):
    """Question `step` of `of`."""

    step: int
    of: int


class ReferralShape(Outgoing):
    """The request that a message speaks of."""

    number: str
    status: str


class DocumentShape(Outgoing):
    """A PDF that goes along; it opens with the conversation's token."""

    url: str


class MarkShape(Outgoing):
    """A word of the receipt with its picture; the word stands among the sentences too."""

    word: str
    picture: PictureShape


class TermShape(Outgoing):
    """A hard word as it stands in the sentence number `sentence`, counted from 0, and what it means.

    It goes from the character `start` to the one before `end`, counted in Unicode characters.
    """

    word: str
    sentence: int
    start: int
    end: int
    explanation: list[str]
    picture: PictureShape | None


class AskedShape(Outgoing):
    """A question of staff: it belongs to the request `number`, `position` tells it from others about the same one.

    The buttons of the message in which it is open work until a message says that it is not.
    """

    number: str
    position: int
    is_open: bool


class MessageShape(Outgoing):
    """One message of the assistant. `marks` are the words that open a sent request again, empty in other messages.

    `terms` are the hard words that it does not explain itself: a client may show what they mean to whoever asks.
    """

    id: str
    kind: str
    sentences: list[SentenceShape]
    picture: PictureShape | None
    choices: list[ChoiceShape]
    progress: ProgressShape | None
    referral: ReferralShape | None
    document: DocumentShape | None
    marks: list[MarkShape] = []
    terms: list[TermShape] = []
    asked: AskedShape | None = None


class LineShape(Outgoing):
    """One line of what was said: `text` is the person's or all sentences of the assistant's message, one a line."""

    id: str
    at: datetime
    by: Literal["person", "assistant"]
    text: str


class ConversationOpened(Outgoing):
    """A new conversation. The token opens it and is told only once."""

    conversation: str
    token: str
    messages: list[MessageShape]


class Answered(Outgoing):
    """What the assistant says to an event."""

    messages: list[MessageShape]


class ConversationShown(Outgoing):
    """What is needed to go on: the newest messages with their buttons, and what was said lately, oldest first."""

    conversation: str
    messages: list[MessageShape]
    lines: list[LineShape]
