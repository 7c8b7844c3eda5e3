"""How many messages the server takes, where a test asks it to be as strict as Telegram; more are refused with 429."""

import math
import time
from collections import deque
from dataclasses import dataclass, field

from aiogram.methods import SendChatAction, TelegramMethod
from pydantic import BaseModel

from tests.telegram_server.refusal import Refusal


class Allowed(BaseModel):
    """At most so many messages within any second; in a chat one a second after a burst. 0: nothing is counted.

    Telegram's FAQ speaks of about 30 in all and one a second in a chat, where short bursts may pass.
    """

    a_second: int = 0
    chat_burst: int = 3


@dataclass
class PaceKeeper:
    """Counts the messages that were taken."""

    allowed: Allowed = field(default_factory=Allowed)
    taken: deque[float] = field(default_factory=deque)
    chats: dict[object, float] = field(default_factory=dict)

    def check(self, call: TelegramMethod[object]) -> None:
        """Refuses a message that is too many."""
        is_message = call.__api_method__.startswith("send") and not isinstance(call, SendChatAction)
        if not self.allowed.a_second or not is_message:
            return
        now = time.monotonic()
        while self.taken and self.taken[0] <= now - 1:
            self.taken.popleft()
        chat = getattr(call, "chat_id", None)
        used_until = max(self.chats.get(chat, 0.0), now)
        too_early = used_until - now - (self.allowed.chat_burst - 1)
        if too_early > 0:
            raise _too_many(too_early)
        if len(self.taken) >= self.allowed.a_second:
            raise _too_many(self.taken[0] + 1 - now)
        self.taken.append(now)
        self.chats[chat] = used_until + 1


def _too_many(seconds: float) -> Refusal:
    wait = max(1, math.ceil(seconds))
    return Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
