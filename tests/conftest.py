"""What tests of several folders share: the real library and a real PostgreSQL, once a test process."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from assistant.adapters.database.schema import migrate
from assistant.library.library import Library
from assistant.library.loader import load_library
from tests.databases import PostgresServer, database_name, postgres_server
from tests.order import in_good_order
from tests.remembered import remembered_checks
from tests.routes_once import routes_ready_once

CONTENT = Path(__file__).resolve().parent.parent / "content"
LEARNED = CONTENT.parent / ".pytest_cache" / "learned"
"""One memory for all test processes: each would learn the same for seconds."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    in_good_order(items)


@pytest.fixture(autouse=True)
def _own_logs() -> Iterator[None]:
    """A command that a test runs in this process sets up logs for its own output, which is closed after it."""
    yield
    structlog.reset_defaults()


@pytest.fixture(autouse=True)
def _shared_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that tests run remember there too what was learned."""
    monkeypatch.setenv("AISKIAI_LEARNED_DIR", str(LEARNED))


@pytest.fixture(scope="session", autouse=True)
def _routes_ready_once() -> Iterator[None]:
    with routes_ready_once():
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it ships."""
    return load_library(CONTENT, LEARNED)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The content once more, to plant faults in."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture(scope="module")
def quick_checks() -> Iterator[None]:
    """The checks of content remember what they have worked out, for files that check it many times over."""
    with remembered_checks():
        yield


@pytest.fixture(scope="session")
def migrated_postgres(postgres: PostgresServer) -> str:
    """The name of a database with the newest tables and nothing in them, to copy: that is quicker than making them."""
    url = postgres.fresh_url()
    asyncio.run(migrate(url))
    return database_name(url)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The one server of all tests: entered once a process, since leaving it stops it for the whole process."""
    with postgres_server() as server:
        yield server
