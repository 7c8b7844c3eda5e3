"""Kills the server right after "Siųsti" was sent, again and again: every number that a person was shown must be in the
inbox exactly once.
"""

import argparse
import asyncio
import contextlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.journeys.running import ROOT, environment_for
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import HttpDoor
from tests.telegram_server.process import free_port, wait_until_healthy

SHOWN_NUMBER = re.compile(r"numeris yra (\d\d \d\d \d\d \d\d)")
LONGEST_WAIT = 0.03
"""The kill falls somewhere within the time that answering takes, in seconds."""


@dataclass
class Count:
    """What the loop saw."""

    kills: int = 0
    shown: list[str] = field(default_factory=list)
    repeated: int = 0


def start(environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A server in a process of its own, ready to answer."""
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant", "serve"], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )
    wait_until_healthy(f"http://127.0.0.1:{environment['AISKIAI_PORT']}/health/ready", process)
    return process


async def fills_in(base_url: str) -> HttpDoor:
    """A person who is about to press Siųsti."""
    door = HttpDoor(base_url)
    await door.opens()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        await door.presses(label)
    await door.says("Kretinga")
    await door.says("Ona Onaitė")
    for label in ("Parašyti čia", "Ne, tai viskas"):
        await door.presses(label)
    return door


async def presses_send_and_server_dies(door: HttpDoor, process: subprocess.Popen[bytes], after: float) -> str | None:
    """The number that was shown, if the answer came before the kill."""
    pressing = asyncio.create_task(door.presses("Siųsti"))
    await asyncio.wait({pressing}, timeout=after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with contextlib.suppress(httpx.TransportError):
        return number_in((await pressing).text)
    return None


def number_in(text: str) -> str | None:
    """The number that a message shows, digits only."""
    found = SHOWN_NUMBER.search(text)
    return found[1].replace(" ", "") if found else None


async def rounds(kills: int, seed: int, data_dir: Path) -> tuple[Count, Counter[str]]:
    """So many kills; gives what persons were shown, and how often each number stands in the inbox."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable experiment
    environment = environment_for(data_dir, free_port())
    base_url = f"http://127.0.0.1:{environment['AISKIAI_PORT']}"
    count = Count()
    process = start(environment)
    try:
        for _ in range(kills):
            door = await fills_in(base_url)
            number = await presses_send_and_server_dies(door, process, chance.uniform(0, LONGEST_WAIT))
            count.kills += 1
            process = start(environment)
            if number is None:
                # The person saw nothing, so they press the same button once more, as people do.
                number = number_in((await door.presses("Siųsti")).text)
                count.repeated += 1
            if number is not None:
                count.shown.append(number)
            await door.leaves()
        return count, await in_inbox(base_url, environment)
    finally:
        process.kill()
        process.wait()


async def in_inbox(base_url: str, environment: dict[str, str]) -> Counter[str]:
    """How often each number stands in the staff's list."""
    command = [
        sys.executable,
        "-m",
        "assistant",
        "staff",
        "add",
        "ona@kretinga.example",
        "--municipality",
        "kretingos-rajono",
    ]
    made = await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    staff = StaffAtInbox(base_url)
    await staff.signs_in(made.stdout.strip())
    page = await staff.sees_list()
    await staff.leaves()
    return Counter(re.findall(r'href="/inbox/(\d{8})"', page))


def main() -> int:
    """Run the loop and print the sum; exit 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        count, listed = asyncio.run(rounds(chosen.kills, chosen.seed, Path(folder) / "var"))
    lost = [number for number in count.shown if listed[number] == 0]
    doubled = [number for number, times in listed.items() if times > 1]
    more = sum(listed.values()) - len(set(count.shown))
    print(  # noqa: T201 - this is what the command is for
        f"{count.kills} kills, {len(count.shown)} numbers shown, {count.repeated} sent once more after the kill, "
        f"{len(lost)} lost, {len(doubled) + more} doubled, {time.monotonic() - began:.0f} s"
    )
    return 1 if lost or doubled or more or len(set(count.shown)) != count.kills else 0


if __name__ == "__main__":
    sys.exit(main())
