"""A yes or no answers the question that was asked, of the person who was asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.eligibility.facts import FactId
from assistant.understanding.asked import Asked
from assistant.understanding.choices import near_choice
from assistant.understanding.values import read_yes_no

NEEDS, WORK, FAMILY = FactId.COMPLEX_NEEDS, FactId.WORK, FactId.FAMILY


@pytest.mark.parametrize(
    ("text", "fact", "answer"),
    [
        *(("reikia", NEEDS, True), ("turiu du vaikus", FAMILY, True), ("dirbu", WORK, True), ("nedirbu", WORK, False)),
        *(("užtenka vienos", NEEDS, False), ("pats susitvarkau", NEEDS, False), ("netinka", WORK, False)),
        *(("vaikai jau suaugę", FAMILY, False), ("du", FAMILY, True), ("nėščia", FAMILY, True)),
    ],
)
def test_what_is_said_of_the_question_answers_it(text: str, fact: FactId, answer: bool) -> None:
    assert read_yes_no(text, Asked(fact)) is answer


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        *(("turiu du vaikus", WORK), ("reikia", WORK), ("laukiuosi", NEEDS), ("nedirbu", FAMILY), ("galiu", FAMILY)),
        *(("taip, turiu du vaikus", WORK), ("ne, neturiu vaikų", WORK), ("noriu dirbti", WORK), ("nedirbu", NEEDS)),
    ],
)
def test_what_answers_another_question_is_not_taken(text: str, fact: FactId) -> None:
    assert read_yes_no(text, Asked(fact)) is None


@pytest.mark.parametrize("fact", [NEEDS, WORK, FAMILY])
@pytest.mark.parametrize(("text", "answer"), [("taip", True), ("ne", False), ("aišku, kad taip", True), ("👎", False)])
def test_a_plain_yes_or_no_answers_any_question(text: str, answer: bool, fact: FactId) -> None:
    assert read_yes_no(text, Asked(fact)) is answer
    assert read_yes_no(text, Asked(fact, of_helper=True)) is answer


@pytest.mark.parametrize(
    ("text", "fact", "answer"),
    [
        *(("broliui reikia", NEEDS, True), ("mamai užtenka vienos", NEEDS, False), ("brolis dirba", WORK, True)),
        *(("mama nedirba", WORK, False), ("dukra laukiasi", FAMILY, True), ("brolis neturi vaikų", FAMILY, False)),
    ],
)
def test_a_helper_may_name_whom_they_help(text: str, fact: FactId, answer: bool) -> None:
    assert read_yes_no(text, Asked(fact, of_helper=True)) is answer
    assert read_yes_no(text, Asked(fact)) is None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        *(("man reikia", NEEDS), ("aš negaliu", WORK), ("turiu vaiką", FAMILY), ("nedirbu, slaugau mamą", WORK)),
        *(("mama gali jam padėti", WORK), ("mama gali, tėtis ne", WORK), ("jos vaiką augina močiutė", FAMILY)),
    ],
)
def test_of_a_helper_nothing_is_taken_about_themself_or_a_third_person(text: str, fact: FactId) -> None:
    assert read_yes_no(text, Asked(fact, of_helper=True)) is None


def test_the_end_answers_where_the_beginning_tells_of_something_else() -> None:
    assert read_yes_no("dirbu, pagalbos nereikia", Asked(NEEDS)) is False
    assert read_yes_no("reikia, bet nenoriu", Asked(NEEDS)) is None


ERASING = {"yes": "Taip, ištrinti", "no": "Ne, palikti"}
URGENT = {"yes": "Taip", "no": "Ne"}


@pytest.mark.parametrize(
    "text", ["dirbu", "turiu vaiką", "neturiu vaikų", "galiu dirbti", "noriu dirbti", "reikia pagalbos"]
)
def test_what_answers_a_check_presses_no_button_elsewhere(text: str) -> None:
    assert near_choice(text, ERASING, may_count=True) == ""


@pytest.mark.parametrize(
    ("text", "choices", "choice"),
    [
        *(("noriu", ERASING, "yes"), ("nenoriu, ačiū", ERASING, "no"), ("gerai", ERASING, "yes")),
        *(("nereikia", ERASING, "no"), ("taip, dirbu", ERASING, "yes")),
        *(("reikia pagalbos", URGENT, "yes"), ("man labai reikia", URGENT, "yes"), ("negaliu", URGENT, "")),
    ],
)
def test_what_agrees_to_anything_presses_a_button_anywhere(text: str, choices: dict[str, str], choice: str) -> None:
    assert near_choice(text, choices, may_count=True) == choice


@given(st.text(max_size=200), st.sampled_from([NEEDS, WORK, FAMILY]), st.booleans())
def test_any_text_can_be_read(text: str, fact: FactId, of_helper: bool) -> None:
    assert read_yes_no(text, Asked(fact, of_helper)) in {True, False, None}
