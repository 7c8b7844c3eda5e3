"""From what a step asks to a message: the helpers stand in the same place, and every button knows its turn."""

from collections.abc import Iterator

from assistant.conversation.messages import Choice, Discretion, Kind, Message, Role
from assistant.conversation.steps import STEPS
from assistant.conversation.steps.step import Asking, Scene
from assistant.conversation.terms import meaning_tools, terms_in
from assistant.frozen import replace
from assistant.library.library import Answer

HELPERS = ("dont-know", "back", "repeat", "human", "menu")
"""The four helpers and the menu, always in this order."""


def asking_at(scene: Scene) -> Asking:
    """What is asked at the present place."""
    return STEPS[scene.conversation.place.step].ask(scene)


LASTING = "ask:"
"""How the ids begin of buttons that belong to no turn."""

TOLD_ONCE = frozenset({Kind.ANSWER, Kind.NOTICE, Kind.RESULT, Kind.RECEIPT})
"""What is long and still on the screen; after words beside the point only a short question follows."""


def message_of(scene: Scene, before: tuple[str, ...] = (), *, is_aside: bool = False) -> Message:
    """The question of the present place, after what is to be said first."""
    asking = asking_at(scene)
    if is_aside and asking.kind in TOLD_ONCE:
        asking = replace(asking, sentences=scene.words("again"), document=None, discretion=Discretion.NONE)
    elif is_aside and asking.again:
        asking = replace(asking, sentences=asking.again)
    if asking.kind is Kind.DANGER:
        # Nothing may stand above 112, whatever else there would be to say.
        before = ()
    turn = scene.conversation.turn
    sentences = before + asking.sentences
    terms = terms_in(sentences, scene.library, asking.kind, asking.marks, asking.title)
    return Message(
        kind=asking.kind,
        sentences=sentences,
        picture=asking.picture,
        progress=asking.progress,
        referral=asking.referral,
        document=asking.document,
        # Beside the point the words of the receipt are not said once more.
        marks=tuple(mark for mark in asking.marks if mark.word in sentences),
        discretion=asking.discretion,
        own_phone=asking.own_phone,
        terms=terms,
        choices=(
            *_buttons(turn, asking.choices, Role.CONTENT),
            *_buttons(turn, (*asking.tools, *meaning_tools(scene, asking.kind, terms)), Role.TOOL),
            *_buttons(turn, scene.library.questions["helpers"].choices, Role.HELPER),
        ),
    )


def _buttons(turn: int, answers: tuple[Answer, ...], role: Role) -> Iterator[Choice]:
    for answer in answers:
        # The buttons of a question of staff do not grow old with the turn.
        is_lasting = answer.id.startswith(LASTING)
        yield Choice(answer.id if is_lasting else stamped(turn, answer.id), answer.label, role, answer.picture)


def stamped(turn: int, choice: str) -> str:
    """The id that a button carries: the turn it belongs to, and what it means."""
    return f"{turn}-{choice}"


def unstamped(choice: str) -> tuple[int | None, str]:
    """The turn and the meaning of a button's id; no turn where somebody sent the bare meaning."""
    turn, dash, meaning = choice.partition("-")
    return (int(turn), meaning) if dash and turn.isdecimal() else (None, choice)
