"""Danger in many words and typing styles, and ordinary messages, many of which sound like it.

One JSON object a line. The danger wordings were mended on the even ids alone; the odd ids show what words are worth
that nobody looked at. Most of the ordinary messages are near misses, so shares of false alarms are far above those in
real talk. `danger_more` was written apart and is harder: euphemisms, half-sentences, what relatives and neighbours say.
`danger_plain` tells of danger without words of danger, and of other things in the same words; of its two halves the
other was made examples. `danger_fresh` is one in four of what was
written with the examples before the latest, and `danger_indirect` one in four of what was written with the latest:
danger that relatives, neighbours and staff tell of, what only sounds like it, and what has nothing to do with us.
Wordings of near misses were mended on it, too, and thresholds were tried on all of these. Floors keep what was reached,
which is not enough yet.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from assistant.understanding.interpret import Expects, read
from assistant.understanding.normalize import words_of
from assistant.understanding.safety import Alarm
from assistant.understanding.topics import OUT_OF_SCOPE
from tests.conftest import CONTENT

FOLDER = Path(__file__).parent / "development"
KINDS = ("crisis", "violence", "emergency")
LEAST_FOUND = {"even": 0.98, "odd": 0.96}
MOST_ALARMS = {"even": 0.01, "odd": 0.025}
MOST_ASKED = {"even": 0.06, "odd": 0.12}
LEAST_HEARD = {
    ("crisis", "direct"): 0.95,
    ("crisis", "indirect"): 0.95,
    ("violence", "direct"): 0.95,
    ("violence", "indirect"): 0.95,
    ("emergency", "direct"): 0.94,
    ("emergency", "indirect"): 0.94,
}
NOT_EXAMPLES = ("danger_plain", "danger_fresh", "danger_indirect")
LEAST_HEARD_TOLD_PLAINLY = {"crisis": 0.93, "violence": 0.94, "emergency": 0.97}
LEAST_HEARD_OF_FRESH = {"crisis": 0.9, "violence": 0.89, "emergency": 0.98}
LEAST_HEARD_TOLD_INDIRECTLY = {"crisis": 0.94, "violence": 0.96, "emergency": 0.97}


def texts(kind: str, half: str) -> list[str]:
    cases = [json.loads(line) for line in (FOLDER / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [case["text"] for case in cases if int(case["id"][-3:]) % 2 == ("even", "odd").index(half)]


def more_texts(danger: str, kind: str, file: str = "danger_more") -> list[str]:
    cases = map(json.loads, (FOLDER / f"{file}.jsonl").read_text(encoding="utf-8").splitlines())
    return [case["text"] for case in cases if (case["danger"], case["kind"]) == (danger, kind)]


def missed_of(library: Library, told: list[str]) -> list[str]:
    """Of what tells of danger, what is neither alarmed nor asked about."""
    return [text for text in told if danger_in(library, text) is None]


def alarms_of(library: Library, texts: list[str]) -> list[tuple[str, Alarm]]:
    """Each text that is alarmed or asked about, and how."""
    return [(text, alarm) for text in texts if (alarm := danger_in(library, text)) is not None]


def danger_in(library: Library, text: str, expects: Expects = Expects.NOTHING) -> Alarm | None:
    return read(
        text,
        expects=expects,
        choices={},
        finder=library.finder,
        gazetteer=library.gazetteer,
        service="",
        today=date(2026, 11, 25),
    ).danger


@pytest.mark.parametrize("half", ["even", "odd"])
@pytest.mark.parametrize("expects", [Expects.NOTHING, Expects.AGE, Expects.PHONE])
def test_danger_is_found_also_in_the_middle_of_a_form(library: Library, half: str, expects: Expects) -> None:
    dangers = [text for kind in KINDS for text in texts(kind, half)]

    missed = [text for text in dangers if danger_in(library, text, expects) is None]

    assert 1 - len(missed) / len(dangers) >= LEAST_FOUND[half], missed


@pytest.mark.parametrize("half", ["even", "odd"])
def test_near_misses_are_at_most_asked_about(library: Library, half: str) -> None:
    ordinary = texts("ordinary", half)
    alarms = alarms_of(library, ordinary)
    certain = [text for text, alarm in alarms if alarm.is_certain]

    assert len(certain) / len(ordinary) <= MOST_ALARMS[half], certain
    assert len(alarms) / len(ordinary) <= MOST_ASKED[half], alarms


@pytest.mark.parametrize(("danger", "kind"), list(LEAST_HEARD))
def test_danger_told_in_other_words_is_heard_as_well_as_before(library: Library, danger: str, kind: str) -> None:
    told = more_texts(danger, kind)

    missed = missed_of(library, told)

    assert 1 - len(missed) / len(told) >= LEAST_HEARD[danger, kind], missed


def test_what_only_sounds_like_danger_is_at_most_asked_about(library: Library) -> None:
    near_misses = more_texts("", "near-miss")

    certain = [text for text in near_misses if (alarm := danger_in(library, text)) is not None and alarm.is_certain]

    assert len(certain) / len(near_misses) <= MOST_ALARMS["even"], certain


def test_ordinary_messages_are_hardly_asked_about(library: Library) -> None:
    ordinary = more_texts("", "ordinary")

    alarms = alarms_of(library, ordinary)

    assert not any(alarm.is_certain for _, alarm in alarms), alarms
    assert len(alarms) / len(ordinary) <= 0.04, alarms


def assert_heard(library: Library, told: list[str], least: float) -> None:
    missed = missed_of(library, told)

    assert 1 - len(missed) / len(told) >= least, missed


def assert_hardly_alarmed(library: Library, near_misses: list[str], *, alarmed: float, asked: float) -> None:
    alarms = alarms_of(library, near_misses)
    certain = [text for text, alarm in alarms if alarm.is_certain]

    assert len(certain) / len(near_misses) <= alarmed, certain
    assert len(alarms) / len(near_misses) <= asked, alarms


@pytest.mark.parametrize(("danger", "least"), list(LEAST_HEARD_TOLD_PLAINLY.items()))
def test_danger_told_without_words_of_danger_is_heard(library: Library, danger: str, least: float) -> None:
    told = more_texts(danger, "told-plainly", "danger_plain")

    assert_heard(library, told, least)


def test_the_same_words_of_other_things_are_hardly_alarmed_about(library: Library) -> None:
    near_misses = more_texts("", "near-miss", "danger_plain")

    assert_hardly_alarmed(library, near_misses, alarmed=MOST_ALARMS["even"], asked=0.34)


@pytest.mark.parametrize(("danger", "least"), list(LEAST_HEARD_OF_FRESH.items()))
def test_danger_in_fresh_words_is_heard(library: Library, danger: str, least: float) -> None:
    told = more_texts(danger, "told", "danger_fresh")

    assert_heard(library, told, least)


def test_fresh_ordinary_messages_are_at_most_asked_about(library: Library) -> None:
    ordinary = more_texts("", "ordinary", "danger_fresh")

    assert [text for text in ordinary if (alarm := danger_in(library, text)) and alarm.is_certain] == []


@pytest.mark.parametrize(("danger", "least"), list(LEAST_HEARD_TOLD_INDIRECTLY.items()))
def test_danger_told_by_those_around_a_person_is_heard(library: Library, danger: str, least: float) -> None:
    told = more_texts(danger, "told", "danger_indirect")

    assert_heard(library, told, least)


def test_films_sayings_and_small_ailments_are_hardly_alarmed_about(library: Library) -> None:
    near_misses = more_texts("", "near-miss", "danger_indirect")

    assert_hardly_alarmed(library, near_misses, alarmed=0.01, asked=0.23)


def test_what_has_nothing_to_do_with_us_is_no_danger_and_mostly_out_of_scope(library: Library) -> None:
    off_topic = more_texts("", "off-topic", "danger_indirect")

    rejected = [text for text in off_topic if library.finder.find(text).best.topic == OUT_OF_SCOPE]

    assert len(alarms_of(library, off_topic)) <= 1
    assert len(rejected) / len(off_topic) >= 0.8, set(off_topic) - set(rejected)


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("noriu kad šita diena būtų mano paskutinė gyvenime", True),
        ("knygoje noriu kad šita diena būtų mano paskutinė gyvenime", False),
    ],
)
def test_words_that_are_nearly_an_example_alarm_unless_they_may_deny_it(
    library: Library, text: str, *, is_certain: bool
) -> None:
    alarm = danger_in(library, text)

    assert alarm is not None
    assert alarm.is_certain is is_certain


@pytest.mark.parametrize(
    "text",
    ["o jeigu manęs nebebūtų, kas pasikeistų", "esu jo bokso maišas", "pavargau apsimetinėti kad noriu gyventi"],
)
def test_despair_is_heard_in_words_like_those_of_care(library: Library, text: str) -> None:
    assert danger_in(library, text) is not None


def test_no_development_message_is_an_example() -> None:
    examples = {words_of(phrase.text) for phrase in load_phrases(CONTENT / "lt" / "phrases")}
    lines = [line for file in NOT_EXAMPLES for line in (FOLDER / f"{file}.jsonl").read_text("utf-8").splitlines()]
    told = [json.loads(line)["text"] for line in lines]

    assert [text for text in told if words_of(text) in examples] == []
