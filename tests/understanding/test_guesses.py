"""What stands out in a longer answer is offered to be confirmed; what may be turned round is not."""

import pytest

from assistant.eligibility.facts import Disability, FactId, Interval
from assistant.understanding.asked import Asked
from assistant.understanding.guesses import Guess, guessed
from assistant.understanding.trust import DONT_KNOW


@pytest.mark.parametrize(
    ("kind", "text", "guess"),
    [
        ("yes-no", "TAIP!!!! KIEK KARTŲ DAR SAKYT", True),
        ("yes-no", "Ne. Klausimas nemalonus, bet atsakau sąžiningai.", False),
        ("yes-no", "oi taip paspaudžiau netyčia, turi būt ne", False),
        ("yes-no", "galvojau visą rytą ir vis tiek nežinau", DONT_KNOW),
        ("yes-no", "mama sako taip, aš sakau ne", False),
        ("yes-no", "močiutė taip, tėtis ne", None),
        ("yes-no", "taip, jei kas padėtų", None),
        ("yes-no", "skauda galvą", None),
        ("age", "vyrui 60 o man 57", Interval.exactly(57)),
        ("age", "esu 62 metų bobutė", Interval.exactly(62)),
        ("age", "Pilnametystės dar nesulaukiau.", Interval(0, 17)),
        ("age", "esu pilnametė, tiek jums užteks", Interval(18, 120)),
        ("age", "jaučiuosi kaip man 80", None),
        ("age", "man 999", None),
        ("age", "turiu 3 vaikus", None),
        ("level", "60 proc gavau vasarą", Interval.exactly(60)),
        ("level", "vyro 50, mano 40", Interval.exactly(40)),
        ("level", "vaistus kompensuoja 50 proc", None),
        ("level", "nustatė 43 procentus", None),
        ("disability", "depresija, iš lovos neatsikeliu", Disability.PSYCHOSOCIAL),
        ("disability", "Dauno sindromas ir depresija", Disability.BOTH),
        ("disability", "intelekto negalia ir dar depresija", Disability.BOTH),
        ("disability", "buvo depresija bet praėjo", None),
        ("disability", "mama serga šizofrenija", None),
        ("phone", "861234567", None),
    ],
)
def test_what_stands_out_is_guessed(kind: str, text: str, guess: Guess | None) -> None:
    assert guessed(text, kind) == guess


def test_a_helper_tells_of_a_relative() -> None:
    helper = Asked(FactId.DISABILITY, of_helper=True)

    assert guessed("mama serga šizofrenija seniai", "disability", helper) == Disability.PSYCHOSOCIAL
