"""A link of a municipality begins the talk there, where the person has not said otherwise."""

import re
from dataclasses import replace

from assistant.conversation.events import Started
from assistant.conversation.linked_place import payload_at
from assistant.eligibility.facts import Facts
from assistant.library.library import Library
from tests.conversation.chat import Chat


def test_a_link_says_where_the_person_lives_and_where_it_leads(library: Library) -> None:
    chat = Chat(library)
    message = chat.does(Started(payload_at("kretingos-rajono", "social-workshops")))
    assert chat.conversation.facts.municipality == "kretingos-rajono"
    assert chat.conversation.service == "social-workshops"
    assert message.sentences[0] == "Sveiki!"


def test_a_link_of_the_municipality_alone_greets(library: Library) -> None:
    chat = Chat(library)
    message = chat.does(Started(payload_at("kretingos-rajono")))
    assert chat.conversation.facts.municipality == "kretingos-rajono"
    assert message.sentences[-1] == "Kam reikia pagalbos?"


def test_it_does_not_change_what_the_person_said(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.conversation = replace(chat.conversation, facts=Facts(municipality="kauno-miesto"))
    chat.does(Started(payload_at("kretingos-rajono")))
    assert chat.conversation.facts.municipality == "kauno-miesto"


def test_an_unknown_place_is_passed_over(library: Library) -> None:
    chat = Chat(library)
    chat.does(Started(payload_at("atlantida")))
    assert not chat.conversation.facts.municipality


def test_every_service_in_every_municipality_fits_into_a_link_of_telegram(library: Library) -> None:
    for municipality in library.municipalities:
        for service in library.services:
            assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload_at(municipality, service))
