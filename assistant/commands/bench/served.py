"""Journeys over HTTP: through the web server that is shipped, in this process, by people in another one."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from subprocess import PIPE  # nosec B404 - only the name of a pipe

from fastapi import FastAPI

from assistant.commands.bench.caller import Journeys
from assistant.commands.bench.pace import Pace
from assistant.commands.bench.people import CONVERSATIONS
from assistant.commands.serve import server_of

HOST = "127.0.0.1"
Calls = Sequence[tuple[str, dict[str, object]]]


def journey(events: Sequence[dict[str, object]]) -> Calls:
    """The calls of somebody who comes and does this."""
    return [(CONVERSATIONS, {}), *((f"{CONVERSATIONS}/{{conversation}}/events", event) for event in events)]


async def served(app: FastAPI, calls: Calls, count: int, at_once: int) -> Pace:
    """How long so many journeys take, so many at once. Raises RuntimeError where one was refused."""
    async with _address_of(app) as address:
        wanted = json.dumps(asdict(Journeys(address, tuple(calls), count, at_once)))
        caller = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "assistant.commands.bench.caller", stdin=PIPE, stdout=PIPE
        )
        told, _ = await caller.communicate(wanted.encode())
    if caller.returncode:
        message = "a journey over HTTP was refused; what is printed above says why"
        raise RuntimeError(message)
    measured = json.loads(told)
    return Pace(tuple(measured["seconds"]), measured["whole"])


@asynccontextmanager
async def _address_of(app: FastAPI) -> AsyncIterator[str]:
    # It listens from here on, so whoever comes before the server is ready waits. Where the protocol is named, asyncio
    # lets no answer wait until the packet before it is confirmed (40 ms), as it does for a socket that it opens itself.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind((HOST, 0))
    listening.listen()
    port = listening.getsockname()[1]
    server = server_of(app, HOST, port)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"http://{HOST}:{port}"
    finally:
        server.should_exit = True
        await serving
