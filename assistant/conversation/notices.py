"""Where a department's notice stands in a talk: once as soon as it is known whose it is, and above each summary."""

from dataclasses import replace

from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Conversation
from assistant.conversation.steps.notice import mark_of, untold_lines
from assistant.conversation.steps.step import Scene

TELL_IT_THEMSELVES = frozenset({"greeting", "summary"})
"""Steps that have a better place for it than above all they say."""


def notice_before(scene: Scene) -> tuple[str, ...]:
    """What is told of it before the question of the present place."""
    place, turn = scene.conversation.place, scene.conversation.turn
    tells_itself = place.step in TELL_IT_THEMSELVES and not (place.step == "greeting" and turn > 1)
    return () if tells_itself else untold_lines(scene)


def noticed(scene: Scene, message: Message) -> Conversation:
    """The conversation after this message, in which the notice was told unless danger was more urgent."""
    mark = mark_of(scene)
    if message.kind is Kind.DANGER or not mark or mark == scene.conversation.noticed:
        return scene.conversation
    return replace(scene.conversation, noticed=mark)
