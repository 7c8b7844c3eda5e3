"""The door finds its words at the start, or says which ones are missing."""

import pytest

from assistant.errors import ContentError
from assistant.library.library import Words
from bot.words import COMMANDS, door_words
from tests.bot.fakes import some_words


def test_the_words_are_found_by_their_ids() -> None:
    words = some_words()

    assert words.group == ("Rašykite man asmeniškai.",)
    assert words.progress(2, 6) == "2 klausimas iš 6"
    assert tuple(words.commands) == COMMANDS


def test_every_missing_word_is_named() -> None:
    with pytest.raises(ContentError, match=r"telegram\.trouble, telegram\.progress, telegram\.command\.start"):
        door_words({"telegram.group": Words(("Rašykite.",))})
