"""A level that is set beside the talk: answers come at it, and nothing is said where nothing reads differently."""

from assistant.conversation.engine import advance
from assistant.conversation.events import LevelChosen
from assistant.conversation.state import Place
from assistant.conversation.turn import Moment
from assistant.library.library import Library
from tests.conversation.chat import TODAY, Chat

WORKSHOPS = "what-is|social-workshops"


def test_an_answer_that_is_on_the_screen_is_told_anew_at_the_level(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    usual = chat.says("kas yra socialinės dirbtuvės")
    answer = library.topics["what-is", "social-workshops"]

    simpler = chat.does(LevelChosen(is_simple=True))

    assert chat.conversation.place == Place("topic", WORKSHOPS)
    assert simpler.sentences == answer.simple
    assert chat.does(LevelChosen(is_simple=False)).sentences == usual.sentences
    assert chat.heard == ""


def test_at_any_other_place_nothing_is_said_and_the_buttons_stay_good(library: Library) -> None:
    chat = Chat(library)
    chat.starts()

    turn = advance(chat.conversation, LevelChosen(is_simple=True), library, Moment(TODAY))

    assert turn.messages == ()
    assert turn.conversation.is_simple
    chat.conversation = turn.conversation
    chat.presses("Man")
    answer = chat.says("kas yra socialinės dirbtuvės")
    assert answer.sentences == library.topics["what-is", "social-workshops"].simple


def test_the_same_level_again_says_nothing(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("kas yra socialinės dirbtuvės")

    assert advance(chat.conversation, LevelChosen(is_simple=False), library, Moment(TODAY)).messages == ()
