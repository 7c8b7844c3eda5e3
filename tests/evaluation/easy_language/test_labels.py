"""The evaluation counts what was found as people have labelled it."""

import pytest

from assistant.easy_language.forms import NoForms
from assistant.easy_language.rules import ALL_RULES
from tests.evaluation.easy_language.labels import Half, Labelled, labelled
from tests.evaluation.easy_language.scores import scores, together

HALVES = [half for half in Half if half.file.exists()]


def test_finds_misses_and_false_alarms_are_counted_by_rule() -> None:
    texts = [
        Labelled(text="Ateikite; palaukite.", rules=("W04",)),
        Labelled(text="Ateikite rytoj.", rules=("W04",)),
        Labelled(text="Mokate 5 €; dabar.", rules=("W05",)),
    ]

    w04, w05 = scores(texts, NoForms())

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
