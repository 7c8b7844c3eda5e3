"""The processes of one product: which there are, and how they are killed and started again."""

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.faults.nursery import Born, Nursery
from tests.telegram_server.process import free_port

READY_WITHIN = 60.0


@dataclass
class Member:
    """One process, in whatever life it is."""

    name: str
    words: tuple[str, ...]
    port: int = 0
    born: Born | None = None
    lives: int = 0
    otherwise: dict[str, object] = field(default_factory=dict)
    """What its next lives are to be otherwise in, see nursery_process.py."""

    @property
    def url(self) -> str:
        """Where it serves; empty where it serves nothing."""
        return f"http://127.0.0.1:{self.port}" if self.port else ""


class Fleet:
    """Starts, kills and starts again."""

    def __init__(
        self,
        nursery: Nursery,
        http: aiohttp.ClientSession,
        members: Sequence[Member],
        environment: Mapping[str, str],
        folder: Path,
    ) -> None:
        self.members = tuple(members)
        self.kills = 0
        self.slowest_start = 0.0
        self.environment = dict(environment)
        self.otherwise: dict[str, object] = {}
        self.nursery = nursery
        self._http = http
        self._folder = folder

    @property
    def urls(self) -> list[str]:
        """Where it serves."""
        return [member.url for member in self.members if member.url]

    def all(self, name: str) -> list[Member]:
        """The members of a kind: web, worker or bot."""
        return [member for member in self.members if member.name.startswith(name)]

    async def begins(self) -> None:
        """Start all."""
        for member in self.members:
            await self.starts(member)

    async def starts(self, member: Member) -> None:
        """Start a process; a server is ready when this returns, or has ended by itself."""
        began = time.monotonic()
        port = {"AISKIAI_PORT": str(member.port)} if member.port else {}
        member.lives += 1
        member.born = await self.nursery.bears(
            *member.words,
            environment=self.environment | port,
            folder=self._folder,
            name=member.name,
            **self.otherwise | member.otherwise,
        )
        if member.port:
            await self.ready(member)
            self.slowest_start = max(self.slowest_start, time.monotonic() - began)

    async def ready(self, member: Member) -> None:
        """Returns when a server answers, or its process has ended."""
        deadline = time.monotonic() + READY_WITHIN
        while time.monotonic() < deadline and member.born is not None and member.born.is_alive:
            try:
                async with self._http.get(f"{member.url}/health/ready") as answer:
                    if answer.status == 200:
                        return
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(0.02)

    async def kills_and_restarts(self, member: Member) -> None:
        """SIGKILL, and a new life at once."""
        if member.born is not None:
            await member.born.dies()
        self.kills += 1
        await self.starts(member)

    async def runs(self, *words: str, name: str = "command") -> str:
        """Another command beside; gives what it put out."""
        born = await self.nursery.bears(
            *words, environment=self.environment, folder=self._folder, name=name, **self.otherwise
        )
        await born.ends()
        return (self._folder / f"{name}.out").read_text(encoding="utf-8")

    async def keeps_alive(self) -> None:
        """Start again whoever ended by itself, as a supervisor does; runs until it is cancelled."""
        while True:
            for member in self.members:
                if member.born is not None and not member.born.is_alive:
                    self.kills += bool(member.otherwise.pop("point", None))
                    await self.starts(member)
            await asyncio.sleep(0.02)

    async def ends(self) -> None:
        """Kill all that still run."""
        for member in self.members:
            if member.born is not None:
                await member.born.dies()

    def anybody(self, chance: random.Random) -> Member:
        """Somebody to kill: servers twice as often as the others."""
        return chance.choices(self.members, [2 if member.port else 1 for member in self.members])[0]


def one_process() -> tuple[Member, ...]:
    """As a small town runs it: server with worker, and the bot, on SQLite."""
    return (Member("web", ("serve",), free_port()), Member("bot", ("bot",)))


def many_processes() -> tuple[Member, ...]:
    """As a country runs it: three servers, two workers and a bot, on PostgreSQL."""
    servers = tuple(Member(f"web{nth}", ("serve", "--no-worker"), free_port()) for nth in range(1, 4))
    return (*servers, Member("worker1", ("worker",)), Member("worker2", ("worker",)), Member("bot", ("bot",)))
