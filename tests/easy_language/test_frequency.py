"""Words of the dictionary are told from names."""

import pytest

from assistant.easy_language.frequency import dictionary_words


@pytest.fixture(scope="module")
def words() -> frozenset[str]:
    return dictionary_words()


@pytest.mark.parametrize("word", ["stalas", "kėdė", "kede", "duona", "langas", "vaikai"])
def test_ordinary_words_are_in_the_dictionary_with_and_without_diacritics(words: frozenset[str], word: str) -> None:
    assert word in words


@pytest.mark.parametrize("name", ["petras", "genovaitė", "kazlauskas", "stankevičius", "vaičiulis"])
def test_names_are_not(words: frozenset[str], name: str) -> None:
    assert name not in words
