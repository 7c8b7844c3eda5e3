"""What the server knows: the bot, the chats with their messages, button presses, faults and every call."""

import asyncio
import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.telegram_server.faults import Faults
from tests.telegram_server.hook import Hook
from tests.telegram_server.pace import PaceKeeper
from tests.telegram_server.refusal import Refusal, bad_request
from tests.telegram_server.updates import UpdateQueue

if TYPE_CHECKING:
    from tests.telegram_server.requests import Uploaded

TOKEN = "42:TEST-TOKEN-OF-THE-EMULATED-TELEGRAM"
BOT = {"id": 42, "is_bot": True, "first_name": "aiškiai", "username": "aiskiai_test_bot"}
FIRST_MESSAGE = 1001
DELETABLE_FOR = 48 * 60 * 60
"""Seconds for which a bot may delete a message (https://core.telegram.org/bots/api#deletemessage)."""


@dataclass
class Chat:
    """A chat as the person sees it. A bot may write only after the person wrote, and not while it is blocked."""

    id: int
    type: str = "private"
    is_open: bool = False
    is_blocked: bool = False
    messages: list[dict[str, Any]] = field(default_factory=list)
    below: list[dict[str, Any]] = field(default_factory=list)
    """The buttons of the keyboard that stands in place of letters."""
    fixed: set[int] = field(default_factory=set)
    """Messages that brought or took away such a keyboard; they cannot be edited."""
    changed_at: float = 0.0
    """When the bot last changed anything here, on the monotonic clock."""

    def shown(self) -> dict[str, Any]:
        """The chat as it stands in messages."""
        if self.type == "private":
            return {"id": self.id, "type": "private", "first_name": "Ona"}
        return {"id": self.id, "type": self.type, "title": "Grupė"}

    def person(self) -> dict[str, Any]:
        """Who writes here."""
        return {"id": abs(self.id), "is_bot": False, "first_name": "Ona", "language_code": "lt"}

    def message(self, message_id: int) -> dict[str, Any] | None:
        """The message, if it is there."""
        return next((message for message in self.messages if message["message_id"] == message_id), None)

    def newest_buttons(self) -> dict[str, Any] | None:
        """The newest message that shows buttons."""
        return next((message for message in reversed(self.messages) if "reply_markup" in message), None)


class World:
    """Everything, in memory; a reset makes a new one."""

    def __init__(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue()
        self.hook = Hook(self.updates)
        self.faults = Faults()
        self.pace = PaceKeeper()
        self.calls: list[dict[str, Any]] = []
        self.commands: list[dict[str, Any]] = []
        self.texts: dict[str, str] = {}
        """Description and short description of the bot."""
        self.menu_button: dict[str, Any] = {"type": "default"}
        self.files: dict[str, Uploaded] = {}
        """Files that came with calls, by the name under which a call speaks of them."""
        self.queries: dict[str, bool] = {}
        """Button presses by id, and whether the bot has acknowledged them."""
        self.changed = asyncio.Event()
        self._ids = count(FIRST_MESSAGE)

    def chat(self, chat_id: int) -> Chat:
        """The person's chat, begun where there is none."""
        return self.chats.setdefault(chat_id, Chat(chat_id))

    def reachable(self, chat_id: int | str) -> Chat:
        """The chat, as a bot may write to it."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.is_open:
            raise bad_request("chat not found")
        if chat.is_blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return chat

    def own_message(self, chat: Chat, message_id: int | None, purpose: str) -> dict[str, Any]:
        """A message of the bot's own."""
        message = chat.message(message_id or 0)
        if message is None:
            raise bad_request(f"message to {purpose} not found")
        if message["from"]["id"] != BOT["id"]:
            raise bad_request(f"message can't be {purpose}ed" if purpose == "edit" else "message can't be deleted")
        if purpose == "edit" and message_id in chat.fixed:
            raise bad_request("message can't be edited")
        return message

    def deletable_message(self, chat: Chat, message_id: int | None) -> dict[str, Any]:
        """A message of the bot's own, or in a private chat the person's, of the last 48 hours."""
        message = chat.message(message_id or 0)
        if message is None:
            raise bad_request("message to delete not found")
        is_ours = message["from"]["id"] == BOT["id"] or chat.type == "private"
        if not is_ours or time.time() - message["date"] > DELETABLE_FOR:
            raise bad_request("message can't be deleted")
        return message

    def placed(self, chat: Chat, sender: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
        """A new message at the end of the chat."""
        message = {
            "message_id": next(self._ids),
            "date": int(time.time()),
            "chat": chat.shown(),
            "from": sender,
        } | content
        chat.messages.append(message)
        return message

    def bot_changed(self, chat: Chat) -> None:
        """The bot did something that the person sees."""
        chat.changed_at = time.monotonic()
        self.changed.set()
        self.changed = asyncio.Event()

    def asked(self) -> str:
        """A new button press."""
        query = str(next(self._ids))
        self.queries[query] = False
        return query
