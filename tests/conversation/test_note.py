"""The note for the department: a question about danger may come between, and still not a word of it is lost."""

import pytest

from assistant.conversation.messages import Kind
from assistant.library.library import Library
from tests.conversation.chat import Chat


@pytest.fixture
def chat(library: Library) -> Chat:
    """Somebody who is asked whether there is more to tell the department."""
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Pagalba šeimai"):
        chat.presses(label)
    chat.says("Kretinga")
    chat.says("Ona Onaitė")
    chat.presses("Parašyti čia")
    return chat


def test_a_note_that_sounds_like_danger_is_kept(chat: Chat) -> None:
    doubt = chat.says("mirštu iš nuovargio, reikia pagalbos")
    assert doubt.sentences[-1] == "Ar Jums dabar reikia skubios pagalbos?"
    chat.presses("Ne")
    assert chat.conversation.draft.note == "mirštu iš nuovargio, reikia pagalbos"
    assert "Toks yra Jūsų prašymas." in chat.message.sentences


def test_a_note_that_tells_of_violence_is_kept_and_answered_by_112_first(chat: Chat) -> None:
    alarm = chat.says("vyras mane muša, padėkite")
    assert alarm.kind is Kind.DANGER
    assert chat.conversation.draft.note == "vyras mane muša, padėkite"
    chat.presses("Tęsti pokalbį")
    assert "Toks yra Jūsų prašymas." in chat.message.sentences


def test_after_a_side_question_the_summary_is_only_asked_again(chat: Chat) -> None:
    chat.presses("Ne, tai viskas")
    assert "Toks yra Jūsų prašymas." in chat.message.sentences

    told = chat.says("kas yra atvejo vadyba?")

    assert told.sentences[-1] == "Ar siųsti prašymą?"
    assert "Toks yra Jūsų prašymas." not in told.sentences
    assert "Siųsti" in chat.labels
    assert "Toks yra Jūsų prašymas." in chat.presses("Pakartoti").sentences
