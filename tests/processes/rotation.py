"""The master key is changed while people send requests: `python -m tests.processes.rotation` prints what was lost.

With SQLite and with PostgreSQL (`… sqlite` for one of them), several changes in a row, each with the old key dropped at
once. Nobody tells the server of it. Afterwards everything is opened with the newest key alone.
"""

import asyncio
import os
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.adapters.database.session import open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.master_keys import MasterKeys
from assistant.usecases.ports import UnitsOfWork
from tests.databases import postgres_server
from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.test_letters import sent_at
from tests.telegram_server.process import free_port

TOWN, NAME = "kretingos-rajono", "Ona Onaitė"
PEOPLE = 3
CHANGES = 3


@dataclass(frozen=True)
class Rotated:
    """What came of it: the numbers that people were told, those that are kept, and those that can be read."""

    changes: int
    told: tuple[str, ...]
    kept: frozenset[str]
    read: frozenset[str]
    master_keys: int

    @property
    def lost(self) -> frozenset[str]:
        """Told to a person, and not to be read any more."""
        return frozenset(self.told) - self.read

    @property
    def doubled(self) -> frozenset[str]:
        """Told to two people, or kept and told to nobody."""
        twice = {number for number, times in Counter(self.told).items() if times > 1}
        return frozenset(twice | (self.kept - frozenset(self.told)))

    @property
    def is_fine(self) -> bool:
        """Whether nothing was lost or doubled, and one key is left."""
        return not self.lost and not self.doubled and self.master_keys == 1

    def __str__(self) -> str:
        return (
            f"{self.changes} changes of the master key, {len(self.told)} requests sent before, meanwhile and after, "
            f"{len(self.read)} read with the newest key alone, {len(self.lost)} lost, {len(self.doubled)} doubled, "
            f"{self.master_keys} key left"
        )


async def rotated(folder: Path, changes: int = 1, **more: str) -> Rotated:
    """Change the key so often under load. Raises AssertionError where staff cannot read a request meanwhile."""
    environment = environment_for(folder / "var", free_port(), **more)
    product = Product(f"http://127.0.0.1:{environment['AISKIAI_PORT']}", environment)
    with serving(environment):
        told = [await sent_at(product.base_url)]
        for _ in range(changes):
            changing = asyncio.create_task(_changes(product, folder))
            while not changing.done():
                told += await asyncio.gather(*(sent_at(product.base_url) for _ in range(PEOPLE)))
            await changing
        told.append(await sent_at(product.base_url))
        # The process that was there all the time reads what was sent before and what was sent after.
        staff = StaffAtInbox(product.base_url)
        await staff.signs_in(product.sign_in_link())
        for number in (told[0], told[-1]):
            assert NAME in await staff.opens(number)
        await staff.leaves()
    masters = _masters(folder)
    url = more.get("AISKIAI_DATABASE_URL", f"sqlite:///{folder / 'var' / 'aiskiai.db'}")
    async with _opened(url, masters) as units, units() as unit:
        found = await unit.referrals.of_municipality(TOWN)
    kept = frozenset(one.number for one in found)
    read = frozenset(one.number for one in found if one.request.name == NAME)
    return Rotated(changes, tuple(told), kept, read, len(masters.names))


def _masters(folder: Path) -> MasterKeys:
    return MasterKeys.kept(folder / "var" / "encryption-keys")


async def _changes(product: Product, folder: Path) -> None:
    old = _masters(folder).newest.id
    await asyncio.to_thread(product.command, "keys", "rotate")
    await asyncio.to_thread(product.command, "keys", "drop", old)


@asynccontextmanager
async def _opened(url: str, masters: MasterKeys) -> AsyncIterator[UnitsOfWork]:
    database = open_database(url)
    try:
        yield SqlUnitsOfWork(database, masters=masters)
    finally:
        await database.close()


@contextmanager
def _sqlite() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def _postgresql() -> Iterator[dict[str, str]]:
    with postgres_server(is_durable=True) as server:
        path = f"{server.programs}:{os.environ['PATH']}"
        yield {"AISKIAI_DATABASE_URL": server.fresh_url(), "PATH": path}


DATABASES = {"sqlite": _sqlite, "postgresql": _postgresql}

if __name__ == "__main__":
    is_fine = True
    for kind in sys.argv[1:] or DATABASES:
        with tempfile.TemporaryDirectory() as place, DATABASES[kind]() as surroundings:
            done = asyncio.run(rotated(Path(place), CHANGES, **surroundings))
        sys.stdout.write(f"{kind}: {done}\n")
        sys.stdout.flush()
        is_fine = is_fine and done.is_fine
    sys.exit(0 if is_fine else 1)
