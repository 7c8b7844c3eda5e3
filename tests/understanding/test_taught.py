"""What editors taught stays understood."""

import pytest

from assistant.library.library import Library
from assistant.library.teaching import Expectation, load_expectations
from tests.conftest import CONTENT

TAUGHT = load_expectations(CONTENT / "lt" / "regression" / "understanding.yaml")


@pytest.mark.parametrize(
    "taught", TAUGHT or [Expectation(text="kiek kainuoja", topic="cost")], ids=lambda one: one.text
)
def test_what_was_taught_is_understood(library: Library, taught: Expectation) -> None:
    best = library.finder.find(taught.text).best
    assert best.topic == taught.topic
    assert not taught.service or best.service == taught.service
