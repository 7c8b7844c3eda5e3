"""Every answer can be come to: by words that people write, or by the buttons of other answers."""

from assistant.conversation.steps.learn import MOST_GENERAL_RELATED, MOST_RELATED
from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from tests.conftest import CONTENT


def test_every_answer_can_be_come_to(library: Library) -> None:
    asked = {phrase.topic for phrase in load_phrases(CONTENT / "lt" / "phrases")}
    reached = {known for known in library.topics if known[0] in asked}
    waiting = list(reached)
    while waiting:
        answer = library.topics[waiting.pop()]
        shown = answer.related[: MOST_RELATED if answer.service in library.rules else MOST_GENERAL_RELATED]
        links = (library.topic(topic, answer.service) for topic in shown)
        found = {(link.topic, link.service) for link in links if link is not None} - reached
        reached |= found
        waiting += found

    assert set(library.topics) - reached == set()
