"""Looks at every public page, and at each shape of the talk, with the Nu checker of the W3C: `make html`.

One start of Java for all of them.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from api.app import create_app
from api.chat.visit import CONVERSATION_COOKIE
from api.site.robots import public_paths
from assistant.library.loader import load_library
from tests.api.axe_crawl.states import States
from tests.api.axe_crawl.talks import Talks
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost
from tests.conftest import CONTENT, LEARNED
from tests.crawl.remembering import remembering

MORE = ("/valdiklis?savivaldybe=kretingos-rajono", "/valdiklio-pavyzdys", "/nustatymai", "/temos/nera", "/nera")


async def write_pages(folder: Path) -> list[str]:
    """Every public page as a file named by its place in the list; gives their addresses."""
    host = FakeHost()
    paths = [*public_paths(create_app(host).state.site), *MORE]
    async with client_of(host) as client:
        for number, path in enumerate(paths):
            (folder / f"{number}.html").write_text((await client.get(path)).text, encoding="utf-8")
    return paths


async def write_talks(folder: Path, first: int) -> list[str]:
    """The page of each shape of the talk, numbered from `first` on; gives the ways to them."""
    library = load_library(CONTENT, LEARNED)
    talks = Talks(library)
    ways = []
    with remembering(library):
        for number, reached in enumerate(States(library).of_new_shape(), start=first):
            opened = talks.opened_at(reached)
            async with client_of(FakeHost(converse=talks)) as client:
                client.cookies[CONVERSATION_COOKIE] = f"{opened.conversation}.{opened.token}"
                page = (await client.get("/pokalbis")).raise_for_status().text
            (folder / f"{number}.html").write_text(page, encoding="utf-8")
            ways.append(reached.told)
    return ways


def faults_in(folder: Path, names: list[str], checker: str) -> list[str]:
    """What the checker finds, each line with the name of its page."""
    done = subprocess.run(
        ["java", "-jar", checker, "--errors-only", str(folder)], check=False, capture_output=True, text=True
    )
    lines = [line for line in done.stderr.splitlines() if ".html" in line]
    found = [f"{names[int(Path(line.split('.html')[0]).name)]}: {line}" for line in lines]
    return found or ([done.stderr] if done.returncode else [])


if __name__ == "__main__":
    # `npm pack vnu-jar` brings the checker; it weighs 30 MB and needs Java, so it is not among what tests must have.
    jar = os.environ.get("VNU_JAR", "")
    if not jar or shutil.which("java") is None:
        sys.exit("Set VNU_JAR to the Nu checker (npm pack vnu-jar, then unpack it), and have Java at hand.")
    with tempfile.TemporaryDirectory() as made:
        pages = asyncio.run(write_pages(Path(made)))
        told = asyncio.run(write_talks(Path(made), len(pages)))
        faults = faults_in(Path(made), pages + told, jar)
    summary = f"{len(pages)} pages, {len(told)} shapes of the talk, {len(faults)} errors.\n"
    sys.stdout.write("".join(f"{fault}\n" for fault in faults) + summary)
    sys.exit(bool(faults))
