"""What is said before it is asked, or in other words than expected, is taken as it is meant."""

import pytest

from assistant.library.library import Library
from tests.conversation.chat import Chat


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("atveju vadiba", "case-management"),
        ("soc dirbtuves", "social-workshops"),
        ("socialnes dirbtuvs", "social-workshops"),
    ],
)
def test_a_service_that_is_only_named_is_chosen_however_it_is_spelt(library: Library, words: str, need: str) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą"):
        chat.presses(label)

    chat.says(words)

    assert chat.conversation.draft.need == need


def test_a_place_said_before_it_is_asked_is_noted_and_the_question_stays(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą"):
        chat.presses(label)

    message = chat.says("as gyvenu kretingoj")

    assert "Jūs gyvenate Kretingos rajono savivaldybėje." in message.sentences
    assert "Kokios pagalbos Jums reikia?" in message.sentences
    chat.presses("Socialinės dirbtuvės")
    assert chat.conversation.draft.municipality == "kretingos-rajono"
    assert chat.conversation.place.about == "name"


@pytest.mark.parametrize(
    ("words", "is_noted"), [("kretingoj", True), ("gyvenu Kretingoje", True), ("dirbau Kretingoje", False)]
)
def test_a_place_said_in_a_check_is_noted_where_nothing_else_is_said(
    library: Library, words: str, is_noted: bool
) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Ar man tinka?", "Socialinės dirbtuvės"):
        chat.presses(label)

    message = chat.says(words)

    assert ("Jūs gyvenate Kretingos rajono savivaldybėje." in message.sentences) is is_noted
    assert chat.conversation.facts.municipality == ("kretingos-rajono" if is_noted else None)


def test_a_choice_is_taken_with_an_age_beside_it(library: Library) -> None:
    chat = Chat(library)
    chat.starts()

    chat.says("man 34 metai")

    assert chat.conversation.is_helper is False


@pytest.mark.parametrize("words", ["voras musė katė", "Mėlynė, veidrodis, katė", "katės vorą musei"])
def test_words_of_a_receipt_are_no_cry_for_help(library: Library, words: str) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Mano prašymas"):
        chat.presses(label)
    chat.presses("Turiu prašymo numerį")
    chat.says("10 00 00 08")

    message = chat.says(words)

    assert chat.conversation.place.step in {"receipt-words", "receipt-second"}
    assert not any("112" in sentence for sentence in message.sentences)
