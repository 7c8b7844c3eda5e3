"""Where somebody lives, said in the middle of a form before it is asked there."""

from assistant.conversation.steps.human import lives_in
from assistant.conversation.steps.step import Asking, Move, Scene
from assistant.understanding.interpret import Expects, Reading

ELSEWHERE = frozenset({Expects.CHOICE, Expects.YES_NO, Expects.AGE, Expects.LEVEL, Expects.DISABILITY})
"""What questions expect to which a place can be no answer."""


def says_where(scene: Scene, reading: Reading, asking: Asking) -> Move | None:
    """That it is noted, and the present question again; None where it is not all that was said, or not clear."""
    is_asked_later = scene.conversation.place.step in {"request", "fact"} and not scene.draft.changes
    is_read = reading.choice or reading.steering is not None or reading.value is not None
    if not is_asked_later or asking.expects not in ELSEWHERE or is_read or "?" in reading.text:
        return None
    gazetteer = scene.library.gazetteer
    found = gazetteer.find(reading.text)
    if len(found) != 1 or not gazetteer.is_all_said(reading.text):
        return None
    town = scene.library.municipalities[found[0]]
    return Move(lives_in(scene, town.id).conversation, scene.words("contact.where", locative=town.locative))
