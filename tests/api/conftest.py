"""The web door around a small assistant, and somebody who asks it."""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext

from api.app import create_app
from tests.api.fake_host import FakeHost, FakeSettings
from tests.api.person import PHONE, Person, Site
from tests.browser import chromium, free_listener, served


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
async def client(host: FakeHost) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(host) as client:
        yield client


def client_of(host: FakeHost) -> httpx.AsyncClient:
    """Somebody who asks the application without a network between."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(host), raise_app_exceptions=False), base_url=host.settings.address
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def site() -> Iterator[Site]:
    listener, address = free_listener()
    host = FakeHost(FakeSettings(address))
    with served(create_app(host), listener):
        yield Site(host.converse, address)


@pytest.fixture
def comes(browser: Browser, site: Site) -> Iterator[Callable[..., Person]]:
    """Lets a person come; a fault in the page's own scripts fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def come(**looks: Any) -> Person:
        context = browser.new_context(**({"viewport": PHONE} | looks))
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None)
        return Person(page, site)

    yield come
    for context in contexts:
        context.close()
    assert faults == []
