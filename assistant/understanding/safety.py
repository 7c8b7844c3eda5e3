"""Is somebody in danger: suicide and self-harm, violence, an emergency.

Several signals are looked at on their own, and any one suffices: the wordings, the wordings after slips of spelling are
mended, and the wordings after spaces are put where they belong. What is learned from examples is one more; `interpret`
asks it, and `weighed` tells what the two are worth together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.understanding.danger_words import crisis, emergency, other_languages, violence
from assistant.understanding.danger_words.near_misses import (
    DOUBTFUL,
    HARMLESS,
    NOT_LIVE,
    is_about_home,
    may_be_about_home,
)
from assistant.understanding.danger_words.spelling import other_readings
from assistant.understanding.normalize import words_of


class Danger(StrEnum):
    """Kinds of danger; the values are topic ids."""

    CRISIS = "crisis"
    VIOLENCE = "violence"
    EMERGENCY = "emergency"


@dataclass(frozen=True)
class Alarm:
    """A danger that the words speak of; where it is not certain the assistant asks first, and does not alarm.

    `is_denied` tells that the words seem to deny it, or to speak of a film, a notion, or times gone by.
    """

    danger: Danger
    is_certain: bool
    is_denied: bool = False


def find_danger(text: str) -> Alarm | None:
    """The danger that the words tell of, a certain one before a doubtful one, or None."""
    # Polish ł is a letter of its own and does not fold by itself.
    words = [word.replace("ł", "l") for word in words_of(text)]
    alarms = [*_signals(" ".join(words))]
    for reading in other_readings(words):
        alarms += _signals(reading)
    return min(alarms, key=lambda alarm: not alarm.is_certain, default=None)


def weighed(alarm: Alarm, *, nearness: float, words: int) -> Alarm:
    """The alarm with what was learned laid beside it: certain where both agree, a question where they do not.

    `nearness` tells how near so many words come to danger by the examples, which must be of the same language. A word
    or two that it does not know say nothing against an alarm.
    """
    if alarm.is_certain and words >= FEWEST_TO_DOUBT and nearness < NEARNESS_TO_DOUBT:
        return replace(alarm, is_certain=False)
    if not alarm.is_certain and not alarm.is_denied and nearness >= NEARNESS_TO_AGREE:
        return replace(alarm, is_certain=True)
    return alarm


def is_certain_alone(text: str, *, nearness: float) -> bool:
    """Whether the words come so near to danger by the examples that no wording need agree, and deny nothing."""
    words = words_of(text)
    return len(words) >= FEWEST_TO_DOUBT and nearness >= NEARNESS_ALONE and not DOUBTFUL.is_in(" ".join(words))


def _signals(plain: str) -> Iterator[Alarm]:
    """What the wordings say, those of a crisis first: words of somebody who does not want to live weigh most."""
    told = HARMLESS.without(plain)
    is_doubtful = DOUBTFUL.is_in(told)
    yield from _not_wanting_to_live(told, is_doubtful=is_doubtful)
    for danger, wordings in _DIRECT:
        if wordings.is_in(told):
            yield Alarm(danger, is_certain=not is_doubtful, is_denied=is_doubtful)
    for danger, wordings in _VAGUE:
        if wordings.is_in(told):
            yield Alarm(danger, is_certain=False, is_denied=is_doubtful)


def _not_wanting_to_live(told: str, *, is_doubtful: bool) -> Iterator[Alarm]:
    for wish in NOT_LIVE.finditer(told):
        if not is_about_home(told, wish):
            may_be_other = is_doubtful or may_be_about_home(told, wish)
            yield Alarm(Danger.CRISIS, is_certain=not may_be_other, is_denied=may_be_other)


FEWEST_TO_DOUBT = 3
NEARNESS_TO_DOUBT = 0.0
NEARNESS_TO_AGREE = 2.0
NEARNESS_ALONE = 3.25
"""By trials on the development examples: six in a hundred real alarms become questions, and two thirds of the false. So
near that no wording is needed are one in thirty dangers, and one ordinary message in a thousand."""

_DIRECT = (
    (Danger.CRISIS, crisis.DIRECT),
    (Danger.CRISIS, other_languages.CRISIS),
    (Danger.VIOLENCE, violence.DIRECT),
    (Danger.VIOLENCE, other_languages.VIOLENCE),
    (Danger.EMERGENCY, emergency.DIRECT),
    (Danger.EMERGENCY, other_languages.EMERGENCY),
)
_VAGUE = (
    (Danger.CRISIS, crisis.VAGUE),
    (Danger.CRISIS, other_languages.CRISIS_MAYBE),
    (Danger.VIOLENCE, violence.VAGUE),
    (Danger.VIOLENCE, other_languages.VIOLENCE_MAYBE),
    (Danger.EMERGENCY, emergency.VAGUE),
)
