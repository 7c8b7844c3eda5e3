"""Links of municipalities: what follows two low lines says where the person lives, so that nobody asks it."""

from dataclasses import replace

from assistant.conversation.events import Started
from assistant.conversation.steps.step import Scene
from assistant.eligibility.facts import FactId

_BETWEEN = "__"
"""Two low lines: ids of services, topics and municipalities have none, and Telegram takes them in a link."""


def payload_at(municipality: str, payload: str = "") -> str:
    """What a link of this municipality carries, besides what it leads to."""
    return f"{payload}{_BETWEEN}{municipality}"


def at_place(scene: Scene, event: Started) -> tuple[Scene, Started]:
    """The scene in which the link's municipality is known, and the event without it.

    What the person has said of where they live is not changed by a link.
    """
    payload, between, municipality = event.payload.rpartition(_BETWEEN)
    if not between or municipality not in scene.library.municipalities:
        return scene, event
    conversation = scene.conversation
    if not conversation.facts.municipality:
        facts = conversation.facts.having(FactId.MUNICIPALITY, municipality)
        conversation = replace(conversation, facts=facts)
    return scene.having(conversation), Started(payload)
