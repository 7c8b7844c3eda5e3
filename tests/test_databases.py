"""Servers of tests are started and stopped by one process at a time; a laid database is one that was migrated."""

import fcntl
import importlib
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.adapters.database.schema import has_newest_schema
from assistant.adapters.database.session import open_database
from tests import databases


def somebody_waits() -> bool:
    """Whether another process would have to wait now."""
    [file] = Path(tempfile.gettempdir()).glob("aiskiai-pg-*.lock")
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_nobody_starts_or_stops_a_server_while_another_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bool]] = []

    class Server:
        def get_uri(self) -> str:
            seen.append(("runs", somebody_waits()))
            raise NotImplementedError

        def cleanup(self) -> None:
            seen.append(("stops", somebody_waits()))

    def get_server(*_: object, **__: object) -> Server:
        seen.append(("starts", somebody_waits()))
        return Server()

    module = SimpleNamespace(POSTGRES_VERSIONS={18: tmp_path}, get_server=get_server)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(importlib, "import_module", lambda _: module)

    with pytest.raises(NotImplementedError), databases.postgres_server():
        pass

    assert seen == [("starts", True), ("runs", False), ("stops", True)]


async def test_a_laid_database_has_the_newest_tables_and_each_is_another(tmp_path: Path) -> None:
    one, other = (databases.migrated_sqlite_url(tmp_path) for _ in range(2))

    assert one != other
    for url in (one, other):
        database = open_database(url)
        assert await has_newest_schema(database)
        await database.close()
