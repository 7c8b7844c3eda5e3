"""One real application on a real database for all that is tried on it in a test process."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from assistant.library.library import Library
from tests.api.inbox.town import Town, town


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def place(tmp_path_factory: pytest.TempPathFactory, library: Library) -> AsyncIterator[Town]:
    """Requests of two municipalities, and everybody who works there."""
    async with town(tmp_path_factory.mktemp("town"), library) as place:
        yield place
