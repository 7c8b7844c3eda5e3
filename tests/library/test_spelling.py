"""Words that nobody knows are told, with what could have been meant."""

from pathlib import Path

import pytest

from assistant.easy_language.forms import Reading, WordClass
from assistant.library.spelling import KnownWords, load_words
from tests.conftest import CONTENT


class _Forms:
    """Knows two words."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """One reading for each."""
        return (Reading(form, WordClass.NOUN),) if form.lower() in {"prašymą", "žmogus"} else ()


def test_a_word_is_known_as_a_form_or_from_a_list() -> None:
    words = KnownWords(_Forms(), frozenset({"dalyvumas"}))
    assert words.knows("žmogus")
    assert words.knows("Dalyvumas")
    assert words.knows("žmogus-dalyvumas")
    assert not words.knows("zmogus")


@pytest.mark.parametrize(("word", "meant"), [("zmogus", "žmogus"), ("prasyma", "prašymą"), ("Zmogus", "Žmogus")])
def test_a_word_without_its_signs_is_found_without_any_library(word: str, meant: str) -> None:
    assert KnownWords(_Forms()).suggestions(word) == (meant,)


def test_a_missing_dictionary_leaves_suggestions_out(tmp_path: Path) -> None:
    assert KnownWords(_Forms(), frozenset(), tmp_path / "lt_LT").suggestions("qqq") == ()


def test_a_very_long_word_is_not_tried_with_all_signs() -> None:
    assert KnownWords(_Forms()).suggestions("asasasasasasasasasasasas") == ()


def test_the_listed_words_stand_in_order_and_among_their_own_forms() -> None:
    words = load_words(CONTENT / "lexicon" / "words.yaml")
    assert list(words) == sorted(words, key=lambda word: word.replace("į", "i"))
    assert all(word in forms for word, forms in words.items())
