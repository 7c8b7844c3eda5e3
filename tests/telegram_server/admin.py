"""The person's side (write, press, send, block, read) and the test's side (calls, faults, reset) of the server."""

import asyncio
import time
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import BaseModel

from tests.telegram_server.faults import Fault
from tests.telegram_server.inputs import INPUTS, command_entities, contact
from tests.telegram_server.pace import Allowed
from tests.telegram_server.requests import Uploaded
from tests.telegram_server.world import BOT, Chat, World

OWN_PHONE = "37061234567"


class Written(BaseModel):
    """Words of the person; `message_id` names the message that is edited."""

    text: str
    message_id: int | None = None


class Spoken(BaseModel):
    """A voice message: its words, its seconds, and what else its message holds."""

    words: str
    seconds: int = 3
    more: dict[str, Any] = {}


class Pressed(BaseModel):
    """A button by its label: on the newest buttons, or on the message that is named."""

    label: str
    message_id: int | None = None


class Sent(BaseModel):
    """Something that is not text, by its kind; a contact may be the person's own, and anything may have a caption."""

    kind: str
    caption: str = ""
    phone: str = OWN_PHONE


class ChatSettings(BaseModel):
    """What a chat is."""

    type: str = "private"


admin = APIRouter(prefix="/admin")
person = APIRouter(prefix="/admin/chats/{chat_id}")


@admin.get("/health")
async def health() -> dict[str, bool]:
    """Whether it answers."""
    return {"ready": True}


@admin.post("/reset")
async def reset(request: Request) -> None:
    """Forget everything."""
    _world(request).hook.end()
    request.app.state.world = World()


@admin.get("/calls")
async def calls(request: Request) -> list[dict[str, Any]]:
    """Every call that a bot made, oldest first."""
    return _world(request).calls


@admin.get("/calls/{method}/count")
async def count_calls(request: Request, method: str, but_not: str = "") -> int:
    """How many calls of a method were answered well; without those whose text begins with these words."""
    made = (call for call in _world(request).calls if call["ok"] and call["method"] == method)
    return sum(not but_not or not str(call["arguments"].get("text", "")).startswith(but_not) for call in made)


@admin.get("/commands")
async def commands(request: Request) -> list[dict[str, Any]]:
    """The commands that the person sees in the menu."""
    return _world(request).commands


@admin.get("/updates")
async def unconfirmed(request: Request) -> list[int]:
    """The ids of the updates that the bot has not confirmed."""
    return _world(request).updates.pending()


@admin.post("/repeat")
async def repeat(request: Request, times: int) -> None:
    """Let all updates come again."""
    _world(request).updates.repeat(times)


@admin.post("/faults")
async def add_fault(request: Request, fault: Fault) -> None:
    """Let the next calls go wrong."""
    _world(request).faults.waiting.append(fault)


@admin.put("/pace")
async def be_strict(request: Request, allowed: Allowed) -> None:
    """Refuse more messages than so many."""
    _world(request).pace.allowed = allowed


@admin.post("/faults/none")
async def forget_faults(request: Request) -> None:
    """Let nothing go wrong any more."""
    _world(request).faults.waiting.clear()


@person.put("")
async def settle(request: Request, chat_id: int, settings: ChatSettings) -> None:
    """Make a chat of this kind, open to the bot."""
    chat = _world(request).chat(chat_id)
    chat.type = settings.type
    chat.is_open = True


@person.post("/text")
async def write(request: Request, chat_id: int, written: Written) -> int:
    """Write to the bot."""
    return _send(_world(request), chat_id, {"text": written.text} | command_entities(written.text))


@person.post("/edit")
async def edit(request: Request, chat_id: int, written: Written) -> int:
    """Change an own message."""
    world = _world(request)
    message = world.chat(chat_id).message(written.message_id or 0)
    if message is None or message["from"]["is_bot"]:
        raise HTTPException(409, "a person edits their own messages only")
    message |= {"text": written.text, "edit_date": int(time.time())}
    world.updates.add("edited_message", message)
    return int(message["message_id"])


@person.post("/send")
async def send(request: Request, chat_id: int, sent: Sent) -> int:
    """Send something that is not text."""
    world = _world(request)
    if sent.kind in {"own-contact", "contact"}:
        owner = world.chat(chat_id).person()["id"] if sent.kind == "own-contact" else None
        return _send(world, chat_id, contact(sent.phone, owner))
    if sent.kind not in INPUTS:
        raise HTTPException(422, f"nothing is known of the kind {sent.kind}")
    return _send(world, chat_id, INPUTS[sent.kind] | ({"caption": sent.caption} if sent.caption else {}))


@person.post("/voice")
async def say_aloud(request: Request, chat_id: int, spoken: Spoken) -> int:
    """Send a voice message whose sound is these words as bytes, so that a test can tell what was said."""
    world = _world(request)
    content = spoken.words.encode()
    file_id = f"said-{len(world.files)}"
    world.files[file_id] = Uploaded("voice.ogg", content)
    voice = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content), "duration": spoken.seconds}
    return _send(world, chat_id, {"voice": voice | {"mime_type": "audio/ogg"}} | spoken.more)


@person.post("/press")
async def press(request: Request, chat_id: int, pressed: Pressed) -> str:
    """Press a button that stands there."""
    return _press(_world(request), chat_id, pressed)


@person.get("/below")
async def look_below(request: Request, chat_id: int) -> list[str]:
    """The labels of the keyboard that stands in place of letters."""
    return [button["text"] for button in _world(request).chat(chat_id).below]


@person.post("/press-below")
async def press_below(request: Request, chat_id: int, pressed: Pressed) -> int:
    """Press a button of that keyboard: it gives the own number where it asks for it, else it writes its label."""
    world = _world(request)
    chat = world.chat(chat_id)
    button = next((button for button in chat.below if button["text"] == pressed.label), None)
    if button is None:
        raise HTTPException(409, f"there is no button “{pressed.label}” below the chat")
    if button.get("request_contact"):
        return _send(world, chat_id, contact(OWN_PHONE, chat.person()["id"]))
    return _send(world, chat_id, {"text": pressed.label})


@person.post("/block")
async def block(request: Request, chat_id: int) -> None:
    """Stop the bot from writing."""
    _set_blocked(_world(request), chat_id, is_blocked=True)


@person.post("/unblock")
async def unblock(request: Request, chat_id: int) -> None:
    """Let the bot write again."""
    _set_blocked(_world(request), chat_id, is_blocked=False)


@person.get("/messages")
async def read(request: Request, chat_id: int) -> list[dict[str, Any]]:
    """The chat as it stands, in order."""
    return _world(request).chat(chat_id).messages


@person.get("/files/{message_id}")
async def open_file(request: Request, chat_id: int, message_id: int) -> Response:
    """Open the file that a message brought."""
    world = _world(request)
    message = world.chat(chat_id).message(message_id)
    photo = (message or {}).get("photo") or [None]
    file = None if message is None else message.get("document") or message.get("voice") or photo[-1]
    if file is None:
        raise HTTPException(409, "there is no file in this message")
    return Response(world.files[file["file_id"]].content)


@person.get("/news")
async def news(request: Request, chat_id: int, after: int, within: float = 10.0) -> list[dict[str, Any]]:
    """What the bot said after a message, once it has finished."""
    return await _news(_world(request), chat_id, after, within)


QUIET_WITH_BUTTONS = 0.05
QUIET_WITHOUT_BUTTONS = 0.6
QUIET_BELOW = 5.0
"""Who shows or takes away a keyboard below the chat says what it is for in the next message."""


async def _news(world: World, chat_id: int, after: int, within: float) -> list[dict[str, Any]]:
    """The bot's messages after this one, once it has said all: buttons mostly end a turn, silence always does."""
    chat = world.chat(chat_id)
    deadline = time.monotonic() + within
    while True:
        changed = world.changed
        new = [one for one in chat.messages if one["message_id"] > after and one["from"]["is_bot"]]
        quiet = QUIET_WITH_BUTTONS if new and "reply_markup" in new[-1] else QUIET_WITHOUT_BUTTONS
        if new and new[-1]["message_id"] in chat.fixed:
            quiet = QUIET_BELOW
        now = time.monotonic()
        if (new and now - chat.changed_at >= quiet) or now >= deadline:
            return new
        wait = min(deadline - now, chat.changed_at + quiet - now if new else deadline - now)
        try:
            await asyncio.wait_for(changed.wait(), max(wait, 0.001))
        except TimeoutError:
            continue


def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


def _send(world: World, chat_id: int, content: dict[str, Any]) -> int:
    chat = world.chat(chat_id)
    if chat.is_blocked:
        raise HTTPException(409, "the person has blocked the bot; unblock it first")
    chat.is_open = True
    message = world.placed(chat, chat.person(), content)
    world.updates.add("message", message)
    return int(message["message_id"])


def _press(world: World, chat_id: int, pressed: Pressed) -> str:
    chat = world.chat(chat_id)
    message = chat.message(pressed.message_id) if pressed.message_id else chat.newest_buttons()
    rows = [] if message is None else message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = {button["text"]: button for row in rows for button in row}
    button = labels.get(pressed.label)
    if button is None or message is None:
        raise HTTPException(409, f"there is no button “{pressed.label}” here, only {list(labels)}")
    if "callback_data" not in button:
        raise HTTPException(409, f"the button “{pressed.label}” does not call the bot")
    query = world.asked()
    world.updates.add(
        "callback_query",
        {
            "id": query,
            "from": chat.person(),
            "chat_instance": str(chat_id),
            "message": dict(message),
            "data": button["callback_data"],
        },
    )
    return query


def _set_blocked(world: World, chat_id: int, *, is_blocked: bool) -> None:
    chat: Chat = world.chat(chat_id)
    chat.is_blocked = is_blocked
    member, kicked = {"user": BOT, "status": "member"}, {"user": BOT, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if is_blocked else (kicked, member)
    world.updates.add(
        "my_chat_member",
        {
            "chat": chat.shown(),
            "from": chat.person(),
            "date": int(time.time()),
            "old_chat_member": old,
            "new_chat_member": new,
        },
    )
