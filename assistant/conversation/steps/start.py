"""The beginning: greeting, menu, and starting anew."""

from assistant.conversation.messages import Kind
from assistant.conversation.state import Conversation, Place
from assistant.conversation.steps.check import begin_check
from assistant.conversation.steps.notice import untold_lines
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, stay
from assistant.conversation.turn import LookUpReferrals
from assistant.frozen import replace


class Greeting:
    """Says what this is, and asks who needs help."""

    def ask(self, scene: Scene) -> Asking:
        # After the first message people need the question, not the whole greeting once more.
        greeting = scene.words("greeting") + untold_lines(scene) if scene.conversation.turn <= 1 else ()
        sentences = greeting + scene.library.questions["for-whom"].words.sentences
        return Asking(Kind.GREETING, sentences, scene.picture("greeting"), scene.choices("for-whom"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        # Somebody who cannot say is spoken to directly: nothing is lost by it.
        is_helper = said.choice == "other"
        before = scene.library.questions["for-whom"].dont_know.sentences if said.is_dont_know else ()
        if not said.choice and not said.is_dont_know:
            return None
        return Move(
            replace(scene.conversation, is_helper=is_helper, place=Place("menu"), trail=(Place("greeting"),)), before
        )


class ForWhom:
    """Asked before the first form where a talk began with something else. `about` is check|service or request|need."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["for-whom"]
        return Asking(
            Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("for-whom"), is_form=True
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if not said.choice and not said.is_dont_know:
            return None
        known = scene.having(replace(back(scene.conversation), is_helper=said.choice == "other"))
        purpose, _, wanted = scene.about.partition("|")
        move = begin_check(known, wanted) if purpose == "check" else begin_request(known, need=wanted or None)
        before = scene.library.questions["for-whom"].dont_know.sentences if said.is_dont_know else ()
        return replace(move, before=before + move.before)


class Menu:
    """The four things that one can do here."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["menu"]
        return Asking(
            Kind.MENU, question.words.said(to_helper=scene.is_helper), question.words.picture, scene.choices("menu")
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return Move(scene.conversation, scene.library.questions["menu"].dont_know.said(to_helper=scene.is_helper))
        match said.choice:
            case "learn":
                return go(scene, "services")
            case "check":
                return go(scene, "check")
            case "request":
                return begin_request(scene)
            case "status":
                return Move(scene.conversation, effects=(LookUpReferrals(),))
        return None


class Restart:
    """Asks before forgetting."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["restart"]
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, scene.choices("restart"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "yes" or said.value is True:
            fresh = Conversation(
                id=scene.conversation.id,
                channel=scene.conversation.channel,
                turn=scene.conversation.turn,
                drafts=scene.conversation.drafts,
                version=scene.conversation.version,
            )
            return Move(fresh, scene.words("restarted"), forgets=True)
        if said.choice == "no" or said.value is False or said.is_dont_know:
            return stay(scene.having(back(scene.conversation)), "continue")
        return None
