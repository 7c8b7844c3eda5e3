"""Says a doubtful answer back before it is noted, in the words of the buttons where one of them says the same."""

from assistant.conversation.reading import read_at
from assistant.conversation.say import asking_at
from assistant.conversation.state import Place
from assistant.conversation.steps.check import CHOICE_VALUES
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back
from assistant.conversation.steps.sure import SURE
from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.ages import OLDEST
from assistant.understanding.interpret import Expects, Reading
from assistant.understanding.levels import HIGHEST
from assistant.understanding.phones import spoken_phone
from assistant.understanding.trust import DONT_KNOW

OPEN_UPWARDS = {Expects.AGE: OLDEST, Expects.LEVEL: HIGHEST}
"""Where a range of ages and of levels ends that is open upwards."""

NAMED = frozenset({Expects.AGE, Expects.LEVEL, Expects.NAME, Expects.PHONE})
"""What is said back is called by its name there."""


def said_back(scene: Scene, reading: Reading, asking: Asking) -> Move | None:
    """Asks whether this is what was meant; None where it is plain, or where nothing is noted that could be wrong."""
    is_noted = asking.fact is not None or asking.expects in {Expects.PHONE, Expects.NAME}
    if not reading.is_doubtful or not is_noted:
        return None
    told = " ".join(scene.words(_message(reading, asking), text=_in_words(scene, reading, asking)))
    return Move(scene.conversation.at(Place(SURE, f"{told}\n{reading.text}")))


def answer_said_back(scene: Scene) -> tuple[Scene, Said]:
    """What was understood, and where it was said, once the person has said yes to it."""
    _, _, text = scene.about.partition("\n")
    earlier = scene.having(back(scene.conversation))
    reading = read_at(earlier, text, asking_at(earlier))
    return earlier, Said(reading.choice, reading.value, reading.text, reading.is_dont_know)


def _message(reading: Reading, asking: Asking) -> str:
    if reading.is_dont_know or reading.choice == DONT_KNOW or asking.expects not in NAMED:
        return "sure.said"
    return f"sure.said.{asking.expects}"


def _in_words(scene: Scene, reading: Reading, asking: Asking) -> str:
    labels = {answer.id: answer.label for answer in asking.buttons}
    if reading.is_dont_know or reading.choice == DONT_KNOW:
        return next(helper.label for helper in scene.library.questions["helpers"].choices if helper.id == DONT_KNOW)
    value = CHOICE_VALUES.get(reading.choice, reading.value)
    same = next((labels[choice] for choice, meant in CHOICE_VALUES.items() if choice in labels and meant == value), "")
    if same or not isinstance(value, Interval | Disability | str):
        return same or labels.get(reading.choice, reading.text)
    if isinstance(value, Interval):
        return _range(scene, value, OPEN_UPWARDS[asking.expects])
    return spoken_phone(value) if asking.expects is Expects.PHONE else value


def _range(scene: Scene, value: Interval, highest: int) -> str:
    message = "sure.number" if value.low == value.high else "sure.at-least" if value.high == highest else "sure.range"
    return " ".join(scene.words(message, low=str(value.low), high=str(value.high)))
