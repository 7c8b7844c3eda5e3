"""The web door around a small assistant, and somebody who asks it."""

from collections.abc import AsyncIterator

import httpx
import pytest

from api.app import create_app
from tests.api.fake_host import FakeHost


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
