"""Who wants to be called tells it by yes, by when, or by the number; nobody is asked then how staff may answer."""

import pytest

from assistant.conversation.messages import Progress
from assistant.library.library import Library
from tests.conversation.chat import Chat


def offered_a_call(library: Library) -> Chat:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("gyvenu Kretingoje")
    chat.presses("Noriu žmogaus")
    return chat


def test_who_wants_a_call_is_asked_for_the_number_and_not_how_to_answer(library: Library) -> None:
    chat = offered_a_call(library)

    chat.presses("Taip, paskambinkite")
    message = chat.says("Ona Onaitė")

    assert message.sentences[-1] == "Koks Jūsų telefono numeris?"
    assert message.progress == Progress(2, 4)
    assert chat.presses("Geriau rašykite čia").progress == Progress(3, 3)


@pytest.mark.parametrize("when", ["vakare po 6", "rytoj po pietų", "bet kada"])
def test_when_to_call_says_yes_to_a_call(library: Library, when: str) -> None:
    chat = offered_a_call(library)

    chat.says(when)
    for words in ("Ona Onaitė", "0 612 34567", "ne"):
        chat.says(words)

    assert f"Kada skambinti: {when}." in chat.message.sentences
    assert "Ko prašote: Pokalbis su darbuotoju." in chat.message.sentences


def test_a_number_says_yes_to_a_call_and_is_not_asked_for_again(library: Library) -> None:
    chat = offered_a_call(library)

    chat.says("861234567")
    message = chat.says("Ona Onaitė")

    assert chat.conversation.draft.phone == "+37061234567"
    assert message.sentences[-1] == "Kada Jums gerai kalbėti?"


@pytest.mark.parametrize("words", ["o kada jie dirba?", "ne, nereikia"])
def test_a_question_and_a_no_are_no_wish_to_be_called(library: Library, words: str) -> None:
    chat = offered_a_call(library)

    chat.says(words)

    assert chat.conversation.draft.need is None


def test_an_earlier_wish_to_be_written_to_is_taken_back(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    for words in ("Kretinga", "Ona Onaitė"):
        chat.says(words)
    chat.presses("Parašyti čia")

    chat.presses("Noriu žmogaus")
    message = chat.presses("Taip, paskambinkite")

    assert message.sentences[-1] == "Koks Jūsų telefono numeris?"
