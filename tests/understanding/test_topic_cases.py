"""Topics are found in what people wrote for development: two writers, apart from the examples and from the frozen sets.

What is decided about asking back, such as `SURE_TIMES`, is decided on these; nothing is learned from them.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from assistant.understanding.normalize import words_of
from assistant.understanding.topics import OUT_OF_SCOPE
from tests.conftest import CONTENT
from tests.evaluation.measures import Heard, TopicScores, topic_scores
from tests.evaluation.methods import ours
from tests.evaluation.sets import Utterance

HERE = Path(__file__).parent / "development"


def _cases(writer: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((HERE / f"topics_{writer}.yaml").read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize(
    ("writer", "are_in_talk", "least"),
    [
        ("persons", False, TopicScores(0.84, 0.98, 0.011)),
        ("persons", True, TopicScores(0.83, 0.98, 0.019)),
        ("relatives", False, TopicScores(0.84, 0.97, 0.02)),
        ("relatives", True, TopicScores(0.79, 0.9, 0.094)),
    ],
)
def test_what_people_wrote_for_development_is_understood(
    library: Library, writer: str, least: TopicScores, *, are_in_talk: bool
) -> None:
    cases = [case for case in _cases(writer) if bool(case.get("talk")) is are_in_talk and case["topic"] != OUT_OF_SCOPE]
    scores = topic_scores(_heard(case, library) for case in cases)

    assert scores.is_no_worse_than(least), scores


def _heard(case: dict[str, Any], library: Library) -> tuple[Utterance, Heard]:
    talk = case.get("talk") or ""
    heard = ours(library.finder)(case["text"], talk)
    topic, service = case["topic"], case["service"]
    if not library.finder.is_of_service(topic):
        right = {(topic, "")}
    elif service is not None:
        right = {(topic, service)}
    else:
        # Where the words name no service and none is talked about, the right topic of any service is right.
        right = {reading for reading in heard.readings if reading[0] == topic}
    return Utterance("", case["text"], frozenset(right), talk), heard


@pytest.mark.parametrize("writer", ["persons", "relatives"])
def test_nothing_is_learned_from_them(writer: str) -> None:
    examples = {tuple(words_of(phrase.text)) for phrase in load_phrases(CONTENT / "lt" / "phrases")}

    assert [case["text"] for case in _cases(writer) if tuple(words_of(case["text"])) in examples] == []
