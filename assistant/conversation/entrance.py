"""Links that lead straight to one answer: what they carry, and what is said to somebody who comes by one."""

from dataclasses import replace

from assistant.conversation.say import asking_at
from assistant.conversation.steps.step import Asking, Move, Scene
from assistant.conversation.topics import go_to_topic
from assistant.understanding.safety import Danger

_MARK = "topic"
_GREETING = "greeting"
_BETWEEN = "_"
"""No id of a topic or a service holds it, and Telegram takes it in what a link carries."""


def payload_of(topic: str, service: str = "") -> str:
    """What a link to this answer carries; `service` is empty for a general answer."""
    return _BETWEEN.join((_MARK, topic, service))


def entered(scene: Scene, payload: str, asking: Asking) -> Move | None:
    """The move to the answer that a link names; None where it names none that is written.

    A first contact is greeted, so that nobody takes the program for a human; in danger nothing stands before 112.
    """
    mark, _, named = payload.partition(_BETWEEN)
    topic, _, service = named.partition(_BETWEEN)
    if mark != _MARK or (topic, service) not in scene.library.topics:
        return None
    move = go_to_topic(scene, topic, service, asking)
    if move is None or topic in set(Danger) or scene.conversation.turn > 0:
        return move
    if topic == _GREETING:
        return Move(scene.conversation)
    if move.conversation.place == scene.conversation.place:
        # The talk begins where it would anyway, with the greeting.
        return move
    told = asking_at(scene.having(move.conversation)).sentences
    greeting = tuple(sentence for sentence in scene.words("greeting") if sentence not in told)
    return replace(move, before=greeting + move.before)
