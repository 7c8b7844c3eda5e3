"""What an editor accepts is written into the content files as if by hand."""

import shutil
from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.phrases import load_phrases
from assistant.library.teaching import add_example, add_expectation, load_expectations
from assistant.understanding.topics import Phrase
from tests.conftest import CONTENT

COST = """topic: cost
# Short ones.
examples:
  - kiek kainuoja
services:
  social-workshops:
    - kiek kainuoja dirbtuvės
"""


@pytest.fixture
def phrases(tmp_path: Path) -> Path:
    shutil.copy(CONTENT / "lt" / "services.yaml", tmp_path)
    folder = tmp_path / "phrases"
    folder.mkdir()
    (folder / "cost.yaml").write_text(COST, encoding="utf-8")
    return folder


def test_an_example_is_added_and_nothing_else_changes(phrases: Path) -> None:
    add_example(phrases, "cost", "", 'ar reikia mokėti: "daug"?')
    add_example(phrases, "cost", "social-workshops", "ar dirbtuvės brangios")
    add_example(phrases, "cost", "respite", "ar atokvėpis brangus")

    assert load_phrases(phrases) == (
        Phrase('ar reikia mokėti: "daug"?', "cost"),
        Phrase("kiek kainuoja", "cost"),
        Phrase("ar atokvėpis brangus", "cost", "respite"),
        Phrase("ar dirbtuvės brangios", "cost", "social-workshops"),
        Phrase("kiek kainuoja dirbtuvės", "cost", "social-workshops"),
    )
    assert "# Short ones." in (phrases / "cost.yaml").read_text(encoding="utf-8")


def test_a_topic_without_services_gets_its_first(phrases: Path) -> None:
    (phrases / "where.yaml").write_text("topic: where\nexamples:\n  - kur\n", encoding="utf-8")
    add_example(phrases, "where", "respite", "kur atokvėpis")
    assert Phrase("kur atokvėpis", "where", "respite") in load_phrases(phrases)


@pytest.mark.parametrize(
    ("topic", "service", "text", "told"),
    [
        ("price", "", "kiek", 'no phrases are about "price"'),
        ("cost", "workshops", "kiek", 'There is no service "workshops"'),
        ("cost", "", "KIEK KAINUOJA?", "already"),
    ],
)
def test_what_cannot_be_taught_is_said_and_changes_nothing(
    phrases: Path, topic: str, service: str, text: str, told: str
) -> None:
    with pytest.raises(ContentError, match=told):
        add_example(phrases, topic, service, text)
    assert (phrases / "cost.yaml").read_text(encoding="utf-8") == COST


def test_expectations_are_held_on_to(tmp_path: Path) -> None:
    path = tmp_path / "regression" / "understanding.yaml"
    add_expectation(path, "cost", "", "ar brangu?")
    add_expectation(path, "where", "respite", "kur atokvėpis: čia?")

    assert [(one.text, one.topic, one.service) for one in load_expectations(path)] == [
        ("ar brangu?", "cost", ""),
        ("kur atokvėpis: čia?", "where", "respite"),
    ]


def test_the_first_expectation_takes_the_place_of_the_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "understanding.yaml"
    path.write_text(
        (CONTENT / "lt" / "regression" / "understanding.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    before = len(load_expectations(path))
    add_expectation(path, "cost", "", "ar brangu?")
    assert len(load_expectations(path)) == before + 1
