"""What people usually write beside the point: short questions, thanks, fear of doing wrong, second thoughts."""

import pytest

from assistant.conversation.state import Place
from assistant.eligibility.facts import Disability, Interval
from assistant.library.library import Library
from tests.conversation.chat import Chat
from tests.conversation.test_side_ways import in_check, in_request


def test_whether_it_fits_is_checked_for_the_help_that_is_asked_for(library: Library) -> None:
    chat = in_request(library)

    message = chat.says("ar man tinka?")

    assert "Kiek Jums metų?" in message.sentences
    assert chat.conversation.service == "social-workshops"


def test_who_answers_with_the_name_of_an_illness_is_not_asked_again(library: Library) -> None:
    chat = in_check(library)

    message = chat.says("sergu šizofrenija")

    assert chat.conversation.facts.disability is Disability.PSYCHOSOCIAL
    assert message.sentences[:2] == ("Čia nerašykite ligos pavadinimo.", "Jo nereikia.")
    assert "Kokia yra Jūsų negalia?" not in message.sentences


def test_a_short_question_in_a_request_is_about_the_help_that_is_asked_for(library: Library) -> None:
    chat = in_request(library)

    message = chat.says("kiek kainuoja")

    assert "Kiek tai kainuoja, aš nežinau." in message.sentences
    assert message.sentences[-1] == "Kur Jūs gyvenate?"


@pytest.mark.parametrize("words", ["laukiu", "sergu depresija"])
def test_usual_words_and_illnesses_are_no_places_that_are_not_known(library: Library, words: str) -> None:
    message = in_request(library).says(words)

    assert "Aš nežinau tokios vietos." not in message.sentences
    assert message.sentences[-1] == "Kur Jūs gyvenate?"


def test_who_is_afraid_of_doing_wrong_is_told_that_nothing_happens_by_itself(library: Library) -> None:
    chat = in_request(library)
    before = chat.conversation.place

    message = chat.says("bijau suklysti")

    assert "Aš siunčiu tik tada, kai spaudžiate „Siųsti“." in message.sentences
    assert message.sentences[-1] == "Kur Jūs gyvenate?"
    assert chat.conversation.place == before


@pytest.mark.parametrize("words", ["supratau", "nu gerai", "ok", "viskas gerai"])
def test_who_says_that_what_was_told_is_clear_has_made_no_mistake(library: Library, words: str) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("noriu dirbti")

    message = chat.says(words)

    assert message.sentences == ("Gerai.", "Ką norite daryti toliau?")


def test_who_says_outside_of_a_form_whom_it_is_for_is_spoken_to_as_a_helper(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.says("kas yra socialinės dirbtuvės")
    told = chat.conversation.place

    message = chat.says("mamai")

    assert message.sentences[:2] == ("Gerai.", "Jūs padedate kitam žmogui.")
    assert chat.conversation.is_helper
    assert chat.conversation.place == told


def test_a_service_that_somebody_thinks_of_aloud_is_told(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")

    chat.says("nu socialinės dirbtuvės gal")

    assert chat.conversation.place == Place("topic", "what-is|social-workshops")


def test_of_two_places_the_one_that_is_denied_leaves_the_other(library: Library) -> None:
    chat = in_request(library)
    chat.says("Panevėžys")

    chat.says("ne rajone")

    assert chat.conversation.draft.municipality == "panevezio-miesto"


@pytest.mark.parametrize("words", ["nu parašyti čia, prašau", "geriau be telefono"])
def test_courtesy_beside_a_choice_changes_nothing(library: Library, words: str) -> None:
    chat = in_request(library)
    chat.says("Kretinga")
    chat.says("Ona")

    chat.says(words)

    assert chat.conversation.draft.phone == ""


@pytest.mark.parametrize("field", ["municipality", "note", "summary"])
def test_a_request_that_is_only_being_written_is_left_when_it_is_taken_back(library: Library, field: str) -> None:
    chat = in_request(library)
    if field != "municipality":
        for words in ("Kretinga", "Ona", "be telefono"):
            chat.says(words)
    if field == "summary":
        chat.presses("Ne, tai viskas")

    message = chat.says("atšaukti prašymą")

    assert "Sustojome." in message.sentences
    assert chat.conversation.draft.note is None or field == "summary"


@pytest.mark.parametrize(
    ("unclear", "step"), [("dirbtuves skamba gerai", "which-topic"), ("o veza i ten kas nors", "services")]
)
def test_who_takes_leave_is_not_asked_again_what_was_meant(library: Library, unclear: str, step: str) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("noriu dirbti")
    told = chat.conversation.place
    chat.says(unclear)
    assert chat.conversation.place.step == step

    message = chat.says("ačiū, viso gero")

    assert chat.conversation.place == told
    assert "Apie ką Jūs klausiate?" not in message.sentences


@pytest.mark.parametrize(("whom", "is_taken"), [("Man", False), ("Kitam žmogui", True)])
def test_the_age_of_a_relative_is_the_answer_of_a_helper_only(library: Library, whom: str, is_taken: bool) -> None:
    chat = in_check(library, whom)
    chat.presses("Atgal")

    chat.says("mamai 70")

    assert (chat.conversation.facts.age == Interval.exactly(70)) is is_taken


@pytest.mark.parametrize("words", ["sau", "sau pačiam", "dėl savęs"])
def test_words_that_are_known_as_an_answer_raise_no_question_about_danger(library: Library, words: str) -> None:
    chat = Chat(library)
    chat.starts()

    chat.says(words)

    assert chat.conversation.place == Place("menu")
    assert chat.conversation.is_helper is False
