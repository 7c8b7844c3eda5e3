"""Phrases are loaded whole, or the file, line and what to do are named."""

from pathlib import Path

import pytest

from assistant.errors import ContentError
from assistant.library.phrases import load_phrases
from assistant.understanding.topics import WISHES, Phrase

CONTENT = Path(__file__).parents[2] / "content"
MAIN_SERVICES = ("case-management", "social-workshops", "family-case-management")


def test_phrases_carry_topic_and_service(tmp_path: Path) -> None:
    (tmp_path / "cost.yaml").write_text(
        "topic: cost\nexamples:\n  - kiek\nservices:\n  respite:\n    - kiek atokvėpis\n", encoding="utf-8"
    )

    assert load_phrases(tmp_path) == (Phrase("kiek", "cost"), Phrase("kiek atokvėpis", "cost", "respite"))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("topic: pay\nexamples:\n  - kiek\n", 1, "Name the file pay.yaml"),
        ("topic: cost\nexamples:\n  - kiek\n  - Kiek\n", 4, "stands at"),
        ("topic: cost\nexamples:\n  - kiek\nservices:\n  massage:\n    - kiek\n", 5, "no service"),
        ("topic: cost\nexamples: []\n", 2, ""),
        ("topic: cost\nexample:\n  - kiek\n", 2, "not known"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "cost.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        load_phrases(tmp_path, ["case-management"])

    assert f"{path}:{line}:" in str(caught.value)
    assert words in str(caught.value)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no phrases"):
        load_phrases(tmp_path)


def test_the_content_has_enough_phrases_of_every_topic() -> None:
    phrases = load_phrases(CONTENT / "lt" / "phrases")
    of_service = {phrase.topic for phrase in phrases if phrase.service}

    for topic in {phrase.topic for phrase in phrases} - of_service:
        assert sum(phrase.topic == topic for phrase in phrases) >= 15, topic
    assert len(of_service - WISHES) == 12
    for topic in of_service:
        for service in MAIN_SERVICES:
            count = sum((phrase.topic, phrase.service) == (topic, service) for phrase in phrases)
            assert count >= 8, (topic, service)
