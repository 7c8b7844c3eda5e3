"""Atgal leads back to where the person was, and to nothing that was put away meanwhile."""

from dataclasses import replace

import pytest

from assistant.conversation.state import Channel
from assistant.library.library import Library
from tests.conversation.chat import Chat
from tests.crawl.towns import sent_before


def chat_with_request(library: Library) -> Chat:
    return dict(sent_before(library, Channel.WEB))["new"]


@pytest.mark.parametrize("leaves", ["Siųsti", "Palikti seną prašymą"])
def test_after_a_change_that_changed_nothing_nobody_gets_back_into_it(library: Library, leaves: str) -> None:
    chat = chat_with_request(library)
    for label in ("Keisti prašymą", "Nežinau", leaves):
        chat.presses(label)
    assert chat.conversation.place.step == "status"

    chat.presses("Atgal")

    assert chat.conversation.place.step == "menu"


def test_who_leaves_a_change_for_a_new_request_gets_back_to_where_that_was_begun(library: Library) -> None:
    chat = chat_with_request(library)
    for label in ("Keisti prašymą", "Nežinau", "Meniu", "Siųsti prašymą"):
        chat.presses(label)
    assert chat.conversation.place.step == "request"

    chat.presses("Atgal")
    assert chat.conversation.place.step == "menu"
    chat.presses("Atgal")
    assert chat.conversation.place.step == "status"


def test_which_municipality_was_meant_is_asked_only_where_the_place_was_named(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("koks savivaldybės telefonas?")
    chat.says("Kaune")
    assert "Kauno mieste" in chat.labels

    chat.presses("Noriu žmogaus")
    chat.presses("Atgal")

    assert chat.conversation.place.step == "contacts"
    assert "Kauno mieste" not in chat.labels


def test_without_a_place_to_go_back_to_a_change_is_left_to_the_menu(library: Library) -> None:
    chat = chat_with_request(library)
    chat.presses("Keisti prašymą")
    chat.conversation = replace(chat.conversation, trail=())
    chat.presses("Nežinau")
    chat.presses("Palikti seną prašymą")

    chat.presses("Atgal")

    assert chat.conversation.place.step == "menu"
