"""Which button somebody means who writes: a slip is forgiven, a "not" is not."""

import pytest

from assistant.understanding.choices import near_choice


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("neištrinti", "Ištrinti"),
        ("nesiųsti", "Siųsti prašymą"),
        ("nenoriu rašyti", "Noriu parašyti"),
        ("netęsti pokalbį", "Tęsti pokalbį"),
        ("neturiu prašymo numerio", "Turiu prašymo numerį"),
        ("turiu lygį", "Neturiu lygio"),
    ],
)
def test_what_is_denied_is_not_near(text: str, label: str) -> None:
    assert near_choice(text, {"it": label, "other": "Atgal"}, may_count=True) == ""


@pytest.mark.parametrize(
    ("text", "label"), [("istrnti", "Ištrinti"), ("neturiu lygi", "Neturiu lygio"), ("neringoj", "Neringoje")]
)
def test_a_slip_is_near(text: str, label: str) -> None:
    assert near_choice(text, {"it": label, "other": "Atgal"}, may_count=True) == "it"


@pytest.mark.parametrize(
    ("text", "chosen"), [("ne rajone", "city"), ("ne mieste", "district"), ("ne, rajone", ""), ("ne taip", "")]
)
def test_of_two_the_one_that_is_denied_leaves_the_other(text: str, chosen: str) -> None:
    choices = {"city": "Kauno mieste", "district": "Kauno rajone"}

    assert near_choice(text, choices, may_count=False) == chosen
