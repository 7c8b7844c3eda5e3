"""Is somebody in danger: suicide and self-harm, violence, an emergency.

Several signals are looked at on their own, and any one suffices: the wordings, the wordings after slips of spelling are
mended, and the wordings after spaces are put where they belong. What is learned from examples is one more; `interpret`
asks it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding.danger_words import crisis, emergency, violence
from assistant.understanding.danger_words.near_misses import (
    DOUBTFUL,
    HARMLESS,
    NOT_LIVE,
    is_about_home,
    may_be_about_home,
)
from assistant.understanding.danger_words.patterns import Wordings
from assistant.understanding.danger_words.spelling import other_readings
from assistant.understanding.normalize import words_of


class Danger(StrEnum):
    """Kinds of danger; the values are topic ids."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    EMERGENCY = "emergency"


@dataclass(frozen=True)
class Alarm:
    """A danger that the words speak of; where it is not certain the assistant asks first, and does not alarm."""

    danger: Danger
    is_certain: bool


def find_danger(text: str) -> Alarm | None:
    """The danger that the words tell of, a certain one before a doubtful one, or None."""
    # Polish ł is a letter of its own and does not fold by itself.
    words = [word.replace("ł", "l") for word in words_of(text)]
    alarms = [*_signals(" ".join(words))]
    for reading in other_readings(words):
        alarms += _signals(reading)
    return min(alarms, key=lambda alarm: not alarm.is_certain, default=None)


def _signals(plain: str) -> Iterator[Alarm]:
    """What the wordings say, those of a crisis first: words of somebody who does not want to live weigh most."""
    told = HARMLESS.without(plain)
    is_doubtful = DOUBTFUL.is_in(told)
    yield from _not_wanting_to_live(told, is_doubtful=is_doubtful)
    for danger, wordings in _DIRECT.items():
        if wordings.is_in(told):
            yield Alarm(danger, is_certain=not is_doubtful)
    for danger, wordings in _VAGUE.items():
        if wordings.is_in(told):
            yield Alarm(danger, is_certain=False)


def _not_wanting_to_live(told: str, *, is_doubtful: bool) -> Iterator[Alarm]:
    for wish in NOT_LIVE.finditer(told):
        if not is_about_home(told, wish):
            yield Alarm(Danger.CRISIS, is_certain=not (is_doubtful or may_be_about_home(told, wish)))


_DIRECT: Mapping[Danger, Wordings] = {
    Danger.CRISIS: crisis.DIRECT,
    Danger.VIOLENCE: violence.DIRECT,
    Danger.EMERGENCY: emergency.DIRECT,
}
_VAGUE: Mapping[Danger, Wordings] = {
    Danger.CRISIS: crisis.VAGUE,
    Danger.VIOLENCE: violence.VAGUE,
    Danger.EMERGENCY: emergency.VAGUE,
}
