"""An answer that may mean something else is said back before it is noted."""

from dataclasses import replace

import pytest

from assistant.conversation.state import Place
from assistant.eligibility.facts import Disability, FactId, Facts, Interval
from assistant.library.library import Library
from tests.conversation.chat import Chat


def asked(library: Library, fact: FactId, *, is_helper: bool = False) -> Chat:
    chat = Chat(library)
    chat.starts()
    place = Place("fact", f"social-workshops|{fact.value}")
    chat.conversation = replace(chat.conversation, place=place, is_helper=is_helper, service="social-workshops")
    return chat


def asked_in_request(library: Library, field: str) -> Chat:
    chat = Chat(library)
    chat.starts()
    chat.conversation = replace(chat.conversation, place=Place("request", field), is_helper=False)
    return chat


@pytest.mark.parametrize(
    ("fact", "text", "told"),
    [
        (FactId.AGE, "man 34 ir gyvenu Šilalėje", "Jūsų amžius: 34."),
        (FactId.AGE, "nuo 30 iki 35", "Jūsų amžius: nuo 30 iki 35."),
        (FactId.AGE, "esu pilnametė, tiek jums užteks", "Jūsų amžius: 18 arba daugiau."),
        (FactId.DISABILITY, "depresija, iš lovos neatsikeliu", "Jūsų atsakymas: Psichosocialinė negalia."),
        (FactId.WORK, "TAIP!!!! KIEK KARTŲ DAR SAKYT", "Jūsų atsakymas: Taip."),
        (FactId.WORK, "nežinau slaptažodžio", "Jūsų atsakymas: Nežinau."),
        (FactId.PARTICIPATION_LEVEL, "60 proc gavau vasarą", "Jūsų dalyvumo lygis: 60."),
    ],
)
def test_it_is_told_how_it_was_understood(library: Library, fact: FactId, text: str, told: str) -> None:
    chat = asked(library, fact)

    message = chat.says(text)

    assert message.sentences[-2:] == (told, "Ar gerai supratau?")
    assert chat.labels[:2] == ("Taip", "Ne")
    assert (chat.conversation.facts, chat.conversation.declined) == (Facts(), frozenset())


def test_a_helper_is_told_it_of_the_other(library: Library) -> None:
    chat = asked(library, FactId.AGE, is_helper=True)

    assert "Žmogaus amžius: 34." in chat.says("jam 34 ir gyvena Šilalėje").sentences


@pytest.mark.parametrize("yes", ["Taip", "gerai supratai", "taip taip", "jo"])
def test_after_a_yes_it_is_noted(library: Library, yes: str) -> None:
    chat = asked(library, FactId.AGE)
    chat.says("man 34 ir gyvenu Šilalėje")

    chat.says(yes)

    assert chat.conversation.facts == Facts(age=Interval.exactly(34))
    assert "sure" not in [place.step for place in (*chat.conversation.trail, chat.conversation.place)]


def test_not_knowing_counts_after_a_yes(library: Library) -> None:
    chat = asked(library, FactId.WORK)
    chat.says("nežinau slaptažodžio")

    chat.presses("Taip")

    assert chat.conversation.declined == {FactId.WORK}


@pytest.mark.parametrize("no", ["Ne", "blogai supratote", "Nežinau", "Atgal"])
def test_after_a_no_the_question_is_asked_again(library: Library, no: str) -> None:
    chat = asked(library, FactId.AGE)
    place = chat.conversation.place
    chat.says("man 34 ir gyvenu Šilalėje")

    message = chat.says(no)

    assert chat.conversation.place == place
    assert message.sentences[-1] == "Kiek Jums metų?"
    assert chat.conversation.facts == Facts()


def test_whoever_writes_the_answer_again_has_answered(library: Library) -> None:
    chat = asked(library, FactId.DISABILITY)
    chat.says("mama sako kad man kažkoks intelekto negalia")

    chat.says("psichikos negalia")

    assert chat.conversation.facts == Facts(disability=Disability.PSYCHOSOCIAL)


def test_a_telephone_number_and_a_name_are_said_back(library: Library) -> None:
    phone, name = asked_in_request(library, "phone"), asked_in_request(library, "name")

    phone.says("sesers 861234567, bet ji užsienyje")
    name.says("dukros vardas Ieva, savo nerašysiu")

    assert "Telefono numeris: 0 612 34567." in phone.message.sentences
    assert "Jūsų vardas: Ieva." in name.message.sentences
    phone.presses("Taip")
    assert phone.conversation.draft.phone == "+37061234567"


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (FactId.AGE, "mamai 72"),
        (FactId.PARTICIPATION_LEVEL, "broliui 30 procentų"),
        (FactId.DISABILITY, "mama serga šizofrenija"),
    ],
)
def test_what_is_told_of_a_relative_is_not_said_back(library: Library, fact: FactId, text: str) -> None:
    chat = asked(library, fact)

    message = chat.says(text)

    assert "Dabar klausiu apie Jus." in message.sentences
    assert chat.conversation.place.about.endswith(fact.value)
    assert chat.conversation.facts == Facts()
    chat.says("padedu kitam")
    assert chat.conversation.is_helper


@pytest.mark.parametrize("step", ["erase", "verdict", "danger-doubt"])
def test_where_nothing_is_said_back_a_guess_does_nothing(library: Library, step: str) -> None:
    chat = asked(library, FactId.WORK)
    chat.presses("Meniu")
    about = {"verdict": "social-workshops", "danger-doubt": "violence"}.get(step, "")
    chat.conversation = replace(chat.conversation, place=Place(step, about))
    before = chat.conversation

    chat.says("TAIP!!!! KIEK KARTŲ DAR SAKYT")

    assert chat.conversation.place.step in {step, "which-topic", "topic", "lost"}
    assert (chat.conversation.draft, chat.conversation.facts, chat.sent) == (before.draft, before.facts, [])


def test_danger_is_heard_first(library: Library) -> None:
    chat = asked(library, FactId.WORK)
    chat.says("nežinau slaptažodžio")

    chat.says("noriu nusižudyti")

    assert chat.conversation.place.step == "danger"
