"""A program that tells what it was given, and ends as it is told: `python -m tests.warm_probe …`."""

import os
import signal
import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    match sys.argv[1]:
        case "waits":
            signal.pause()
        case "ends with a number":
            sys.exit(3)
        case "ends with words":
            sys.exit("no more")
        case "fails":
            raise ValueError("a fault")
        case "lists what is open":
            # The folder itself is open too, but not any more when it is asked for.
            names = sorted(int(file.name) for file in Path("/proc/self/fd").iterdir())
            sys.stdout.write(" ".join(str(name) for name in names if Path(f"/proc/self/fd/{name}").exists()) + "\n")
        case word:
            given = (
                word,
                sys.stdin.read().strip(),
                " ".join(sorted(os.environ)),
                tempfile.gettempdir(),
                str(Path.cwd()),
            )
            sys.stdout.write("".join(f"{line}\n" for line in given))
            sys.stderr.write("to standard error\n")
