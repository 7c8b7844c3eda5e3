"""The stage of an experiment: a product of its own on a database of its own, persons, mail, Telegram, and the count."""

import asyncio
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path

import aiohttp

from tests.databases import PostgresServer, postgres_server
from tests.faults.fleet import Fleet, many_processes, one_process
from tests.faults.ledger import Ledger, Sum, summed
from tests.faults.mail_server import MailServer, mail_server
from tests.faults.nursery import Nursery, nursery
from tests.faults.people import TelegramWriter, WebPerson
from tests.faults.shared_clock import SharedClock
from tests.journeys.running import environment_for
from tests.journeys.staff import StaffAtInbox
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer, running_telegram_server

LETTERS_WITHIN = 120.0
HURRY = 60.0
"""While the last letters are waited for, the clock runs so many times as fast, past leases and waits."""

_UNSENT = re.compile(r'^aiskiai_outbox_entries\{state="(?:created|sending|failed-temporarily)"\} (\S+)$', re.MULTILINE)
"""How many entries of the outbox are still to be handed over, as a server tells it."""

_LISTED = re.compile(r'href="/inbox/(\d{8})"')


class Kind(StrEnum):
    """The database, and with it how many processes there are."""

    SQLITE = "sqlite"
    POSTGRES = "postgres"


@dataclass(frozen=True)
class Size:
    """How much of an experiment: kills, submissions, and how many crossings of a boundary are tried."""

    kills: int
    submissions: int
    depth: int = 6


@dataclass
class Stage:
    """Everything that an experiment plays with."""

    kind: Kind
    folder: Path
    chance: random.Random
    fleet: Fleet
    http: aiohttp.ClientSession
    mail: MailServer
    telegram: TelegramServer
    clock: SharedClock
    postgres: PostgresServer | None
    database_url: str
    ledger: Ledger = field(default_factory=Ledger)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _chats: Iterator[int] = field(default_factory=lambda: count(5001))

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "var" / "aiskiai.db"

    def person(self) -> WebPerson:
        """A new person at the web chat."""
        return WebPerson(self.http, self.fleet.urls, self.ledger, self.chance)

    def writer(self, *, within: float = 10.0) -> TelegramWriter:
        """A new person with Telegram."""
        return TelegramWriter(TelegramPerson(self.telegram.base_url, next(self._chats)), self.ledger, within=within)

    async def people_send(self, times: int, *, at_once: int = 8, each: int = 5) -> None:
        """So many requests, from several people at the same time; a person sends `each` before the next comes."""
        left = count()

        async def sends() -> None:
            while next(left) < times:
                person = self.person()
                await person.opens()
                await person.sends()
                for _ in range(each - 1):
                    if next(left) >= times:
                        return
                    await person.sends()

        async with asyncio.TaskGroup() as people:
            for _ in range(min(at_once, times)):
                people.create_task(sends())

    async def writers_send(self, times: int, *, at_once: int = 3, within: float = 10.0) -> None:
        """The same in Telegram."""
        left = count()

        async def sends() -> None:
            writer = self.writer(within=within)
            await writer.opens()
            while next(left) < times:
                await writer.sends()

        async with asyncio.TaskGroup() as people:
            for _ in range(min(at_once, times)):
                people.create_task(sends())

    def forget(self, numbers: Iterable[str]) -> None:
        """Leave these out of the count, and the letters about them."""
        for number in numbers:
            self.ledger.pressed -= self.ledger.shown.pop(number, 0)
            self.mail.ids.pop(number, None)

    def expect(self, is_so: object, words: str) -> None:
        """Note a failure of the experiment where something is not as it must be."""
        if not is_so:
            self.failures.append(words)

    async def waits_until(self, is_so: object, words: str, within: float = 30.0) -> None:
        """Wait for something to become true; a failure where it does not."""
        assert callable(is_so)
        deadline = time.monotonic() + within
        while not is_so():
            if time.monotonic() > deadline:
                self.failures.append(words)
                return
            await asyncio.sleep(0.02)

    async def letters_arrive(self, within: float = LETTERS_WITHIN) -> None:
        """Let time run until a letter about each shown number has come; those that have not are lost.

        Where the product says that it has nothing left to send, no letter is waited for any longer: what is broken
        so shall be seen soon.
        """
        self.clock.runs(HURRY)
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            # In this order: what is in the mail by then was counted as unsent before.
            is_all_sent = await self._nothing_waits()
            if is_all_sent or all(map(self.mail.has_letter_about, set(self.ledger.shown) - self.ledger.unposted)):
                break
            await asyncio.sleep(0.1)
        self.clock.runs(1.0)

    async def _nothing_waits(self) -> bool:
        """Whether one of the servers says so; no while none answers."""
        for url in self.fleet.urls:
            with suppress(aiohttp.ClientError, TimeoutError):
                async with self.http.get(f"{url}/metrics", timeout=aiohttp.ClientTimeout(5)) as answer:
                    return not any(map(float, _UNSENT.findall(await answer.text()) or ("nan",)))
        return False

    async def inbox(self) -> StaffAtInbox:
        """A member of staff, signed in."""
        email = f"ona{len(self.folder.name)}-{self.chance.randrange(10**6)}@kretinga.example"
        link = await self.fleet.runs("staff", "add", email, "--municipality", "kretingos-rajono", name="staff")
        served = link.strip().split("/", 3)[3]
        staff = StaffAtInbox(self.fleet.urls[0])
        await staff.signs_in(f"{self.fleet.urls[0]}/{served}")
        return staff

    async def listed(self) -> Counter[str]:
        """The numbers in the inbox; one that the list does not show although it can be opened counts as well."""
        staff = await self.inbox()
        listed = Counter(set(_LISTED.findall(await staff.sees_list())))
        for number in self.ledger.shown:
            if not listed[number] and await staff.has(number):
                listed[number] += 1
        await staff.leaves()
        return listed

    async def sum(self) -> Sum:
        """Wait for the letters, read the inbox, compare."""
        await self.letters_arrive()
        found = summed(self.ledger, await self.listed(), self.mail, self.fleet.kills)
        more = [*found.failures, *self.failures]
        notes = [*self.notes]
        if self.ledger.repeated:
            notes.append(f"{self.ledger.repeated} repeated, longest silence {self.ledger.longest_silence:.1f} s")
        return Sum(found.kills, found.submissions, found.lost, found.doubled, tuple(notes), tuple(more))


@dataclass
class House:
    """What all experiments share: the nursery, a PostgreSQL, a Bot API server."""

    nursery: Nursery
    telegram: TelegramServer
    seed: int
    sabotage: str = ""
    platter: Path | None = None
    """The library of platter.c; None where there is no C compiler."""
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _postgres: PostgresServer | None = None

    def postgres(self) -> PostgresServer:
        """Started when it is first needed; it writes to the disk as it does in a town hall."""
        if self._postgres is None:
            folder = Path(tempfile.gettempdir()) / f"aiskiai-faults-pg-{uuid.uuid4().hex[:12]}"
            self._postgres = self._stack.enter_context(postgres_server(folder))
            self._postgres.waits_for_the_disk()
        return self._postgres

    @asynccontextmanager
    async def stage(
        self,
        kind: Kind,
        *,
        var: Path | None = None,
        on: PostgresServer | None = None,
        otherwise: dict[str, object] | None = None,
        **environment: str,
    ) -> AsyncIterator[Stage]:
        """A stage with everything running on it; `var` and `on` are another data folder and another PostgreSQL."""
        self.telegram.reset()
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(_folder()))
            if var is not None:
                (folder / "var").symlink_to(var)
            postgres = (on or self.postgres()) if kind is Kind.POSTGRES else None
            url = postgres.fresh_url() if postgres else ""
            if postgres:
                stack.callback(postgres.drop, url)
            mail = await stack.enter_async_context(mail_server())
            http = await stack.enter_async_context(
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30), connector=aiohttp.TCPConnector(limit=0))
            )
            own = {
                "AISKIAI_DATABASE_URL": url,
                "AISKIAI_SMTP_URL": mail.url,
                "AISKIAI_TELEGRAM_TOKEN": self.telegram.token,
                "AISKIAI_TELEGRAM_API_BASE": self.telegram.base_url,
            }
            if postgres:
                # Where pg_dump and pg_restore of the same release lie.
                own["PATH"] = f"{postgres.programs}:{os.environ['PATH']}"
            members = one_process() if kind is Kind.SQLITE else many_processes()
            fleet = Fleet(
                self.nursery,
                http,
                members,
                environment_for(folder / "var", members[0].port, **own | environment),
                folder,
            )
            clock_file = folder / "clock"
            clock = SharedClock(clock_file)
            fleet.otherwise = {"clock": str(clock_file), "sabotage": self.sabotage} | (otherwise or {})
            stack.push_async_callback(fleet.ends)
            await fleet.begins()
            yield Stage(
                kind,
                folder,
                random.Random(self.seed),  # noqa: S311 - a repeatable experiment
                fleet,
                http,
                mail,
                self.telegram,
                clock,
                postgres,
                url,
            )

    async def closes(self) -> None:
        """Stop what was started."""
        await self._stack.aclose()


@asynccontextmanager
async def house(seed: int, sabotage: str = "") -> AsyncIterator[House]:
    """One for as long as the block lasts."""
    with running_telegram_server() as telegram, _folder() as folder:
        platter = _compiled(Path(folder))
        async with nursery(platter) as born:
            here = House(born, telegram, seed, sabotage, platter)
            try:
                yield here
            finally:
                await here.closes()


def _compiled(folder: Path) -> Path | None:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    library = folder / "platter.so"
    source = Path(__file__).with_name("platter.c")
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"]
    return library if subprocess.run(command, check=False).returncode == 0 else None


@contextmanager
def _folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="aiskiai-faults-", ignore_cleanup_errors=True) as folder:
        yield folder
