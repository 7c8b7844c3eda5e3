"""How much one place may ask in a while, so that nobody can use up what is there for all.

A town hall, a library or a care home comes from one address of the network: what an address may do is measured for a
whole house, and whoever is in the middle of a talk or signed in has room of their own, which no neighbour can use up.
Each process measures for itself; what must hold across processes (sign-in letters, codes, receipts) is counted in the
database.
"""

import hashlib
import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from math import ceil

import structlog
from fastapi import Request, Response
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.chat.visit import CONVERSATION_COOKIE
from api.inbox.auth import SESSION_COOKIE

MOST_REMEMBERED = 20_000
"""Of addresses and of passes; who was not seen for longest is forgotten first, and has all of the room again."""
NOTED_EVERY = 60.0
"""Seconds: the log says so rarely that somebody was refused, so that it cannot be filled from outside."""

Answer = Callable[[Request, int, str, dict[str, str]], Response]
"""Makes an error answer of a request, a status, a detail for programs, and headers."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Room:
    """So many requests at once, and then so many a second."""

    name: str
    at_once: float
    each_second: float


OF_ADDRESS = Room("address", 600, 20)
"""All that comes from one address and is not known to be somebody in the middle of something."""
OF_PASS = Room("pass", 150, 5)
"""One conversation or one sign-in session: faster than anybody reads, with several tabs that ask for news."""
OF_BEGINNING = Room("beginning", 60, 0.5)
"""New conversations from one address: a full computer room at once, then one every two seconds."""
OF_SIGNING_IN = Room("signing in", 60, 0.5)
"""Steps of signing in from one address."""
OF_MAKING = Room("making", 40, 0.5)
"""Documents and sounds, which take seconds of work, for one pass or, without one, for an address."""

_FREE = ("/static/", "/pictures/", "/health/", "/metrics")
_BEGINNINGS = ("/pokalbis/pradeti", "/api/v1/conversations")
_SIGNING_IN = ("/inbox/sign-in", "/inbox/second-factor", "/inbox/oidc", "/inbox/new-factor")
_MAKING = ("/documents/", ".pdf", ".mp3", "/document")
_PROVES = ("/pokalbis", "/api/v1/conversations/", "/inbox")
"""A good answer there is given only to whoever shows a pass that opens something."""


class Measures:
    """What is left of a room for each one who used it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[tuple[Room, str], tuple[float, float]] = OrderedDict()

    def wait(self, room: Room, who: str) -> float:
        """Use one request; 0 where there was room, else the seconds until there is again, and nothing is used."""
        now = self._clock()
        left, since = self._left.pop((room, who), (room.at_once, now))
        left = min(room.at_once, left + (now - since) * room.each_second)
        is_free = left >= 1
        self._left[room, who] = (left - 1 if is_free else left, now)
        if len(self._left) > MOST_REMEMBERED:
            self._left.popitem(last=False)
        return 0.0 if is_free else (1 - left) / room.each_second


class Limits:
    """Answers 429 where somebody asks too much. Stands inside of what counts requests and sets headers."""

    def __init__(self, app: ASGIApp, *, answer: Answer, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._answer = answer
        self._clock = clock
        self._measures = Measures(clock)
        self._proved: OrderedDict[str, None] = OrderedDict()
        self._noted: float | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it before anything is done."""
        address = _source(scope) if scope["type"] == "http" and not scope["path"].startswith(_FREE) else ""
        if not address:
            await self._app(scope, receive, send)
            return
        shown = _pass(scope)
        is_proved = shown in self._proved
        for room, who in _rooms(scope, address, shown if is_proved else ""):
            wait = self._measures.wait(room, who)
            if wait:
                await self._refuse(scope, receive, send, wait)
                return
        if is_proved or not shown:
            await self._app(scope, receive, send)
            return

        async def send_noting(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK and _can_prove(scope):
                self._proved[shown] = None
                if len(self._proved) > MOST_REMEMBERED:
                    self._proved.popitem(last=False)
            await send(message)

        await self._app(scope, receive, send_noting)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, wait: float) -> None:
        now = self._clock()
        if self._noted is None or now - self._noted >= NOTED_EVERY:
            self._noted = now
            # Neither the address nor the path: one says who, the other in which conversation.
            log.warning("too many requests", area=scope["path"].split("/")[1][:20])
        headers = {"Retry-After": str(ceil(wait))}
        request = Request(scope)
        answer = self._answer(request, HTTPStatus.TOO_MANY_REQUESTS, "Wait as long as Retry-After says.", headers)
        await answer(scope, receive, send)


def _rooms(scope: Scope, address: str, proved: str) -> Iterator[tuple[Room, str]]:
    """In which rooms a request needs a place."""
    path, is_post = scope["path"], scope["method"] == "POST"
    yield (OF_PASS, proved) if proved else (OF_ADDRESS, address)
    if is_post and path in _BEGINNINGS:
        yield OF_BEGINNING, address
    if is_post and path.startswith(_SIGNING_IN):
        yield OF_SIGNING_IN, address
    if any(part in path for part in _MAKING):
        yield OF_MAKING, proved or address


def _can_prove(scope: Scope) -> bool:
    path = scope["path"]
    return path.startswith(_PROVES) and not path.startswith(_SIGNING_IN)


def _source(scope: Scope) -> str:
    """Who asks, as the network says: one address, of the new kind one house; empty for this machine itself."""
    return _house(scope["client"][0]) if scope.get("client") else ""


@lru_cache(maxsize=1024)
def _house(host: str) -> str:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return "" if address.is_loopback else str(ipaddress.ip_network((address, 64), strict=False))
        address = address.ipv4_mapped
    return "" if address.is_loopback else str(address)


def _pass(scope: Scope) -> str:
    """A name for what opens a conversation or the inbox; the secret itself is not kept here."""
    headers = Headers(scope=scope)
    cookies = cookie_parser(headers.get("cookie", ""))
    is_inbox = scope["path"].startswith("/inbox")
    is_program = scope["path"].startswith("/api/")
    shown = (
        headers.get("authorization", "")
        if is_program
        else cookies.get(SESSION_COOKIE if is_inbox else CONVERSATION_COOKIE, "")
    )
    return hashlib.blake2b(shown.encode(), digest_size=16).hexdigest() if shown else ""
