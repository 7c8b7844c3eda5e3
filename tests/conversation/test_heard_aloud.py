"""Words that were said aloud count only after the person said yes; danger counts at once."""

from dataclasses import replace

import pytest

from assistant.conversation.events import HeardAloud
from assistant.conversation.hearing import HIDDEN
from assistant.conversation.messages import Discretion, Kind
from assistant.conversation.state import Channel
from assistant.library.library import Library
from tests.conversation.chat import Chat
from tests.conversation.test_discretion import at_note, in_telegram

WISH = "noriu siųsti prašymą"


@pytest.fixture
def chat(library: Library) -> Chat:
    chat = Chat(library)
    chat.starts()
    return chat


def test_the_words_are_shown_and_count_for_nothing_yet(chat: Chat) -> None:
    before = chat.conversation
    message = chat.does(HeardAloud(WISH))
    assert message.sentences == (f"Jūs pasakėte: {WISH}", "Ar teisingai?")
    assert chat.labels[:2] == ("Taip", "Ne")
    assert (chat.heard, chat.conversation.draft) == ("", before.draft)


def test_after_a_yes_they_are_heard_where_they_were_said(chat: Chat) -> None:
    written = chat.copy()
    written.says(WISH)
    chat.does(HeardAloud(WISH))
    chat.presses("Taip")
    assert chat.conversation.place == written.conversation.place
    assert chat.message.sentences == written.message.sentences
    assert "heard" not in [place.step for place in chat.conversation.trail]


def test_after_a_no_the_question_of_before_is_asked_again(chat: Chat) -> None:
    place, trail = chat.conversation.place, chat.conversation.trail
    chat.does(HeardAloud(WISH))
    message = chat.presses("Ne")
    assert message.sentences[:2] == ("Atsiprašau.", "Pasakykite dar kartą arba parašykite.")
    assert (chat.conversation.place, chat.conversation.trail) == (place, trail)


@pytest.mark.parametrize("answer", ["taip", "Taip.", "taip, teisingai", "taip taip", "jo"])
def test_yes_can_be_said_aloud_too(chat: Chat, answer: str) -> None:
    chat.does(HeardAloud(WISH))
    chat.does(HeardAloud(answer))
    assert chat.conversation.place.step != "heard"


def test_whoever_says_it_again_is_asked_about_the_new_words_only(chat: Chat) -> None:
    trail = chat.conversation.trail
    chat.does(HeardAloud("asdf"))
    message = chat.does(HeardAloud(WISH))
    assert message.sentences[0] == f"Jūs pasakėte: {WISH}"
    chat.presses("Ne")
    assert chat.conversation.trail == trail


@pytest.mark.parametrize("words", ["Noriu dirbti.", "Taip, noriu dirbti."])
def test_words_that_only_begin_like_a_yes_are_no_yes(chat: Chat, words: str) -> None:
    chat.does(HeardAloud("asdf"))
    chat.says(words)
    assert chat.conversation.place.step != "heard"
    assert "asdf" not in chat.message.text


def test_whoever_writes_instead_answers_what_was_asked_before(library: Library) -> None:
    chat = at_note(library)
    chat.does(HeardAloud("man sunku koteti"))
    chat.says("Man sunku kalbėti.")
    assert chat.conversation.draft.note == "Man sunku kalbėti."


def test_a_note_that_was_said_aloud_is_kept_after_a_yes(library: Library) -> None:
    chat = at_note(library)
    chat.does(HeardAloud("Man sunku kalbėti."))
    assert chat.conversation.draft.note is None
    chat.presses("Taip")
    assert chat.conversation.draft.note == "Man sunku kalbėti."


@pytest.mark.parametrize("words", ["noriu nusižudyti", "mane muša"])
def test_danger_is_heard_at_once(chat: Chat, words: str) -> None:
    assert chat.does(HeardAloud(words)).kind is Kind.DANGER


def test_in_danger_no_question_about_a_voice_leads_away_from_112(chat: Chat) -> None:
    chat.does(HeardAloud("mane muša"))
    assert chat.does(HeardAloud("labas")).kind is Kind.DANGER


def test_an_illness_said_aloud_is_not_repeated_in_telegram_but_taken_back(library: Library) -> None:
    chat = in_telegram(at_note(library))
    message = chat.does(HeardAloud("man šizofrenija"))
    assert message.discretion is Discretion.TAKE_BACK
    assert "šizofrenija" not in message.text
    assert chat.heard == HIDDEN
    assert chat.conversation.draft.note is None


def test_a_personal_code_is_not_shown_once_more(chat: Chat) -> None:
    chat.conversation = replace(chat.conversation, channel=Channel.WEB)
    assert "38703181745" not in chat.does(HeardAloud("mano asmens kodas 38703181745")).text


def test_the_words_of_a_receipt_are_not_taken_from_a_voice(chat: Chat) -> None:
    chat.says("kas su mano prašymu")
    chat.presses("Turiu prašymo numerį")
    chat.says("10000008")
    assert chat.conversation.place.step == "receipt-words"
    message = chat.does(HeardAloud("saliko kate ir laivas"))
    assert chat.conversation.place.step == "receipt-words"
    assert message.sentences[0] == "Čia reikia parašyti."
    assert "laivas" not in message.text
