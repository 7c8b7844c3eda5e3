"""What happens around every request: safe headers, a limit on size, the count of requests, and a last resort.

All are plain ASGI, so that an answer is passed on as it comes.
"""

import time
import traceback
from collections.abc import Awaitable, Callable
from functools import cache
from http import HTTPStatus
from urllib.parse import urlsplit

import structlog
from fastapi import Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 256 * 1024
"""Bytes; far above the longest message and below what could hurt."""

DEPTH = 8
"""Of the places in the code that led to an error, this many of the last are logged."""

Answer = Callable[[Request, int], Response]
"""Makes an error answer for a request and a status."""

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

SAFE_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # With "no-referrer" browsers would hide where a form comes from, and every form would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}

log = structlog.get_logger(__name__)


class SafeHeaders:
    """Adds headers that keep a page to itself; a route that sets one of them knows better."""

    def __init__(self, app: ASGIApp, *, is_secure: bool) -> None:
        self._app = app
        headers = SAFE_HEADERS | (
            {"strict-transport-security": "max-age=31536000; includeSubDomains"} if is_secure else {}
        )
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = list(message.get("headers", ()))
                if message["status"] == HTTPStatus.TEMPORARY_REDIRECT:
                    sent = [_without_host(pair) for pair in sent]
                names = {name for name, _ in sent}
                message["headers"] = sent + [pair for pair in self._headers if pair[0] not in names]
            await send(message)

        await self._app(scope, receive, send_safely)


def _without_host(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """To an address that lacks or has a slash too much Starlette adds the host that the request names, any at all."""
    name, value = header
    return (name, urlsplit(value)._replace(scheme=b"", netloc=b"").geturl()) if name == b"location" else header


class Compressed:
    """Makes answers small for slow lines.

    The inbox is left as it is: its pages repeat what an address asks for beside what is confidential, and the length of
    a compressed page would tell a listener how alike the two are. Pages for people repeat nothing beside a secret that
    stays the same (see `form_proof` in api.chat.visit).
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._compressing = GZipMiddleware(app, compresslevel=6)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        is_left = scope["type"] != "http" or scope["path"].startswith(UNCOMPRESSED)
        await (self._app if is_left else self._compressing)(scope, receive, send)


UNCOMPRESSED = ("/inbox", "/api/")


class LastResort:
    """Answers with an error page where nothing else did, and leaves a line in the log."""

    def __init__(self, app: ASGIApp, *, answer: Answer) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def send_noting(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:  # the outermost loop of a request
            # The error's own words stay out of the log: a database quotes in them what a person has written.
            log.error(  # noqa: TRY400 - for the same reason
                "request failed",
                method=scope["method"],
                route=route_of(scope),
                kind=type(error).__name__,
                where=[
                    f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[-DEPTH:]
                ],
            )
            if has_begun:
                raise
            answer = self._answer(Request(scope), HTTPStatus.INTERNAL_SERVER_ERROR)
            await answer(scope, receive, send)


class BodyLimit:
    """Refuses bodies over LARGEST_BODY before anything is made of them."""

    def __init__(self, app: ASGIApp, *, answer: Answer) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await _read(receive)
        except ClientDisconnect:
            # Half of what somebody said must not count as said.
            return
        if body is None:
            answer = self._answer(Request(scope), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            await answer(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)


class Traffic:
    """Counts requests and their time, by route and never by address, in which ids of conversations stand."""

    def __init__(self, app: ASGIApp, *, registry: CollectorRegistry) -> None:
        self._app = app
        labels = ("method", "route")
        requests = Counter("aiskiai_http_requests", "Requests answered", (*labels, "status"), registry=registry)
        seconds = Histogram("aiskiai_http_seconds", "Time to the whole answer", labels, registry=registry)
        self._figures = cache(
            lambda method, route, status: (requests.labels(method, route, status), seconds.labels(method, route))
        )
        """What is counted and timed for a method, a route and a status, each looked up once."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the answer back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = "none"

        async def send_noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        began = time.perf_counter()
        try:
            await self._app(scope, receive, send_noting)
        finally:
            method = scope["method"] if scope["method"] in KNOWN_METHODS else "other"
            requests, seconds = self._figures(method, route_of(scope), status)
            requests.inc()
            seconds.observe(time.perf_counter() - began)


KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def route_of(scope: Scope) -> str:
    """The route's pattern; for an address that no route has, one name for all."""
    return str(getattr(scope.get("route"), "path", "none"))


async def _read(receive: Receive) -> bytes | None:
    """The whole body; None where it is too large. Raises ClientDisconnect where the rest never came."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Callable[[], Awaitable[Message]]:
    """Give the body that was read once more, then whatever comes."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
