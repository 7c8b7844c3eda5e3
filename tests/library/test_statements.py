"""The privacy notice has a mark that goes with every referral, and changes with every word."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.library import Library, Words
from assistant.library.statements import EASY, load_statements, version_of
from tests.conftest import CONTENT

FILE = CONTENT / "lt" / "statements.yaml"


def test_the_library_tells_the_mark_of_the_notice_that_people_read(library: Library) -> None:
    statements = load_statements(FILE, library.messages)
    assert library.notice_version == statements.version
    assert len(statements.version) == len("0123456789ab")


def test_the_mark_changes_with_a_word_in_easy_language(library: Library) -> None:
    statements = load_statements(FILE, library.messages)
    name = f"{EASY}time"
    changed = {**library.messages, name: Words(("Aš saugau viską.",))}
    assert version_of(statements.parts, changed) != statements.version


def test_the_mark_changes_with_a_word_in_legal_language(library: Library) -> None:
    statements = load_statements(FILE, library.messages)
    first, *others = statements.parts
    changed = (replace(first, paragraphs=(*first.paragraphs, "Kita.")), *others)
    assert version_of(changed, library.messages) != statements.version


def test_the_mark_stays_when_other_words_change(library: Library) -> None:
    statements = load_statements(FILE, library.messages)
    changed = {**library.messages, "greeting": Words(("Labas.",))}
    assert version_of(statements.parts, changed) == statements.version


def test_what_is_missing_is_told_with_its_file(tmp_path: Path, library: Library) -> None:
    file = Path(shutil.copy(FILE, tmp_path))
    file.write_text(file.read_text(encoding="utf-8").replace("since:", "sinse:"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"statements\.yaml.*sinse"):
        load_statements(file, library.messages)
