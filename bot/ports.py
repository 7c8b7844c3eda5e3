"""What the Telegram door needs of the assistant; the assistant's use cases fulfil it as they are."""

from collections.abc import Sequence
from typing import Protocol

from assistant.conversation.events import Event
from assistant.conversation.messages import DocumentNotice, Message
from assistant.conversation.state import Channel
from assistant.delivery.paper import Paper
from assistant.usecases.ports import StoredUpdate


class Converser(Protocol):
    """Talks with people."""

    async def hear_in_chat(self, channel: Channel, external_id: str, event: Event, key: str) -> tuple[Message, ...]:
        """The answer to an event; the same key twice gives the same answer and one effect."""


class Receiver(Protocol):
    """Keeps updates until they are handled."""

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        """Committed when it returns; a known update is passed over."""

    async def claim(self, limit: int) -> tuple[StoredUpdate, ...]:
        """Unhandled updates, oldest first, at most one a chat; nobody else gets them for a while."""

    async def kept_waiting(self) -> tuple[str, ...]:
        """The chats of persons who are to be told that answers take longer now."""

    async def done(self, update_id: int) -> None:
        """The update is handled."""


class Deliverer(Protocol):
    """Hands over what the outbox holds for Telegram."""

    async def once(self) -> int:
        """Hand over what is due; gives how many entries were tried."""


class Hands(Protocol):
    """Hands conversations on."""

    async def offer_from_chat(self, channel: Channel, external_id: str) -> str | None:
        """A secret that leads to the conversation of a chat; None where it has none."""

    async def take_in_chat(self, secret: str, channel: Channel, external_id: str) -> bool:
        """The chat goes on with the conversation that the secret leads to; False where it leads nowhere."""


class Voices(Protocol):
    """Reads aloud, and knows what Telegram has already; `bot` is the bot's own id."""

    @property
    def is_on(self) -> bool:
        """Whether anything can be heard at all."""

    async def known(self, sentences: Sequence[str], bot: str) -> str:
        """The id of the file that Telegram has of these sentences; empty where it has none."""

    async def rendered(self, sentences: Sequence[str]) -> bytes:
        """The sound, Ogg Opus. Raises NoSoundError."""

    async def handed_over(self, sentences: Sequence[str], bot: str, file: str) -> None:
        """Telegram has them under this id now."""

    async def refused(self, sentences: Sequence[str], bot: str) -> None:
        """Telegram does not know the id that we had."""


class Listener(Protocol):
    """Understands speech, where the operator has a model for it."""

    @property
    def is_on(self) -> bool:
        """Whether anything can be understood at all."""

    @property
    def longest(self) -> int:
        """Seconds that are listened to."""

    async def words_of(self, sound: bytes) -> str:
        """The words in a file of sound, never none. Raises NotHeardError."""


class Pictures(Protocol):
    """Draws pictures of content, and knows what Telegram has already; `bot` is the bot's own id."""

    async def known(self, picture: str, bot: str) -> str:
        """The id of the file that Telegram has of this picture; empty where it has none."""

    async def drawn(self, picture: str) -> bytes:
        """The picture as PNG; empty where there is no such picture."""

    async def handed_over(self, picture: str, bot: str, file: str) -> None:
        """Telegram has it under this id now."""

    async def refused(self, picture: str, bot: str) -> None:
        """Telegram does not know the id that we had."""


class Scribe(Protocol):
    """Puts on paper what was filled in."""

    async def in_chat(self, channel: Channel, external_id: str, notice: DocumentNotice) -> Paper:
        """What a message of the chat brings along. Raises DocumentNotFoundError."""

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as a file."""
