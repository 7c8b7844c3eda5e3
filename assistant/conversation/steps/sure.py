"""What was perhaps understood of an answer: said back before it is noted."""

from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back

SURE = "sure"


class Sure:
    """Asks whether it was understood rightly. `about` is a sentence that tells how, and behind its line the words.

    What follows from a yes is decided by the engine, which hears the words where they were said.
    """

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[SURE]
        told, _, _ = scene.about.partition("\n")
        sentences = (told, *question.words.sentences)
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices(SURE), is_form=True)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return Move(back(scene.conversation), scene.words("sure.not"))
        return None
