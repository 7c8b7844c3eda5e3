"""What Lighthouse says of the web chat's accessibility: `make lighthouse` prints the score of each kind of page.

It needs npm, which brings Lighthouse into a folder of its own the first time, and Chromium. Nothing else uses it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.chat.visit import CONVERSATION_COOKIE
from tests.api.axe_crawl.dialogue import Dialogue
from tests.browser import ARGUMENTS
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port

VERSION = "12.8.2"
"""Newer ones ask for a newer Node than Debian has."""

KEPT = Path(__file__).resolve().parents[2] / ".pytest_cache" / "lighthouse"
BEST = 100


@dataclass(frozen=True)
class Place:
    """A page: its address, and what was said and pressed in the talk that it shows."""

    name: str
    path: str
    said: tuple[str, ...] = ()


CHECK = ("Man", "Ar man tinka?", "Socialinės dirbtuvės")
PLACES = (
    Place("first page", "/"),
    Place("greeting", "/pokalbis", ("Pakartoti",)),
    Place("question", "/pokalbis", CHECK),
    Place("result", "/pokalbis", (*CHECK, "Mažiau nei 18")),
    Place("answer with hard words", "/pokalbis", ("Man", "noriu skųstis")),
    Place("danger", "/pokalbis", ("Man", "nebenoriu gyventi")),
    Place("status", "/pokalbis", ("Man", "Mano prašymas")),
    Place("list of topics", "/temos"),
    Place("topic", "/temos/atvejo-vadyba/kaip-tai-padeda"),
    Place("settings", "/nustatymai"),
    Place("about", "/apie"),
    Place("privacy", "/privatumas"),
    Place("accessibility statement", "/prieinamumas"),
    Place("widget", "/valdiklis?savivaldybe=kretingos-rajono"),
)


@dataclass(frozen=True)
class Score:
    """Points of 100, and the rules that took some away with the places where they did."""

    points: int
    faults: list[str] = field(default_factory=list)

    @property
    def is_best(self) -> bool:
        """Points are rounded, and some rules cost none: a fault counts also where all points are left."""
        return self.points == BEST and not self.faults


def program() -> Path:
    """Lighthouse's own command; npm brings it where it is not there yet."""
    command = KEPT / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not command.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        # No script of a package runs, and no second browser is brought along.
        bring = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(KEPT)]
        subprocess.run(
            [*bring, f"lighthouse@{VERSION}"], check=True, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        )
    return command


def score(command: Path, address: str, cookie: str, folder: Path) -> Score:
    """Let Lighthouse look at one page, as somebody who has this cookie."""
    report = folder / "report.json"
    headers = ["--extra-headers", json.dumps({"Cookie": cookie})] if cookie else []
    subprocess.run(
        [
            "node",
            str(command),
            address,
            "--quiet",
            "--only-categories=accessibility",
            "--output=json",
            f"--output-path={report}",
            f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
            *headers,
        ],
        check=True,
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
    )
    found = json.loads(report.read_text(encoding="utf-8"))
    shown = found["finalDisplayedUrl"].partition("#")[0]
    # A talk that the cookie does not open would lead to the first page.
    assert shown == address, f"{shown} was shown in the place of {address}"
    return score_of(found)


def score_of(report: dict[str, Any]) -> Score:
    """What a report of Lighthouse says."""
    category = report["categories"]["accessibility"]
    audits = [report["audits"][part["id"]] for part in category["auditRefs"]]
    faults = [
        f"{audit['id']}: {item.get('node', {}).get('snippet', '')}"
        for audit in audits
        if audit["score"] is not None and audit["score"] < 1
        for item in (audit.get("details", {}).get("items") or [{}])
    ]
    return Score(round((category["score"] or 0) * BEST), faults)


def main() -> int:
    """Print the scores; exit 1 where one is below 100, or a rule is broken that costs no points."""
    if shutil.which("npm") is None or shutil.which("chromium") is None:
        print("Lighthouse needs npm and Chromium; one of them is not here, so nothing was looked at.")  # noqa: T201 - this is what the command is for
        return 2
    command = program()
    is_good = True
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        with serving(environment_for(Path(data) / "var", port)), Dialogue(address) as dialogue:
            for place in PLACES:
                opened = dialogue.talk(*place.said) if place.said else None
                cookie = f"{CONVERSATION_COOKIE}={opened.conversation}.{opened.token}" if opened else ""
                found = score(command, address + place.path, cookie, Path(data))
                print(f"{found.points:4}  {place.name}", *found.faults, sep="\n      ", flush=True)  # noqa: T201 - the same
                is_good = is_good and found.is_best
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
