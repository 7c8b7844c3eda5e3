"""The list of pictures is whole, and no picture means two things."""

import re
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.pictures import load_pictures, read_pictures

PICTURES = Path(__file__).parents[2] / "content" / "pictures"

DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def written(folder: Path, text: str, *drawings: str) -> Path:
    (folder / "pictures.yaml").write_text(text, encoding="utf-8")
    for name in drawings:
        (folder / f"{name}.svg").write_text(DRAWN, encoding="utf-8")
    return folder


def entry(name: str, file: str, meaning: str, openmoji: str) -> str:
    return f'{name}:\n  file: {file}\n  meaning: {meaning}\n  openmoji: "{openmoji}"\n'


def test_the_pictures_that_content_names_are_all_there() -> None:
    named = [
        "yes",
        "no",
        "unknown",
        "likely",
        "unlikely",
        "unsure",
        "human",
        "back",
        "repeat",
        "menu",
        "money",
        "emergency",
        "case-manager",
        "workshop",
    ]

    assert set(named) <= load_pictures(PICTURES)


def test_every_drawing_in_the_folder_is_in_the_list() -> None:
    drawn = {path.stem for path in PICTURES.glob("*.svg")}

    assert drawn == set(load_pictures(PICTURES))


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.svg")), ids=lambda path: path.stem)
def test_a_drawing_loads_nothing_and_runs_nothing(path: Path) -> None:
    drawing = path.read_text(encoding="utf-8")

    assert drawing.startswith("<svg")
    assert not re.search(r"<script|<image|<foreignObject|\bon\w+=|href=|url\(|@import|\bid=", drawing)
    assert len(drawing) < 20_000


def test_no_two_drawings_are_the_same() -> None:
    drawings = [path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")]

    assert len(set(drawings)) == len(drawings)


def test_a_good_list_is_read(tmp_path: Path) -> None:
    folder = written(
        tmp_path, entry("yes", "yes.svg", "taip", "2714") + entry("map", "map.svg", "vieta", "own"), "yes", "map"
    )

    assert read_pictures(folder)["yes"].meaning == "taip"
    assert load_pictures(folder) == {"yes", "map"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (entry("gone", "gone.svg", "kas", "1F44B"), r":1: gone\.svg is missing"),
        (entry("hand", "other.svg", "kas", "1F44B"), r'"hand" has the file other\.svg'),
        (
            entry("hand", "hand.svg", "kas", "1F44B") + entry("other", "other.svg", "ne", "1F44B"),
            r':5: .* share "1F44B"',
        ),
        (entry("hand", "hand.svg", "kas", "1F44B") + entry("other", "other.svg", "Kas", "1F44C"), r'share "kas"'),
        (entry("hand", "../hand.svg", "kas", "1F44B"), "hand.file"),
        (entry("hand", "hand.svg", "kas", "smile"), "hand.openmoji"),
        ("hand: hand.svg\n", "names with a colon"),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_to_do(tmp_path: Path, text: str, fault: str) -> None:
    folder = written(tmp_path, text, "hand", "other")

    with pytest.raises(ContentError, match=fault):
        load_pictures(folder)


def test_drawings_of_our_own_may_be_many(tmp_path: Path) -> None:
    folder = written(tmp_path, entry("a", "a.svg", "viena", "own") + entry("b", "b.svg", "kita", "own"), "a", "b")

    assert load_pictures(folder) == {"a", "b"}
