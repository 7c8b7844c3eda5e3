"""What people send besides text, as Telegram describes it to a bot."""

import re
from typing import Any


def _file(name: str) -> dict[str, Any]:
    return {"file_id": f"file-{name}", "file_unique_id": f"unique-{name}", "file_size": 1024}


_SIZE = {"width": 320, "height": 240}
_PLACE = {"latitude": 55.8896, "longitude": 21.2441}
_DOCUMENT = _file("document") | {"file_name": "pazyma.pdf", "mime_type": "application/pdf"}
_ANIMATION = _file("animation") | _SIZE | {"duration": 2}

INPUTS: dict[str, dict[str, Any]] = {
    "voice": {"voice": _file("voice") | {"duration": 3, "mime_type": "audio/ogg"}},
    "audio": {"audio": _file("audio") | {"duration": 120}},
    "photo": {"photo": [_file("photo") | _SIZE]},
    "video": {"video": _file("video") | _SIZE | {"duration": 5}},
    "video-note": {"video_note": _file("video-note") | {"length": 240, "duration": 5}},
    # A moving picture comes as animation and, for old clients, as document too.
    "animation": {"animation": _ANIMATION, "document": _file("animation")},
    "sticker": {
        "sticker": _file("sticker")
        | _SIZE
        | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
    },
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "location": {"location": _PLACE},
    "venue": {"location": _PLACE, "venue": {"location": _PLACE, "title": "Namai", "address": "Kretinga"}},
    "document": {"document": _DOCUMENT},
    "poll": {
        "poll": {
            "id": "1",
            "question": "Kada?",
            "options": [
                {"persistent_id": "0", "text": "Šiandien", "voter_count": 0},
                {"persistent_id": "1", "text": "Rytoj", "voter_count": 0},
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    },
    "pinned": {"group_chat_created": True},
}


def contact(phone: str, owner: int | None) -> dict[str, Any]:
    """A contact; one's own carries one's own user id."""
    shared: dict[str, Any] = {"phone_number": phone, "first_name": "Ona"}
    return {"contact": shared | ({"user_id": owner} if owner is not None else {})}


def command_entities(text: str) -> dict[str, Any]:
    """A command at the start of the text is marked as one."""
    command = re.match(r"/[A-Za-z0-9_]{1,32}(@\w+)?", text)
    if command is None:
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": command.end()}]}
