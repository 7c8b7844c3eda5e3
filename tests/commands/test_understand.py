"""The command `understand` answers line by line, as others rely on it."""

import json
from typing import Any

import pytest

from assistant.commands.understand import understand_lines
from assistant.library.library import Library
from assistant.understanding.topics import TopicFinder


@pytest.fixture(scope="module")
def finder(library: Library) -> TopicFinder:
    return library.finder


def understood(finder: TopicFinder, *lines: Any) -> list[dict[str, Any]]:
    written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    return [json.loads(line) for line in understand_lines(written, finder)]


def test_a_message_has_topic_service_and_all_other_fields(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": 7, "text": "kas yra atvejo vadyba", "context": None})

    assert answer == {
        "id": 7,
        "topic": "what-is",
        "service": "case-management",
        "understood": True,
        "confidence": 1.0,
        "alternatives": [],
        "language": "lt",
        "private": [],
    }


def test_a_follow_up_takes_the_service_of_its_context(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": "a", "text": "o kiek kainuoja?", "context": {"service": "social-workshops"}})

    assert (answer["topic"], answer["service"], answer["understood"]) == ("cost", "social-workshops", True)


def test_doubt_is_not_understood_and_lists_the_alternatives(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": 1, "text": "o kiek kainuoja?"})

    assert not answer["understood"]
    assert answer["topic"] == "cost"
    assert len(answer["alternatives"]) == 2


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("noriu numirti", "crisis"),
        ("vyras mane muša", "violence"),
        ("dega namas", "emergency"),
        ("i want to kill myself", "crisis"),
        ("atgal", "back"),
        ("pakartok", "repeat"),
        ("noriu žmogaus", "talk-to-human"),
        ("nežinau", "dont-know"),
        ("ar man tinka atvejo vadyba", "check-eligibility"),
        ("taip", "yes"),
        ("ne", "no"),
        ("nesuprantu", "simpler"),
        ("where can i get help", "other-language"),
    ],
)
def test_danger_steering_bare_answers_and_languages_are_topics(finder: TopicFinder, text: str, topic: str) -> None:
    [answer] = understood(finder, {"id": 1, "text": text})

    assert (answer["topic"], answer["service"], answer["understood"]) == (topic, None, True)


def test_a_near_miss_of_danger_is_not_understood(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": 1, "text": "filme vyras mušė žmoną"})

    assert (answer["topic"], answer["understood"]) == ("violence", False)


def test_something_else_is_out_of_scope(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": 1, "text": "koks oras rytoj"})

    assert (answer["topic"], answer["understood"]) == ("out-of-scope", False)


def test_kinds_of_private_data_are_listed(finder: TopicFinder) -> None:
    [answer] = understood(finder, {"id": 1, "text": "mano asmens kodas 38703181745"})

    assert "personal-code" in answer["private"]
    assert "38703181745" not in json.dumps(answer)


def test_a_bad_line_is_an_error_of_that_line_only(finder: TopicFinder) -> None:
    answers = understood(finder, {"id": 1, "text": "labas"}, "not json", {"id": 3}, {"id": 4, "text": 5}, "", "[1]")

    assert answers[0]["topic"] == "greeting"
    assert [answer["id"] for answer in answers] == [1, None, 3, 4, None]
    assert all("error" in answer for answer in answers[1:])
