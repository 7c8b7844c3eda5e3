"""What tests of several folders share: the real library, loaded once a test process."""

from pathlib import Path

import pytest

from assistant.library.library import Library
from assistant.library.loader import load_library

CONTENT = Path(__file__).resolve().parent.parent / "content"
LEARNED = CONTENT.parent / ".pytest_cache" / "learned"
"""One memory for all test processes: each would learn the same for seconds."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it ships."""
    return load_library(CONTENT, LEARNED)
