"""Steering words and helper buttons, which mean the same in every state."""

from dataclasses import replace

from assistant.conversation.state import Channel
from assistant.conversation.steps import STEPS
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, stay
from assistant.understanding.steering import Steering


def steered(scene: Scene, steering: Steering, asking: Asking) -> Move:
    """The move that a steering word makes."""
    match steering:
        case Steering.BACK:
            return _back(scene)
        case Steering.MENU | Steering.STOP:
            return go(scene, "menu", before=scene.words("stopped") if steering is Steering.STOP else ())
        case Steering.RESTART:
            return go(scene, "restart")
        case Steering.HUMAN:
            return go(scene, "human")
        case Steering.DONT_KNOW:
            return _dont_know(scene)
        case Steering.SIMPLER:
            return _simpler(scene, asking)
        case Steering.FULLER:
            return Move(replace(scene.conversation, is_simple=False))
        case Steering.WHY:
            return Move(scene.conversation, asking.why or scene.words("why.none"))
        case Steering.AFRAID | Steering.CLEAR:
            # The messages are called so, too.
            return stay(scene, steering.value)
        case Steering.LISTEN:
            return Move(scene.conversation, _how_to_listen(scene))
        case Steering.REPEAT:
            return Move(scene.conversation, scene.words("greeting") if _is_greeting(scene) else ())


def _how_to_listen(scene: Scene) -> tuple[str, ...]:
    """The whole message comes again; in Telegram the door reads it aloud, on the web there is a button under it."""
    match scene.conversation.channel:
        case Channel.WEB:
            return scene.words("listen.button")
        case Channel.TELEGRAM:
            return ()
        case Channel.TERMINAL:
            return scene.words("listen.none")


def _is_greeting(scene: Scene) -> bool:
    return scene.conversation.place.step == "greeting"


def _back(scene: Scene) -> Move:
    if scene.conversation.candidates:
        # Back from "which municipality?" is the open question again.
        return Move(replace(scene.conversation, candidates=()))
    if not scene.conversation.trail:
        return stay(scene, "nothing-before")
    return Move(back(scene.conversation))


def _dont_know(scene: Scene) -> Move:
    said = Said(is_dont_know=True)
    return STEPS[scene.conversation.place.step].answer(scene, said) or stay(scene, "dont-know")


def _simpler(scene: Scene, asking: Asking) -> Move:
    """At an answer the simpler telling; at a question its reason, which says the same in other words."""
    if scene.conversation.place.step == "topic":
        simpler = replace(scene.conversation, is_simple=True)
        return Move(simpler, scene.words("simpler"))
    return Move(scene.conversation, asking.why or scene.words("dont-know"))
