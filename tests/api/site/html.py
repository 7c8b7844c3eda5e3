"""Looks at every public page with the Nu checker of the W3C: `make html`, one start of Java for all of them."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from api.app import create_app
from api.site.robots import public_paths
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost

MORE = ("/valdiklis?savivaldybe=kretingos-rajono", "/valdiklio-pavyzdys", "/nustatymai", "/temos/nera", "/nera")


async def write_pages(folder: Path) -> list[str]:
    """Every public page as a file named by its place in the list; gives their addresses."""
    host = FakeHost()
    paths = [*public_paths(create_app(host).state.site), *MORE]
    async with client_of(host) as client:
        for number, path in enumerate(paths):
            (folder / f"{number}.html").write_text((await client.get(path)).text, encoding="utf-8")
    return paths


def faults_in(folder: Path, paths: list[str], checker: str) -> list[str]:
    """What the checker finds, each line with the address of its page."""
    done = subprocess.run(
        ["java", "-jar", checker, "--errors-only", str(folder)], check=False, capture_output=True, text=True
    )
    lines = [line for line in done.stderr.splitlines() if ".html" in line]
    found = [f"{paths[int(Path(line.split('.html')[0]).name)]}: {line}" for line in lines]
    return found or ([done.stderr] if done.returncode else [])


if __name__ == "__main__":
    # `npm pack vnu-jar` brings the checker; it weighs 30 MB and needs Java, so it is not among what tests must have.
    jar = os.environ.get("VNU_JAR", "")
    if not jar or shutil.which("java") is None:
        sys.exit("Set VNU_JAR to the Nu checker (npm pack vnu-jar, then unpack it), and have Java at hand.")
    with tempfile.TemporaryDirectory() as made:
        pages = asyncio.run(write_pages(Path(made)))
        faults = faults_in(Path(made), pages, jar)
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) + f"{len(pages)} pages, {len(faults)} errors.\n")
    sys.exit(bool(faults))
