"""Every answer can be come to: by words that people write, or by the buttons of other answers."""

from assistant.conversation.state import Place
from assistant.conversation.steps.learn import MOST_GENERAL_RELATED, MOST_RELATED
from assistant.library.library import Library, linked
from assistant.library.phrases import load_phrases
from tests.conftest import CONTENT
from tests.conversation.chat import Chat


def test_every_answer_can_be_come_to(library: Library) -> None:
    asked = {phrase.topic for phrase in load_phrases(CONTENT / "lt" / "phrases")}
    reached = {known for known in library.topics if known[0] in asked}
    waiting = list(reached)
    while waiting:
        answer = library.topics[waiting.pop()]
        shown = answer.related[: MOST_RELATED if answer.service in library.rules else MOST_GENERAL_RELATED]
        links = (library.topic(*linked(link, answer.service)) for link in shown)
        found = {(link.topic, link.service) for link in links if link is not None} - reached
        reached |= found
        waiting += found

    assert set(library.topics) - reached == set()


def test_an_answer_may_lead_to_that_of_a_service(library: Library) -> None:
    chat = Chat(library)
    chat.starts()
    chat.presses("Man")
    chat.says("noriu dirbti")

    chat.presses("Socialinės dirbtuvės")

    assert chat.conversation.place == Place("topic", "what-is|social-workshops")
    assert chat.conversation.service == "social-workshops"
