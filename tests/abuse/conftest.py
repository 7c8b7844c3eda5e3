"""A real application on a real database for each kind of abuse: what one kind leaves behind is not in another's way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from assistant.library.library import Library
from tests.api.inbox.town import Town, town

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A kind stays on one test process, so that its application is made once."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.xdist_group(f"abuse {item.path.stem}"))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def place(tmp_path_factory: pytest.TempPathFactory, library: Library) -> AsyncIterator[Town]:
    """Requests of two municipalities, and everybody who works there."""
    async with town(tmp_path_factory.mktemp("town"), library) as place:
        yield place
