"""Whether an answer is noted at once or said back first, as the whole content knows answers."""

import pytest

from assistant.eligibility.facts import FactId
from assistant.library.library import Library
from assistant.understanding.asked import Asked
from assistant.understanding.interpret import Expects, Reading, read
from tests.understanding.test_value_cases import TODAY


def reading(library: Library, expects: Expects, text: str, asked: Asked | None = None) -> Reading:
    return read(
        text,
        expects=expects,
        choices={"yes": "Taip", "no": "Ne"} if expects is Expects.YES_NO else {},
        finder=library.finder,
        gazetteer=library.gazetteer,
        service="",
        today=TODAY,
        asked=asked,
    )


@pytest.mark.parametrize(
    ("expects", "text"),
    [
        (Expects.YES_NO, "taip"),
        (Expects.YES_NO, "ne, negaliu"),
        (Expects.YES_NO, "nežinau"),
        (Expects.YES_NO, "tiksliai nezinau"),
        (Expects.AGE, "34"),
        (Expects.AGE, "man 34 metai"),
        (Expects.AGE, "gimiau 1990"),
        (Expects.LEVEL, "40 procentų"),
        (Expects.DISABILITY, "intelekto"),
        (Expects.PHONE, "861234567"),
        (Expects.PHONE, "+370 612 34567"),
        (Expects.NAME, "Ona Onaitė"),
        (Expects.NAME, "mano vardas Rūta"),
    ],
)
def test_a_plain_answer_is_noted_at_once(library: Library, expects: Expects, text: str) -> None:
    found = reading(library, expects, text)

    assert found.value is not None or found.choice or found.is_dont_know
    assert not found.is_doubtful


@pytest.mark.parametrize(
    ("expects", "text"),
    [
        (Expects.YES_NO, "gal"),
        (Expects.YES_NO, "nežinau slaptažodžio"),
        (Expects.YES_NO, "nežinau, kaip atsakyti"),
        (Expects.YES_NO, "dar svarstau"),
        (Expects.YES_NO, "nežinau?"),
        (Expects.AGE, "mamai 72"),
        (Expects.AGE, "nuo 30 iki 35"),
        (Expects.AGE, "man 34 ir gyvenu Šilalėje"),
        (Expects.LEVEL, "metų man šešiasdešimt"),
        (Expects.LEVEL, "broliui 30 procentų"),
        (Expects.DISABILITY, "mama serga šizofrenija"),
        (Expects.PHONE, "37 61234567"),
        (Expects.PHONE, "+371 21234567"),
        (Expects.PHONE, "sesers 861234567, bet ji užsienyje"),
        (Expects.NAME, "dukros vardas Ieva, savo nerašysiu"),
    ],
)
def test_what_may_mean_something_else_is_said_back(library: Library, expects: Expects, text: str) -> None:
    assert reading(library, expects, text).is_doubtful


def test_of_a_relative_a_helper_may_tell(library: Library) -> None:
    helper = Asked(FactId.AGE, of_helper=True)

    assert not reading(library, Expects.AGE, "mamai 72", helper).is_doubtful


def test_free_words_are_never_doubted(library: Library) -> None:
    assert not reading(library, Expects.CALL_TIME, "kai kiaulės skraidys").is_doubtful
    assert not reading(library, Expects.NOTE, "man 34 ir gyvenu Šilalėje").is_doubtful
