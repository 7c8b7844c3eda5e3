"""How a process forked from one that has imported all becomes a program of its own, and what its parent prepares."""

import ctypes
import io
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from assistant.library import loader
from tests.conftest import CONTENT, LEARNED

_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def surroundings_of_parent() -> dict[str, str]:
    """What such a parent is started with: nothing of the product's settings, and no threads of libraries."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("AISKIAI_")}
    # Such threads would not outlive a fork.
    return own | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def read_library() -> None:
    """Whoever reads the content that ships, with the memory of tests, is given from now on what was read already."""
    load, library = loader.load_library, loader.load_library(CONTENT, LEARNED)

    def loaded(content: Path, learned: Path | None = None) -> Any:
        is_known = content.resolve() == CONTENT and learned is not None and learned.resolve() == LEARNED
        return library if is_known else load(content, learned)

    for module in list(sys.modules.values()):
        if getattr(module, "load_library", None) is load:
            module.load_library = loaded  # type: ignore[attr-defined]  # it was found there


def live(program: Callable[[], object], environment: Mapping[str, str], standard: Sequence[int]) -> NoReturn:
    """Be the program until it ends, with these three files for input, output and errors."""
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
        os.environ.update(environment)
        tempfile.tempdir = None
        time.tzset()
        program()
        code = 0
    except SystemExit as end:
        code = end.code
        if isinstance(code, str):
            sys.stderr.write(f"{code}\n")
    except BaseException:  # noqa: BLE001 - nothing of a child may go on as its parent
        traceback.print_exc()
    finally:
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)
