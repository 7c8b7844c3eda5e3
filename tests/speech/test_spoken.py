"""A sentence is said as people say it, and no digit, sign or shortened word reaches the voice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from assistant.library.checks.reading import read_content
from assistant.library.checks.shown import shown_texts
from assistant.speech.abbreviations import has_short_word
from assistant.speech.normaliser import LONGEST, spoken
from assistant.speech.numerals import LARGEST, Case, Gender, cardinal, ordinal, roman

CONTENT = Path(__file__).parents[2] / "content"
CASES = Path(__file__).with_name("spoken_cases.txt").read_text(encoding="utf-8").splitlines()
FEWEST_CASES = 200


def cases() -> Iterator[tuple[str, str]]:
    for line in CASES:
        if line and not line.startswith("# "):
            written, arrow, said = line.partition(" →")
            assert arrow, f"a case needs an arrow: {line}"
            yield written, said.strip()


def test_there_are_enough_cases_to_trust_the_voice() -> None:
    assert len(list(cases())) >= FEWEST_CASES


@pytest.mark.parametrize(("written", "said"), list(cases()))
def test_it_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize("said", [said for _, said in cases() if said])
def test_what_is_said_already_stays_as_it_is(said: str) -> None:
    assert spoken(said) == said


def test_every_sentence_of_content_is_said_without_digits_signs_and_shortened_words() -> None:
    unsaid = re.compile(r"[^\W\d_]*[\d_][^\W\d_]*|[^\w\s.,?!:'-]")
    faults = []
    for shown in shown_texts(read_content(CONTENT)):
        for sentence in shown.sentences:
            said = spoken(sentence)
            if not said or unsaid.search(said) or has_short_word(said):
                faults.append(f"{sentence} → {said}")
    assert not faults


@given(st.text(max_size=200) | st.from_regex(r"[a-zž0-9 .,:%€+/–-]{1,60}", fullmatch=True))
@example("1" * 300)
@example("0-as 0-ių 00.00 val. 99.99.2026 g. 0 000 000 000 000 000")
@example("²³½ Ⅳ ١٢ 5 d. 5d")
def test_whatever_is_written_no_digit_is_left(written: str) -> None:
    said = spoken(written)
    assert not re.search(r"[0-9]", said)
    assert "\n" not in said


def test_of_a_very_long_text_only_the_beginning_is_said() -> None:
    assert len(spoken("a " * 20_000)) <= LONGEST


@given(st.integers(min_value=0, max_value=LARGEST - 1))
@example(0)
@example(1000)
@example(21_000)
def test_how_many_is_said_like_others_say_it(number: int) -> None:
    # Others put a "one" before a hundred and a thousand, and people leave it out.
    others = re.sub(
        r"\bvienas (?=šimtas|milijonas|milijardas)|^vienas (?=tūkstantis)", "", num2words(number, lang="lt")
    )
    assert cardinal(number).replace("vienas ", "") == others.replace("vienas ", "")


@pytest.mark.parametrize("number", [-1, LARGEST])
def test_numbers_beyond_all_words_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)
    with pytest.raises(ValueError, match="no words"):
        ordinal(number)


@pytest.mark.parametrize(
    ("number", "gender", "case", "said"),
    [
        (1, Gender.MASCULINE, Case.LOCATIVE, "pirmame"),
        (3, Gender.PLURAL, Case.DATIVE, "tretiems"),
        (3, Gender.FEMININE, Case.GENITIVE, "trečios"),
        (40, Gender.FEMININE, Case.NOMINATIVE, "keturiasdešimta"),
        (100, Gender.MASCULINE, Case.NOMINATIVE, "šimtasis"),
        (2000, Gender.PLURAL, Case.GENITIVE, "dutūkstantųjų"),
        (1900, Gender.PLURAL, Case.NOMINATIVE, "tūkstantis devynišimtieji"),
    ],
)
def test_which_one_in_a_row(number: int, gender: Gender, case: Case, said: str) -> None:
    assert ordinal(number, gender, case) == said


@pytest.mark.parametrize(("text", "number"), [("I", 1), ("IX", 9), ("XXIV", 24), ("IIII", None), ("VX", None)])
def test_roman_numbers_are_read_as_far_as_they_are_written_well(text: str, number: int | None) -> None:
    assert roman(text) == number
