"""The people of a measurement over HTTP, in a process of their own: `python -m assistant.commands.bench.caller`.

What they do comes as JSON on standard input, how long each took goes as JSON to standard output.
"""

import asyncio
import itertools
import json
import sys
from dataclasses import asdict, dataclass
from functools import partial

import aiohttp

from assistant.commands.bench.pace import one_after_the_other

WARMING = 8
"""So many go through everything first and are not measured."""


@dataclass(frozen=True)
class Journeys:
    """What is to be done: these calls one after the other, so many times, by so many people at once.

    Where an answer tells of a conversation, `{conversation}` in the calls behind it stands for its id, and they show
    its token.
    """

    address: str
    calls: tuple[tuple[str, dict[str, object]], ...]
    count: int
    at_once: int


async def travelled(journeys: Journeys) -> dict[str, object]:
    """The seconds that each journey took, and all of them together. Raises aiohttp's errors where one is refused."""
    keys = itertools.count()

    async def one(session: aiohttp.ClientSession) -> None:
        conversation = ""
        shown: dict[str, str] = {}
        for path, body in journeys.calls:
            headers = {**shown, "idempotency-key": f"key-{next(keys)}"}
            where = journeys.address + path.format(conversation=conversation)
            async with session.post(where, json=body, headers=headers) as answer:
                told = await answer.json()
            if "conversation" in told:
                conversation, shown = told["conversation"], {"authorization": f"Bearer {told['token']}"}

    async with aiohttp.ClientSession(raise_for_status=True) as session:
        await one_after_the_other([partial(one, session)] * WARMING, journeys.at_once)
        pace = await one_after_the_other([partial(one, session)] * journeys.count, journeys.at_once)
    return asdict(pace)


if __name__ == "__main__":
    wanted = Journeys(**json.load(sys.stdin))
    json.dump(asyncio.run(travelled(wanted)), sys.stdout)
