"""What a Telegram update means: an event in a private chat, a call for us in a group, or nothing (pure)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.enums import ChatMemberStatus, ChatType, ContentType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Contact, Message, Update

from assistant.conversation.discretion import REPLIES, should_not_stand_in_chat
from assistant.conversation.events import (
    ChoicePressed,
    ContactShared,
    Event,
    OtherInput,
    OtherReceived,
    Started,
    TextReceived,
)
from assistant.conversation.say import LASTING
from assistant.usecases.handing_on import secret_of
from assistant.usecases.ports import StoredUpdate
from bot.keyboards import label_of
from bot.words import LISTEN

ALLOWED_UPDATES = ("message", "edited_message", "channel_post", "callback_query", "my_chat_member")
"""All that we ask Telegram for; nothing else is stored."""

MOST_UPDATE_ID = 2**63 - 1

COMMANDS: dict[str, Event] = {
    "meniu": ChoicePressed("menu"),
    "menu": ChoicePressed("menu"),
    "zmogus": ChoicePressed("human"),
    "prasymas": TextReceived("kas su mano prašymu"),
    "duomenys": TextReceived("ką jūs apie mane žinote"),
    "pagalba": TextReceived("ką tu gali"),
    "help": TextReceived("ką tu gali"),
    "atsakymai": ChoicePressed(REPLIES),
}
"""A command is another way to press a helper, or to write words that the assistant understands like any."""

WEB_COMMAND = "/svetaine"

_COMMAND = re.compile(r"/(?P<name>\w{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL)

_KINDS = {
    ContentType.VOICE: OtherInput.VOICE,
    ContentType.AUDIO: OtherInput.VOICE,
    ContentType.PHOTO: OtherInput.PHOTO,
    ContentType.LIVE_PHOTO: OtherInput.PHOTO,
    ContentType.VIDEO: OtherInput.VIDEO,
    ContentType.VIDEO_NOTE: OtherInput.VIDEO,
    ContentType.ANIMATION: OtherInput.VIDEO,
    ContentType.STICKER: OtherInput.STICKER,
    ContentType.DICE: OtherInput.STICKER,
    ContentType.LOCATION: OtherInput.LOCATION,
    ContentType.VENUE: OtherInput.LOCATION,
    ContentType.DOCUMENT: OtherInput.DOCUMENT,
    ContentType.POLL: OtherInput.POLL,
    ContentType.CONTACT: OtherInput.CONTACT,
    ContentType.CHECKLIST: OtherInput.OTHER,
    ContentType.STORY: OtherInput.OTHER,
    ContentType.GAME: OtherInput.OTHER,
    ContentType.PAID_MEDIA: OtherInput.OTHER,
    ContentType.RICH_MESSAGE: OtherInput.OTHER,
    ContentType.UNKNOWN: OtherInput.OTHER,
}
"""What people send. A content type that is not here is Telegram's own note (pinned, timer changed …)."""


@dataclass(frozen=True)
class Press:
    """The button that was pressed: its label (empty where Telegram no longer shows it) and its message.

    `is_lasting` where it is a button of a question of staff: it may be pressed long after other things were said.
    `has_picture` where its words stand under a picture.
    """

    message: int
    message_text: str
    label: str
    is_lasting: bool = False
    has_picture: bool = False


@dataclass(frozen=True)
class Voice:
    """A voice message of the person's own: Telegram's id of it, its length in seconds and in bytes."""

    file: str
    seconds: int
    size: int


@dataclass(frozen=True)
class Heard:
    """Something happened in a private chat."""

    chat: str
    event: Event
    press: Press | None = None
    message: int = 0
    """The person's own message, 0 where there is none."""
    is_red: bool = False
    """What should not stand in Telegram at all, whatever the assistant makes of it."""
    voice: Voice | None = None
    """What may be listened to instead; the event is what happens where nobody can."""


@dataclass(frozen=True)
class Arrived:
    """The person came into a private chat with a link from the web, which carried this secret."""

    chat: str
    secret: str


@dataclass(frozen=True)
class WantsWeb:
    """The person wants to go on in a browser."""

    chat: str


@dataclass(frozen=True)
class CalledInGroup:
    """Somebody turned to us where others read along."""

    chat: str


@dataclass(frozen=True)
class WantsToListen:
    """Somebody wants to hear a message with these words, empty where Telegram no longer shows them."""

    chat: str
    text: str


Meaning = Heard | Arrived | WantsWeb | CalledInGroup | WantsToListen


def stored(raw: Mapping[str, Any]) -> StoredUpdate:
    """The update as it is kept, word for word as Telegram sent it. Raises ValueError where no database could hold it.

    Only half of a sign (a lone surrogate) becomes a question mark: nothing can write it down, and one update that is
    refused over and over would keep up all that follow.
    """
    number = raw["update_id"]
    if not isinstance(number, int) or abs(number) > MOST_UPDATE_ID:
        raise ValueError("this is no update's id")
    payload = json.dumps(raw, ensure_ascii=False).encode(errors="replace").decode()
    return StoredUpdate(id=number, chat=_chat(raw), payload=payload)


def meaning_of(update: Update, username: str) -> Meaning | None:
    """What the update means for us, or None; `username` is the bot's own, without the at sign."""
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    message = update.message or update.edited_message or update.channel_post
    if message is None or (message.from_user is not None and message.from_user.is_bot):
        return None
    chat = str(message.chat.id)
    if message.chat.type != ChatType.PRIVATE:
        # An edited word is no new call, and in a group we speak only when spoken to.
        is_called = update.edited_message is None and _is_call(message, username)
        return CalledInGroup(chat) if is_called else None
    event = OtherReceived(OtherInput.EDITED) if update.edited_message is not None else _event(message)
    if isinstance(event, Started) and secret_of(event.payload):
        return Arrived(chat, secret_of(event.payload))
    if (message.text or "").strip().lower() == WEB_COMMAND:
        return WantsWeb(chat)
    if event is None:
        return None
    return Heard(chat, event, message=message.message_id, is_red=_is_red(message), voice=_voice(message))


def _chat(raw: Mapping[str, Any]) -> str:
    """The chat whose order the update belongs to; empty where it belongs to none."""
    for kind in ALLOWED_UPDATES:
        inner = raw.get(kind) or {}
        chat = inner.get("chat") or (inner.get("message") or {}).get("chat") or {}
        if chat:
            return str(chat["id"])
    return ""


def _press(query: CallbackQuery) -> Heard | WantsToListen | None:
    message = query.message
    if message is None or query.data is None or message.chat.type != ChatType.PRIVATE:
        return None
    text, label, has_picture = "", "", False
    # A message that Telegram finds too old comes without its words.
    if isinstance(message, Message):
        text = message.text or message.caption or ""
        has_picture = bool(message.photo)
        label = label_of(message.reply_markup, query.data)
    if query.data == LISTEN:
        return WantsToListen(str(message.chat.id), text)
    is_lasting = query.data.startswith(LASTING)
    press = Press(message.message_id, text, label, is_lasting, has_picture)
    return Heard(str(message.chat.id), ChoicePressed(query.data), press)


def _membership(change: ChatMemberUpdated) -> CalledInGroup | None:
    groups = {ChatType.GROUP, ChatType.SUPERGROUP}
    is_added = change.new_chat_member.status == ChatMemberStatus.MEMBER
    was_out = change.old_chat_member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}
    return CalledInGroup(str(change.chat.id)) if change.chat.type in groups and is_added and was_out else None


def _is_call(message: Message, username: str) -> bool:
    text = message.text or message.caption or ""
    command = _COMMAND.match(text)
    if command is not None:
        return (command["bot"] or username).lower() == username.lower()
    return f"@{username}".lower() in text.lower().split()


def _is_red(message: Message) -> bool:
    """Pictures, files and telephone numbers of others: we cannot look at them, and most are documents.

    Words are judged by the assistant, except where it does not hear them: when a message was changed.
    """
    if message.photo or (message.document and not message.animation):
        return True
    if message.contact is not None and not _is_own(message.contact, message):
        return True
    return message.edit_date is not None and should_not_stand_in_chat(message.text or message.caption or "")


def _voice(message: Message) -> Voice | None:
    """The person's own voice; what is passed on was said by others, and a file with words is answered by its words."""
    if message.voice is None or message.forward_origin is not None or message.caption:
        return None
    return Voice(message.voice.file_id, message.voice.duration, message.voice.file_size or 0)


def _event(message: Message) -> Event | None:
    # Words that come with a picture are answered as words: a cry for help may stand in a caption.
    text = message.text or message.caption
    if text:
        return _written(text)
    if message.contact is not None and _is_own(message.contact, message):
        return ContactShared(_international(message.contact.phone_number))
    kind = _KINDS.get(ContentType(message.content_type))
    return None if kind is None else OtherReceived(kind)


def _written(text: str) -> Event:
    command = _COMMAND.fullmatch(text)
    if command is None:
        return TextReceived(text)
    name, rest = command["name"].lower(), (command["rest"] or "").strip()
    if name == "start":
        return Started(rest)
    # An unknown command is read as the words that it is made of.
    return COMMANDS.get(name) or TextReceived(f"{name.replace('_', ' ')} {rest}".strip())


def _is_own(contact: Contact, message: Message) -> bool:
    return message.from_user is not None and contact.user_id == message.from_user.id


def _international(phone: str) -> str:
    """Telegram writes an own number internationally, but often without the plus."""
    return phone if phone.startswith("+") else f"+{phone}"
