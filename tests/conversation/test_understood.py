"""After an answer: simpler and fuller telling, and a question by which people see whether they understood."""

import pytest

from assistant.conversation.engine import advance
from assistant.conversation.events import ChoicePressed, TextReceived
from assistant.conversation.messages import Role
from assistant.conversation.turn import Moment, Understood
from assistant.library.library import Library
from tests.conversation.chat import TODAY, Chat


@pytest.fixture
def chat(library: Library) -> Chat:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("kas yra atvejo vadyba")
    return chat


def labels(chat: Chat, role: Role) -> list[str]:
    return [choice.label for choice in chat.message.choices if choice.role is role]


def test_simpler_and_fuller_lead_to_and_fro(chat: Chat, library: Library) -> None:
    answer = library.topics["what-is", "case-management"]
    assert labels(chat, Role.TOOL) == ["Paprasčiau", "Iš kur žinote?", "Ar gerai supratau?"]
    chat.presses("Paprasčiau")
    assert chat.message.sentences == answer.simple
    assert labels(chat, Role.TOOL)[0] == "Plačiau"
    chat.presses("Plačiau")
    assert chat.message.sentences == answer.sentences


def test_a_helper_can_have_it_simpler_too(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Kitam žmogui")
    chat.says("kas yra atvejo vadyba")
    answer = library.topics["what-is", "case-management"]
    assert chat.message.sentences == answer.for_other
    chat.presses("Paprasčiau")
    assert chat.message.sentences == answer.simple


def test_who_understood_goes_on_where_they_were(chat: Chat) -> None:
    chat.presses("Ar gerai supratau?")
    chat.presses("Taip")
    assert chat.message.sentences[:2] == ("Taip.", "Jūs gerai supratote.")
    assert "Paprasčiau" in labels(chat, Role.TOOL)


@pytest.mark.parametrize("press", ["Ne", "Nežinau"])
def test_who_did_not_is_told_in_an_easier_way_and_never_blamed(chat: Chat, library: Library, press: str) -> None:
    chat.presses("Ar gerai supratau?")
    chat.presses(press)
    easier = library.topics["what-is", "case-management"].simple
    assert chat.message.sentences == ("Aš papasakosiu aiškiau.", *easier)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("taip", Understood.RIGHT), ("ne", Understood.WRONG), ("nežinau", Understood.DONT_KNOW)],
)
def test_only_the_outcome_is_counted(chat: Chat, library: Library, words: str, outcome: Understood) -> None:
    chat.presses("Ar gerai supratau?")
    turn = advance(chat.conversation, TextReceived(words), library, Moment(TODAY))
    answer = library.topics["what-is", "case-management"]
    assert turn.tally is not None
    assert (turn.tally.topic, turn.tally.service) == ("what-is", "case-management")
    assert (turn.tally.text, turn.tally.outcome) == (answer.fingerprint, outcome)


def test_what_does_not_answer_the_question_is_not_counted(chat: Chat, library: Library) -> None:
    chat.presses("Ar gerai supratau?")
    back = next(choice for choice in chat.message.choices if choice.label == "Atgal")
    for event in (TextReceived("kiek tai kainuoja"), ChoicePressed(back.id)):
        assert advance(chat.conversation, event, library, Moment(TODAY)).tally is None
