"""A real Chromium for tests, and a web application served on a free port while a test looks at it."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # As in a Lithuanian office; a test that wants another language says so in its context.
    "--accept-lang=lt",
)

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_FAULTS = """async (options) => {
    const found = await axe.run(document, options);
    return found.violations.flatMap((fault) => fault.nodes.map((node) => [fault.id, node.target]));
}"""
"""Only the faults leave the browser: Python takes all that it is given apart, piece by piece."""


@contextmanager
def chromium(*more: str) -> Iterator[Browser]:
    """The Chromium of the machine, with `more` arguments.

    Where there is none the test is skipped, but never on a CI machine.
    """
    path = shutil.which("chromium")
    if path is None and not os.environ.get("CI"):
        pytest.skip("there is no Chromium on this machine: apt-get install chromium")
    # A busy machine with few processors may take longer than the five seconds that are usual.
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(app: FastAPI, listener: socket.socket) -> Iterator[None]:
    """The application answers on this listening socket for as long as the context lasts."""
    config = uvicorn.Config(app, log_level="error", ws="none", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def free_listener() -> tuple[socket.socket, str]:
    """A socket that listens on a free port of this machine, and its address for browsers.

    It listens before the server runs, so that a browser that is too early waits instead of being turned away.
    """
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener, f"http://127.0.0.1:{listener.getsockname()[1]}"


def accessibility_faults(page: Page) -> list[str]:
    """What axe finds by every rule of WCAG 2.2 that it knows, AAA among them: rule and element."""
    page.evaluate(f"window.axe || (() => {{ {axe_source()} }})()")
    options = {
        "runOnly": {"type": "tag", "values": AXE_TAGS},
        "rules": {"color-contrast-enhanced": {"enabled": True}},
        # Every element that passes would be described too, and what is described takes longer than what is tried.
        "resultTypes": ["violations"],
    }
    found: list[tuple[str, list[str]]] = page.evaluate(_FAULTS, options)
    return [f"{rule}: {target}" for rule, target in found]


@cache
def axe_source() -> str:
    """The script of axe."""
    return Axe().axe_script  # type: ignore[no-any-return]
