import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.normalize import LONGEST_INPUT, cleaned, folded, words_of


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ĄČĘĖĮŠŲŪŽ", "aceeisuuz"),
        ("Kretingoje!", "kretingoje!"),
        ("  labas \t vakaras ", "labas vakaras"),
        ("„Labas“ – aš", '"labas" - as'),
        ("Ｋａｕｎａｓ １２", "kaunas 12"),
        ("s\u030ciauliai", "siauliai"),
    ],
)
def test_folding_leaves_small_plain_letters(written: str, plain: str) -> None:
    assert folded(written) == plain


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u200e", "\u202e", "\x00", "\ufe0f"])
def test_invisible_marks_disappear(mark: str) -> None:
    assert cleaned(f"Šiau{mark}liai") == "Šiauliai"


def test_a_word_with_letters_of_two_alphabets_was_meant_in_latin() -> None:
    assert folded("Kr\u0435ting\u0430") == "kretinga"


def test_a_russian_word_stays_russian() -> None:
    assert cleaned("привет") == "привет"


def test_line_breaks_stay_one_at_a_time() -> None:
    assert cleaned("viena\r\n\r\n  du\u2028trys") == "viena\ndu\ntrys"


def test_an_ellipsis_stays_one_sign() -> None:
    assert cleaned("mano kodas …") == "mano kodas …"


def test_words_are_parted_by_anything_but_letters_and_digits() -> None:
    assert words_of("Kauno r. sav., 12-a (Garliava)") == ("kauno", "r", "sav", "12", "a", "garliava")


def test_what_is_too_long_is_cut() -> None:
    assert len(cleaned("a" * 10 * LONGEST_INPUT)) == LONGEST_INPUT


@given(st.text(alphabet="aąčęėįšųūžAĄČ …„“–-\n\t\u200b\u00ad0123456789", max_size=300))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text())
def test_no_text_makes_the_readers_fail(text: str) -> None:
    assert len(cleaned(text)) <= LONGEST_INPUT
    assert all(word for word in words_of(text))
