"""A conversation goes on in another place: what leads it there works once and not for long."""

from dataclasses import dataclass
from datetime import timedelta

from assistant.conversation.state import Channel
from assistant.usecases.handing_ports import Seat
from assistant.usecases.ports import Clock, Secrets, UnitsOfWork

WORKS_FOR = timedelta(minutes=15)
"""How long a secret leads to the conversation."""


WEB_PATH = "/testi/"
_PAYLOAD = "testi_"


def web_path(secret: str) -> str:
    """Where in the web chat the secret is brought."""
    return WEB_PATH + secret


def telegram_link(bot: str, secret: str) -> str:
    """Where in Telegram it is brought; `bot` is the bot's user name. What follows `start=` has at most 64 signs."""
    return f"https://t.me/{bot}?start={_PAYLOAD}{secret}"


def secret_of(payload: str) -> str:
    """The secret that such a link carried; empty where it carried none."""
    return payload.removeprefix(_PAYLOAD) if payload.startswith(_PAYLOAD) else ""


@dataclass(frozen=True)
class Taken:
    """A conversation and the token that opens it from now on."""

    conversation: str
    token: str


class HandingOn:
    """Hands a conversation on: whoever brings the secret has it, and browsers that had it before have it no longer.

    It moves and is not shared: a link can be sent to somebody who takes it for their own, and what they write from then
    on must not be read by whoever sent the link. Only a Telegram chat stays with its conversation when a browser takes
    it, because news must find the person (ADR 0026).
    """

    def __init__(self, *, units: UnitsOfWork, clock: Clock, secrets: Secrets) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets

    async def offer(self, conversation: str) -> str:
        """A secret of A-Z, a-z, 0-9, _ and - that leads to the conversation once, within WORKS_FOR.

        The caller has checked that the conversation may be handed on. Only its keyed hash is kept. Raises
        ConversationNotFoundError.
        """
        secret = self._secrets.token()
        now = self._clock.now()
        async with self._units() as work:
            await work.conversations.load(conversation)
            await work.handing.add(self._secrets.hashed(secret), conversation, now + WORKS_FOR, now)
            await work.commit()
        return secret

    async def offer_from_chat(self, channel: Channel, external_id: str) -> str | None:
        """The same for the conversation of a chat; None where it has none."""
        async with self._units() as work:
            conversation = await work.handing.of_chat(channel, external_id)
        return await self.offer(conversation) if conversation else None

    async def leads_to(self, secret: str) -> Seat | None:
        """Where the conversation stands that the secret leads to, without using it up; None where it leads nowhere."""
        async with self._units() as work:
            return await work.handing.seat(self._secrets.hashed(secret), self._clock.now())

    async def take(self, secret: str, *, by: str, instead_of: str = "") -> Taken | None:
        """The conversation with a new token; None where the secret leads nowhere.

        `by` tells this taker from any other, so that the same one may press twice. `instead_of` is the conversation
        that the browser had: what it sent goes along, unless a chat could read it there.
        Raises ConversationNotFoundError for one that does not exist.
        """
        async with self._units() as work:
            seat = await work.handing.use(self._secrets.hashed(secret), self._secrets.hashed(by), self._clock.now())
            if seat is None:
                return None
            token = self._secrets.token()
            await work.handing.lock(seat.conversation, self._secrets.hashed(token))
            if instead_of not in {"", seat.conversation} and not (
                seat.external_id or await work.conversations.external_id(instead_of)
            ):
                await work.handing.merge(instead_of, seat.conversation)
            await work.commit()
        return Taken(seat.conversation, token)

    async def take_in_chat(self, secret: str, channel: Channel, external_id: str) -> bool:
        """The chat goes on with the conversation, and no browser does; False where the secret leads nowhere.

        What the chat sent before goes along.
        """
        by = self._secrets.hashed(f"{channel.value}:{external_id}")
        async with self._units() as work:
            seat = await work.handing.use(self._secrets.hashed(secret), by, self._clock.now())
            if seat is None:
                return False
            before = await work.handing.of_chat(channel, external_id)
            if before != seat.conversation:
                if before:
                    await work.handing.merge(before, seat.conversation)
                await work.handing.move(seat.conversation, channel, external_id)
            # The token is told to nobody: the chat itself proves who speaks.
            await work.handing.lock(seat.conversation, self._secrets.hashed(self._secrets.token()))
            await work.commit()
        return True
