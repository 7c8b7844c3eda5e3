"""Schemathesis finds nothing in a short run, which makes the same calls each time."""

import pytest

from assistant.library.library import Library
from tests.fuzz.interface import tried


# A quarter of a minute: the whole product answers some hundred calls, each of which is stored.
@pytest.mark.process
def test_the_interface_answers_as_its_document_promises_whatever_is_sent(library: Library) -> None:
    done = tried(examples=6, library=library)

    assert done.is_fine, done.report
    assert done.calls > 150
    assert "Missing test data: 3" not in done.report, "everything ended at the door"
