"""In a check, words count only for the question that is asked, and for the person whom it is about."""

import pytest

from assistant.conversation.state import Conversation, Place
from assistant.eligibility.facts import FactId
from assistant.library.library import Library
from tests.conversation.chat import Chat


def asked(library: Library, fact: FactId, *, is_helper: bool) -> Chat:
    chat = Chat(library)
    chat.starts()
    place = Place("fact", f"social-workshops|{fact.value}")
    chat.presses("Kitam žmogui" if is_helper else "Man")
    chat.conversation = chat.conversation.at(place)
    return chat


def known(conversation: Conversation, fact: FactId) -> object:
    return conversation.facts.get(fact)


@pytest.mark.parametrize("text", ["turiu du vaikus", "nereikia", "mama dirba"])
def test_what_tells_of_something_else_is_asked_again(library: Library, text: str) -> None:
    chat = asked(library, FactId.WORK, is_helper=False)

    chat.says(text)

    assert known(chat.conversation, FactId.WORK) is None
    assert chat.conversation.place.about.endswith(FactId.WORK.value)


def test_a_helper_answers_for_whom_they_help(library: Library) -> None:
    chat = asked(library, FactId.WORK, is_helper=True)

    chat.says("brolis visai nedirba")

    assert known(chat.conversation, FactId.WORK) is False


def test_a_number_of_children_presses_no_button(library: Library) -> None:
    chat = asked(library, FactId.FAMILY, is_helper=False)

    chat.says("2")

    assert known(chat.conversation, FactId.FAMILY) is True


@pytest.mark.parametrize("text", ["dirbu", "turiu du vaikus", "neturiu vaikų"])
def test_an_answer_to_the_check_sends_nothing_after_the_result(library: Library, text: str) -> None:
    chat = asked(library, FactId.WORK, is_helper=False)
    chat.conversation = chat.conversation.at(Place("verdict", "social-workshops"))

    chat.says(text)

    assert chat.conversation.place.step not in {"request", "menu"}
