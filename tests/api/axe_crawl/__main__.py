"""`python -m tests.api.axe_crawl`: every state and page looked at; exit 1 where something was found.

It starts a product of its own and throws its data away. `--states` and `--pages` end it sooner.
"""

import argparse
import tempfile
import time
from itertools import islice
from pathlib import Path

from assistant.library.loader import load_library
from tests.api.axe_crawl.crawl import look_at_pages, look_at_states, look_beside_the_talk, pages_of
from tests.api.axe_crawl.dialogue import Dialogue
from tests.api.axe_crawl.looking import Findings, Screens
from tests.api.axe_crawl.states import Ahead
from tests.api.axe_crawl.talks import talking
from tests.browser import chromium
from tests.conftest import CONTENT, LEARNED
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port


def main(most_states: int | None, most_pages: int | None) -> int:
    """Print what was looked at and what was found; gives the exit code."""
    began = time.monotonic()
    findings = Findings()
    with Ahead() as ahead, chromium() as browser:
        with tempfile.TemporaryDirectory() as data:
            port = free_port()
            address = f"http://127.0.0.1:{port}"
            with serving(environment_for(Path(data) / "var", port)), Dialogue(address) as dialogue:
                screens = Screens(browser, address, findings)
                places = look_beside_the_talk(dialogue, screens, findings)
                paths = pages_of(address)[:most_pages]
                look_at_pages(address, paths, screens, findings)
                screens.close()
        with talking(load_library(CONTENT, LEARNED)) as (talks, address):
            screens = Screens(browser, address, findings)
            shapes = look_at_states(islice(ahead, most_states), talks, screens, findings)
            screens.close()
    states = (
        f"{ahead.seen:,} states of the talk by {ahead.done:,} steps" if ahead.seen else "not all states of the talk"
    )
    explained = findings.explained
    lines = [
        *(f"{len(where)} times: {what}" for what, where in findings.faults.items()),
        f"{states}, {shapes} shapes; {places} places beside it, {len(paths)} pages.",
        f"Looked at {findings.looked_at} times in {time.monotonic() - began:.0f} s.",
        f"{len(findings.rules_passed)} rules passed, {len(findings.faults)} findings.",
        f"Undecided by axe: {explained.total()} places in {len(explained)} kinds, all of them explained:",
        *(f"  {times} times {kind}" for kind, times in explained.most_common()),
    ]
    print("\n".join(lines))  # noqa: T201 - this is what the command is for
    return 1 if findings.faults else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, help="so many shapes of states at most")
    parser.add_argument("--pages", type=int, help="so many pages at most")
    given = parser.parse_args()
    raise SystemExit(main(given.states, given.pages))
