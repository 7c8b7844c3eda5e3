"""What can be printed: the request that was sent, and the letter where nobody receives requests."""

from assistant.conversation.messages import DocumentNotice, Kind
from assistant.conversation.on_paper import letter_paper
from assistant.conversation.steps.human import contact_lines
from assistant.conversation.steps.request import filled_letter, onward
from assistant.conversation.steps.step import Asking, Move, Said, Scene, go
from assistant.conversation.steps.summary import request_of
from assistant.conversation.turn import LookUpReferrals
from assistant.delivery.paper import Paper, plain_text


class DocumentShown:
    """The request that was sent, to print or to keep. `about` is its number."""

    def ask(self, scene: Scene) -> Asking:
        return Asking(
            Kind.NOTICE,
            scene.words("document"),
            scene.picture("document"),
            scene.choices("document"),
            document=DocumentNotice(scene.about),
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "status":
            return Move(scene.conversation, effects=(LookUpReferrals(),))
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


class Letter:
    """The finished letter: it was sent to nobody, and where to take it."""

    def ask(self, scene: Scene) -> Asking:
        municipality = scene.library.municipalities.get(scene.draft.municipality or "")
        if municipality is None or not filled_letter(scene):
            return Asking(
                Kind.NOTICE, scene.words("letter.gone"), scene.picture("letter"), scene.choices("letter", "to-menu")
            )
        sentences = scene.words("letter") + contact_lines(scene, municipality)[1:]
        return Asking(
            Kind.NOTICE, sentences, scene.picture("letter"), scene.choices("letter"), document=DocumentNotice()
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "text" and filled_letter(scene):
            return go(scene, "letter-text")
        if said.choice == "change":
            return onward(scene)
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


class LetterText:
    """The letter's words, to be copied."""

    def ask(self, scene: Scene) -> Asking:
        paper = letter_of(scene)
        sentences = plain_text(paper) if paper else scene.words("letter.gone")
        return Asking(Kind.NOTICE, sentences, scene.picture("letter"), scene.choices("letter-text"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "letter":
            return go(scene, "letter")
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return None


def letter_of(scene: Scene) -> Paper | None:
    """The letter as it is filled in; None where it is not, or where the municipality receives requests by now."""
    return letter_paper(request_of(scene), scene.library, scene.moment.today) if filled_letter(scene) else None
