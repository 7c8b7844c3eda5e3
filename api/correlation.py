"""Gives every request a number of its own: all lines that the log holds of it have it, and so has the answer."""

import secrets

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = b"x-request-id"
NUMBER_BYTES = 16


class Correlated:
    """Plain ASGI. The number is always ours and random: one from outside could be a person's words, or forge lines."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = secrets.token_hex(NUMBER_BYTES)

        async def send_numbered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (HEADER, number.encode())]
            await send(message)

        before = structlog.contextvars.bind_contextvars(request_id=number)
        try:
            await self._app(scope, receive, send_numbered)
        finally:
            structlog.contextvars.reset_contextvars(**before)
