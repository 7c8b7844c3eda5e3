"""The phrases of offices: many, each in a shape that finds something, none twice."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml
from assistant.library.easier import EasierFile, load_wordings
from assistant.library.vocabulary import load_vocabulary
from tests.conftest import CONTENT

PATH = CONTENT / "lt" / "easier.yaml"


def test_there_are_many_and_every_dictionary_word_in_them_is_one() -> None:
    vocabulary = load_vocabulary(CONTENT)
    content = read_yaml(PATH, EasierFile)
    words = {
        word[1:]
        for shape in (*content.names, *(shape for entry in content.wordings for shape in entry.find))
        for part in shape.split()
        for word in part.split("/")
        if word.startswith("~")
    }

    unknown = {word for word in words if word not in {one.lemma for one in vocabulary.dictionary.readings(word)}}

    assert len(content.wordings) >= 150
    assert unknown == set()


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ("[{find: [vienas], easy: [du], why: A.}, {find: [vienas], easy: [trys], why: B.}]", "stands on line"),
        ("[{exact: {vienas: du}, why: A.}, {find: [vienas], easy: [trys], why: B.}]", "stands on line"),
        ("[{easy: [du], why: A.}]", "neither find nor exact"),
        ("[{find: [vienas], why: A.}]", "needs easy words"),
        ("[{find: [Vienas], easy: [du], why: A.}]", "find"),
        ("[]", "wordings"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(tmp_path: Path, entries: str, fault: str) -> None:
    file = tmp_path / "easier.yaml"
    file.write_text(f"wordings: {entries}\n", encoding="utf-8")

    with pytest.raises(ContentError, match=fault):
        load_wordings(file)
