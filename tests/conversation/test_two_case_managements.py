"""Two services have the name "atvejo vadyba": whoever told of children is told about the one for families."""

import pytest

from assistant.conversation.state import Place
from assistant.library.library import Library
from assistant.understanding.services import tells_of_a_family
from tests.conversation.chat import Chat


def asks_what_it_is(library: Library, before: str) -> Chat:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says(before)
    chat.says("kas ta atvejo vadyba")
    return chat


def test_whoever_told_of_children_is_told_of_the_one_for_families(library: Library) -> None:
    chat = asks_what_it_is(library, "turiu tris vaikus, atėjo vaiko teisės")

    assert chat.conversation.place == Place("topic", "what-is|family-case-management")
    assert chat.says("kas dalyvauja").sentences[0] == "Įstaiga skiria šeimai atvejo vadybininką."


@pytest.mark.parametrize("before", ["turiu vaiką su negalia", "turiu vaiką, jam 24", "ką čia galima rasti"])
def test_whoever_told_of_an_adult_or_of_nobody_is_told_of_the_one_for_adults(library: Library, before: str) -> None:
    chat = asks_what_it_is(library, before)

    assert chat.conversation.place == Place("topic", "what-is|case-management")


def test_a_service_that_is_talked_about_is_not_left_for_a_word_about_children(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("kas yra socialinės dirbtuvės")
    chat.says("turiu du vaikus")

    assert chat.conversation.service == "social-workshops"


@pytest.mark.parametrize(
    ("text", "is_family"),
    [
        ("auginu du vaikus viena", True),
        ("esu nėščia", True),
        ("laukiuosi vaikelio", True),
        ("vaiko teisės grasina", True),
        ("mano vaikas nemoka skaityti", False),
        ("turiu vaikiną", False),
        ("turiu sūnų, jam 24, intelekto negalia", False),
        ("vaikystėje turėjau brolį", False),
    ],
)
def test_children_are_told_from_grown_up_sons_and_daughters(text: str, is_family: bool) -> None:
    assert tells_of_a_family(text) is is_family
