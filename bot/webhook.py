"""Updates by webhook: Telegram calls us, and is told 200 only after the update is committed."""

import hmac
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from aiogram.methods import SetWebhook
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assistant.errors import SettingsError
from assistant.usecases.ports import StoredUpdate
from bot.incoming import ALLOWED_UPDATES, stored
from bot.ports import Receiver
from bot.serving import serve

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name  # nosec B105
MOST_BYTES = 1_000_000
"""An update holds one message and what it replies to, some ten thousand bytes; more is not from Telegram."""
CONNECTIONS = 40
"""How many calls Telegram may make at a time (https://core.telegram.org/bots/api#setwebhook).

Its own server sends the next update of a chat only after we have taken the one before (WebhookActor.cpp in
github.com/tdlib/telegram-bot-api), so order in a chat is kept with any number.
"""
FINISH_WITHIN = 5

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Webhook:
    """Where Telegram calls (`url`, public), with which secret, and where we listen for it (behind a proxy)."""

    url: str
    secret: str
    host: str
    port: int

    def call(self) -> SetWebhook:
        """What Telegram is told; what waits there is kept."""
        return SetWebhook(
            url=self.url,
            secret_token=self.secret,
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )

    def open(self) -> socket.socket:
        """The socket that is listened at; calls wait in it until they are served. Raises SettingsError."""
        return listening_at(self.host, self.port, "AISKIAI_TELEGRAM_WEBHOOK_PORT")


def listening_at(host: str, port: int, setting: str) -> socket.socket:
    """A socket that listens. Raises SettingsError, naming the setting, where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise SettingsError(
            f"Nothing can listen at {host}, port {port}: {error.strerror}. Look at AISKIAI_HOST and {setting}."
        ) from None


class Listening:
    """Takes Telegram's calls."""

    def __init__(
        self, *, webhook: Webhook, at: socket.socket, receive: Receiver, on_stored: Callable[[], None]
    ) -> None:
        self._secret = webhook.secret.encode()
        self._path = urlsplit(webhook.url).path or "/"
        self._at = at
        self._receive = receive
        self._on_stored = on_stored
        self.app = Starlette(routes=[Route(self._path, self._called, methods=["POST"])])

    async def run(self) -> None:
        """Runs until it is cancelled; calls under way are finished first."""
        await serve(self.app, self._at, FINISH_WITHIN)

    async def _called(self, request: Request) -> Response:
        """One call. Whatever is not 200 Telegram repeats for a while."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            log.warning("telegram webhook called without its secret")
            return Response(status_code=401)
        body = await _body(request)
        if body is None:
            log.warning("telegram webhook called with too long a body")
            return Response(status_code=413)
        update = _update(body)
        if update is None:
            log.warning("telegram webhook called with something that is no update")
            return Response(status_code=400)
        try:
            await self._receive.store([update])
        except Exception as error:  # noqa: BLE001 - the outermost place: whatever fails here, Telegram must call again
            log.error("telegram updates not stored", error=type(error).__name__)  # noqa: TRY400 - a traceback could hold a person's words
            return Response(status_code=503)
        self._on_stored()
        return Response()


async def _body(request: Request) -> bytes | None:
    """The body; None where it is too long, of which no more is read."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return None
    return bytes(body)


def _update(body: bytes) -> StoredUpdate | None:
    try:
        return stored(json.loads(body))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
