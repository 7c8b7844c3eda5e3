"""A content file that is wrong is refused with its line, what is wrong and what to do."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml, read_yaml_with_lines


class Meal(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    parts: tuple[str, ...]
    on: date | None = None


def written(folder: Path, text: str) -> Path:
    path = folder / "meal.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ContentError) as error:
        read_yaml(written(folder, text), Meal)
    return str(error.value).removeprefix(str(folder / "meal.yaml"))


def test_a_good_file_becomes_the_model(tmp_path: Path) -> None:
    meal = read_yaml(written(tmp_path, "name: sriuba\nparts: [žuvis]\non: 2026-11-22\n"), Meal)
    assert meal == Meal(name="sriuba", parts=("žuvis",), on=date(2026, 11, 22))


def test_yes_no_and_times_stay_words(tmp_path: Path) -> None:
    meal = read_yaml(written(tmp_path, "name: no\nparts: [yes, 12:30, on, 010]\n"), Meal)
    assert (meal.name, meal.parts) == ("no", ("yes", "12:30", "on", "010"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: a\nparts: []\ncolour: x\n", ':3: "colour" is not known here. Mend its spelling, or take it out.'),
        ("# no name\nparts: []\n", ':2: "name" is missing. Add it.'),
        ("name: a\nparts:\n  - b\n  - 5\n", ':4: "parts.1": Input should be a valid string. Write text here;'),
        ("name: a\nname: b\nparts: []\n", ':2: "name" stands here and on line 1. Keep one of the two.'),
        ("name: a: b\n", ":1: this is not YAML: mapping values are not allowed"),
        ("name: 'a\n", ":2: this is not YAML:"),
        ("", ":1: the file is empty."),
        ("name: \x07\n", ":1: the file holds a sign that YAML does not allow."),
        ("name: a\nparts: []\non: someday\n", ':3: "on":'),
    ],
)
def test_a_fault_names_line_cause_and_mend(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text).startswith(expected)


def test_every_fault_has_a_line_of_its_own(tmp_path: Path) -> None:
    assert len(refusal(tmp_path, "colour: x\nparts: 5\n").splitlines()) == 3


def test_a_missing_file_is_a_content_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="the file is missing"):
        read_yaml(tmp_path / "meal.yaml", Meal)


def test_a_file_in_another_encoding_is_a_content_error(tmp_path: Path) -> None:
    path = tmp_path / "meal.yaml"
    path.write_bytes("name: ąžuolas".encode("cp1257"))
    with pytest.raises(ContentError, match="UTF-8"):
        read_yaml(path, Meal)


def test_values_know_their_lines(tmp_path: Path) -> None:
    _, lines = read_yaml_with_lines(written(tmp_path, "name: a\nparts:\n  - b\n  - c\n"), Meal)
    assert [lines.at(["name"]), lines.at(["parts"]), lines.at(["parts", 1]), lines.at(["parts", 9])] == [1, 2, 4, 2]
