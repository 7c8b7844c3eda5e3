"""Imports our own programs and the library once, and forks a process for each order that comes, see warm.py."""

import contextlib
import ctypes
import gc
import importlib
import io
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

import assistant.commands
from assistant.library import loader
from tests.conftest import CONTENT, LEARNED

_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_MOST_OF_AN_ORDER = 200_000
_USED = (
    "bot.check",
    "bot.serving",
    "tests.bot.fakes",
    "tests.papers",
    "tests.telegram_server.app",
    "uvicorn.lifespan.on",
)
"""What programs import only when they run."""


def main() -> None:
    """Serve orders until whoever gives them has gone; all children end then."""
    orders = socket.socket(fileno=int(sys.argv[1]))
    _import_all()
    _read_library()
    woken, wakes = socket.socketpair()
    woken.setblocking(False)
    wakes.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakes.fileno())
    living: dict[int, int] = {}
    gc.collect()
    gc.freeze()
    while True:
        ready, _, _ = select.select([orders, woken], [], [])
        if woken in ready:
            woken.recv(4096)
            _tell_of_the_dead(living)
        if orders in ready:
            told, files, _, _ = socket.recv_fds(orders, _MOST_OF_AN_ORDER, 4)
            if not told:
                os._exit(0)
            *standard, status = files
            child = os.fork()
            if not child:
                signal.set_wakeup_fd(-1)
                for end in (orders, woken, wakes):
                    end.close()
                for other in (status, *living.values()):
                    os.close(other)
                _live(json.loads(told), standard)
            for file in standard:
                os.close(file)
            living[child] = status
            orders.send(str(child).encode())


def _tell_of_the_dead(living: dict[int, int]) -> None:
    for child, status in list(living.items()):
        dead, how = os.waitpid(child, os.WNOHANG)
        if dead:
            del living[child]
            with contextlib.suppress(BrokenPipeError):  # nobody wants to know any more
                os.write(status, os.waitstatus_to_exitcode(how).to_bytes(4, signed=True))
            os.close(status)


def _import_all() -> None:
    for module in pkgutil.walk_packages(assistant.commands.__path__, "assistant.commands."):
        importlib.import_module(module.name)
    for name in ("assistant.cli", *_USED):
        importlib.import_module(name)


def _read_library() -> None:
    """Whoever reads the content that ships, with the memory of tests, is given what was read already."""
    load, library = loader.load_library, loader.load_library(CONTENT, LEARNED)

    def loaded(content: Path, learned: Path | None = None) -> Any:
        is_known = content.resolve() == CONTENT and learned is not None and learned.resolve() == LEARNED
        return library if is_known else load(content, learned)

    for module in list(sys.modules.values()):
        if getattr(module, "load_library", None) is load:
            module.load_library = loaded  # type: ignore[attr-defined]  # it was found there


def _live(order: dict[str, Any], standard: list[int]) -> None:
    """Be the program until it ends."""
    code: Any = 1
    try:
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, file in enumerate(standard):
            os.dup2(file, number)
            os.close(file)
        # The parent's own know nothing of what these files are now.
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - for life
        sys.stdout, sys.stderr = (
            io.TextIOWrapper(io.FileIO(number, "w", closefd=False), encoding="utf-8", write_through=True)
            for number in (1, 2)
        )
        os.environ.clear()
        os.environ.update(order["environment"])
        tempfile.tempdir = None
        time.tzset()
        sys.argv = [order["module"], *order["words"]]
        runpy.run_module(order["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            sys.stderr.write(f"{code}\n")
    except BaseException:  # noqa: BLE001 - nothing of a child may go on as its parent
        traceback.print_exc()
    finally:
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    main()
