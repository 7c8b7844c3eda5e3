"""Documents, pictures and voice messages that a bot sends: uploaded with the call, or named by an earlier id."""

from typing import Any

from aiogram.methods import GetFile, SendDocument, SendPhoto, SendVoice
from aiogram.types import InlineKeyboardMarkup

from tests.telegram_server.limits import shown_buttons, shown_caption
from tests.telegram_server.refusal import bad_request
from tests.telegram_server.world import BOT, World

PNG = b"\x89PNG\r\n\x1a\n"
"""How every such file begins."""


def get_file(world: World, call: GetFile) -> dict[str, Any]:
    """Where a file lies from which it can be fetched."""
    file = world.files.get(call.file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {
        "file_id": call.file_id,
        "file_unique_id": call.file_id,
        "file_size": len(file.content),
        "file_path": f"voice/{call.file_id}",
    }


def send_document(world: World, call: SendDocument) -> dict[str, Any]:
    """The file's name and kind as the person sees them; what is in it is kept with the call."""
    chat = world.reachable(call.chat_id)
    file = world.files.get(str(call.document))
    if file is None:
        raise bad_request("there is no document in the request")
    document = {
        "file_id": call.document,
        "file_unique_id": call.document,
        "file_name": file.name,
        "file_size": len(file.content),
    }
    message = world.placed(chat, BOT, {"document": document} | ({"caption": call.caption} if call.caption else {}))
    world.bot_changed(chat)
    return message


def send_photo(world: World, call: SendPhoto) -> dict[str, Any]:
    """A picture that was uploaded with the call, or an earlier one by its id; with its words under it."""
    chat = world.reachable(call.chat_id)
    file = world.files.get(str(call.photo))
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not file.content.startswith(PNG):
        raise bad_request("IMAGE_PROCESS_FAILED")
    file_id = str(call.photo)
    if file_id.startswith("attach://"):
        # Uploaded now; from here on it has an id of its own, by which it can be sent again.
        file_id = f"photo-{len(world.files)}"
        world.files[file_id] = file
    content: dict[str, Any] = {"photo": [_size(file_id, "s"), _size(file_id, "")]}
    content |= shown_caption(call.caption, call.parse_mode)
    if isinstance(call.reply_markup, InlineKeyboardMarkup):
        content |= shown_buttons(call.reply_markup)
    message = world.placed(chat, BOT, content)
    world.bot_changed(chat)
    return message


def _size(file_id: str, suffix: str) -> dict[str, Any]:
    return {"file_id": file_id + suffix, "file_unique_id": file_id + suffix, "width": 320, "height": 120}


def send_voice(world: World, call: SendVoice) -> dict[str, Any]:
    """A voice message where it is Ogg Opus; any other sound comes as a document, as at Telegram."""
    chat = world.reachable(call.chat_id)
    file = world.files.get(str(call.voice))
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    is_voice = file.content.startswith(b"OggS") and b"OpusHead" in file.content[:100]
    known = {"file_id": call.voice, "file_unique_id": call.voice, "file_size": len(file.content)}
    content = (
        {"voice": known | {"duration": 1, "mime_type": "audio/ogg"}}
        if is_voice
        else {"document": known | {"file_name": file.name}}
    )
    message = world.placed(chat, BOT, content)
    world.bot_changed(chat)
    return message
