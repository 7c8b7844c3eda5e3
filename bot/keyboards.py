"""Buttons under a message: how they are laid out, and which message of a chat shows the newest ones."""

from collections import OrderedDict
from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from assistant.conversation.messages import Choice, Role

MOST_CALLBACK_BYTES = 64
"""What a button may carry, in bytes of UTF-8 (https://core.telegram.org/bots/api#inlinekeyboardbutton)."""

SMALL_ONES_A_ROW = 2
REMEMBERED_CHATS = 10_000


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Answers one a row, then tools and helpers two a row in the order in which they come; None without choices.

    Raises ValueError where an id is too long for a button: that is our mistake and must not pass a test.
    """
    answers = [[_button(choice)] for choice in choices if choice.role is Role.CONTENT]
    rows = answers + _in_rows(choices, Role.TOOL) + _in_rows(choices, Role.HELPER)
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _in_rows(choices: Sequence[Choice], role: Role) -> list[list[InlineKeyboardButton]]:
    buttons = [_button(choice) for choice in choices if choice.role is role]
    return [buttons[start : start + SMALL_ONES_A_ROW] for start in range(0, len(buttons), SMALL_ONES_A_ROW)]


def label_of(markup: InlineKeyboardMarkup | None, choice: str) -> str:
    """What the button with this choice says; empty where there is no such button."""
    rows = [] if markup is None else markup.inline_keyboard
    return next((button.text for row in rows for button in row if button.callback_data == choice), "")


class OpenKeyboards:
    """The message with the newest buttons, for each chat that was spoken to lately.

    It is kept in memory only: what it forgets costs looks, because the engine knows an old button by its turn.
    """

    def __init__(self, most: int = REMEMBERED_CHATS) -> None:
        self._most = most
        self._messages: OrderedDict[str, int] = OrderedDict()

    def of(self, chat: str) -> int | None:
        """The message, if one is remembered."""
        return self._messages.get(chat)

    def opened(self, chat: str, message: int) -> None:
        """These are the newest buttons now."""
        self._messages[chat] = message
        self._messages.move_to_end(chat)
        if len(self._messages) > self._most:
            self._messages.popitem(last=False)

    def closed(self, chat: str, message: int) -> None:
        """The buttons of this message are gone."""
        if self._messages.get(chat) == message:
            del self._messages[chat]


def _button(choice: Choice) -> InlineKeyboardButton:
    if not 1 <= len(choice.id.encode()) <= MOST_CALLBACK_BYTES:
        raise ValueError(f"a button carries 1 to {MOST_CALLBACK_BYTES} bytes, not {choice.id!r}")
    return InlineKeyboardButton(text=choice.label, callback_data=choice.id)
