"""Imports the product once and forks a process of it for each order on standard input: a start takes a blink.

What is forked runs the product's own command from `main` on, with connections, settings and threads of its own; only
the imports and the library, which do not change, are shared. Ended, this process takes all its children with it.
"""

import ctypes
import gc
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import assistant.commands.bot
import assistant.commands.serve
import assistant.commands.staff
import assistant.conversation.engine
from assistant import bootstrap, cli
from assistant.adapters.clock import SystemClock
from assistant.adapters.database.session import Database
from assistant.library.loader import load_library
from assistant.settings import ROOT
from tests.conftest import CONTENT, LEARNED
from tests.faults.points import Point, die_at
from tests.faults.sabotage import SABOTAGES
from tests.faults.shared_clock import reader

_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main() -> None:
    """One order a line: words of the command, environment, log file. Answers with the process id."""
    library = load_library(CONTENT, LEARNED)
    load = load_library
    bootstrap.load_library = lambda content, learned=None: (  # type: ignore[attr-defined]  # what is loaded already
        library if content == ROOT / "content" else load(content, learned)
    )
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    _answer("ready")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            _live(order)
        _answer(str(child))


def _answer(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _live(order: dict[str, Any]) -> None:
    """Be the product until it ends."""
    code: Any = 70
    try:
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, file, flags in (
            (0, os.devnull, os.O_RDONLY),
            (1, order["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            (2, order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        ):
            os.dup2(os.open(file, flags, 0o600), number)
        # The parent has read from its own, which must not be read on.
        sys.stdin, sys.stdout = Path("/dev/null").open(encoding="utf-8"), open(1, "w", encoding="utf-8")  # noqa: SIM115 - for life
        os.environ.clear()
        os.environ.update(order["environment"])
        os.chdir(order["folder"])
        _prepare(order)
        sys.argv = ["aiskiai", *order["words"]]
        cli.main()
        code = 0
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - nothing of a child may go on as its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


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
