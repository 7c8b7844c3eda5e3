"""Starts the server in a process of its own, on a free port, and waits until it answers."""

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests import warm
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.world import TOKEN

READY_WITHIN = 200.0
"""Seconds in which a program must have started, also where many share the machine."""
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class TelegramServer:
    """A server that runs: where it is, the token that it lets in, and the test's own levers."""

    base_url: str
    token: str = TOKEN
    calls_bots: bool = False
    """Whether the doors of a test let themselves be called (webhook) or ask (long polling)."""

    def reset(self) -> None:
        """Forget everything."""
        self._post("reset")

    def fails(
        self, kind: FaultKind, *, method: str = "", chat_id: int | None = None, times: int = 1, retry_after: int = 1
    ) -> None:
        """Let the next calls go wrong."""
        self._post("faults", kind=kind, method=method, chat_id=chat_id, times=times, retry_after=retry_after)

    def takes_only(self, a_second: int, chat_burst: int = 3) -> None:
        """Refuse more messages than so many a second, and more than one a second in a chat after a burst."""
        allowed = {"a_second": a_second, "chat_burst": chat_burst}
        httpx.put(f"{self.base_url}/admin/pace", json=allowed, trust_env=False).raise_for_status()

    def recovers(self) -> None:
        """Let nothing go wrong any more; all else is remembered."""
        self._post("faults/none")

    def is_group(self, chat_id: int, kind: str = "group") -> None:
        """Make a chat a group (or supergroup, or channel)."""
        httpx.put(f"{self.base_url}/admin/chats/{chat_id}", json={"type": kind}, trust_env=False).raise_for_status()

    def calls(self, method: str = "") -> list[dict[str, Any]]:
        """Every call that was made, oldest first; of one method where it is named."""
        made: list[dict[str, Any]] = self._get("calls")
        return [call for call in made if method in {"", call["method"]}]

    def repeats(self, times: int) -> None:
        """Let all updates of the past come again, newest first."""
        httpx.post(
            f"{self.base_url}/admin/repeat", params={"times": times}, trust_env=False, timeout=30
        ).raise_for_status()

    def unconfirmed(self) -> list[int]:
        """The ids of updates that the bot has not confirmed yet."""
        pending: list[int] = self._get("updates")
        return pending

    def _get(self, route: str) -> Any:
        return httpx.get(f"{self.base_url}/admin/{route}", trust_env=False, timeout=60).raise_for_status().json()

    def _post(self, route: str, **fields: Any) -> None:
        httpx.post(f"{self.base_url}/admin/{route}", json=fields, trust_env=False).raise_for_status()


@contextmanager
def running_telegram_server() -> Iterator[TelegramServer]:
    """A server for as long as the block lasts."""
    port = free_port()
    with warm.born("tests.telegram_server", "--port", str(port), environment=os.environ) as process:
        try:
            server = TelegramServer(f"http://127.0.0.1:{port}")
            wait_until_healthy(f"{server.base_url}/admin/health", process)
            yield server
        finally:
            process.kill()


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(url: str, process: warm.Born | subprocess.Popen[bytes]) -> None:
    """Returns when the address answers; fails where the process ends or the time is over."""
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the server ended with {process.returncode}"
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(url, trust_env=False, timeout=1).is_success:
                return
        # It does not answer yet: ask again shortly, or at once where the process has ended.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    raise AssertionError(f"{url} did not answer within {READY_WITHIN} seconds")
