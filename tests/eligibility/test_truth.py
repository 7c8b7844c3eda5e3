"""Three-valued logic."""

import pytest

from assistant.eligibility.truth import Truth, all_of, any_of, negation

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_two_truths_together_follow_kleene(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert all_of([left, right]) is all_of([right, left]) is both
    assert any_of([left, right]) is any_of([right, left]) is either


def test_negation_leaves_unknown_alone() -> None:
    assert [negation(truth) for truth in (YES, NO, UNKNOWN)] == [NO, YES, UNKNOWN]


def test_a_flag_that_is_not_known_is_unknown() -> None:
    assert [Truth.of(flag) for flag in (True, False, None)] == [YES, NO, UNKNOWN]
