"""A letter to the person when an answer comes: asked, the address repeated back, and off again by one tap."""

from assistant.conversation.messages import Kind
from assistant.conversation.steps.follow_up import shown_status
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, stay
from assistant.conversation.turn import LookUpReferrals, SendLettersTo
from assistant.referrals.referral import Referral
from assistant.understanding.interpret import Expects


class LettersAddress:
    """Asks where to send letters. `about` is the referral's number."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["letters-address"]
        return Asking(
            Kind.QUESTION,
            question.words.sentences,
            question.words.picture,
            scene.choices("letters-address"),
            expects=Expects.EMAIL,
            why=question.why.sentences,
            is_form=True,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "no":
            return Move(scene.conversation, effects=(LookUpReferrals(),))
        if said.is_dont_know:
            return Move(scene.conversation, scene.library.questions["letters-address"].dont_know.sentences)
        if not isinstance(said.value, str):
            return None
        return go(scene, "letters-confirm", f"{scene.about}|{said.value}")


class LettersConfirm:
    """Repeats the address, since a slip in it would send all letters to a stranger. `about` is number|address."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["letters-confirm"]
        address = scene.about.partition("|")[2]
        sentences = scene.words("letters.address", address=address) + question.words.sentences
        return Asking(Kind.QUESTION, sentences, question.words.picture, scene.choices("letters-confirm"), is_form=True)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        number, _, address = scene.about.partition("|")
        if said.choice == "yes" or said.value is True:
            return Move(scene.conversation, effects=(SendLettersTo(number, address),))
        if said.choice == "other":
            return Move(back(scene.conversation))
        if said.choice == "no" or said.value is False:
            return Move(scene.conversation, effects=(LookUpReferrals(),))
        return stay(scene, "dont-know") if said.is_dont_know else None


def letters_chosen(scene: Scene, referral: Referral) -> Move:
    """Say what holds from now on, above how the referral stands."""
    move = shown_status(scene, (referral,))
    said = "letters.on" if referral.letters_to else "letters.off"
    return Move(move.conversation, scene.words(said))
