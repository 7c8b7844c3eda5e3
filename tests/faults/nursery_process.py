"""Imports the product once and forks a process of it for each order on standard input: a start takes a blink.

What is forked runs the product's own command from `main` on, with connections, settings and threads of its own; only
the imports and the library, which do not change, are shared. Ended, this process takes all its children with it.
"""

import gc
import json
import os
import resource
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Any

import assistant.commands.bot
import assistant.commands.serve
import assistant.commands.staff
import assistant.conversation.engine
from assistant import cli
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.session import Database
from tests.faults.points import Point, die_at
from tests.faults.sabotage import SABOTAGES
from tests.faults.shared_clock import reader
from tests.forked import live, read_library


def main() -> None:
    """One order a line: words of the command, environment, log file. Answers with the process id."""
    read_library()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    _answer("ready")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            live(partial(_run, order), order["environment"], _standard(order))
        _answer(str(child))


def _answer(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _standard(order: dict[str, Any]) -> list[int]:
    return [
        os.open(file, flags, 0o600)
        for file, flags in (
            (os.devnull, os.O_RDONLY),
            (order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        )
    ]


def _run(order: dict[str, Any]) -> None:
    os.chdir(order["folder"])
    _prepare(order)
    sys.argv = ["aiskiai", *order["words"]]
    cli.main()


def _prepare(order: dict[str, Any]) -> None:
    """What the experiment wants to be otherwise in this process."""
    if order.get("clock"):
        SystemClock.now = reader(Path(order["clock"]))  # type: ignore[assignment, method-assign]  # all processes share one clock
    if order.get("flow"):
        assistant.conversation.engine.FLOW_VERSION = order["flow"]  # type: ignore[attr-defined]  # as a newer release has it
    if order.get("memory"):
        resource.setrlimit(resource.RLIMIT_AS, (order["memory"], order["memory"]))
    if order.get("largest_file"):
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest_file"], most))
    if order.get("nice"):
        os.nice(order["nice"])
    if order.get("point"):
        die_at(Point.of(order["point"]))
    if order.get("sabotage"):
        SABOTAGES[order["sabotage"]]()


if __name__ == "__main__":
    # Named here, so that a forked process need not import them.
    assert all((assistant.commands.bot, assistant.commands.serve, assistant.commands.staff, Database))
    main()
