"""What was said aloud, as it was understood: shown once more before it counts."""

from assistant.conversation.messages import Kind
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back

HEARD = "heard"


class Heard:
    """Asks whether it was understood rightly. `about` are the words.

    What follows from a yes is decided by the engine, which hears the words where they were said.
    """

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions[HEARD]
        sentences = scene.words("heard.said", text=scene.about) + question.words.sentences
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices(HEARD))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return Move(back(scene.conversation), scene.words("heard.not"))
        return None
