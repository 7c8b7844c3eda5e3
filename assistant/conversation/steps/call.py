"""A request of somebody who only wants to be called."""

from assistant.conversation.steps.request import TALK, begin_request
from assistant.conversation.steps.step import Move, Scene
from assistant.frozen import replace


def begin_call(scene: Scene, *, phone: str | None = None, when: str | None = None) -> Move:
    """Start filling it in; `phone` and `when` are what was told with the wish, None for what was not."""
    earlier = scene.draft
    draft = replace(
        earlier,
        wants_call=True,
        # "Answer here" of an earlier request is taken back.
        phone=phone or earlier.phone or None,
        call_time=when or earlier.call_time or None,
    )
    return begin_request(scene.having(replace(scene.conversation, draft=draft)), need=TALK)
