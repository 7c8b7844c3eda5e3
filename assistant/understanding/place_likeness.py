"""Tells a name that was misspelt from another name or village that is called nearly the same."""

import re
from functools import lru_cache

from assistant.understanding.declension import ENDINGS
from assistant.understanding.normalize import as_it_sounds
from assistant.understanding.typing_cost import LIKE_VOWEL, NEXT_KEY, unheard

Limits = tuple[tuple[int, float, float], ...]
"""From a length of the name on, what a word for it may cost: among other words, and where it is all that is said."""

TOWN: Limits = ((16, 1.7, 2.5), (10, 1.7, 1.7), (8, 1.2, 1.2), (6, 0.9, 1.1), (5, 0.2, 1.1))
VILLAGE: Limits = (
    *((16, 1.6, 2.5), (12, 1.6, 1.6), (10, 1.2, 1.2), (9, 0.85, 1.2)),
    *((7, 0.2, 0.9), (6, 0.2, 0.8), (5, 0.0, 0.8)),
)
"""Villages are strict: there are thousands that the assistant does not know, many of them called nearly the same."""

MUNICIPALITY: Limits = ((10, 2.6, 2.6), (8, 2.0, 2.0), (7, 1.7, 1.7), (5, 1.6, 1.6))
"""For the name before "rajonas" or "savivaldybė": there are sixty of them and no others."""


def is_slips_alone(form: str, cost: float, slips: int) -> bool:
    """Whether nothing but slips of the hand, one in five letters at most, make this word of the name."""
    return cost < most_slips(form) and slips <= most_slips(form)


@lru_cache(maxsize=8192)
def most_slips(form: str) -> int:
    """How many slips of the hand are forgiven in a long name, none in another."""
    is_long = len(form) >= VERY_LONG and min(map(len, _stems(form)), default=0) >= LONG_STEM
    return len(form) // LETTERS_TO_A_SLIP if is_long else 0


def is_end_of_no_name(typed: str, form: str) -> bool:
    """Whether one slip of "-us", or of a long name's "-os", looks like a nominative: "Subačis", "Garliavis"."""
    is_us = form.endswith("us") and typed in {f"{form[:-2]}s", f"{form[:-2]}is"}
    return is_us or (len(form) >= LONG_STEM and form.endswith("os") and typed == f"{form[:-2]}is")


def may_be_meant(typed: str, form: str, cost: float, limits: Limits) -> bool:
    """Whether a word that is not far off is this name misspelt rather than another name."""
    if limits is MUNICIPALITY:
        return True
    # Villages are called after towns: Ignalinėlė is not Ignalina.
    is_derived = _is_derived(typed) and not _is_derived(form) and sorted(typed) != sorted(form)
    if len(typed) > len(form) + 2 or (is_derived and _begins_alike(typed, form)):
        return False
    # Akmeniai sounds like Akmenei and is another name.
    if typed.endswith("iai") and form.endswith("ei"):
        return False
    # Every case of the name is known. So the same stem with an ending of another declension is mostly another village
    # (Akmena is not Akmenė), unless only the last letter was left out or an ending was written as it sounds. In a
    # town's ending letters may be missing or swapped.
    is_near = cost < LIKE_VOWEL and (limits is TOWN or len(form) >= LONG)
    if (is_near or (cost <= NEXT_KEY and len(form) >= LONG)) and not is_another_name(typed, form):
        return True
    # No name ends in -ii, and none in -i by itself: the a of Smilgiai, of Judrėnai was left out.
    is_slip = (
        typed == form[:-1]
        or (form.endswith("ai") and typed == f"{form[:-2]}i")
        or as_it_sounds(typed) == as_it_sounds(form)
        or unheard(typed) == unheard(form)
        or _ends_like_no_name(typed)
    )
    return is_slip or not _stems(typed) & _stems(form)


def is_another_name(typed: str, form: str) -> bool:
    """Whether the ending is one of a nominative, and not that of the form."""
    is_alike = typed[-2:] == form[-2:] and _NOMINATIVE.search(form)
    return _NOMINATIVE.search(typed) is not None and not is_alike


def _begins_alike(typed: str, form: str) -> bool:
    return any(len(stem) >= SHORTEST_STEM and typed.startswith(stem) for stem in _stems(form))


def _ends_like_no_name(word: str) -> bool:
    """Whether no case of any name ends so: "vaskao", "kuliau"."""
    return word[-2:-1] in VOWELS and word[-1] in VOWELS and word[-2:] not in ENDS_OF_NAMES


VOWELS = frozenset("aeiouy")
ENDS_OF_NAMES = frozenset({"ai", "ei", "ui", "iu", "io", "ia", "ie"})


def _is_derived(word: str) -> bool:
    return any(stem != word and stem.endswith(("el", "en", "uk", "yt", "ait", "ien")) for stem in _stems(word))


@lru_cache(maxsize=8192)
def _stems(word: str) -> frozenset[str]:
    return frozenset(word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))


_NOMINATIVE = re.compile(r"(?:[^aeiouy][iy]s|[^aeouy]as|iai)$")
SHORTEST_STEM = 3
LONG = 9
VERY_LONG = 10
LONG_STEM = 7
LETTERS_TO_A_SLIP = 5
