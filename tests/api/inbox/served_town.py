"""The real inbox with invented requests, served to a browser: everything runs in a thread with a loop of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import uvicorn

from assistant.conversation.turn import Miss, MissedWords
from assistant.library.library import Library
from tests.api.inbox.rights import call
from tests.api.inbox.town import AWAY, HOME, Town, Visitor, town
from tests.browser import free_listener

WISHES = (
    ("kiek kašt pinigai", 5),
    ("ar atveža maistą į namus", 3),
    ("man reikia … ir vaistų", 2),
)


@dataclass(frozen=True)
class Served:
    """Where it is served, the sessions of an administrator and a lead, and the numbers of requests of one person."""

    address: str
    session: str
    number: str
    numbers: tuple[str, ...]
    lead: str
    half: str


@contextmanager
def served_town(folder: Path, library: Library | None = None) -> Iterator[Served]:
    """Served for as long as the context lasts."""
    listener, address = free_listener()
    ready = threading.Event()
    known: list[Served] = []
    servers: list[uvicorn.Server] = []

    async def serve() -> None:
        async with town(folder, library) as place:
            known.append(await _prepared(place, address))
            server = uvicorn.Server(uvicorn.Config(place.app, log_level="error", ws="none", lifespan="off"))
            servers.append(server)
            ready.set()
            await server.serve(sockets=[listener])

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield known[0]
    finally:
        servers[0].should_exit = True
        thread.join(timeout=10)


async def _prepared(place: Town, address: str) -> Served:
    number = await place.request_in(HOME)
    await place.request_in(AWAY)
    for visitor in (Visitor.STAFF, Visitor.LEAD):
        for route in (("GET", "/inbox/{number}"), ("POST", "/inbox/{number}/take"), ("POST", "/inbox/{number}/pass")):
            await call(place, route, visitor)
            place.clock.passes(timedelta(minutes=7))
    # More than a page of the log.
    for _ in range(25):
        await place.session(Visitor.STAFF)
    async with place.assistant.units() as work:
        for text, times in WISHES:
            for time in range(times):
                words = MissedWords(text, Miss.ASKED_BACK, "", ("cost",))
                await work.missed.add(f"{text[:3]}-{time}".replace(" ", "-"), words, place.clock.today())
        await work.commit()
    numbers = [await place.request_in(HOME) for _ in range(5)]
    session, _ = await place.session(Visitor.ADMIN)
    lead, _ = await place.session(Visitor.LEAD)
    half, _ = await place.session(Visitor.HALF)
    return Served(address, session, number, tuple(numbers), lead, half)
