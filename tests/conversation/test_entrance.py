"""Links that lead straight to an answer: every one arrives, a first contact is greeted, danger comes first."""

import re

import pytest

from assistant.conversation.entrance import payload_of
from assistant.conversation.events import Started
from assistant.conversation.messages import Kind, Message
from assistant.library.library import Library
from tests.conversation.chat import Chat

LONGEST_LINK = 64
"""Of what Telegram and the web chat take in a link."""


def entered(library: Library, topic: str, service: str = "") -> Message:
    return Chat(library).does(Started(payload_of(topic, service)))


def test_every_written_answer_has_a_link_that_every_door_takes(library: Library) -> None:
    payloads = [payload_of(topic, service) for topic, service in library.topics]
    assert len(set(payloads)) == len(library.topics)
    assert [payload for payload in payloads if not re.fullmatch(r"[a-z0-9_-]+", payload)] == []
    assert max(map(len, payloads)) <= LONGEST_LINK


def test_every_link_to_an_answer_about_a_service_arrives_there(library: Library) -> None:
    for (topic, service), answer in library.topics.items():
        if service:
            assert set(answer.sentences) <= set(entered(library, topic, service).sentences), (topic, service)


def test_a_first_contact_hears_that_this_is_a_program(library: Library) -> None:
    message = entered(library, "cost", "case-management")
    assert message.sentences[: len(library.messages["greeting"].sentences)] == library.messages["greeting"].sentences


@pytest.mark.parametrize("topic", ["greeting", "who-are-you", "goodbye", "other-language"])
def test_a_first_contact_is_greeted_once_whatever_the_link_leads_to(library: Library, topic: str) -> None:
    message = entered(library, topic)

    assert "Aš esu programa, o ne žmogus." in message.sentences
    assert len(set(message.sentences)) == len(message.sentences)


def test_who_talks_already_is_not_greeted_again(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    message = chat.does(Started(payload_of("cost", "social-workshops")))
    assert message.sentences == library.topics["cost", "social-workshops"].sentences


def test_in_danger_nothing_stands_before_112(library: Library) -> None:
    message = entered(library, "crisis")
    assert message.kind is Kind.DANGER
    assert message.sentences[0] == "Skambinkite 112 dabar."


def test_a_link_costs_nobody_their_place_in_a_form(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    question = chat.presses("Siųsti prašymą").sentences[-1]
    assert chat.does(Started(payload_of("cost", "case-management"))).sentences[-1] == question


@pytest.mark.parametrize(
    "payload", ["topic_cost_respites", "topic_", "topic", "cost_case-management", "topic_no_such_"]
)
def test_a_link_that_names_nothing_opens_the_beginning(library: Library, payload: str) -> None:
    assert Chat(library).does(Started(payload)).kind is Kind.GREETING
