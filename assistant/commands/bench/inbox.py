"""Benchmarks of the list of requests, beside a bare route that reads as many rows of the same database."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from fastapi import FastAPI

from api.app import create_app
from assistant.adapters.database.full_inbox import fill_inbox, some_rows
from assistant.adapters.database.opening import opened_master_keys
from assistant.bootstrap import Assistant, assembled
from assistant.commands.bench.calling import get
from assistant.commands.bench.desk import requests
from assistant.commands.bench.measures import ratio
from assistant.commands.bench.pace import Call, Pace, one_after_the_other
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.listing import PAGE

MEMBER = "darbuotojas3@savivaldybe.example"
GOAL = 150
"""Milliseconds within which 95 of 100 answers must be there."""

ASKED: Mapping[str, str] = {
    "the list": "",
    "new": "view=new",
    "mine": "view=mine",
    "late": "view=late",
    "waiting for the person": "view=waiting",
    "finished": "view=over",
    "finished, page 1000": "view=over&page=1000",
    "filter: service": "need=social-workshops",
    "filter: for whom, result of the check": "whom=other&outcome=unsure",
    "filter: promised this week": "promise=week",
    "filter: nothing promised, finished": "promise=none&view=over",
    "filter: holder": "holder=darbuotojas7@savivaldybe.example",
    "filter: four at once": "need=talk&whom=self&promise=late&holder=-",
    "search: number": "q=00+01+23+45",
    "search: beginning of a number": "q=0001",
    "search: a usual first name": "q=ona",
    "search: 3 letters of a surname": "q=kaz",
    "search: first name and surname": "q=zydre+azuoliene",
    "search: phone": "q=8+612+34567",
    "search: last 4 digits of a phone": "q=4567",
    "search: nothing found": "q=xyzzy",
}

ONE: Mapping[str, str] = {
    "one request, new": "00000020",
    "one request with all its steps, finished": "00000192",
}
"""Numbers of requests that `requests` makes: their pages, with the thread and what may be doubles."""


@dataclass(frozen=True)
class Desk:
    """A member of staff at the full inbox."""

    app: FastAPI
    bare: FastAPI
    headers: Mapping[str, str]
    times: int

    async def answers(self, query: str, path: str = "/inbox") -> Pace:
        """How long the answers take, one after the other."""
        call = partial(get, self.app, path, query, self.headers)
        return await self._measured(call)

    async def rows(self) -> Pace:
        """The same of the bare route."""
        call = partial(get, self.bare, "/rows", "", {})
        return await self._measured(call)

    async def _measured(self, call: Call) -> Pace:
        # Half as often before, so that what is made once is not measured.
        await one_after_the_other([call] * (self.times // 2), 1)
        return await one_after_the_other([call] * self.times, 1)


async def inbox_lines(settings: Settings, count: int, times: int) -> list[str]:
    """A table in Markdown, measured on the database of these settings, which is filled first.

    Each page is asked for so many times.
    """
    async with assembled(settings) as assistant:
        hashed, now = assistant.secrets.hashed, assistant.clock.now()
        given = settings.encryption_keys.get_secret_value()
        masters = await opened_master_keys(assistant.database, given, settings.master_key_file)
    began = time.perf_counter()
    await fill_inbox(settings.database, requests(count, settings.demo_municipality, now), hashed, masters)
    filling = time.perf_counter() - began
    async with assembled(settings) as assistant:
        desk = await _desk(assistant, settings.demo_municipality, times)
        bare = await desk.rows()
        paces = {name: await desk.answers(query) for name, query in ASKED.items()}
        paces |= {name: await desk.answers("", f"/inbox/{number}") for name, number in ONE.items()}
        changes = json.loads(await get(desk.app, "/inbox/changes", "", desk.headers))
        paces["how many stand where, after a change"] = await desk.answers("mark=0-", "/inbox/changes")
        paces["has anything changed?"] = await desk.answers(f"mark={changes['mark']}", "/inbox/changes")
    slowest = max(pace.percentile(95) for pace in paces.values())
    return [
        f"| an inbox of {count:,} requests | p50 | p95 | ratio to bare |",
        "| --- | ---: | ---: | ---: |",
        _line("the bare route: 50 rows", bare, bare),
        *(_line(name, pace, bare) for name, pace in paces.items()),
        "",
        f"Slowest p95: {slowest:.0f} ms, goal {GOAL} ms. Loaded in {filling:.0f} s.",
    ]


async def _desk(assistant: Assistant, municipality: str, times: int) -> Desk:
    _, token = await assistant.staff_desk.add(MEMBER, municipality, Role.STAFF)
    session = await assistant.staff_desk.sign_in(token)
    bare = FastAPI()

    @bare.get("/rows")
    async def rows() -> list[tuple[str, str]]:
        return list(await some_rows(assistant.database, PAGE))

    return Desk(create_app(assistant), bare, {"cookie": f"aiskiai-inbox={session}"}, times)


def _line(name: str, pace: Pace, bare: Pace) -> str:
    times = f"{pace.percentile(50):.1f} ms | {pace.percentile(95):.1f} ms"
    return f"| {name} | {times} | {ratio(pace, bare):.1f} |"
