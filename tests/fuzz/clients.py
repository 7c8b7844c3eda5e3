"""What Schemathesis must know to get past the door: which token opens which conversation.

It loads this file by SCHEMATHESIS_HOOKS, in its own process.
"""

from typing import Any

import requests
import schemathesis

TOKENS: dict[str, str] = {}
"""Of the conversations that were opened in this run."""


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:  # noqa: ARG001 - the names are those of the hook
    """Keep what opens a new conversation."""
    if response.status_code == 201:
        opened = response.json()
        TOKENS[opened["conversation"]] = opened["token"]


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Half of the made-up ids become one that there is, so that not everything ends at the door."""
    if not path_parameters or "conversation_id" not in path_parameters:
        return path_parameters
    made_up = path_parameters["conversation_id"]
    if made_up in TOKENS or len(str(made_up)) % 2:
        return path_parameters
    return {**path_parameters, "conversation_id": _one(context.operation.base_url)}


@schemathesis.auth(refresh_interval=None)
class Opens:
    """Shows the token of the conversation that is asked for, or one that does not open it."""

    def get(self, case: Any, context: Any) -> str:
        """The token."""
        asked = (case.path_parameters or {}).get("conversation_id")
        return TOKENS.get(str(asked)) or TOKENS[_one(context.operation.base_url)]

    def set(self, case: Any, data: str, context: Any) -> None:  # noqa: ARG002 - the names are those of the protocol
        """Put it where the interface wants it."""
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


def _one(base_url: str) -> str:
    """The first conversation of this run, which is opened when it is needed."""
    if not TOKENS:
        opened = requests.post(f"{base_url.rstrip('/')}/api/v1/conversations", json={}, timeout=10).json()
        TOKENS[opened["conversation"]] = opened["token"]
    return next(iter(TOKENS))
