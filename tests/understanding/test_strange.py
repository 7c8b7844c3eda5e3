"""Letters hit at random are told from words; words that are misspelt or in another language stay words."""

import pytest

from assistant.library.library import Library
from assistant.understanding.topics import OUT_OF_SCOPE


@pytest.mark.parametrize("text", ["asdf qwer", "hjkl", "ghjgj kjhk", "jhgf poiu", "zxcv", "sdfsdf dfgdf"])
def test_random_letters_are_about_nothing(library: Library, text: str) -> None:
    read = library.finder.find(text)
    assert read.is_certain
    assert [guess.topic for guess in read.guesses] == [OUT_OF_SCOPE]


@pytest.mark.parametrize(
    ("text", "topic"),
    [("kas ta atvjo vadyba", "what-is"), ("socdirbtuves kas tai", "what-is"), ("i dont understand", "other-language")],
)
def test_misspelt_words_are_still_words(library: Library, text: str, topic: str) -> None:
    assert topic in [guess.topic for guess in library.finder.find(text).guesses]
