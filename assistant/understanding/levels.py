"""Reads the participation level (dalyvumo lygis), in per cent."""

import re

from assistant.eligibility.facts import Interval
from assistant.understanding.quantities import plain_quantity, read_quantity

HIGHEST = 100


def read_level(text: str) -> Interval | None:
    """The level, from 0 to 100 per cent, None where the words do not say it.

    Also in the words used until 2023-12-31, when it was the level of the ability to work: "nedarbingas" is 0 to 25,
    "iš dalies darbingas" 30 to 55.
    """
    plain = plain_quantity(text)
    if _NOT_A_LEVEL.search(plain):
        return None
    marked = _WITH_PER_CENT.findall(plain)
    if len(marked) == 1 and not _SPAN.search(plain):
        # "2024 metais nustatė 40 procentų": the number with per cent is the level, any other is not.
        plain = _OTHER_NUMBERS.sub(" ", plain)
    level = read_quantity(plain, 0, HIGHEST)
    if level is not None or any(sign.isdigit() for sign in plain):
        return level
    for pattern, meaning in _OLD_WORDS:
        if pattern.search(plain):
            return meaning
    return None


_PER_CENT = r" ?(?:%|proc\w*)"
_WITH_PER_CENT = re.compile(rf"\d+{_PER_CENT}")
_OTHER_NUMBERS = re.compile(rf"\b\d+\b(?!{_PER_CENT})")
# An age, a group of the time before levels, a fraction, or a half that is only named to compare with.
_NOT_A_LEVEL = re.compile(
    r"\d ?m(?:et\w*)?\b(?!.*(?:%|proc))|\bgrup\w+|\bketvirtadal\w+|\btrecdal\w+"
    r"|\b(?:ne|per|daugiau|maziau|virs|beveik|apie|gal|antra) (?:\w+ )?pus(?:e|es|iau)\b"
)
_SPAN = re.compile(r"\d ?(?:-|iki|ir) ?\d")

_OLD_WORDS = (
    (re.compile(r"\bis dalies (?:ne)?darbing\w+"), Interval(30, 55)),
    (re.compile(r"\bnedarbing\w+"), Interval(0, 25)),
    (re.compile(r"\bpus(?:e|es|iau)\b"), Interval(50, 50)),
)
