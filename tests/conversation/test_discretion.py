"""In Telegram nothing is kept that should not stand there, and staff's words come by choice."""

from dataclasses import replace

import pytest

from assistant.conversation.events import ChoicePressed, ReferralsFound
from assistant.conversation.hearing import HIDDEN
from assistant.conversation.messages import Discretion, Kind
from assistant.conversation.news_events import (
    News,
    PointedElsewhere,
    PromiseBroken,
    QuestionArrived,
    ReferralHanded,
    ReferralPassedOn,
    ReplyArrived,
)
from assistant.conversation.state import Channel, Conversation
from assistant.library.library import Library
from assistant.referrals.questions import OpenQuestion
from tests.conversation.chat import ASKED, ELSEWHERE, NOW, TODAY, Chat
from tests.conversation.test_engine import ready_to_send

SAID = "noriu pasakyti, kad man šizofrenija"


def in_telegram(chat: Chat) -> Chat:
    chat.conversation = replace(chat.conversation, channel=Channel.TELEGRAM)
    return chat


def at_note(library: Library) -> Chat:
    """Where the last words are asked for."""
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Atvejo vadyba"):
        chat.presses(label)
    chat.says("Kretinga")
    chat.says("Ona")
    chat.presses("Parašyti čia")
    return chat


def test_a_note_with_an_illness_is_not_taken_in_telegram(library: Library) -> None:
    chat = in_telegram(at_note(library))
    before = chat.conversation
    message = chat.says(SAID)
    assert chat.conversation.place == before.place
    assert chat.conversation.draft == before.draft
    assert chat.heard == HIDDEN
    assert "Šios žinutės aš neišsaugojau." in message.sentences
    assert message.discretion is Discretion.TAKE_BACK


def test_on_the_web_the_note_is_the_persons_own(library: Library) -> None:
    chat = at_note(library)
    message = chat.says(SAID)
    assert chat.conversation.draft.note == SAID
    assert chat.heard == SAID
    assert message.discretion is Discretion.NONE


def test_a_code_is_taken_out_of_a_note_and_the_rest_is_taken(library: Library) -> None:
    chat = in_telegram(at_note(library))
    message = chat.says("Skambinkite. Mano kodas 38703181745.")
    assert chat.conversation.draft.note == "Skambinkite. Mano kodas …."
    assert message.discretion is Discretion.TAKE_BACK


def test_what_was_asked_beside_it_is_answered(library: Library) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    message = chat.says("kas yra socialinės dirbtuvės? sergu šizofrenija")
    assert chat.conversation.place.step != "greeting"
    assert message.discretion is Discretion.TAKE_BACK


def test_in_danger_nothing_is_taken_back(library: Library) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    message = chat.says("noriu nusižudyti, išgėriau daug diazepamo")
    assert message.kind is Kind.DANGER
    assert message.discretion is Discretion.NONE
    assert chat.heard == HIDDEN


@pytest.mark.parametrize(
    ("chosen", "expected"), [(None, Discretion.ASK), (False, Discretion.TELL), (True, Discretion.NONE)]
)
def test_how_a_reply_comes_is_what_the_person_chose(
    library: Library, chosen: bool | None, expected: Discretion
) -> None:
    chat = Chat(library, Conversation("c", Channel.TELEGRAM, shows_replies=chosen))
    chat.starts()
    chat.does(ReplyArrived("10000008", "Ateikite rytoj."))
    assert chat.messages[0].discretion is expected
    assert "Ateikite rytoj." in chat.messages[0].sentences


FROM_STAFF = (
    QuestionArrived(ELSEWHERE.number, OpenQuestion(1, ASKED)),
    ReferralPassedOn("10000008", "palangos-miesto", None),
    PointedElsewhere("10000008", "palangos-miesto"),
    ReferralHanded("10000008", "kretingos-rajono", "Psichikos sveikatos centras"),
)


@pytest.mark.parametrize("news", FROM_STAFF)
@pytest.mark.parametrize(
    ("chosen", "expected"), [(None, Discretion.ASK), (False, Discretion.TELL), (True, Discretion.NONE)]
)
def test_questions_and_decisions_of_staff_come_as_replies_do(
    library: Library, news: News, chosen: bool | None, expected: Discretion
) -> None:
    chat = Chat(library, Conversation("c", Channel.TELEGRAM, shows_replies=chosen))
    chat.starts()
    chat.does(news)
    assert chat.messages[0].discretion is expected
    assert chat.messages[1].discretion is Discretion.NONE


def test_what_the_program_says_by_itself_comes_as_it_is(library: Library) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    chat.does(PromiseBroken("10000008", "kretingos-rajono", TODAY))
    assert chat.messages[0].discretion is Discretion.NONE


HANDED = ELSEWHERE.handed("jonas", "Psichikos sveikatos centras", "", NOW)


def test_a_status_tells_neither_the_question_nor_the_institution_where_the_person_did_not_choose_so(
    library: Library,
) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    message = chat.does(ReferralsFound((HANDED,)))
    assert message.discretion is Discretion.TELL
    assert "Klausimą skaitykite svetainėje." in message.sentences
    assert ASKED.text not in message.sentences
    assert "Ryte" not in chat.labels
    assert "Psichikos" not in message.text


def test_a_status_tells_both_where_the_person_chose_so(library: Library) -> None:
    chat = Chat(library, Conversation("c", Channel.TELEGRAM, shows_replies=True))
    chat.starts()
    message = chat.does(ReferralsFound((HANDED,)))
    assert message.discretion is Discretion.NONE
    assert ASKED.text in message.sentences
    assert "Ryte" in chat.labels
    assert "Savivaldybė perdavė prašymą įstaigai: Psichikos sveikatos centras." in message.sentences


def test_who_writes_their_answer_where_strangers_keep_the_chat_does_not_see_the_question_there(
    library: Library,
) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    message = chat.does(ChoicePressed(f"ask:{ELSEWHERE.number}:1:write"))
    assert chat.conversation.place.step == "asked-write"
    assert ASKED.text not in message.sentences


def test_on_the_web_a_reply_comes_as_it_is(library: Library) -> None:
    chat = ready_to_send(library)
    chat.does(ReplyArrived("10000008", "Ateikite rytoj."))
    assert chat.messages[0].discretion is Discretion.NONE


def test_the_choice_can_be_changed_at_any_time(library: Library) -> None:
    chat = in_telegram(Chat(library))
    chat.starts()
    assert "Savivaldybės žinutes rodysiu čia." in chat.does(ChoicePressed("replies")).sentences
    assert "Čia aš tik pranešiu, kad yra žinutė." in chat.does(ChoicePressed("replies")).sentences
