"""Asking where somebody lives: typed freely, with buttons where a name means several municipalities."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.conversation.steps.step import Move, Said, Scene
from assistant.library.library import Answer
from assistant.understanding.normalize import words_of
from assistant.understanding.whom import NOT


@dataclass(frozen=True)
class Placing:
    """What is shown in place of the open question while we ask which municipality is meant."""

    sentences: tuple[str, ...]
    choices: tuple[Answer, ...]

    @property
    def again(self) -> tuple[str, ...]:
        """What is asked after words beside the point: that there are several such places was said of another name."""
        return self.sentences[-1:]


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
    meant = _meant(scene, said.value, is_corrected=NOT in words_of(said.text))
    if len(meant) == 1:
        return decided(scene, meant[0])
    return Move(replace(scene.conversation, candidates=meant))


def _meant(scene: Scene, named: tuple[str, ...], *, is_corrected: bool) -> tuple[str, ...]:
    """What is left of the places that were named, beside those that the person was offered."""
    offered = tuple(found for found in named if found in scene.conversation.candidates)
    others = tuple(found for found in named if found not in offered)
    if offered and others:
        # "Not Vilnius, Kaunas" leaves what was offered; what else names both is asked anew.
        return others if is_corrected else named
    return offered or others
