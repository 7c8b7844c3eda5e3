"""The letter: the same questions, an honest word at each end, and never "sent"."""

from dataclasses import replace

import pytest

from assistant.conversation.messages import DocumentNotice, Kind
from assistant.library.library import Library
from assistant.referrals.routing import Recipient, Route, Way
from tests.conversation.chat import Chat


@pytest.fixture
def chat(library: Library) -> Chat:
    """Somebody who asks for help in Kaunas, which is not switched on."""
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Pagalba šeimai"):
        chat.presses(label)
    chat.says("Kauno mieste")
    return chat


def fills_in(chat: Chat) -> None:
    chat.presses("Rašyti laišką")
    chat.says("Ona Onaitė")
    chat.presses("Aš atvyksiu")
    chat.presses("Ne, tai viskas")


def test_the_letter_is_offered_beside_the_contact(chat: Chat) -> None:
    assert "Aš dar nesiunčiu prašymų šiai savivaldybei." in chat.message.sentences
    assert chat.labels[:4] == ("Rašyti laišką", "Kokių dokumentų reikia?", "Kita savivaldybė", "Gerai")


def test_the_summary_says_that_it_is_a_letter_and_who_helps_families(chat: Chat) -> None:
    fills_in(chat)
    assert chat.message.kind is Kind.SUMMARY
    said = chat.message.sentences
    assert said[0] == "Toks bus Jūsų laiškas."
    assert "Kam rašome: Kauno miesto savivaldybė." in said
    assert "Atsakymas: atvyksiu į savivaldybę." in said
    assert "Šeimai padeda socialinių paslaugų įstaiga." in said
    assert "Siųsti" not in chat.labels


def test_the_finished_letter_was_sent_to_nobody_and_says_so(chat: Chat) -> None:
    fills_in(chat)
    chat.presses("Rašyti laišką")
    assert "Savivaldybei aš jo nesiunčiu." in chat.message.sentences
    assert chat.message.document == DocumentNotice()
    assert chat.message.kind is not Kind.RECEIPT
    assert chat.sent == []
    text = chat.presses("Laiško tekstas")
    assert text.document is None
    assert "Įstaigų sąrašas yra savivaldybės svetainėje." in text.sentences


def test_to_write_that_it_shall_be_sent_sends_nothing(chat: Chat) -> None:
    fills_in(chat)
    chat.says("siųsk")
    assert chat.message.sentences[0] == "Štai Jūsų laiškas."
    assert chat.sent == []


def test_words_beside_the_point_do_not_bring_the_document_once_more(chat: Chat) -> None:
    fills_in(chat)
    chat.presses("Rašyti laišką")
    assert chat.says("asdf qwer").document is None
    assert chat.presses("Pakartoti").document == DocumentNotice()


def test_not_to_write_it_is_said_and_the_answers_stay(chat: Chat) -> None:
    fills_in(chat)
    assert chat.presses("Nerašyti").sentences[:2] == ("Laiško nerašau.", "Jūsų atsakymai liko šiame pokalbyje.")


def test_another_municipality_that_is_not_on_gets_its_own_honest_word(chat: Chat) -> None:
    fills_in(chat)
    chat.presses("Keisti")
    chat.presses("Savivaldybę")
    chat.says("Skuodas")
    assert "Jūs gyvenate Skuodo rajono savivaldybėje." in chat.message.sentences
    chat.presses("Rašyti laišką")
    assert "Kam rašome: Skuodo rajono savivaldybė." in chat.message.sentences


def test_with_a_municipality_that_is_on_it_becomes_a_request(chat: Chat) -> None:
    fills_in(chat)
    chat.presses("Keisti")
    chat.presses("Savivaldybę")
    # "I come myself" was said of the letter.
    assert chat.says("Kretinga").sentences[-1] == "Kaip darbuotojas gali Jums atsakyti?"
    chat.presses("Parašyti čia")
    assert chat.message.sentences[0] == "Toks yra Jūsų prašymas."
    assert "Atsakymas: šiame pokalbyje." in chat.message.sentences
    chat.presses("Siųsti")
    assert len(chat.sent) == 1


def test_an_answer_in_the_talk_is_no_answer_to_a_letter(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Pagalba šeimai"):
        chat.presses(label)
    chat.says("Kretinga")
    chat.says("Ona Onaitė")
    chat.presses("Parašyti čia")
    chat.presses("Ne, tai viskas")
    chat.presses("Keisti")
    chat.presses("Savivaldybę")
    chat.says("Skuodas")
    chat.presses("Rašyti laišką")
    chat.presses("Aš atvyksiu")
    assert "Toks bus Jūsų laiškas." in chat.message.sentences


def test_where_the_municipality_is_switched_on_in_the_meantime_the_letter_is_gone(chat: Chat) -> None:
    fills_in(chat)
    chat.presses("Rašyti laišką")
    route = Route("kauno-miesto", (Recipient(Way.LETTER, "skyrius@kaunas.example"),))
    chat.library = replace(chat.library, routes={**chat.library.routes, "kauno-miesto": route})
    chat.presses("Laiško tekstas")
    chat.presses("Pakartoti")
    assert chat.message.sentences == ("Laiško čia jau nėra.", "Jūs galite parašyti naują laišką.")
    assert chat.message.document is None


def test_the_receipt_of_a_familys_request_says_that_it_may_go_on_to_an_institution(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Pagalba šeimai"):
        chat.presses(label)
    chat.says("Kretinga")
    chat.says("Rasa")
    chat.presses("Parašyti čia")
    chat.presses("Ne, tai viskas")
    assert "Šeimai padeda socialinių paslaugų įstaiga." in chat.message.sentences
    chat.presses("Siųsti")
    assert "Savivaldybė gali perduoti prašymą." in chat.message.sentences
