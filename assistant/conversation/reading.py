"""What somebody's words mean at a place of the talk."""

from assistant.conversation.steps.step import Asking, Scene
from assistant.frozen import replace
from assistant.understanding.asked import Asked
from assistant.understanding.interpret import Expects, Reading, read


def read_at(scene: Scene, text: str, asking: Asking) -> Reading:
    """What the words mean where this is asked."""
    reading = read(
        text,
        expects=asking.expects,
        choices={answer.id: answer.label for answer in asking.buttons},
        finder=scene.library.finder,
        gazetteer=scene.library.gazetteer,
        service=scene.service,
        today=scene.moment.today,
        asked=Asked(asking.fact, scene.is_helper) if asking.fact is not None else None,
    )
    if asking.expects is Expects.RECEIPT and scene.library.receipt_reader.is_all_said(reading.text):
        # "Voras, musė, katė" is no cry, though without marks "musė" may also say that somebody hit.
        return replace(reading, danger=None, value=reading.text)
    return reading
