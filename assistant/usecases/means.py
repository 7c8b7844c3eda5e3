"""The means of handing over that the use cases need: letters, calls, replies, papers; others fulfil them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.conversation.messages import Message
from assistant.delivery.paper import Paper


@dataclass(frozen=True)
class Attachment:
    """A PDF that goes with a letter."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Letter:
    """A letter to a department: no personal data that can be read without a password.

    `id` makes the Message-ID, the same at every try.
    """

    id: str
    to: str
    subject: str
    body: str
    attachment: Attachment | None = None


class Letterbox(Protocol):
    """Hands letters over."""

    async def post(self, letter: Letter) -> None:
        """Returns only when the other side has it. Raises TemporaryFailureError or PermanentFailureError."""


@dataclass(frozen=True)
class Parcel:
    """What a municipality's own system is told. `to` is the recipient's name, `id` the same at every try."""

    id: str
    to: str
    body: bytes


class Webhooks(Protocol):
    """Tells systems of municipalities."""

    async def call(self, parcel: Parcel) -> None:
        """Returns only when the other side has it. Raises TemporaryFailureError or PermanentFailureError."""


class Locker(Protocol):
    """Locks papers."""

    async def locked(self, pdf: bytes, password: str) -> bytes:
        """The PDF so that nobody reads anything in it without the password (AES, 256 bits)."""


class ReplyCarrier(Protocol):
    """Brings messages to a chat that does not ask for them itself (Telegram)."""

    async def bring(self, chat: str, messages: Sequence[Message]) -> None:
        """Returns only when the channel has them. Raises TemporaryFailureError or PermanentFailureError."""


class Documents(Protocol):
    """Writes papers."""

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as an accessible, tagged PDF (PDF/UA-1). Whatever its words are, it can be written."""
