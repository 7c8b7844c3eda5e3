"""A person with Telegram in their hand, as a test plays them."""

from dataclasses import dataclass
from typing import Any, Self

import httpx

ANSWER_WITHIN = 30.0
"""Seconds in which the bot must have answered."""
SERVER_WITHIN = 15.0
"""Seconds in which the server itself must have."""

VOICE = "a voice message"


@dataclass(frozen=True)
class Shown:
    """A message as the person sees it: words, the labels of the buttons under it, and the name of a file or `VOICE`."""

    id: int
    text: str
    buttons: tuple[str, ...]
    file: str = ""
    has_picture: bool = False


class TelegramPerson:
    """Writes, presses and reads in one chat with the bot; nothing that a person could not do."""

    def __init__(self, base_url: str, chat_id: int) -> None:
        # No connection is kept, so that a test may simply drop this object.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._http = httpx.AsyncClient(
            base_url=f"{base_url.rstrip('/')}/admin/chats/{chat_id}",
            limits=limits,
            timeout=SERVER_WITHIN,
            trust_env=False,
        )
        self._read = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def says(self, text: str) -> int:
        """Write to the bot; gives the message's id."""
        return int(await self._post("text", text=text))

    async def presses(self, label: str) -> None:
        """Press a button of the newest message that has buttons; fails where it is not there."""
        await self._post("press", label=label)

    async def presses_old(self, label: str, message: int) -> None:
        """Press a button under an older message, if it still stands there."""
        await self._post("press", label=label, message_id=message)

    async def sends(self, kind: str, caption: str = "") -> None:
        """Send something that is not text: voice, photo, sticker … (tests/telegram_server/inputs.py)."""
        await self._post("send", kind=kind, caption=caption)

    async def shares_contact(self, phone: str) -> None:
        """Share the own phone number by Telegram's button."""
        await self._post("send", kind="own-contact", phone=phone)

    async def says_aloud(self, words: str, seconds: int = 3, **more: Any) -> int:
        """Send a voice message; its sound is these words as bytes."""
        return int(await self._post("voice", words=words, seconds=seconds, more=more))

    async def presses_below(self, label: str) -> None:
        """Press a button of the keyboard that stands in place of letters; fails where it is not there."""
        await self._post("press-below", label=label)

    async def sees_below(self) -> list[str]:
        """The labels of that keyboard."""
        answer = await self._http.get("below")
        answer.raise_for_status()
        return [str(label) for label in answer.json()]

    async def edits(self, message: int, text: str) -> None:
        """Change an own message."""
        await self._post("edit", message_id=message, text=text)

    async def blocks(self) -> None:
        """Stop the bot from writing."""
        await self._post("block")

    async def unblocks(self) -> None:
        """Let the bot write again."""
        await self._post("unblock")

    async def reads(self, within: float = ANSWER_WITHIN) -> list[Shown]:
        """What the bot said since the last reading, once it has finished; fails where it says nothing in time."""
        new = await self.reads_if_any(within)
        assert new, f"the bot said nothing within {within} seconds"
        return new

    async def reads_both(self) -> list[Shown]:
        """Two messages of the bot, where the first has buttons that do not end what it says."""
        said = await self.reads()
        return said if len(said) > 1 else said + await self.reads()

    async def reads_if_any(self, within: float) -> list[Shown]:
        """What the bot said since the last reading; empty where it says nothing within so many seconds."""
        answer = await self._http.get(
            "news", params={"after": self._read, "within": within}, timeout=within + SERVER_WITHIN
        )
        answer.raise_for_status()
        new = [_shown(message) for message in answer.json()]
        self._read = max([self._read, *(message.id for message in new)])
        return new

    async def sees(self) -> list[Shown]:
        """The whole chat as it stands now, own messages included."""
        answer = await self._http.get("messages")
        answer.raise_for_status()
        return [_shown(message) for message in answer.json()]

    async def opens_file(self, message: int) -> bytes:
        """Open the file that a message brought."""
        answer = await self._http.get(f"files/{message}")
        assert answer.is_success, f"a person cannot do this: {answer.text}"
        return answer.content

    async def _post(self, route: str, **fields: Any) -> Any:
        answer = await self._http.post(route, json=fields)
        assert answer.is_success, f"a person cannot do this: {answer.text}"
        return answer.json()


def _shown(message: dict[str, Any]) -> Shown:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = tuple(button["text"] for row in rows for button in row)
    file = VOICE if "voice" in message else message.get("document", {}).get("file_name", "")
    # The words under a picture are read like any.
    words = message.get("text", "") or (message.get("caption", "") if "photo" in message else "")
    return Shown(message["message_id"], words, labels, file, has_picture="photo" in message)
