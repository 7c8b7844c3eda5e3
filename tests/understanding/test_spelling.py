"""Slips are mended towards the words of the examples, and other words are left alone."""

import pytest

from assistant.understanding.spelling import Speller

TEXTS = [
    "noriu pakeisti atsakyma",
    "noriu pakeisti prasyma",
    "pakeisti atsakyma prasyma",
    "noriu atgal",
    "kiek kainuoja",
]
SPELLER = Speller.of(TEXTS, usual={"kaina", "noria"})


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("noriu pkaeisti atsakyma", "noriu pakeisti atsakyma"),
        ("norui pakeisti", "noriu pakeisti"),
        ("noriu pakesiti atsakma", "noriu pakeisti atsakyma"),
        ("noriupakeisti atsakyma", "noriu pakeisti atsakyma"),
        ("noriupakeistiatsakyma", "noriu pakeisti atsakyma"),
    ],
)
def test_slips_and_words_run_together_are_mended(written: str, mended: str) -> None:
    assert Speller.of(TEXTS * 3).mended(written) == mended


def test_however_many_words_run_together_are_parted() -> None:
    assert Speller.of(TEXTS * 3).mended("noriupakeistiatsakymaprasymaatgal") == "noriu pakeisti atsakyma prasyma atgal"


def test_a_long_word_of_which_a_part_is_unknown_is_left_alone() -> None:
    assert Speller.of(TEXTS * 3).mended("noriupakeistikrokodilaatgal") == "noriupakeistikrokodilaatgal"


def test_a_usual_word_is_left_alone_though_another_is_near() -> None:
    assert SPELLER.mended("noria pakeisti") == "noria pakeisti"
    assert Speller.of(TEXTS).mended("noria pakeisti") == "noriu pakeisti"


@pytest.mark.parametrize("word", ["nor", "868612345", "traktorius", "kainuoju"])
def test_short_words_numbers_strangers_and_words_of_one_example_are_left_alone(word: str) -> None:
    assert SPELLER.mended(word) == word


def test_a_recalled_speller_mends_as_the_one_that_learned() -> None:
    again = Speller.recalled(SPELLER.stored())

    assert again.times == SPELLER.times
    assert again.usual == SPELLER.usual
