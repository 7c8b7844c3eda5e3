"""In the middle of a form people ask beside the point, correct a place, or say for whom it is: nothing gets lost."""

import pytest

from assistant.conversation.state import Channel
from assistant.eligibility.facts import Facts
from assistant.library.library import Library
from tests.conversation.chat import Chat
from tests.crawl.towns import sent_before


def in_request(library: Library, whom: str = "Man") -> Chat:
    """Asked where the person lives."""
    chat = Chat(library)
    chat.starts()
    for label in (whom, "Siųsti prašymą", "Socialinės dirbtuvės"):
        chat.presses(label)
    return chat


def in_check(library: Library, whom: str = "Man") -> Chat:
    """The age is answered, and the kind of disability asked."""
    chat = Chat(library)
    chat.starts()
    for label in (whom, "Ar man tinka?" if whom == "Man" else "Ar žmogui tinka?", "Socialinės dirbtuvės"):
        chat.presses(label)
    chat.says("30")
    return chat


def test_who_asks_for_their_request_in_the_middle_of_one_stays_in_it(library: Library) -> None:
    chat = in_request(library)
    asked = chat.message.sentences[-1]

    message = chat.says("kada man paskambins")

    assert message.sentences == (
        "Šiame pokalbyje prašymo dar nėra.",
        "Dabar grįžkime prie klausimo.",
        "Parašykite miestą, rajoną arba kaimą.",
        asked,
    )
    assert chat.conversation.place.about == "municipality"


def test_the_telephone_of_a_known_municipality_is_told_within_the_form(library: Library) -> None:
    chat = in_request(library)
    chat.says("Kretinga")
    asked = chat.message.sentences

    message = chat.says("koks savivaldybės telefonas?")

    assert "Telefonas: 0 445 51008." in message.sentences
    assert message.sentences[-len(asked) - 1 :] == ("Dabar grįžkime prie klausimo.", *asked)
    assert chat.conversation.place.about == "name"


def test_after_the_telephone_of_a_municipality_the_form_goes_on(library: Library) -> None:
    chat = in_request(library)
    chat.says("koks savivaldybės telefonas?")
    assert chat.conversation.place.step == "contacts"
    chat.says("Kretinga")

    message = chat.presses("Gerai")

    # Where the person lives was told meanwhile.
    assert message.sentences == ("Gerai.", "Eikime toliau.", "Asmens kodo nerašykite.", "Koks Jūsų vardas ir pavardė?")


def test_in_a_check_too_nobody_is_asked_again_where_they_live(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Ar man tinka?", "Atvejo vadyba", "Suaugusiam žmogui", *["Nežinau"] * 4):
        chat.presses(label)
    assert chat.message.sentences[-1] == "Kur Jūs gyvenate?"
    chat.says("koks savivaldybės telefonas?")
    chat.says("Kretinga")

    chat.presses("Gerai")

    assert chat.conversation.place.step == "verdict"


def test_outside_of_a_form_the_telephone_leads_to_the_menu(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("koks savivaldybės telefonas?")
    chat.says("Kretinga")

    chat.presses("Gerai")

    assert chat.conversation.place.step == "menu"


def test_a_place_that_is_put_right_leaves_what_was_offered(library: Library) -> None:
    chat = in_request(library)
    chat.says("vilnius")
    assert "Vilniaus mieste" in chat.labels

    chat.says("ne vilnius, kaunas")

    assert chat.labels[:2] == ("Kauno mieste", "Kauno rajone")


def test_two_places_of_which_none_is_denied_are_both_offered(library: Library) -> None:
    chat = in_request(library)
    chat.says("vilnius")

    chat.says("vilnius arba kretinga")

    assert set(chat.labels[:3]) == {"Vilniaus mieste", "Vilniaus rajone", "Kretingos rajone"}


def test_it_is_not_said_in_one_breath_that_a_place_is_unknown_and_that_there_are_several(library: Library) -> None:
    chat = in_request(library)
    assert "Yra kelios tokios vietos." in chat.says("vilnius").sentences

    message = chat.says("jonas jonaitis")

    assert message.sentences[0] == "Aš nežinau tokios vietos."
    assert message.sentences[-1] == "Kur Jūs gyvenate?"
    assert "Yra kelios tokios vietos." not in message.sentences
    assert "Vilniaus mieste" in chat.labels


def test_a_helper_is_asked_back_about_the_other_person(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Kitam žmogui")

    chat.says("ar jam tinka socialines dirbtuves")

    assert "Ar man tinka?" not in chat.labels


@pytest.mark.parametrize("words", ["ne man, o dukrai", "ne man", "Atsiprašau, čia sunui", "ne, dukrai", "Kitam žmogui"])
def test_the_check_begins_anew_where_it_was_about_the_wrong_person(library: Library, words: str) -> None:
    chat = in_check(library)

    message = chat.says(words)

    assert message.sentences[:2] == ("Gerai.", "Jūs padedate kitam žmogui.")
    assert message.sentences[-1] == "Kiek metų žmogui, kuriam reikia pagalbos?"
    assert chat.conversation.facts == Facts()


def test_a_helper_may_check_for_themself(library: Library) -> None:
    chat = in_check(library, "Kitam žmogui")

    message = chat.says("ne sūnui, o man pačiai")

    assert message.sentences[:2] == ("Gerai.", "Pagalbos reikia Jums.")
    assert message.sentences[-1] == "Kiek Jums metų?"


def test_a_request_goes_on_for_the_other_person_with_the_help_that_was_chosen(library: Library) -> None:
    chat = in_request(library)
    chat.says("Kretinga")
    assert chat.conversation.place.about == "name"

    message = chat.says("ne man, o sūnui")

    assert message.sentences[:2] == ("Gerai.", "Jūs padedate kitam žmogui.")
    assert message.sentences[-1] == "Koks žmogaus vardas ir pavardė?"
    assert chat.conversation.draft.need == "social-workshops"


@pytest.mark.parametrize("words", ["man", "ne", "ne sunui ir ne man, nežinau", "man ir sūnui"])
def test_what_names_nobody_else_turns_nothing(library: Library, words: str) -> None:
    chat = in_check(library)

    chat.says(words)

    assert not chat.conversation.is_helper
    assert chat.conversation.facts != Facts()


def test_no_answer_is_taken_for_the_helper_of_the_same_name(library: Library) -> None:
    """A helper and an answer of one id could not be told apart, and the log would name the other one."""
    helpers = {choice.id for choice in library.questions["helpers"].choices}

    same = {
        name: choice.id
        for name, question in library.questions.items()
        for choice in question.choices
        if name != "helpers" and choice.id in helpers
    }

    assert same == {}


def test_the_log_keeps_the_words_of_the_button_that_was_pressed(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.presses("Mano prašymas")

    chat.presses("Gerai")

    assert chat.heard == "Gerai"
    assert chat.conversation.place.step == "menu"


@pytest.mark.parametrize("words", ["nenoriu skambinti", "Bijau telefono", "man sunku kalbeti telefonu"])
def test_who_does_not_want_to_be_called_is_answered_in_the_chat(library: Library, words: str) -> None:
    chat = in_request(library)
    chat.says("Kretinga")
    chat.says("Ona")
    assert chat.conversation.place.about == "contact"

    chat.says(words)

    assert chat.conversation.draft.phone == ""
    assert chat.conversation.place.about == "note"


def test_beside_the_receipt_its_words_are_not_given_once_more(library: Library) -> None:
    chat = in_request(library)
    for words in ("Kretinga", "Ona"):
        chat.says(words)
    for label in ("Parašyti čia", "Ne, tai viskas"):
        chat.presses(label)
    assert len(chat.presses("Siųsti").marks) == 3

    assert chat.says("ačiū").marks == ()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ona", "Ona"),
        ("ONA ONAITĖ", "Ona Onaitė"),
        ("jonas jonaitis-petraitis", "Jonas Jonaitis-Petraitis"),
        ("Ona de Vries", "Ona de Vries"),
        ("Ona petraitytė", "Ona Petraitytė"),
        ("oNA Petraitytė", "Ona Petraitytė"),
        ("vakarė petraitytė", "Vakarė Petraitytė"),
    ],
)
def test_a_name_in_small_letters_is_written_as_names_are(library: Library, written: str, kept: str) -> None:
    chat = in_request(library)
    chat.says("Kretinga")

    chat.says(written)

    assert chat.conversation.draft.name == kept


def test_who_asks_when_staff_answer_is_told_that_nobody_knows_and_where_to_call(library: Library) -> None:
    chat = in_request(library)
    for words in ("Kretinga", "Ona"):
        chat.says(words)
    for label in ("Parašyti čia", "Ne, tai viskas", "Siųsti"):
        chat.presses(label)

    message = chat.says("kada atsakys į mano prašymą")

    assert chat.conversation.place.step == "status"
    assert message.sentences[-2:] == (
        "Kada darbuotojas atsakys, aš nežinau.",
        "Jei atsakymo nėra, skambinkite: 0 445 51008.",
    )


def test_what_is_no_name_is_answered_with_how_a_name_is_written(library: Library) -> None:
    chat = in_request(library)
    chat.says("Kretinga")

    message = chat.says("12345")

    assert message.sentences[:3] == ("Aš nesupratau vardo.", "Atsiprašau.", "Parašykite tik vardą ir pavardę.")


def test_who_took_their_request_back_is_not_invited_once_more(library: Library) -> None:
    chat = dict(sent_before(library, Channel.WEB))["answered"]
    assert "Darbuotojas Jums parašė:" in chat.message.sentences
    chat.presses("Atsiimti prašymą")

    message = chat.presses("Taip, atsiimti")

    assert "Darbuotojas Jums parašė:" not in message.sentences
    assert "Jūs atsiėmėte šį prašymą." in message.sentences
