"""Every kind of thing that a person can do in Telegram, in every place of the talk: python -m tests.bot.kinds."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from aiogram.types import Update

from assistant.conversation.events import CameOver, Event, TextReceived
from assistant.conversation.messages import Role
from assistant.conversation.state import Channel
from bot.incoming import Arrived, CalledInGroup, Heard, WantsWeb, meaning_of
from tests.conversation.chat import Chat
from tests.telegram_server.inputs import INPUTS, contact

ONA = {"id": 7, "is_bot": False, "first_name": "Ona"}
BOT = {"id": 42, "is_bot": True, "first_name": "aiškiai", "username": "aiskiai_bot"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ona"}
GROUP = {"id": -100, "type": "supergroup", "title": "Šeima"}
CHANNEL = {"id": -200, "type": "channel", "title": "Naujienos"}
OLD_BUTTON = "0-no-such-button"
HELPERS = 5
"""How many always stand under what is said."""


def _message(content: dict[str, Any], chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    return {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": ONA} | content


def _press(data: str, *, is_too_old: bool = False) -> dict[str, Any]:
    shown = _message({"text": "Ar norite?"}) | {"from": BOT}
    if is_too_old:
        shown = {"message_id": 5, "date": 0, "chat": PRIVATE}
    return {"callback_query": {"id": "9", "from": ONA, "chat_instance": "1", "message": shown, "data": data}}


def _member(chat: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    states: dict[str, dict[str, Any]] = {
        "member": {"status": "member"},
        "kicked": {"status": "kicked", "until_date": 0},
        "left": {"status": "left"},
    }
    change = {"chat": chat, "from": ONA, "date": 1_800_000_000}
    return {
        "my_chat_member": change
        | {"old_chat_member": {"user": BOT} | states[old], "new_chat_member": {"user": BOT} | states[new]}
    }


_FORWARDED = {"forward_origin": {"type": "hidden_user", "date": 1_800_000_000, "sender_user_name": "Kažkas"}}

IN_PRIVATE: dict[str, dict[str, Any]] = {
    "words": {"message": _message({"text": "kas yra atvejo vadyba?"})},
    "words that nobody understands": {"message": _message({"text": "asdfgh qwerty"})},
    "words that should not stand there": {"message": _message({"text": "mano asmens kodas 38703181745"})},
    "words of 4,096 signs": {"message": _message({"text": "ž" * 4096})},
    "/start": {"message": _message({"text": "/start"})},
    "/start with a service": {"message": _message({"text": "/start social-workshops"})},
    "/start with a municipality": {"message": _message({"text": "/start __kretingos-rajono"})},
    "/start from the web": {"message": _message({"text": "/start testi_paslaptis"})},
    "/start with nonsense": {"message": _message({"text": "/start xyz"})},
    "/meniu": {"message": _message({"text": "/meniu"})},
    "/zmogus": {"message": _message({"text": "/zmogus"})},
    "/prasymas": {"message": _message({"text": "/prasymas"})},
    "/svetaine": {"message": _message({"text": "/svetaine"})},
    "/atsakymai": {"message": _message({"text": "/atsakymai"})},
    "unknown command": {"message": _message({"text": "/nezinau_ko"})},
    "forwarded": {"message": _message({"text": "labas"} | _FORWARDED)},
    "reply": {"message": _message({"text": "taip", "reply_to_message": _message({"text": "?"}) | {"from": BOT}})},
    "edited": {"edited_message": _message({"text": "kitaip", "edit_date": 1_800_000_001})},
    "photo with words": {"message": _message(INPUTS["photo"] | {"caption": "kas yra atvejo vadyba?"})},
    **{kind: {"message": _message(content)} for kind, content in INPUTS.items() if kind != "pinned"},
    "own telephone number": {"message": _message(contact("37061234567", 7))},
    "somebody's telephone number": {"message": _message(contact("37061234567", None))},
    "what Telegram invents next": {"message": _message({"hologram": {"size": 3}})},
    "old button": _press(OLD_BUTTON),
    "button of a message too old to see": _press(OLD_BUTTON, is_too_old=True),
    "button that is none of ours": _press("nonsense"),
}
"""What is said to us alone and must be answered wherever the talk stands."""

ELSEWHERE: dict[str, tuple[dict[str, Any], type[CalledInGroup] | None]] = {
    "called in a group": ({"message": _message({"text": "@aiskiai_bot labas"}, GROUP)}, CalledInGroup),
    "command in a group": ({"message": _message({"text": "/start@aiskiai_bot"}, GROUP)}, CalledInGroup),
    "put into a group": (_member(GROUP, "left", "member"), CalledInGroup),
    "talk in a group": ({"message": _message({"text": "einam pietų"}, GROUP)}, None),
    "picture in a group": ({"message": _message(INPUTS["photo"], GROUP)}, None),
    "called in a channel": ({"channel_post": _message({"text": "@aiskiai_bot"}, CHANNEL)}, CalledInGroup),
    "post in a channel": ({"channel_post": _message({"text": "naujiena"}, CHANNEL)}, None),
    "blocked": (_member(PRIVATE, "member", "kicked"), None),
    "unblocked": (_member(PRIVATE, "kicked", "member"), None),
    "Telegram's own note": ({"message": _message(INPUTS["pinned"])}, None),
}
"""What is not said to us alone: at most the way to the private chat, mostly nothing."""


@dataclass(frozen=True)
class Row:
    """A kind, in how many places it was tried, and in which it was not answered."""

    kind: str
    places: int
    unhandled: tuple[str, ...]


def _event(update: dict[str, Any]) -> Event | WantsWeb | None:
    meant = meaning_of(Update.model_validate({"update_id": 1} | update), "aiskiai_bot")
    match meant:
        case Heard(event=event):
            return event
        case Arrived():
            return CameOver(is_here=False)
        case WantsWeb():
            return meant
        case _:
            return None


def _is_answered(chat: Chat, event: Event) -> bool:
    """Whether something is said, with a way on."""
    message = chat.does(event)
    helpers = [choice for choice in message.choices if choice.role is Role.HELPER]
    return bool(message.sentences) and len(helpers) == HELPERS


def table(chats: Iterable[Chat], words_in_every: int = 1) -> list[Row]:
    """All kinds in all these places; words, which take long to understand, in every so many of them."""
    all_places = list(chats)
    rows = []
    for kind, update in IN_PRIVATE.items():
        event = _event(update)
        if isinstance(event, WantsWeb):
            # The door brings the link by itself, wherever the talk stands.
            rows.append(Row(kind, len(all_places), ()))
            continue
        places = all_places[::words_in_every] if isinstance(event, TextReceived) else all_places
        unhandled: list[str] = []
        for chat in places:
            here = chat.copy()
            here.conversation = replace(here.conversation, channel=Channel.TELEGRAM)
            if event is None or not _is_answered(here, event):
                unhandled.append(here.conversation.place.step)
        rows.append(Row(kind, len(places), tuple(unhandled)))
    for kind, (update, expected) in ELSEWHERE.items():
        meant = meaning_of(Update.model_validate({"update_id": 1} | update), "aiskiai_bot")
        is_right = meant is None if expected is None else isinstance(meant, expected)
        rows.append(Row(kind, 1, () if is_right else ("group",)))
    return rows


def printed(rows: Iterable[Row]) -> str:
    """The table, and below it the sum."""
    all_rows = list(rows)
    lines = ["| kind | places | not answered |", "| --- | ---: | ---: |"]
    lines += [f"| {row.kind} | {row.places} | {len(row.unhandled)} |" for row in all_rows]
    tried, missed = sum(row.places for row in all_rows), sum(len(row.unhandled) for row in all_rows)
    return "\n".join([*lines, "", f"{len(all_rows)} kinds, {tried} cases, {missed} not answered as they should be."])


if __name__ == "__main__":
    from pathlib import Path

    from assistant.library.loader import load_library
    from assistant.settings import Settings
    from tests.conversation.test_every_state import walked

    settings = Settings.from_environment()
    whole = load_library(Path("content"), settings.memory_dir)
    print(printed(table(walked(whole).chats())))  # noqa: T201 - this is what the command is for
