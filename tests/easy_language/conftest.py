"""The words that the product knows, loaded once."""

import pytest

from assistant.library.vocabulary import Vocabulary, load_vocabulary
from tests.conftest import CONTENT


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(CONTENT)
