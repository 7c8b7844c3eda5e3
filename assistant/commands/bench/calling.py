"""Calls an ASGI application in its own process: no network and no client takes part in what is measured."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from starlette.types import Message

from assistant.errors import AiskiaiError

SUCCESS = frozenset({200, 201, 204})


class RefusedError(AiskiaiError):
    """An answer that is no success; such a run measures nothing."""


async def post(app: FastAPI, path: str, body: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401 - JSON may be anything
    """The answer's JSON. Raises RefusedError."""
    content = json.dumps(body).encode()
    named = {"content-type": "application/json", "content-length": str(len(content)), **(headers or {})}
    return json.loads(await _answer(app, "POST", path, "", content, named))


async def get(app: FastAPI, path: str, query: str, headers: Mapping[str, str]) -> bytes:
    """The answer's body. Raises RefusedError."""
    return await _answer(app, "GET", path, query, b"", headers)


async def _answer(
    app: FastAPI, method: str, path: str, query: str, content: bytes, headers: Mapping[str, str]
) -> bytes:
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    answer = bytearray()
    status = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)
        answer.extend(message.get("body", b""))

    await app(scope, receive, send)
    if status not in SUCCESS:
        raise RefusedError(f"{path} answered {status}: {answer[:200].decode(errors='replace')}")
    return bytes(answer)
