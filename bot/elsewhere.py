"""Ways between Telegram and the web chat: links that lead there, and what comes with a link from there."""

from assistant.conversation.state import Channel
from assistant.usecases.handing_on import web_path
from bot.ports import Hands


class WayToWeb:
    """Makes links that go on with a chat's conversation in a browser, once each."""

    def __init__(self, hands: Hands, address: str) -> None:
        self._hands = hands
        self._address = address

    async def of_chat(self, chat: str) -> str:
        """A fresh link; empty where the chat has no conversation yet."""
        secret = await self._hands.offer_from_chat(Channel.TELEGRAM, chat)
        return self._address + web_path(secret) if secret else ""


def can_be_a_button(link: str) -> bool:
    """Whether Telegram takes it under a button: it refuses addresses that only this machine knows."""
    return link.startswith("https://")
