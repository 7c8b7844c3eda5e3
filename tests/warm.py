"""Our own programs in processes of their own, forked from one that has imported them: a start takes a blink.

What is forked runs the program from its beginning on, with an environment, files, settings, connections and threads of
its own; only the imports and the library that ships, which do not change, are shared. Where the start itself is what a
test is about (the units of systemd, `python -m bot`), it starts a process in the usual way.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO, Self

from tests.forked import surroundings_of_parent

ROOT = Path(__file__).resolve().parents[1]
CODE_BYTES = 4


class Born:
    """A process that runs, or has run; may do what `subprocess.Popen` may do, as far as tests ask for it."""

    def __init__(self, pid: int, status: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._status = status

    def poll(self) -> int | None:
        """The exit code, minus the signal where one ended it; None while it runs."""
        if self.returncode is None and self._has_ended(0):
            self._reads_code()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """The exit code, once it has ended. Raises TimeoutExpired after so many seconds."""
        if self.returncode is None:
            if not self._has_ended(timeout):
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            self._reads_code()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Nothing happens where it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()

    def _has_ended(self, within: float | None) -> bool:
        return bool(select.select([self._status], [], [], within)[0])

    def _reads_code(self) -> None:
        told = os.read(self._status, CODE_BYTES)
        os.close(self._status)
        # Nothing is told where the process that would tell it is gone; its children were killed with it.
        self.returncode = int.from_bytes(told, signed=True) if told else -signal.SIGKILL


class _Parent:
    """The process that has imported all."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._orders, orders = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with orders:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.warm_process", str(orders.fileno())],
                cwd=ROOT,
                env=surroundings_of_parent(),
                pass_fds=[orders.fileno()],
            )

    def bears(self, order: dict[str, object], files: tuple[int, int, int]) -> Born:
        reading, writing = os.pipe()
        with self._turn:
            socket.send_fds(self._orders, [json.dumps(order).encode()], [*files, writing])
            pid = int(self._orders.recv(64))
        os.close(writing)
        return Born(pid, reading)

    def ends(self) -> None:
        self._orders.close()
        self._process.wait()


@cache
def _parent() -> _Parent:
    parent = _Parent()
    atexit.register(parent.ends)
    return parent


def born(
    module: str,
    *words: str,
    environment: Mapping[str, str],
    stdin: int | IO[bytes] = subprocess.DEVNULL,
    stdout: int | IO[bytes] = 1,
    stderr: int | IO[bytes] = 2,
) -> Born:
    """`python -m module words` in the root folder of the repository; the files are numbers or open files."""
    with Path(os.devnull).open("r+b") as nothing:
        numbers = [
            nothing.fileno() if file == subprocess.DEVNULL else file if isinstance(file, int) else file.fileno()
            for file in (stdin, stdout, stderr)
        ]
        order: dict[str, object] = {"module": module, "words": words, "environment": dict(environment)}
        return _parent().bears(order, (numbers[0], numbers[1], numbers[2]))


def run(
    module: str, *words: str, environment: Mapping[str, str], told: bytes = b"", timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """The same to its end, with what was written. Raises TimeoutExpired, and then has killed it."""
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        stdin.write(told)
        stdin.seek(0)
        process = born(module, *words, environment=environment, stdin=stdin, stdout=stdout, stderr=stderr)
        try:
            code = process.wait(timeout)
        finally:
            process.kill()
        written = []
        for file in (stdout, stderr):
            file.seek(0)
            written.append(file.read().decode())
        return subprocess.CompletedProcess((module, *words), code, *written)
