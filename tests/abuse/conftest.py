"""A real application on a real database for each kind of abuse: what one kind leaves behind is not in another's way."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from assistant.library.library import Library
from tests.api.inbox.town import Town, town


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def place(tmp_path_factory: pytest.TempPathFactory, library: Library) -> AsyncIterator[Town]:
    """Requests of two municipalities, and everybody who works there."""
    async with town(tmp_path_factory.mktemp("town"), library) as place:
        yield place
