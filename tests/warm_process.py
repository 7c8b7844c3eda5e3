"""Imports our own programs and the library once, and forks a process for each order that comes, see warm.py."""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import sys
from functools import partial
from typing import Any

import assistant.commands
from tests.forked import live, read_library

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
    read_library()
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
                order = json.loads(told)
                live(partial(_run, order), order["environment"], standard)
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


def _run(order: dict[str, Any]) -> None:
    sys.argv = [order["module"], *order["words"]]
    runpy.run_module(order["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
