"""Runs `aiskiai bench` on SQLite and on a real PostgreSQL, and prints both tables as docs/performance.md shows them."""

import subprocess
import sys

from tests.databases import postgres_server


def bench(*words: str) -> None:
    """The command in a process of its own; what it logs is left out."""
    command = [sys.executable, "-m", "assistant", "bench", *words]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def main(words: list[str]) -> None:
    """Options are passed on to both runs."""
    print("## SQLite\n", flush=True)  # noqa: T201 - this is what the command is for
    bench(*words)
    with postgres_server(is_durable=True) as server:
        print("\n## PostgreSQL\n", flush=True)  # noqa: T201 - the same
        bench("--database-url", server.fresh_url(), *words)


if __name__ == "__main__":
    main(sys.argv[1:])
