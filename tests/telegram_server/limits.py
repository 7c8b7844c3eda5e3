"""Telegram's limits; aiogram's types do not hold them. Each rests on https://core.telegram.org/bots/api."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from aiogram.methods import SetMyCommands
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

from tests.telegram_server.refusal import bad_request

MOST_TEXT_UNITS = 4096
MOST_CAPTION_UNITS = 1024
MOST_CALLBACK_BYTES = 64
MOST_CALLBACK_ANSWER = 200
MOST_BUTTONS = 100
MOST_BUTTONS_A_ROW = 8
MOST_PLACEHOLDER = 64
MOST_COMMANDS = 100
MOST_COMMAND_NAME = 32
MOST_COMMAND_DESCRIPTION = 256
MOST_DESCRIPTION = 512
MOST_SHORT_DESCRIPTION = 120

TAGS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "span",
        "tg-spoiler",
        "a",
        "code",
        "pre",
        "blockquote",
        "tg-emoji",
        "tg-time",
    ]
)
"""What sendMessage's HTML may hold (section "HTML style")."""

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def shown_text(text: str, parse_mode: object, most: int = MOST_TEXT_UNITS) -> str:
    """The text after its entities are parsed and its ends trimmed; refused when it is empty or too long."""
    shown = text
    if isinstance(parse_mode, str):
        if parse_mode.upper() != "HTML":
            raise bad_request(f"this test server does not parse {parse_mode}")
        shown = _parsed(text)
    shown = shown.strip()
    if not shown:
        raise bad_request("message text is empty")
    if units(shown) > most:
        raise bad_request("message is too long" if most == MOST_TEXT_UNITS else "message caption is too long")
    return shown


def shown_caption(caption: str | None, parse_mode: object) -> dict[str, Any]:
    """The words under a picture as they stand in the message; without words there are none."""
    return {"caption": shown_text(caption, parse_mode, MOST_CAPTION_UNITS)} if caption else {}


def shown_buttons(markup: InlineKeyboardMarkup | None) -> dict[str, Any]:
    """The keyboard as it stands in the message; an empty one is none."""
    if markup is None or not any(markup.inline_keyboard):
        return {}
    check_buttons(markup)
    return {"reply_markup": markup.model_dump(mode="json", exclude_none=True)}


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def check_buttons(markup: InlineKeyboardMarkup) -> None:
    """Refuses a keyboard that Telegram would refuse."""
    rows = markup.inline_keyboard
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_BUTTONS_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)


def check_buttons_below(markup: ReplyKeyboardMarkup, *, is_private: bool) -> None:
    """Refuses a keyboard in place of letters that Telegram would refuse."""
    if not any(markup.keyboard):
        raise bad_request("reply markup is empty")
    if not 1 <= len(markup.input_field_placeholder or "-") <= MOST_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    for row in markup.keyboard:
        for button in row:
            if not button.text.strip():
                raise bad_request("can't parse keyboard button: text must be non-empty")
            if button.request_contact and not is_private:
                raise bad_request("phone number can be requested in private chats only")


def check_commands(call: SetMyCommands) -> None:
    """Refuses a list of commands that Telegram would refuse."""
    if len(call.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in call.commands:
        name = command.command
        is_plain = name.isascii() and name == name.lower() and name.replace("_", "").isalnum()
        if not is_plain or not 1 <= len(name) <= MOST_COMMAND_NAME:
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= MOST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _check_button(button: InlineKeyboardButton) -> None:
    if not button.text.strip():
        raise bad_request("can't parse inline keyboard button: text must be non-empty")
    if sum(getattr(button, action) is not None for action in ACTIONS) != 1:
        raise bad_request("can't parse inline keyboard button: exactly one optional field must be used")
    if button.callback_data is not None and not 1 <= len(button.callback_data.encode()) <= MOST_CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and "." not in (urlsplit(button.url).hostname or ""):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


class _Reader(HTMLParser):
    """Reads Telegram's HTML: only its tags, every one closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in TAGS:
            raise bad_request(f'can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise bad_request("can't parse entities: Unmatched end tag")

    def handle_data(self, data: str) -> None:
        self.text += data


def _parsed(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{reader.open[-1]}\"")
    return reader.text
