"""A whole journey in Debian's Firefox, each state looked at with axe: `make firefox`.

Check, request, receipt, status, danger, settings: in light, dark and forced colours, with scripts and without. Where
there is no Firefox it says so and exits with 2: then nothing was looked at.
"""

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.api.axe_crawl.looking import Findings, Looks, Screens
from tests.api.gallery import MOMENTS, Moment, Walk
from tests.api.person import DESK, PHONE
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port
from tests.warm import ROOT

STARTS_WITHIN_MS = 300_000
"""A busy machine needs minutes for the first start of a profile."""


@dataclass(frozen=True)
class Way:
    """A way of showing, and the preferences by which Firefox has it."""

    looks: Looks
    preferences: Mapping[str, int]


COLOURS = "layout.css.prefers-color-scheme.content-override"
WAYS = (
    Way(Looks("Firefox, phone, light", {"viewport": PHONE}), {COLOURS: 1}),
    Way(Looks("Firefox, desk, dark, without scripts", {"viewport": DESK}, has_scripts=False), {COLOURS: 0}),
    Way(
        Looks("Firefox, phone, forced colours, less motion", {"viewport": PHONE}),
        {"browser.display.document_color_use": 2, "ui.prefersReducedMotion": 1},
    ),
)

STATUS = (
    Moment("status", lambda walk: walk.opens("/pokalbis")),
    Moment("status, menu", lambda walk: walk.presses("Meniu", "Ką norite daryti?")),
    Moment("status, shown", lambda walk: walk.presses("Mano prašymas", "Savivaldybė")),
)


@contextmanager
def firefox(playwright: Playwright, path: str, preferences: Mapping[str, int]) -> Iterator[Browser]:
    """The Firefox of the machine with these preferences."""
    with tempfile.TemporaryDirectory() as folder:
        start = Path(folder) / "firefox"
        start.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m tests.journeys.firefox_between "$@"\n')
        start.chmod(0o700)
        browser = playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=start,
            env={**os.environ, "FIREFOX": path, "PYTHONPATH": str(ROOT)},
            firefox_user_prefs={"intl.accept_languages": "lt", **preferences},
            timeout=STARTS_WITHIN_MS,
        )
        try:
            yield browser
        finally:
            browser.close()


def look_on_the_way(browser: Browser, address: str, looks: Looks, findings: Findings) -> int:
    """Go the whole way and look at each moment; gives how many there were."""
    screens = Screens(browser, address, findings)
    walk = Walk(screens.page(looks), address)
    moments = (*MOMENTS[:10], *STATUS, *MOMENTS[10:])
    for moment in moments:
        if moment.name == "08-hard-word" and not looks.has_scripts:
            continue
        moment.comes(walk)
        findings.look(walk.page, f"{looks.name}: {moment.name}")
    screens.close()
    return len(moments)


def main() -> int:
    """Print what was looked at and what was found; gives the exit code."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    if path is None:
        print("There is no Firefox on this machine (apt-get install firefox-esr): nothing was looked at.")  # noqa: T201 - this is what the command is for
        return 2
    expect.set_options(timeout=60_000)
    findings = Findings()
    version = ""
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        with serving(environment_for(Path(data) / "var", port)), sync_playwright() as playwright:
            for way in WAYS:
                with firefox(playwright, path, way.preferences) as browser:
                    version = browser.version
                    moments = look_on_the_way(browser, f"http://127.0.0.1:{port}", way.looks, findings)
                    print(f"{way.looks.name}: {moments} moments", flush=True)  # noqa: T201 - the same
    print(  # noqa: T201 - the same
        f"Firefox {version}: looked at {findings.looked_at} times, {len(findings.rules_passed)} rules passed,"
        f" {len(findings.faults)} findings."
    )
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
