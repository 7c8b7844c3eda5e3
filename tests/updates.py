"""Which parts are older than docs/security.md "Updates" allows: `make updates` asks the index, and prints and keeps it.

A part has to be mended from the day on which something newer than it was released: what is the newest that there is
can have no mend that is waited for. So the age is counted from the first release after the pinned one, which is the
strictest way to count it. A release that is not for our Python is none, and a part that another part pins exactly is as
old as that one. What came of the last look stands in docs/updates.yaml, and a test compares it with the pins.
"""

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import yaml
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version
from pip._internal.models.index import PyPI

from assistant.settings import ROOT

PINS = ROOT / "requirements" / "run.txt"
KEPT = ROOT / "docs" / "updates.yaml"
SIMPLE_JSON = "application/vnd.pypi.simple.v1+json"
AT_ONCE = 4

DAYS = 60
"""`make pins` every two months: nothing may be newer for longer, as if it mended a fault of the least kind."""

PYTHON = "3.11"
"""The oldest that the product runs on, for which the pins are made."""

HELD: Mapping[str, str] = {"pydantic-core": "pydantic"}
"""Parts that come in the one version that another part names."""

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\]+)", re.MULTILINE)

HEAD = """# What `make updates` found when it last looked: each pinned part that is not the newest, and since when there
# is a newer one. Written by it, never by hand. docs/security.md "Updates" says how soon each must be mended.
"""


@dataclass(frozen=True)
class Behind:
    """A part that is not the newest: `since` is the day of the first release after it, `newest` the last one."""

    name: str
    pinned: str
    newest: str
    since: date

    def days(self, on: date) -> int:
        """For how many days there is something newer."""
        return (on - self.since).days


def pinned(text: str) -> dict[str, str]:
    """The versions of all parts in a file of pins, by their names."""
    return {canonicalize_name(name): version for name, version in _PIN.findall(text)}


def behind(name: str, version: str, files: Iterable[Mapping[str, object]]) -> Behind | None:
    """How far behind a part is, by the files that an index has of it; None where it is the newest.

    Pre-releases, what was taken back and what is not for our Python do not count.
    """
    ours = Version(version)
    newer: dict[Version, date] = {}
    for file in files:
        if file.get("yanked") or not isinstance(uploaded := file.get("upload-time"), str):
            continue
        if not _is_for_us(file.get("requires-python")):
            continue
        found = _version(str(file["filename"]))
        if found is None or found.is_prerelease or found <= ours:
            continue
        day = datetime.fromisoformat(uploaded).astimezone(UTC).date()
        newer[found] = min(newer.get(found, day), day)
    return Behind(name, version, str(max(newer)), min(newer.values())) if newer else None


def overdue(found: Iterable[Behind], on: date) -> list[Behind]:
    """Those for which there was something newer for too long on that day."""
    return [one for one in found if one.days(on) > DAYS]


def _is_for_us(wanted: object) -> bool:
    try:
        return not isinstance(wanted, str) or PYTHON in SpecifierSet(wanted)
    except InvalidSpecifier:
        return True


def _version(file: str) -> Version | None:
    try:
        return parse_wheel_filename(file)[1] if file.endswith(".whl") else parse_sdist_filename(file)[1]
    except (InvalidVersion, ValueError):
        return None


async def looked(pins: Mapping[str, str]) -> list[Behind]:
    """Ask the index that pip is set up with about each pinned part, and about no other."""
    asked = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(headers={"Accept": SIMPLE_JSON}, follow_redirects=True, timeout=60) as http:

        async def one(name: str) -> Behind | None:
            async with asked:
                answer = await http.get(f"{_index()}/{name}/")
            answer.raise_for_status()
            return behind(name, pins[name], answer.json()["files"])

        found = await asyncio.gather(*(one(name) for name in sorted(pins)))
    return [one for one in found if one is not None and HELD.get(one.name) not in pins]


def _index() -> str:
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    return (done.stdout.strip() or PyPI.simple_url).rstrip("/")


def written(found: Sequence[Behind], parts: int, on: date) -> str:
    """The file that is kept."""
    rows = [{"name": one.name, "pinned": one.pinned, "newest": one.newest, "since": one.since} for one in found]
    return HEAD + yaml.safe_dump({"looked": on, "parts": parts, "behind": rows}, sort_keys=False)


def kept(file: Path = KEPT) -> tuple[date, int, list[Behind]]:
    """When it was last looked, at how many parts, and which were not the newest."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return told["looked"], told["parts"], [Behind(**row) for row in told["behind"]]


def main() -> None:
    """Ends with 1 where a part is too old."""
    pins = pinned(PINS.read_text(encoding="utf-8"))
    today = datetime.now(UTC).date()
    found = asyncio.run(looked(pins))
    late = overdue(found, today)
    KEPT.write_text(written(found, len(pins), today), encoding="utf-8")
    for one in sorted(found, key=lambda one: one.since):
        print(f"{one.name} {one.pinned}: {one.newest} is there, something newer for {one.days(today)} days")  # noqa: T201 - it is a command
    print(f"{len(pins)} parts, {len(found)} not the newest, {len(late)} for more than {DAYS} days")  # noqa: T201 - as above
    sys.exit(1 if late else 0)


if __name__ == "__main__":
    main()
