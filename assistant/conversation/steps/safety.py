"""Danger, doubt, and being lost: fixed words, nothing composed on the fly."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.state import Place
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go
from assistant.library.library import Answer
from assistant.understanding.languages import LITHUANIAN
from assistant.understanding.safety import Danger


class InDanger:
    """The fixed words for a danger; afterwards the talk goes on where it was.

    `about` is the danger, and behind a bar the language in which the person told of it where it is not Lithuanian.
    """

    def ask(self, scene: Scene) -> Asking:
        danger, _, language = scene.about.partition("|")
        answer = scene.library.topic(danger)
        sentences = answer.foreign.get(language, ()) + answer.sentences if answer else scene.words("danger")
        return Asking(Kind.DANGER, sentences, scene.picture("danger"), scene.choices("danger"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "go-on":
            return Move(back(scene.conversation), scene.words("danger.after"))
        return None


def in_danger(scene: Scene, danger: Danger, language: str = LITHUANIAN) -> Move:
    """Go to the fixed words; saying it again does not pile up places to go back to."""
    about = danger.value if language == LITHUANIAN else f"{danger.value}|{language}"
    return Move(scene.conversation.at(Place("danger", about)))


class Doubt:
    """The words may mean danger, or may not: a question, not an alarm. 112 stands in it all the same."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["danger-doubt"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("danger-doubt"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "no" or said.value is False:
            return Move(back(scene.conversation), scene.words("continue"))
        if said.choice == "yes" or said.value is True or said.is_dont_know:
            conversation = replace(scene.conversation, place=Place("danger", scene.about))
            return Move(conversation)
        return None


class WhichTopic:
    """Several readings are close: ask back in the person's terms. `about` is topic|service pairs, comma separated."""

    def ask(self, scene: Scene) -> Asking:
        choices = tuple(
            Answer(found, title, picture)
            for found in scene.about.split(",")
            for title, picture in [self._named(scene, found)]
        ) + scene.choices("which-topic")
        question = scene.library.questions["which-topic"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, choices)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "none" or said.value is False:
            return go(scene.having(back(scene.conversation)), "lost")
        if said.is_dont_know:
            return go(scene.having(back(scene.conversation)), "menu")
        # What a chosen topic leads to is decided by the engine, which knows all topics.
        return None

    def _named(self, scene: Scene, found: str) -> tuple[str, str]:
        topic, _, service = found.partition("|")
        answer = scene.library.topic(topic, service)
        if answer is not None:
            return answer.title, answer.picture
        named = f"topic.{topic}"
        return (scene.words(named)[0] if named in scene.library.messages else scene.library.title(topic)), "question"


class Lost:
    """Twice not understood: offer a human."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["lost"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("lost"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        calm = scene.having(replace(scene.conversation, misunderstood=0))
        if said.choice == "to-human" or said.value is True:
            return go(calm.having(back(calm.conversation)), "human")
        if said.choice == "to-menu":
            return go(calm, "menu")
        if said.choice == "go-on" or said.value is False or said.is_dont_know:
            return Move(back(calm.conversation), scene.words("continue"))
        return None
