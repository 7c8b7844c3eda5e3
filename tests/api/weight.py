"""What the web chat weighs, and when it can be used on a slow line: `python -m tests.api.weight` prints both.

The bytes are those that cross the line, headers left out, for somebody who comes for the first time. The time is that
of Chromium at 400 kbit/s and 400 ms delay, from the address to a page whose first button can be pressed.
"""

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page, Request

from tests.api.person import PHONE
from tests.browser import chromium
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port

BYTES_BEFORE_PICTURES = 100_000
SECONDS_TO_USE = 3.0

BYTES_A_SECOND = 400_000 / 8
DELAY_MS = 400


@dataclass(frozen=True)
class Loaded:
    """Something that a page loaded: its kind, and the bytes of its body as they crossed the line."""

    path: str
    kind: str
    size: int


@dataclass(frozen=True)
class Visit:
    """What a page loaded, and the seconds until it was there to be used."""

    name: str
    loaded: Sequence[Loaded]
    seconds: float

    @property
    def before_pictures(self) -> int:
        """Bytes of all that is no picture."""
        return sum(part.size for part in self.loaded if part.kind != "image")

    @property
    def pictures(self) -> int:
        """Bytes of the pictures."""
        return sum(part.size for part in self.loaded if part.kind == "image")


def visit(page: Page, name: str, address: str, button: str) -> Visit:
    """Open an address for the first time and wait until its first button can be pressed and its scripts have run."""
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - no built-in is taken
    began = time.perf_counter()
    page.goto(address, wait_until="domcontentloaded")
    page.locator(button).first.wait_for(state="visible")
    seconds = time.perf_counter() - began
    page.wait_for_load_state("networkidle")
    loaded = [
        Loaded(urlsplit(request.url).path, request.resource_type, max(0, request.sizes()["responseBodySize"]))
        # A second request for the same file comes out of the browser's own store.
        for request in requests
    ]
    return Visit(name, loaded, seconds)


def slowed(page: Page) -> CDPSession:
    """The line of a cheap phone far from the town."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": DELAY_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    return session


def visits(browser: Browser, address: str, *, is_slow: bool) -> list[Visit]:
    """The first page, and the talk as it is after the greeting, each for somebody who has kept nothing."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address)
    page.locator("form.next button").click()
    page.locator("#answers button").first.wait_for()
    cookies = context.cookies()
    context.close()
    found = []
    for name, path, button in (("first page", "/", "form.next button"), ("talk", "/pokalbis", "#answers button")):
        fresh = browser.new_context(viewport=PHONE)
        if name == "talk":
            fresh.add_cookies([{**cookie} for cookie in cookies])  # type: ignore[typeddict-item]
        page = fresh.new_page()
        if is_slow:
            slowed(page)
        found.append(visit(page, name, address + path, button))
        fresh.close()
    return found


def main() -> None:
    """Print the table that docs/looks.md shows."""
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        with serving(environment_for(Path(data) / "var", port)), chromium() as browser:
            for seen in visits(browser, f"http://127.0.0.1:{port}", is_slow=True):
                print(  # noqa: T201 - this is what the command is for
                    f"{seen.name}: {seen.before_pictures / 1000:.1f} kB before pictures "
                    f"(at most {BYTES_BEFORE_PICTURES / 1000:.0f}), {seen.pictures / 1000:.1f} kB of pictures, "
                    f"usable after {seen.seconds:.1f} s at 400 kbit/s and 400 ms (at most {SECONDS_TO_USE:.0f})"
                )
                for part in sorted(seen.loaded, key=lambda part: -part.size):
                    print(f"  {part.size / 1000:6.1f} kB  {part.kind:10}  {part.path}")  # noqa: T201 - the same


if __name__ == "__main__":
    main()
