"""A wish to be called, told by when or by the number to ring where it was only asked whether."""

from assistant.conversation.steps.call import begin_call
from assistant.conversation.steps.step import Asking, Move, Scene
from assistant.understanding.interpret import Reading
from assistant.understanding.phones import read_phone
from assistant.understanding.times import read_time


def says_when_to_call(scene: Scene, reading: Reading, asking: Asking) -> Move | None:
    """The request to be called, with what was told of it; None where it is not asked, or something else is said."""
    is_offered = scene.conversation.place.step == "human" and any(choice.id == "call-me" for choice in asking.choices)
    if not is_offered or reading.choice or reading.steering is not None or "?" in reading.text:
        return None
    phone, when = read_phone(reading.text), read_time(reading.text)
    return None if phone is None and when is None else begin_call(scene, phone=phone, when=when)
