"""The measures do not depend on the language and count our own sentences."""

import pytest
from textstat import textstat

from assistant.easy_language.readability import measure
from assistant.easy_language.sentences import split_sentences

EASY = "Jums padeda vienas žmogus.\nJis klauso Jūsų.\nJis padeda rasti pagalbą."
OFFICIAL = (
    "Atvejo vadyba yra dinamiškas ir bendradarbiavimu grįstas procesas, kuriame atvejo vadybininkas vertina, planuoja, "
    "organizuoja ir koordinuoja paslaugų, reikalingų asmens poreikių tenkinimui, įgyvendinimą."
)


def test_short_sentences_count_too() -> None:
    numbers = measure(split_sentences("Kas? Jūs!"))
    assert (numbers.sentences, numbers.words, numbers.words_per_sentence) == (2, 2, 1.0)


def test_lix_is_words_a_sentence_plus_the_share_of_words_over_six_letters() -> None:
    # Given 11 words in 3 sentences, of which žmogus has 6 letters and pagalbą 7
    numbers = measure(split_sentences(EASY))
    assert numbers.lix == pytest.approx(11 / 3 + 100 * 1 / 11)
    assert numbers.rix == pytest.approx(1 / 3)


def test_official_language_is_far_heavier_than_easy_language() -> None:
    easy, official = measure(split_sentences(EASY)), measure(split_sentences(OFFICIAL))
    assert official.lix > easy.lix + 40
    assert official.long_words_percent > easy.long_words_percent + 20


def test_a_phone_number_is_never_a_long_word() -> None:
    numbers = measure(split_sentences("Telefonas 0 445 70145."))
    assert numbers.words == 2
    assert numbers.long_words_percent == 0


def test_no_words_measure_nothing() -> None:
    assert measure(()).lix == 0


def test_a_flesch_score_is_meaningless_for_lithuanian_and_so_is_none_of_our_measures() -> None:
    # Given the library with Lithuanian chosen, which it takes without a word and then counts by English constants
    textstat.set_lang("lt")

    # When an easy text and an official one are measured
    easy, official = measure(split_sentences(EASY)), measure(split_sentences(OFFICIAL))

    # Then to Flesch the easy one is for students (50 and less); to LIX it is for children (30 and less)
    assert textstat.flesch_reading_ease(EASY) < 50
    assert easy.lix < 30 < official.lix


def test_lix10_is_words_a_sentence_plus_the_share_of_words_of_ten_letters() -> None:
    numbers = measure(split_sentences("Čia dirba vadybininkas."))
    assert numbers.lix10 == pytest.approx(3 + 100 / 3)
