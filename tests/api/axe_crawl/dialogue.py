"""Talks of a running product that are brought to a place by its JSON interface, for a browser to go on with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import httpx


@dataclass(frozen=True)
class Opened:
    """A conversation that a person may go on with."""

    conversation: str
    token: str


class Dialogue:
    """Opens conversations and says things in them. A context that closes its line."""

    def __init__(self, address: str) -> None:
        # Between two talks somebody may look for longer than the server keeps a line that nobody uses.
        self._client = httpx.Client(base_url=address, limits=httpx.Limits(keepalive_expiry=1.0), timeout=30)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def talk(self, *said: str) -> Opened:
        """A new conversation in which these labels were pressed, or, where no button has them, these words written."""
        answer = self._client.post("/api/v1/conversations", json={}).raise_for_status().json()
        opened = Opened(answer["conversation"], answer["token"])
        messages = answer["messages"]
        for words in said:
            pressed = (
                choice["id"] for message in messages for choice in message["choices"] if choice["label"] == words
            )
            choice = next(pressed, "")
            event = {"type": "choice", "choice": choice} if choice else {"type": "text", "text": words}
            messages = self._tell(opened, event)
        return opened

    def _tell(self, opened: Opened, event: Mapping[str, str]) -> list[dict[str, Any]]:
        answer = self._client.post(
            f"/api/v1/conversations/{opened.conversation}/events",
            json=dict(event),
            headers={"Authorization": f"Bearer {opened.token}"},
        )
        messages: list[dict[str, Any]] = answer.raise_for_status().json()["messages"]
        return messages
