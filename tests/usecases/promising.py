"""The assistant where Kretinga has promised to answer within so many working days."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from assistant.bootstrap import Assistant, assembled
from assistant.commands.talk import SeededSecrets
from assistant.library.library import Library
from assistant.settings import Settings
from tests.usecases.fake_clock import FakeClock

KRETINGA = "kretingos-rajono"


@asynccontextmanager
async def promising(
    folder: Path, library: Library, clock: FakeClock, *, days: int | None, url: str = "", seed: int = 1
) -> AsyncIterator[Assistant]:
    """As one process among others on the same database."""
    route = replace(library.routes[KRETINGA], promise_days=days)
    settings = Settings(_env_file=None, data_dir=folder / "var", database_url=url)
    library = replace(library, routes={KRETINGA: route})
    async with assembled(settings, clock=clock, secrets=SeededSecrets(seed), library=library) as assistant:
        yield assistant
