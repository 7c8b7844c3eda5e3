"""Asking where somebody lives: typed freely, with buttons where a name means several municipalities."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.conversation.steps.step import Move, Said, Scene
from assistant.library.library import Answer


@dataclass(frozen=True)
class Placing:
    """What is shown in place of the open question while we ask which municipality is meant."""

    sentences: tuple[str, ...]
    choices: tuple[Answer, ...]


def placing(scene: Scene) -> Placing:
    """Empty where nothing is ambiguous."""
    candidates = scene.conversation.candidates
    if not candidates:
        return Placing((), ())
    known = scene.library.municipalities
    return Placing(
        scene.words("municipality.which"),
        tuple(Answer(candidate, known[candidate].short_locative, "town") for candidate in candidates),
    )


def place_answer(scene: Scene, said: Said, decided: Callable[[Scene, str], Move]) -> Move | None:
    """Go on with the one municipality that was meant, or ask which; None where no place was understood."""
    if said.choice in scene.library.municipalities:
        return decided(scene, said.choice)
    if not isinstance(said.value, tuple) or not said.value:
        return None
    # A second answer such as "rajone" narrows down what the first one left open.
    meant = tuple(found for found in said.value if found in scene.conversation.candidates) or said.value
    if len(meant) == 1:
        return decided(scene, meant[0])
    return Move(replace(scene.conversation, candidates=meant))
