"""Finds the place names that a misspelt word can mean, and stays silent where it may be another word or village."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding import place_words
from assistant.understanding.declension import ENDINGS
from assistant.understanding.normalize import as_it_sounds
from assistant.understanding.typing_cost import (
    BY_EAR,
    LIKE_VOWEL,
    NEXT_KEY,
    TOUCHING,
    is_another_beginning,
    is_next_key,
    slips_of_the_hand,
    typing_cost,
    unheard,
)

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

ODD = 0.4
"""What a word with an odd pair of letters may cost more."""

LEAST_FOR_ODD = 6
"""Letters of a village's name from which on that counts."""

CLEARLY_NEARER = 0.19
"""A name that is nearer by this much than another leaves it out."""

SELDOM_SAID = 0.3
FEWER_PEOPLE = 0.1
"""By so much less near counts a form in which hardly anybody says where they live ("Dūkštais"), and a village."""

FEW_NAMES = 100
"""Of so few names, those of the municipalities, each is weighed."""

MOST_COMPARED = 12
"""Names that are weighed letter by letter: the nearest by number of different letters."""


@dataclass(frozen=True)
class Lookalikes:
    """Folded words that are no place misspelt, and names that are one only where they sound so.

    `homes` are those of the names in a case in which somebody says where they live; others count where more is said.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()


class MisspeltPlaces:
    """Forms of place names with their limits, by their beginning and the length of their sound."""

    def __init__(
        self,
        limits: Mapping[str, Limits],
        lookalikes: Lookalikes | None = None,
        seldom_said: frozenset[str] = frozenset(),
    ) -> None:
        """`seldom_said` are those of the forms in which hardly anybody says where they live."""
        self._limits, self._seldom_said = limits, seldom_said
        self._lookalikes = lookalikes or Lookalikes()
        self._longest = max(map(len, self._limits), default=0) + MOST_ADDED
        # By the two letters of which one must begin the misspelt word, and the length of the sound.
        self._by_beginning: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for form in self._limits:
            sound = as_it_sounds(form)
            for letter in {*sound[:2], *TOUCHING.get(form[0], "")}:
                self._by_beginning[letter, len(sound)][form] = sound
        self._plain_by_beginning: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for form in self._limits:
            for letter in {*form[:2], *TOUCHING.get(form[0], "")}:
                self._plain_by_beginning[letter, len(form)][form] = form
        self._pairs = {pair for form in self._limits for pair in _pairs(form)}
        self.meant_by = lru_cache(maxsize=4096)(self._meant_by)

    def _meant_by(self, typed: str, *, is_all: bool, is_said: bool = False) -> tuple[str, ...]:
        """The forms nearest to these words, near enough to be meant.

        `is_all`: nothing but a place seems to be said. `is_said`: what stands before says that this is a place, so that
        an ordinary word may be a town misspelt.
        """
        # A run of letters longer than any name is weighed for nothing, and for long.
        if not SHORTEST <= len(typed) <= self._longest or typed in self._limits:
            return ()
        if is_all and typed not in self._lookalikes.words and (pressed_twice := self._pressed_twice(typed)):
            return pressed_twice
        ordinary = self._lookalikes.words
        is_ordinary = typed in ordinary or (ordinary and typed.startswith(place_words.NOT_MISSPELT))
        if is_ordinary and not is_said:
            return ()
        costs: dict[str, float] = {}
        # Two letters that stand side by side in no name at all: the word is more likely misspelt than another name.
        leave = ODD if _pairs(typed) - self._pairs else 0.0
        # "Daukkėnai" is Daukėnai, which is another village.
        others = self._lookalikes.homes if is_all else self._lookalikes.names
        is_another = typed in others or _TWICE.sub(r"\1", typed) in others
        for form in self._compared(typed):
            cost = typing_cost(typed, form)
            if is_all and is_another_beginning(typed, form):
                cost = min(cost, NEXT_KEY)
            limit = BY_EAR if is_another else self._limit(form, leave, is_all=is_all)
            if is_ordinary and self._limits[form] is not TOWN:
                continue
            # "Kretingis" alone is somebody's name, behind "iš" it is "Kretingos".
            is_one = cost <= limit and is_next_key(typed, form) and (is_said or not _is_another_name(typed, form))
            may_be_slip = is_all and not is_another and form not in self._seldom_said
            is_slip = may_be_slip and (is_one or _is_slips_alone(typed, form, cost))
            if is_slip or (cost <= limit and _may_be_meant(typed, form, cost, self._limits[form])):
                costs[form] = cost + self._less_likely(form)
        best = min(costs.values(), default=0.0)
        return tuple(form for form, cost in costs.items() if cost < best + CLEARLY_NEARER)

    def _pressed_twice(self, typed: str) -> tuple[str, ...]:
        """The form that this is but for one letter that stands twice; the shortest names bear that, too."""
        once = {
            typed[:place] + typed[place + 1 :] for place in range(1, len(typed)) if typed[place - 1] == typed[place]
        }
        return tuple(form for form in sorted(once) if form in self._limits)

    def _less_likely(self, form: str) -> float:
        fewer = FEWER_PEOPLE if self._limits[form] is VILLAGE else 0.0
        return fewer + (SELDOM_SAID if form in self._seldom_said else 0.0)

    def _limit(self, form: str, leave: float, *, is_all: bool) -> float:
        for shortest, among_others, alone in self._limits[form]:
            if len(form) >= shortest:
                is_short_village = shortest < LEAST_FOR_ODD and self._limits[form] is VILLAGE
                return (alone if is_all else among_others) + (0.0 if is_short_village else leave)
        return 0.0

    def _compared(self, typed: str) -> list[str]:
        if len(self._limits) <= FEW_NAMES:
            return list(self._limits)
        sound = as_it_sounds(typed)
        most, most_plain = (3, 2) if len(typed) >= LONG else (2, 1)
        near: dict[str, float] = {}
        for length in range(len(sound) - 2, len(sound) + 3):
            for letter in {*sound[:2], *typed[:2]}:
                forms = self._by_beginning.get((letter, length), {})
                found = process.extract(sound, forms, scorer=OSA.distance, score_cutoff=most, limit=None)
                near |= {form: distance for _, distance, form in found}
        if sound != typed:
            # One slip may change the sound of several letters: "siale" for "silale".
            for length in range(len(typed) - most_plain, len(typed) + most_plain + 1):
                for letter in typed[:2]:
                    forms = self._plain_by_beginning.get((letter, length), {})
                    found = process.extract(typed, forms, scorer=OSA.distance, score_cutoff=most_plain, limit=None)
                    near |= {form: min(distance, near.get(form, distance)) for _, distance, form in found}
        nearest = min(near.values(), default=0)
        return sorted((form for form in near if near[form] <= nearest + 1), key=near.__getitem__)[:MOST_COMPARED]


_NOMINATIVE = re.compile(r"(?:[^aeiouy][iy]s|[^aeouy]as|iai)$")
_TWICE = re.compile(r"(.)\1(?!$)")
SHORTEST = 4
MOST_ADDED = 5
"""Letters more than the longest name has, that a misspelt word may have."""

LONG = 9
VERY_LONG = 10
LONG_STEM = 7
LETTERS_TO_A_SLIP = 5


def _is_slips_alone(typed: str, form: str, cost: float) -> bool:
    """Whether nothing but slips of the hand, one in five letters at most, make this word of the name."""
    most = len(form) // LETTERS_TO_A_SLIP
    is_long = len(form) >= VERY_LONG and min(map(len, _stems(form)), default=0) >= LONG_STEM
    return is_long and cost < most and slips_of_the_hand(typed, form) <= most


def _may_be_meant(typed: str, form: str, cost: float, limits: Limits) -> bool:
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
    if (is_near or (cost <= NEXT_KEY and len(form) >= LONG)) and not _is_another_name(typed, form):
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


def _is_another_name(typed: str, form: str) -> bool:
    """Whether the ending is one of a nominative, and not that of the form."""
    is_alike = typed[-2:] == form[-2:] and _NOMINATIVE.search(form)
    return _NOMINATIVE.search(typed) is not None and not is_alike


def _begins_alike(typed: str, form: str) -> bool:
    return any(len(stem) >= SHORTEST - 1 and typed.startswith(stem) for stem in _stems(form))


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


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)} | {f"^{word[:2]}", f"{word[-1]}$"}
