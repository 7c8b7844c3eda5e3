"""Wordings are found at the beginning of a word, whatever they begin with; misspelt words are read beside."""

import pytest

from assistant.understanding.danger_words.patterns import Wordings
from assistant.understanding.danger_words.spelling import other_readings
from assistant.understanding.safety import find_danger


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("dega", "namas dega"),
        ("(?:su|uz)?dega", "sudega"),
        ("(?:su|uz)?dega", "dega"),
        (r"\w+ dega", "musu dega"),
        ("[dg]ega", "gega"),
        ("^dega", "dega namas"),
        ("(?!ne)dega|skesta", "jis skesta"),
        ("(?:a(?:b|c)|d{0,2})e", "ace"),
    ],
)
def test_a_wording_is_found_by_its_first_letter(wording: str, text: str) -> None:
    assert Wordings(wording).is_in(text)


@pytest.mark.parametrize(("wording", "text"), [("ega", "dega"), ("^dega", "namas dega"), ("(?:su)?dega", "nedega")])
def test_a_wording_inside_a_word_is_none(wording: str, text: str) -> None:
    assert not Wordings(wording).is_in(text)


def test_wordings_are_taken_out() -> None:
    assert Wordings("mirstu is juoko", "juoko").without("as mirstu is juoko labai") == "as labai"


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("nusizuydti", "nusizudyti"),
        ("nebneoriu gyventi", "nebenoriu gyventi"),
        ("nenoriugyventi", "nenoriu gyventi"),
        ("ne noriu gyventi", "nenoriu gyventi"),
        ("n o r i u mirti", "noriu mirti"),
        ("mane msua", "mane musa"),
        ("dga namas", "dega namas"),
        ("savivudybe", "savizudybe"),
        ("savizdybe", "savizudybe"),
    ],
)
def test_misspelt_words_of_danger_are_read(text: str, reading: str) -> None:
    assert reading in other_readings(text.split())


@pytest.mark.parametrize(
    "text",
    [
        *("noriu virti", "slaugia mama", "mama musu", "vaikai suauge", "pasitarti noriu", "noriu sugrizti namo"),
        *("plunges savivadybes", "zarasu savialdybeje", "savivldybe"),
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert not list(other_readings(text.split()))


def test_a_town_with_a_slip_before_its_municipality_is_no_danger() -> None:
    assert find_danger("gyvenu Panevėžio mirsto savivaldybėje") is None
    assert find_danger("mirštu") is not None
