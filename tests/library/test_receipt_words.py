"""The words of receipts are frozen, drawn, and cannot be taken for one another."""

import hashlib
import re
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.receipt_words import LEAST_WORDS, load_receipt_words

CONTENT = Path(__file__).parents[2] / "content"
LIST = CONTENT / "lt" / "receipt_words.yaml"
FROZEN = "7c2f6ec0836c7551e0fe63e2121869f1c0f2b17d0a21a0a794804ad0929518e4"


def test_the_list_never_changes_because_receipts_on_paper_depend_on_it() -> None:
    words = load_receipt_words(LIST, CONTENT / "pictures")
    assert len(words) == 279 >= LEAST_WORDS
    assert hashlib.sha256(" ".join(entry.word for entry in words).encode()).hexdigest() == FROZEN


def test_every_drawing_belongs_to_a_word_and_does_nothing() -> None:
    words = load_receipt_words(LIST, CONTENT / "pictures")
    drawn = sorted((CONTENT / "pictures" / "receipt").glob("*.svg"))
    assert [f"receipt/{path.stem}" for path in drawn] == sorted(entry.picture for entry in words)
    for path in drawn:
        drawing = path.read_text(encoding="utf-8")
        assert drawing.startswith("<svg"), path
        assert not re.search(r"<script|<image|<foreignObject|\bon\w+=|href=|url\(|@import|\bid=", drawing), path
        assert len(drawing) < 20_000, path


def test_no_drawing_stands_for_something_else_in_the_talk() -> None:
    other = (CONTENT / "pictures" / "pictures.yaml").read_text(encoding="utf-8")
    codes = set(re.findall(r'openmoji: "([^"]+)"', other))
    assert codes.isdisjoint(re.findall(r'openmoji: "([^"]+)"', LIST.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("{word: katinas, openmoji: '1F4A9'}", "katinas.svg is missing"),
        ("{word: laivai, openmoji: '1F4A9'}", '"laivai" is too much like "laivas"'),
        ("{word: kaitė, openmoji: '1F4A9'}", '"kaitė" is too much like "katė"'),
        ("{word: batonas, openmoji: '1F408'}", '"batonas" and "katė" share a drawing'),
    ],
)
def test_a_bad_word_is_refused_with_its_line(tmp_path: Path, more: str, fault: str) -> None:
    text = LIST.read_text(encoding="utf-8")
    path = tmp_path / "receipt_words.yaml"
    path.write_text(f"{text}- {more}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(fault)) as refused:
        load_receipt_words(path, CONTENT / "pictures")
    assert f"{path}:{text.count(chr(10)) + 1}:" in str(refused.value)


def test_too_few_words_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "receipt_words.yaml"
    path.write_text('- {word: katė, openmoji: "1F408"}\n', encoding="utf-8")
    with pytest.raises(ContentError, match="there are 1 words"):
        load_receipt_words(path, CONTENT / "pictures")
