"""Somebody says anywhere in the talk that they help another person: from then on they are spoken to as a helper."""

from dataclasses import replace

from assistant.conversation.steps.step import Asking, Move, Scene, aside
from assistant.understanding.normalize import words_of

HELPS = words_of("padedu")


def says_to_help(scene: Scene, text: str, asking: Asking) -> Move | None:
    """That it is noted, and the present question again; None where nothing such was said.

    In a form the words may be an answer, and "for whom" is asked there by itself.
    """
    if asking.is_form or scene.is_helper:
        return None
    said = words_of(text)
    # "I" may stand before it.
    said = said[1:] if said[1:2] == HELPS else said
    other = next(choice for choice in scene.library.questions["for-whom"].choices if choice.id == "other")
    if said[:1] != HELPS or said not in {words_of(also) for also in other.also}:
        return None
    # The name is of the person who needs help, so it is asked anew.
    draft = scene.draft if scene.draft.changes else replace(scene.draft, name=None)
    helping = scene.having(replace(scene.conversation, is_helper=True, draft=draft))
    return aside(helping, helping.words("helping.noted"))
