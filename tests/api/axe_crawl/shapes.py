"""What a state of the talk looks like on the page, apart from its words: what axe can tell from another one.

Two states of one shape have the same elements with the same classes, but for the order of sentences, and labels that
need about as much room; so axe says the same of both.
"""

import re
from collections.abc import Hashable, Sequence
from functools import cache

from api.chat.outgoing import Pictures
from api.chat.taps import Tap, with_taps
from api.chat.view import Button, Entry, talk_view
from assistant.usecases.ports import Line

LONG = 13
"""Letters of a word that may be too long for a button in a narrow window."""

_ELEMENT = re.compile(r"<(\w+)")


def shape_of(lines: Sequence[Line], pictures: Pictures) -> Hashable:
    """The shape of the newest messages among these lines, with their buttons."""
    view = talk_view(lines, pictures)
    new = tuple(_entry(entry) for entry in view.entries if entry.is_new)
    return new, _buttons(view.tools), _buttons(view.answers), _buttons(view.helpers)


def _entry(entry: Entry) -> Hashable:
    asked = entry.asked and (_buttons(entry.asked.answers), _buttons(entry.asked.tools))
    sentences = frozenset(_sentence(entry, place, sentence) for place, sentence in enumerate(entry.sentences))
    question = _marked(entry.question, entry.taps.get(len(entry.sentences), ())) if entry.question else None
    return entry.kind, bool(entry.picture), bool(entry.progress), bool(entry.document), asked, sentences, question


def _sentence(entry: Entry, place: int, sentence: str) -> Hashable:
    if sentence in entry.marks:
        return "mark"
    if entry.kind == "summary" and ": " in sentence:
        return "value"
    return _marked(sentence, entry.taps.get(place, ()))


def _marked(sentence: str, taps: tuple[Tap, ...]) -> Hashable:
    return _elements(sentence, tuple((tap.start, tap.end) for tap in taps)), tuple(bool(tap.picture) for tap in taps)


@cache
def _elements(sentence: str, places: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """The elements inside a sentence, in their order."""
    marked = with_taps(sentence, [Tap("", start, end, (), "") for start, end in places])
    return tuple(_ELEMENT.findall(marked))


def _buttons(buttons: Sequence[Button]) -> Hashable:
    return tuple((bool(button.picture), any(len(word) >= LONG for word in button.label.split())) for button in buttons)
