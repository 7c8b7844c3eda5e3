"""A question of staff in the talk: it comes beside whatever is asked now, and its buttons do not grow old."""

from dataclasses import replace

import pytest

from assistant.conversation.events import ChoicePressed, QuestionOpened, QuestionOver, ReferralsFound
from assistant.conversation.messages import Kind, Role
from assistant.conversation.news_events import QuestionArrived
from assistant.conversation.state import Channel, Conversation, Place
from assistant.conversation.steps.asked import question_press
from assistant.library.library import Library
from assistant.referrals.questions import OpenQuestion, Question
from tests.conversation.chat import ASKED, ELSEWHERE, Chat
from tests.crawl.towns import sent_before

NUMBER = ELSEWHERE.number
ARRIVED = QuestionArrived(NUMBER, OpenQuestion(1, ASKED))
MORNING, WRITE = f"ask:{NUMBER}:1:0", f"ask:{NUMBER}:1:write"


@pytest.fixture
def chat(library: Library) -> Chat:
    """Somebody in the middle of a request, whom staff ask something."""
    chat = Chat(library)
    chat.starts()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        chat.presses(label)
    chat.does(ARRIVED)
    return chat


def test_the_question_comes_as_a_message_of_its_own_and_what_was_asked_stays_below(chat: Chat) -> None:
    question, present = chat.messages

    assert (question.kind, question.sentences[-1]) == (Kind.ASKED, ASKED.text)
    assert [(choice.id, choice.label, choice.role) for choice in question.choices] == [
        (MORNING, "Ryte", Role.CONTENT),
        (f"ask:{NUMBER}:1:1", "Po pietų", Role.CONTENT),
        (WRITE, "Noriu parašyti", Role.TOOL),
    ]
    assert present.sentences[-1].endswith("?")
    assert chat.conversation.place.step == "request"
    # And what is answered now is the request
    assert chat.says("Kretinga").kind is Kind.QUESTION
    assert chat.conversation.draft.municipality == "kretingos-rajono"


def test_an_answer_is_stored_and_the_talk_goes_on_where_it_was(chat: Chat) -> None:
    place, draft = chat.conversation.place, chat.conversation.draft

    said = chat.does(ChoicePressed(MORNING))

    assert chat.elsewhere.thread[-1].text == "Ryte"
    assert said.sentences[:2] == ("Ačiū!", "Jūsų atsakymas: Ryte")
    assert said.asked is not None
    assert not said.asked.is_open
    assert (chat.conversation.place, chat.conversation.draft) == (place, draft)
    assert chat.heard == "Ryte"


def test_after_an_answer_nobody_is_asked_any_more_what_they_meant_before_it(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.does(ARRIVED)
    chat.conversation = chat.conversation.at(Place("which-topic", "cost|")).at(Place("lost"))

    said = chat.does(ChoicePressed(MORNING))

    assert said.sentences[:2] == ("Ačiū!", "Jūsų atsakymas: Ryte")
    assert said.sentences[-1] == "Ką norite daryti?"
    assert chat.conversation.place.step == "menu"


def test_a_button_of_a_question_that_is_over_leaves_what_is_asked_as_it_is(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.conversation = chat.conversation.at(Place("which-topic", "cost|"))

    chat.does(QuestionOver(ELSEWHERE.number, 1, is_answered=False, referral=None))

    assert chat.conversation.place.step == "which-topic"


def test_its_buttons_do_not_grow_old(chat: Chat) -> None:
    for words in ("Kretinga", "atgal", "kas yra atvejo vadyba?", "meniu"):
        chat.says(words)

    assert chat.does(ChoicePressed(MORNING)).sentences[0] == "Ačiū!"


def test_a_question_without_buttons_offers_to_write(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.does(QuestionArrived(NUMBER, OpenQuestion(1, Question("Ko Jums reikia?", may_write=True))))

    [write] = chat.messages[0].choices
    assert (write.id, write.role) == (WRITE, Role.CONTENT)


def test_own_words_are_shown_once_more_and_can_be_written_otherwise(chat: Chat) -> None:
    place, trail = chat.conversation.place, chat.conversation.trail

    asked = chat.does(ChoicePressed(WRITE))
    assert asked.sentences[-1] == ASKED.text
    chat.says("Ateisiu rytoj po dvylikos")
    chat.presses("Rašysiu kitaip")
    chat.says("Ateisiu poryt su mama")
    said = chat.presses("Taip, siųsti")

    assert chat.elsewhere.thread[-1].text == "Ateisiu poryt su mama"
    assert said.sentences[:2] == ("Ačiū!", "Darbuotojas perskaitys Jūsų atsakymą.")
    assert (chat.conversation.place, chat.conversation.trail) == (place, trail)


@pytest.mark.parametrize("presses", [("Nerašysiu",), ("Atgal",)])
def test_whoever_does_not_want_to_write_can_answer_later(chat: Chat, presses: tuple[str, ...]) -> None:
    place = chat.conversation.place

    chat.does(ChoicePressed(WRITE))
    for label in presses:
        chat.presses(label)

    assert chat.conversation.place == place
    assert chat.elsewhere == ELSEWHERE
    chat.does(ChoicePressed(MORNING))
    assert chat.elsewhere.thread[-1].text == "Ryte"


def test_what_was_written_and_not_sent_goes_nowhere(chat: Chat) -> None:
    place = chat.conversation.place

    chat.does(ChoicePressed(WRITE))
    chat.says("Ateisiu rytoj po dvylikos")
    said = chat.presses("Ne, nesiųsti")

    assert said.sentences[:2] == ("Gerai.", "Aš atsakymo nesiunčiu.")
    assert (chat.conversation.place, chat.elsewhere) == (place, ELSEWHERE)


def test_danger_comes_first_while_an_answer_is_written_and_the_words_are_not_lost(chat: Chat) -> None:
    chat.does(ChoicePressed(WRITE))

    said = chat.says("nebenoriu gyventi, noriu nusižudyti")

    assert said.sentences[0] == "Skambinkite 112 dabar."
    assert chat.elsewhere == ELSEWHERE
    chat.does(ChoicePressed("go-on"))
    assert chat.message.sentences[-1] == "Ar siųsti šį atsakymą?"


def test_in_danger_the_question_stands_above_and_112_stays_last(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.says("mane muša")

    chat.does(ARRIVED)
    assert [message.kind for message in chat.messages] == [Kind.ASKED, Kind.DANGER]
    assert chat.does(ChoicePressed(MORNING)).kind is Kind.DANGER
    assert chat.elsewhere.thread[-1].text == "Ryte"


def test_a_question_that_is_over_gets_a_kind_word_and_loses_its_buttons(chat: Chat) -> None:
    chat.does(ChoicePressed(MORNING))
    chat.says("meniu")

    said = chat.does(ChoicePressed(f"ask:{NUMBER}:1:1"))

    assert said.sentences[0] == "Į šį klausimą Jūs jau atsakėte."
    assert said.asked is not None
    assert not said.asked.is_open
    assert [entry.text for entry in chat.elsewhere.thread[2:]] == ["Ryte"]


def test_on_the_page_of_the_request_the_question_stands_with_its_buttons_and_words_answer_too(library: Library) -> None:
    chat = Chat(library, Conversation(ELSEWHERE.conversation, Chat(library).conversation.channel))
    chat.starts()
    chat.does(ReferralsFound((ELSEWHERE,)))

    assert chat.message.sentences[-1] == ASKED.text
    assert chat.labels[:4] == ("Ryte", "Po pietų", "Noriu parašyti", "Daugiau apie prašymą")
    more = chat.copy()
    more.presses("Daugiau apie prašymą")
    assert "Atsiimti prašymą" in more.labels
    more.presses("Atgal")
    assert more.labels[0] == "Ryte"
    later = chat.copy()
    morning = later.choice("Ryte")
    later.says("kas yra atvejo vadyba?")
    later.does(ChoicePressed(morning))
    assert later.elsewhere.thread[-1].text == "Ryte"
    chat.says("po pietų")
    assert chat.elsewhere.thread[-1].text == "Po pietų"
    assert chat.conversation.place.step == "status"
    assert "Po pietų" not in chat.labels


def test_the_flow_may_change_and_the_buttons_still_work(chat: Chat) -> None:
    chat.conversation = replace(chat.conversation, flow=0)

    chat.does(ChoicePressed(MORNING))

    assert chat.elsewhere.thread[-1].text == "Ryte"


@pytest.mark.parametrize("odd", ["ask:", "ask:1", "ask:1:2", "ask:x:1:0", "ask:10000008:1:10", "ask:10000008:1:write2"])
def test_what_only_looks_like_a_button_is_none(odd: str) -> None:
    assert question_press(odd) is None


@pytest.mark.parametrize("written", [(), ("Ateisiu rytoj po dvylikos",)])
def test_a_button_of_another_question_leaves_what_is_being_written_as_it_is(
    chat: Chat, written: tuple[str, ...]
) -> None:
    chat.does(ChoicePressed(WRITE))
    for words in written:
        chat.says(words)
    place, trail = chat.conversation.place, chat.conversation.trail

    chat.does(ChoicePressed("ask:20000006:1:0"))

    assert (chat.conversation.place, chat.conversation.trail) == (place, trail)
    assert chat.elsewhere == ELSEWHERE


def test_whoever_writes_to_another_question_comes_back_to_the_first_one(chat: Chat) -> None:
    other = QuestionOpened("20000006", OpenQuestion(1, Question("Ko Jums reikia?", may_write=True)))
    chat.does(ChoicePressed(WRITE))
    place = chat.conversation.place
    chat.does(other)
    assert chat.message.sentences[-1] == "Ko Jums reikia?"

    chat.presses("Nerašysiu")

    assert chat.conversation.place == place


def test_the_page_of_one_request_stays_where_a_question_about_another_is_answered(library: Library) -> None:
    chat = dict(sent_before(library, Channel.WEB))["new"]
    place = chat.conversation.place
    chat.does(ARRIVED)

    said = chat.does(ChoicePressed(MORNING))

    assert said.sentences[0] == "Ačiū!"
    assert chat.conversation.place == place
