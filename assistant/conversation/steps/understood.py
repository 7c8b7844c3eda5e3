"""One question by which the person sees whether a text was understood; a wrong answer leads to an easier telling."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.steps.learn import found, gone
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back
from assistant.conversation.turn import Tally, Understood
from assistant.understanding.interpret import Expects


class UnderstoodQuestion:
    """Asks about the topic that the place is about. Nobody is told to be wrong: the text was not clear enough."""

    def ask(self, scene: Scene) -> Asking:
        answer = found(scene)
        if answer is None or answer.comprehension is None:
            return gone(scene)
        asked = answer.comprehension
        return Asking(
            Kind.QUESTION,
            (asked.question,),
            answer.picture,
            asked.choices or scene.choices("yes-no"),
            expects=Expects.CHOICE if asked.choices else Expects.YES_NO,
            why=scene.words("understood.why"),
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        answer = found(scene)
        if answer is None or answer.comprehension is None:
            return Move(back(scene.conversation)) if said.choice or said.is_dont_know else None
        outcome = _outcome(said, answer.comprehension.right)
        if outcome is None:
            return None
        tally = Tally(answer.topic, answer.service, answer.fingerprint, outcome)
        earlier = back(scene.conversation)
        if outcome is Understood.RIGHT:
            return Move(earlier, scene.words("understood.right"), tally=tally, is_aside=True)
        easier = replace(earlier, is_simple=bool(answer.simple) or earlier.is_simple)
        return Move(easier, scene.words("understood.again"), tally=tally)


def _outcome(said: Said, right: str) -> Understood | None:
    if said.is_dont_know:
        return Understood.DONT_KNOW
    chosen = said.choice
    if isinstance(said.value, bool):
        chosen = "yes" if said.value else "no"
    if not chosen:
        return None
    return Understood.RIGHT if chosen == right else Understood.WRONG
