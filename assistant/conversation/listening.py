"""Words that were said aloud: danger counts at once, all else only after the person has read it and said yes."""

from dataclasses import replace

from assistant.conversation.chosen import says_yes_or_no
from assistant.conversation.discretion import NOT_FOR_CHATS
from assistant.conversation.events import HeardAloud, TextReceived
from assistant.conversation.hearing import wrote
from assistant.conversation.reading import read_at
from assistant.conversation.say import asking_at
from assistant.conversation.state import Place
from assistant.conversation.steps.heard import HEARD
from assistant.conversation.steps.step import Move, Scene, back, stay

NEVER_LEFT = frozenset({"danger", "danger-doubt"})
"""Places that no question about a voice may lead away from."""


def heard_aloud(scene: Scene, event: HeardAloud) -> tuple[Move, str]:
    """The move, and what of it stands in the log, where it counts at once."""
    asking = asking_at(scene)
    if asking.is_secret:
        # Said aloud it would stand in the log, and a wrong guess would count as a try.
        return stay(scene, "heard.write"), ""
    written = TextReceived(event.text)
    reading = read_at(scene, event.text, asking)
    is_red = scene.conversation.is_kept_by_strangers and not NOT_FOR_CHATS.isdisjoint(reading.private)
    if reading.danger is not None or is_red or scene.conversation.place.step in NEVER_LEFT:
        return wrote(scene, written)
    if scene.conversation.place.step == HEARD:
        if says_yes_or_no(asking, reading):
            return wrote(scene, written)
        scene = scene.having(back(scene.conversation))
    words = " ".join(reading.text.split())
    conversation = scene.conversation.at(Place(HEARD, words))
    return Move(replace(conversation, misunderstood=0)), ""
