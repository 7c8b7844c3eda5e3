"""The whole assistant on real databases, with a fake clock and seeded secrets."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets
from assistant.library.library import Library
from assistant.referrals.routing import Recipient
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.adapters.conftest import database_url
from tests.databases import lay_migrated_sqlite
from tests.usecases.delivering import switched_on
from tests.usecases.fake_clock import FakeClock

__all__ = ["database_url"]


class Opens(Protocol):
    """Opens the product once more, as another process would."""

    async def __call__(self, database_url: str = "", recipients: tuple[Recipient, ...] = (), **more: Any) -> Assistant:
        """Without an address: on the test's own SQLite file. With recipients: these get word of new referrals."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def opens(tmp_path: Path, clock: FakeClock, library: Library) -> AsyncIterator[Opens]:
    seeds = count(1)

    async def opened(database_url: str = "", recipients: tuple[Recipient, ...] = (), **more: Any) -> Assistant:
        settings = Settings(
            _env_file=None,
            data_dir=tmp_path / "var",
            database_url=database_url,
            **({"public_url": "https://aiskiai.example"} | more),
        )
        if not database_url and not settings.data_dir.exists():
            lay_migrated_sqlite(settings.data_dir / "aiskiai.db")
        secrets = SeededSecrets(next(seeds))
        known = switched_on(library, *recipients) if recipients else library
        return await stack.enter_async_context(assembled(settings, clock=clock, secrets=secrets, library=known))

    async with AsyncExitStack() as stack:
        yield opened


@pytest.fixture
async def assistant(opens: Opens) -> Assistant:
    """On SQLite, as a small municipality runs it."""
    return await opens()


@pytest.fixture
async def two(database_url: str, opens: Opens) -> tuple[Assistant, Assistant]:
    """Two processes on one database, once on SQLite and once on PostgreSQL."""
    return await opens(database_url), await opens(database_url)


@pytest.fixture
async def ona(assistant: Assistant) -> StaffMember:
    """Somebody who works in Kretinga."""
    member, _ = await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    return member
