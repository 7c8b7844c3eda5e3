"""What was learned is kept, found again, and learned anew where anything has changed or is broken."""

from pathlib import Path

import pytest

from assistant.library.learned import load_finder
from assistant.library.phrases import load_phrases
from assistant.understanding.topics import TopicFinder

COST = "topic: cost\nexamples:\n  - kiek kainuoja\n  - ar nemokama\nservices:\n  respite:\n    - mokamas atokvėpis\n"
WHERE = (
    "topic: where\nexamples:\n  - kur tai yra\n  - koks adresas\nservices:\n  legal-help:\n    - kur yra teisininkas\n"
)
ASKED = ("kiek kainuos", "kur jis yra", "o atokvepis mokamas", "nieko nesuprantu")


@pytest.fixture
def phrases(tmp_path: Path) -> Path:
    folder = tmp_path / "phrases"
    folder.mkdir()
    (folder / "cost.yaml").write_text(COST, encoding="utf-8")
    (folder / "where.yaml").write_text(WHERE, encoding="utf-8")
    return folder


def kept_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_recalled_finder_answers_as_the_one_that_learned(phrases: Path, tmp_path: Path) -> None:
    fresh = TopicFinder.learned(load_phrases(phrases))
    load_finder(phrases.parent, tmp_path / "kept")

    recalled = load_finder(phrases.parent, tmp_path / "kept")

    assert [recalled.find(text) for text in ASKED] == [fresh.find(text) for text in ASKED]
    assert recalled.is_of_service("cost")


def test_the_second_start_learns_nothing(phrases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_finder(phrases.parent, tmp_path / "kept")
    monkeypatch.setattr(TopicFinder, "learned", None)

    assert load_finder(phrases.parent, tmp_path / "kept").find("kiek kainuoja").best.topic == "cost"


def test_changed_phrases_are_learned_and_the_old_memory_goes(phrases: Path, tmp_path: Path) -> None:
    load_finder(phrases.parent, tmp_path / "kept")
    before = kept_in(tmp_path / "kept")
    (phrases / "cost.yaml").write_text(COST + "    - brangus atokvėpis\n", encoding="utf-8")

    load_finder(phrases.parent, tmp_path / "kept")

    after = kept_in(tmp_path / "kept")
    assert len(before) == len(after) == 1
    assert before != after


@pytest.mark.parametrize("damaged", [b"", b"PK\x03\x04 half a file", b"words that are no archive at all"])
def test_a_damaged_memory_is_learned_anew(phrases: Path, tmp_path: Path, damaged: bytes) -> None:
    load_finder(phrases.parent, tmp_path / "kept")
    (name,) = kept_in(tmp_path / "kept")
    (tmp_path / "kept" / name).write_bytes(damaged)

    assert load_finder(phrases.parent, tmp_path / "kept").find("kiek kainuoja").best.topic == "cost"
    assert load_finder(phrases.parent, tmp_path / "kept").find("kur tai yra").best.topic == "where"


def test_without_a_folder_to_keep_it_in_everything_works_still(phrases: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where a folder should be", encoding="utf-8")

    for kept in (None, tmp_path / "kept"):
        assert load_finder(phrases.parent, kept).find("kiek kainuoja").best.topic == "cost"
