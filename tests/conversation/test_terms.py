"""Hard words are explained where they stand, by a tap or by asking, and the talk stays where it is."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.conversation.engine import advance
from assistant.conversation.events import ChoicePressed
from assistant.conversation.messages import Kind, Message, Role
from assistant.conversation.news_events import ReplyArrived
from assistant.conversation.state import Channel, Conversation, Place
from assistant.conversation.terms import MEANING, MOST_EXPLAINED
from assistant.conversation.turn import Moment
from assistant.library.library import Library
from tests.conversation.chat import Chat

COMPLAINT = "noriu skųstis"
"""Leads to an answer with two hard words and three ways on."""

EXPLAINED = ("Skundas yra tekstas apie tai, kas negerai.", "Jį rašo žmogus, kuriam kas nors nepatinka.")
ASK = "Ką reiškia?"


def started(library: Library, channel: Channel = Channel.WEB) -> Chat:
    chat = Chat(library, Conversation("c", channel))
    chat.starts()
    chat.presses("Man")
    return chat


def words_of(message: Message) -> tuple[str, ...]:
    return tuple(meaning.word for meaning in message.terms)


def test_a_hard_word_is_offered_as_it_stands_with_its_explanation(library: Library) -> None:
    message = started(library).says(COMPLAINT)

    meaning = message.terms[0]
    assert message.sentences[meaning.sentence][meaning.start : meaning.end] == meaning.word == "Skundą"
    assert meaning.explanation == EXPLAINED
    assert meaning.picture == "write"
    assert words_of(message) == ("Skundą", "administracijos direktoriui")


@pytest.mark.parametrize(
    ("topic", "own"),
    [
        ("what-is|social-workshops", {"dirbtuvės", "stipendija"}),
        ("participation-level|", {"dalyvumo lygis"}),
        ("what-is|case-management", {"atvejo vadyba", "atvejo vadybininkas"}),
    ],
)
def test_what_a_message_explains_itself_needs_no_tap(library: Library, topic: str, own: set[str]) -> None:
    chat = Chat(library, Conversation("c", Channel.WEB, turn=2, place=Place("topic", topic)))

    message = chat.says("pakartok")

    assert own & {library.terms[meaning.term].term for meaning in message.terms} == set()
    assert own & {word.casefold() for word in words_of(message)} == set()


def test_in_danger_and_in_what_the_person_told_nothing_is_marked(library: Library) -> None:
    chat = started(library)
    assert chat.says("mane muša").kind is Kind.DANGER
    assert chat.message.terms == ()
    chat.presses("Tęsti pokalbį")
    chat.says("noriu siųsti prašymą")
    chat.presses("Atvejo vadyba")
    for answer in ("Kretinga", "Ona"):
        chat.says(answer)
    chat.presses("Parašyti čia")
    assert chat.says("Noriu į globos namus").kind is Kind.SUMMARY
    assert chat.message.terms == ()


def test_common_words_are_not_marked_but_explained_to_whoever_asks(library: Library) -> None:
    chat = started(library)
    assert "savivaldybėje" not in words_of(chat.says(COMPLAINT))

    assert chat.says("ką reiškia savivaldybė?").sentences[0] == "Savivaldybė yra miesto arba rajono valdžia."


@pytest.mark.parametrize(
    "asked", ["Ką reiškia skundas?", "ka reiskia skundas", "skundas", "Skundą?", "ką reiškia žodis „skundas“?"]
)
@pytest.mark.parametrize("channel", list(Channel))
def test_whoever_asks_gets_two_sentences_and_stays_where_they_are(
    library: Library, asked: str, channel: Channel
) -> None:
    chat = started(library, channel)
    chat.says(COMPLAINT)
    place = chat.conversation.place

    message = chat.says(asked)

    assert message.sentences == (*EXPLAINED, "Ką norite daryti toliau?")
    assert chat.conversation.place == place


def test_after_one_explanation_the_other_word_can_be_asked_about_too(library: Library) -> None:
    chat = started(library)
    chat.says(COMPLAINT)
    chat.says("skundas")

    assert chat.says("administracijos direktorius").sentences[0].startswith("Administracijos direktorius yra")


def test_a_word_is_asked_about_in_a_form_and_the_question_stays(library: Library) -> None:
    chat = started(library)
    chat.presses("Ar man tinka?")
    chat.presses("Atvejo vadyba")
    chat.presses("Suaugusiam žmogui")
    while "Koks ten skaičius?" not in chat.message.sentences:
        chat.says("nežinau")
    assert words_of(chat.message) == ("dalyvumo lygis",)
    place = chat.conversation.place

    message = chat.says("ką reiškia dalyvumo lygis?")

    assert message.sentences[0] == "Dalyvumo lygis yra skaičius."
    assert message.sentences[-1] == "Koks ten skaičius?"
    assert message.terms == ()
    assert chat.conversation.place == place
    chat.says("55")
    assert chat.conversation.place != place


def test_a_word_without_a_topic_is_explained_instead_of_not_understood(library: Library) -> None:
    assert started(library).says("kas yra seniūnija?").sentences[0] == "Seniūnija yra savivaldybės dalis."


def test_a_topic_tells_more_than_the_glossary(library: Library) -> None:
    chat = started(library)
    chat.says("kas yra dalyvumo lygis?")
    assert chat.conversation.place == Place("topic", "participation-level|")


def test_a_note_is_no_question_about_a_word(library: Library) -> None:
    chat = started(library)
    chat.says("noriu siųsti prašymą")
    chat.presses("Atvejo vadyba")
    for answer in ("Kretinga", "Ona"):
        chat.says(answer)
    chat.presses("Parašyti čia")

    assert "Dar parašėte: globa" in chat.says("globa").sentences


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.TERMINAL])
def test_where_nothing_can_be_tapped_a_choice_explains_the_words(library: Library, channel: Channel) -> None:
    chat = started(library, channel)
    chat.says(COMPLAINT)

    message = chat.presses(ASK)

    assert message.sentences[:2] == EXPLAINED
    assert message.sentences[2].startswith("Administracijos direktorius")
    assert chat.heard == ASK


def test_the_choice_pressed_where_no_word_is_left_to_explain_is_an_old_button(library: Library) -> None:
    chat = started(library, Channel.TELEGRAM)
    chat.says("kas yra dalyvumo lygis")
    chat = Chat(library, replace(chat.conversation, terms=()))

    message = chat.does(ChoicePressed(f"{chat.conversation.turn}-{MEANING}"))

    assert message.sentences[0] == "Šis mygtukas yra senas."


def test_the_page_needs_no_such_choice(library: Library) -> None:
    chat = started(library)
    chat.says(COMPLAINT)
    assert ASK not in chat.labels


def test_the_choice_is_the_last_tool_of_an_answer_with_hard_words(library: Library) -> None:
    for topic, service in library.topics:
        chat = Chat(library, Conversation("c", Channel.TELEGRAM, turn=2, place=Place("topic", f"{topic}|{service}")))
        message = chat.says("pakartok")
        tools = [choice.label for choice in message.choices if choice.role is Role.TOOL]
        assert (ASK in tools) == (bool(message.terms) and message.kind is Kind.ANSWER)
        if ASK in tools:
            assert tools[-1] == ASK
            assert len(chat.presses(ASK).sentences) <= 2 * MOST_EXPLAINED + 1


def test_asking_what_is_meant_without_a_word_explains_the_words_of_the_last_message(library: Library) -> None:
    chat = started(library)
    chat.says(COMPLAINT)
    assert chat.says("ką reiškia").sentences[:2] == EXPLAINED
    # "Ką tai reiškia" is a wish for simpler words, as everywhere.
    chat.says(COMPLAINT)
    assert chat.says("ką tai reiškia").sentences[0] == "Pasakysiu paprasčiau."


def test_hard_words_in_a_reply_of_staff_are_explained_too(library: Library) -> None:
    chat = started(library)
    event = ReplyArrived("10000008", "Laba diena.\nReikia pažymos iš seniūnijos.")

    turn = advance(chat.conversation, event, library, Moment(date(2026, 11, 22)))

    reply = turn.messages[0]
    assert words_of(reply) == ("pažymos", "seniūnijos")
    assert turn.conversation.terms == ("statement", "eldership")
    assert reply.sentences[reply.terms[0].sentence] == "Reikia pažymos iš seniūnijos."
