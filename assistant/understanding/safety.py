"""Is somebody in danger: suicide and self-harm, violence, an emergency.

Several signals are looked at on their own, and any one suffices: the wordings, the wordings after slips of spelling are
mended, and the wordings without spaces. The topic model, which learns from examples, is one more; `interpret` asks it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from re import Pattern

from rapidfuzz.distance import OSA

from assistant.understanding.danger_words import crisis, emergency, violence
from assistant.understanding.danger_words.near_misses import (
    DOUBTFUL,
    HARMLESS,
    NOT_LIVE,
    is_about_home,
    may_be_about_home,
)
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
    plain = " ".join(words)
    alarms = [*_signals(plain), *_signals(_mended(words)), *_run_together(words)]
    return min(alarms, key=lambda alarm: not alarm.is_certain, default=None)


def _signals(plain: str) -> Iterator[Alarm]:
    """What the wordings say, those of a crisis first: words of somebody who does not want to live weigh most."""
    told = " ".join(HARMLESS.sub(" ", plain).split())
    is_doubtful = DOUBTFUL.search(told) is not None
    yield from _not_wanting_to_live(told, is_doubtful=is_doubtful)
    for danger, pattern in _DIRECT.items():
        if pattern.search(told):
            yield Alarm(danger, is_certain=not is_doubtful)
    for danger, pattern in _VAGUE.items():
        if pattern.search(told):
            yield Alarm(danger, is_certain=False)


def _not_wanting_to_live(told: str, *, is_doubtful: bool) -> Iterator[Alarm]:
    for wish in NOT_LIVE.finditer(told):
        if not is_about_home(told, wish):
            yield Alarm(Danger.CRISIS, is_certain=not (is_doubtful or may_be_about_home(told, wish)))


def _mended(words: list[str]) -> str:
    """The words, those one slip away from a key word (two in a long one) written as the key word."""
    return " ".join(_nearest_key_word(word) for word in words)


def _nearest_key_word(word: str) -> str:
    # A word that differs at its end only is another case or tense, for which the wordings know best.
    if len(word) < _SHORTEST_MENDED or any(word.startswith(key[:-2]) for key in _KEY_WORDS):
        return word
    for key in _KEY_WORDS:
        slips = 2 if len(key) >= _LONG else 1
        if OSA.distance(word, key, score_cutoff=slips) <= slips:
            return key
    return word


def _run_together(words: list[str]) -> Iterator[Alarm]:
    for word in words:
        for wording, danger in _RUN_TOGETHER.items():
            if wording in word:
                yield Alarm(danger, is_certain=True)


_DIRECT: Mapping[Danger, Pattern[str]] = {
    Danger.CRISIS: crisis.DIRECT,
    Danger.VIOLENCE: violence.DIRECT,
    Danger.EMERGENCY: emergency.DIRECT,
}
_VAGUE: Mapping[Danger, Pattern[str]] = {
    Danger.CRISIS: crisis.VAGUE,
    Danger.VIOLENCE: violence.VAGUE,
    Danger.EMERGENCY: emergency.VAGUE,
}

_SHORTEST_MENDED = 6
_LONG = 10

# "nenoriu" and "nebenoriu" tell opposite things from "noriu" by two letters only, so a word is mended to the negative
# form only from a slip inside it; "noriu" itself is too short to be mended.
_KEY_WORDS = words_of(
    "nusizudyti nuzudyti nusizudysiu savizudybe numirti nenoriu nebenoriu gyventi nebegyventi prasmes "
    "nebematau atsisveikinimo susizaloti skriaudzia grasina smaugia prievartauja nekvepuoja kvepuoti "
    "samones greitaja greitoji iskvieskite gaisras kraujuoja tabletes pasikarti nereaguoja uzspringo "
    "krutine traukuliai smurtauja uzmusti "
)

# For people who leave the spaces out.
_RUN_TOGETHER: Mapping[str, Danger] = {
    "noriumirti": Danger.CRISIS,
    "noriunumirti": Danger.CRISIS,
    "noriunusizud": Danger.CRISIS,
    "nebenoriugyventi": Danger.CRISIS,
    "nematauprasmes": Danger.CRISIS,
    "nebematauprasmes": Danger.CRISIS,
    "manemusa": Danger.VIOLENCE,
    "maneskriaudzia": Danger.VIOLENCE,
    "mangrasina": Danger.VIOLENCE,
    "bijaugriztinamo": Danger.VIOLENCE,
    "deganamas": Danger.EMERGENCY,
    "namasdega": Danger.EMERGENCY,
    "mamanekvepuoja": Danger.EMERGENCY,
    "kvieskitgreitaja": Danger.EMERGENCY,
    "reikiagreitosios": Danger.EMERGENCY,
}
