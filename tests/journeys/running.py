"""The whole product as an operator runs it: server with worker, bot, and the servers that it talks with."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import LEARNED
from tests.telegram_server.process import (
    READY_WITHIN,
    TelegramServer,
    free_port,
    running_telegram_server,
    wait_until_healthy,
)

ROOT = Path(__file__).resolve().parents[2]


def command(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the product in this environment to its end."""
    return subprocess.run(
        [sys.executable, "-m", "assistant", *words],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        # On a busy machine a command takes as long to begin as a server.
        timeout=READY_WITHIN,
    )


@dataclass(frozen=True)
class Product:
    """A running product: where it is, and the environment in which its other commands run."""

    base_url: str
    environment: dict[str, str]
    telegram: TelegramServer | None = None

    def command(self, *words: str) -> str:
        """Run a command of the product beside it; gives its standard output."""
        done = command(self.environment, *words)
        done.check_returncode()
        return done.stdout

    def letters(self) -> Path:
        """The folder in which letters lie where there is no mail server."""
        return Path(self.environment["AISKIAI_DATA_DIR"]) / "letters"

    def sign_in_link(
        self, municipality: str = "kretingos-rajono", email: str = "ona@kretinga.example", role: str = "staff"
    ) -> str:
        """A fresh one-time link for a member of staff."""
        return self.command("staff", "add", email, "--municipality", municipality, "--role", role).strip()


def environment_for(data_dir: Path, port: int, **more: str) -> dict[str, str]:
    """The environment of a product of its own: nothing of the machine's own settings leaks in."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("AISKIAI_")}
    return own | {
        "AISKIAI_DATA_DIR": str(data_dir),
        "AISKIAI_LEARNED_DIR": str(LEARNED),
        "AISKIAI_PORT": str(port),
        "AISKIAI_LOG_FORMAT": "json",
        # The Telegram of tests has no limits, so that nobody has to wait a second between two messages.
        "AISKIAI_TELEGRAM_MESSAGES_PER_SECOND": "0",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


@contextmanager
def serving(environment: dict[str, str], *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command aiskiai serve, ready to answer, for as long as the block lasts."""
    command = [sys.executable, "-m", "assistant", "serve", *more]
    log = Path(environment["AISKIAI_DATA_DIR"]).with_suffix(".log")
    with log.open("ab") as kept, subprocess.Popen(command, cwd=ROOT, env=environment, stderr=kept) as process:
        try:
            wait_until_healthy(f"http://127.0.0.1:{environment['AISKIAI_PORT']}/health/ready", process)
            yield process
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def running_product(data_dir: Path, **more: str) -> Iterator[Product]:
    """Server, worker and bot on a database of their own, with a Bot API server in its own process."""
    port = free_port()
    with running_telegram_server() as telegram:
        environment = environment_for(
            data_dir,
            port,
            AISKIAI_TELEGRAM_TOKEN=telegram.token,
            AISKIAI_TELEGRAM_API_BASE=telegram.base_url,
            **more,
        )
        with serving(environment), _bot(environment, telegram):
            yield Product(f"http://127.0.0.1:{port}", environment, telegram)


@contextmanager
def _bot(environment: dict[str, str], telegram: TelegramServer) -> Iterator[None]:
    command = [sys.executable, "-m", "assistant", "bot"]
    log = Path(environment["AISKIAI_DATA_DIR"]).with_suffix(".bot.log")
    with log.open("ab") as kept, subprocess.Popen(command, cwd=ROOT, env=environment, stderr=kept) as process:
        try:
            _wait_until_it_listens(telegram, process)
            yield
        finally:
            process.terminate()
            process.wait(20)


def _wait_until_it_listens(telegram: TelegramServer, bot: subprocess.Popen[bytes]) -> None:
    """On a busy machine a bot may take longer to start than a person waits for an answer."""
    deadline = time.monotonic() + READY_WITHIN
    while not telegram.calls("getUpdates"):
        assert bot.poll() is None, f"the bot ended with {bot.returncode}"
        assert time.monotonic() < deadline, f"the bot did not listen within {READY_WITHIN} seconds"
        with contextlib.suppress(subprocess.TimeoutExpired):
            bot.wait(0.1)
