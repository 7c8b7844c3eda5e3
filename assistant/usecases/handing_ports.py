"""What handing a conversation on needs of the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from assistant.conversation.state import Channel


@dataclass(frozen=True)
class Seat:
    """Where a conversation stands: its channel, and its chat there, empty where the channel has none."""

    conversation: str
    channel: Channel
    external_id: str = ""


class HandingOver(Protocol):
    """The secrets, and what it means for the stored conversations that one of them was used."""

    async def add(self, secret_hash: str, conversation: str, expires_at: datetime, now: datetime) -> None:
        """Store a secret. What ran out before `now` is forgotten."""

    async def seat(self, secret_hash: str, now: datetime) -> Seat | None:
        """Where the conversation stands that a secret leads to; None where it is used, too old or not known."""

    async def use(self, secret_hash: str, taken_by: str, now: datetime) -> Seat | None:
        """Use the secret up, and with it all others of its conversation. None where it leads nowhere.

        Whoever used it up may come again with it until it is too old: their first answer may have been lost.
        """

    async def lock(self, conversation: str, token_hash: str) -> None:
        """From now on the token with this hash opens it, and none that did before."""

    async def move(self, conversation: str, channel: Channel, external_id: str) -> None:
        """It stands in this chat from now on, which must have no other."""

    async def of_chat(self, channel: Channel, external_id: str) -> str:
        """The conversation of a chat, empty where it has none."""

    async def merge(self, gone: str, into: str) -> None:
        """What the first sent and followed belongs to the second, and the first is erased."""
