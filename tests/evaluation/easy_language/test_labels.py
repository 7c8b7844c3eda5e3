"""The evaluation counts what was found as people have labelled it."""

import hashlib

import pytest

from assistant.easy_language.report import check
from assistant.easy_language.rules import ALL_RULES
from assistant.library.vocabulary import load_vocabulary
from tests.conftest import CONTENT
from tests.evaluation.easy_language.labels import Half, Labelled, labelled
from tests.evaluation.easy_language.scores import scores, together

HALVES = [half for half in Half if half.file.exists()]


def test_finds_misses_and_false_alarms_are_counted_by_rule() -> None:
    texts = [
        Labelled(text="Ateikite; palaukite.", rules=("W04",)),
        Labelled(text="Ateikite rytoj.", rules=("W04",)),
        Labelled(text="Mokate 5 €; dabar.", rules=("W05",)),
    ]

    w04, w05 = scores(texts, check)

    assert (w04.right, w04.missed, w04.wrong) == (1, ["Ateikite rytoj."], ["Mokate 5 €; dabar."])
    assert (w04.precision, w04.recall) == (0.5, 0.5)
    assert (w05.precision, w05.recall) == (1.0, 1.0)
    assert together([w04, w05]).right == 2


@pytest.mark.parametrize("half", HALVES)
def test_labels_name_rules_that_there_are(half: Half) -> None:
    ids = {rule.id for rule in ALL_RULES}
    texts = labelled(half)
    assert {rule for text in texts for rule in text.rules} <= ids
    assert {text.near for text in texts if text.near} <= ids


FROZEN = "ed30f38da480876a8730da367c4ad147e00c5502ec5841addb3145ff07646339"
LEAST_TEXTS = 400
LEAST = 0.95
"""What the rules must reach together on the half that judges, in precision and in recall."""


def test_the_half_that_judges_is_as_it_was_frozen_and_apart_from_the_other() -> None:
    judging, tuned = labelled(Half.EVALUATION), labelled(Half.DEVELOPMENT)
    assert hashlib.sha256(Half.EVALUATION.file.read_bytes()).hexdigest() == FROZEN
    assert len(judging) >= LEAST_TEXTS
    assert {text.text for text in judging}.isdisjoint(text.text for text in tuned)


def test_the_rules_are_right_about_texts_that_nobody_tuned_them_by() -> None:
    total = together(scores(labelled(Half.EVALUATION), load_vocabulary(CONTENT).check))
    assert total.precision >= LEAST, total.wrong
    assert total.recall >= LEAST, total.missed


@pytest.mark.parametrize("half", HALVES)
def test_every_rule_that_is_judged_has_faults_and_near_misses(half: Half) -> None:
    texts = labelled(half)
    for rule in {rule for text in texts for rule in text.rules}:
        assert sum(rule in text.rules for text in texts) >= 8, rule
        assert sum(rule == text.near for text in texts) >= 8, rule
