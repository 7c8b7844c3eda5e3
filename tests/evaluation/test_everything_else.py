"""Danger, values, places and the rest are measured on frozen sets apart from all examples; what was reached stays."""

import pytest

from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from assistant.understanding.normalize import words_of
from tests.conftest import CONTENT
from tests.evaluation.noise import NOISES
from tests.evaluation.places import accepted_unknown, found_clean, found_noisy, place_cases
from tests.evaluation.sets import answers, dangers, languages, texts
from tests.evaluation.understood import danger_scores, right_languages, value_scores

BARE = 3
"""Words of the shortest messages, which people write alike whoever wrote them down first."""

EVERY_SO_MANY = 7
"""Of the places with noise only every seventh is tried here; `make bench` tries all."""


def test_the_sets_are_large_enough() -> None:
    cases = dangers()

    assert sum(bool(case.danger) for case in cases) >= 260
    assert sum(not case.danger for case in cases) >= 400
    assert sum(case.kind == "near-miss" for case in cases) >= 120
    assert len(answers()) >= 400
    assert len(texts("off_topic")) >= 150
    assert len(languages()) >= 150
    assert len(texts("unknown_places")) >= 60


def test_no_example_is_a_danger_or_an_off_topic_message_of_the_evaluation() -> None:
    evaluated = {words_of(text) for text in [*(case.text for case in dangers()), *texts("off_topic")]}

    known = {words for phrase in load_phrases(CONTENT / "lt" / "phrases") if (words := words_of(phrase.text))}

    assert [words for words in known & evaluated if len(words) > BARE] == []


def test_every_town_is_asked_for_in_three_cases_and_a_city_may_mean_its_district() -> None:
    cases = place_cases(CONTENT / "municipalities.yaml")

    assert {case.right for case in cases if case.text == "Kaune"} == {"kauno-miesto"}
    assert next(case for case in cases if case.text == "Kauno").together == {"kauno-miesto", "kauno-rajono"}
    assert next(case for case in cases if case.text == "Gargžduose").together == {"klaipedos-rajono"}
    assert len({case.right for case in cases}) == 60
    assert len({case.text for case in cases}) > 1000


# Floors: what was reached must not be lost. The aims, which are higher, stand in docs/understanding.md.


def test_danger_is_found_as_well_as_before(library: Library) -> None:
    scores = danger_scores(library, dangers())

    assert scores.heard >= FLOORS["danger heard"], scores
    assert scores.alarmed >= FLOORS["danger alarmed"], scores
    assert scores.false_alarms <= CEILINGS["false alarms"], scores


def test_values_are_read_as_well_as_before(library: Library) -> None:
    scores = value_scores(library, answers())

    assert scores.right >= FLOORS["values"], scores
    assert scores.right_at_once >= FLOORS["values at once"], scores
    assert scores.wrong_accepted <= CEILINGS["wrong values"], scores
    assert scores.wrong_said_back <= CEILINGS["wrong values said back"], scores


def test_places_are_found_as_well_as_before(library: Library) -> None:
    found = found_clean(library, place_cases(CONTENT / "municipalities.yaml"))
    accepted = accepted_unknown(library, texts("unknown_places"))

    assert found >= FLOORS["places"], found
    assert accepted <= CEILINGS["unknown places"], accepted


@pytest.mark.parametrize("noise", NOISES)
def test_misspelt_places_are_found_as_well_as_before(library: Library, noise: str) -> None:
    cases = place_cases(CONTENT / "municipalities.yaml")[::EVERY_SO_MANY]

    found = found_noisy(library, cases, noise)

    assert found >= FLOORS[noise], found


def test_languages_are_recognised_as_well_as_before(library: Library) -> None:
    right = right_languages(library, languages())

    assert right >= FLOORS["languages"], right


FLOORS = {
    "danger heard": 0.98,
    "danger alarmed": 0.77,
    "values": 0.98,
    "values at once": 0.9,
    "places": 0.99,
    "no diacritics": 0.99,
    "keyboard typos": 0.99,
    "phonetic": 0.98,
    "missing spaces": 0.98,
    "languages": 0.97,
}
CEILINGS = {"false alarms": 0.01, "wrong values": 0.0, "wrong values said back": 0.02, "unknown places": 0.0}
