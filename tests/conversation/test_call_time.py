"""When somebody wants to be called: read back in a sentence with one full stop, whatever they ended it with."""

import pytest

from assistant.library.library import Library
from tests.conversation.chat import Chat


@pytest.mark.parametrize("told", ["ryte, po 9 valandos", "ryte, po 9 valandos.", "ryte, po 9 valandos!"])
def test_the_time_is_read_back_with_one_full_stop(library: Library, told: str) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Pagalba šeimai"):
        chat.presses(label)
    for words in ("Kretinga", "Ona Onaitė", "8 612 34567", told):
        chat.says(words)

    summary = chat.presses("Ne, tai viskas")

    assert "Kada skambinti: ryte, po 9 valandos." in summary.sentences
