"""Finds the place names that a misspelt word can mean, and stays silent where it may be another word or village."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding import place_words
from assistant.understanding.normalize import as_it_sounds
from assistant.understanding.place_likeness import (
    TOWN,
    VILLAGE,
    Limits,
    is_another_name,
    is_end_of_no_name,
    is_slips_alone,
    may_be_meant,
    most_slips,
)
from assistant.understanding.typing_cost import (
    BY_EAR,
    NEXT_KEY,
    TOUCHING,
    is_another_beginning,
    is_next_key,
    slips_of_the_hand,
    typing_cost,
)

ODD = 0.4
"""What a word with an odd pair of letters may cost more."""

LEAST_FOR_ODD = 6
"""Letters of a village's name from which on that counts."""

CLEARLY_NEARER = 0.19
"""A name that is nearer by this much than another leaves it out."""

SELDOM_SAID = 0.3
FEWER_PEOPLE = 0.1
"""By so much less near counts a form in which hardly anybody says where they live ("Dūkštais"), and a village."""

OTHER_MARKS = 0.25
"""By so much less near counts a form without a mark that was written."""

MORE_SLIPS = 0.25
"""By so much less near counts a form that more slips of the hand part from the word than another, unless by ear."""

FEW_NAMES = 100
"""Of so few names, those of the municipalities, each is weighed."""

MOST_COMPARED = 12
"""Names that are weighed letter by letter: the nearest by number of different letters."""


class Before(Enum):
    """What stands before a word of an answer that names nothing but one place."""

    ANYTHING = ""
    WHERE = "iš"
    """A town may follow that looks like an ordinary word."""
    KIND = "kaimas"
    """Any place may."""


@dataclass(frozen=True)
class Lookalikes:
    """Folded words that are no place misspelt, and names that are one only where they sound so.

    To each belong the letters that may have a mark in it. `homes` are the names in a case in which somebody says where
    they live; others count where more is said. `people` are first names, which count where nothing says that a place
    follows.
    """

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Word:
    """A folded word beside what was found out about it."""

    typed: str
    is_all: bool
    before: Before
    is_ordinary: bool
    is_another: bool
    is_nearly_another: bool


class MisspeltPlaces:
    """Forms of place names with their limits, by their beginning and the length of their sound."""

    def __init__(
        self,
        limits: Mapping[str, Limits],
        lookalikes: Lookalikes | None = None,
        seldom_said: frozenset[str] = frozenset(),
        marks: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """`seldom_said` are forms in which hardly anybody says where they live, `marks` the marked letters of forms."""
        self._limits, self._seldom_said, self._marks = limits, seldom_said, marks or {}
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

    def _meant_by(
        self, typed: str, *, is_all: bool, before: Before = Before.ANYTHING, marks: frozenset[str] = frozenset()
    ) -> tuple[str, ...]:
        """The forms nearest to these words, near enough to be meant.

        `is_all`: nothing but a place seems to be said. `marks` are the letters that were written with a mark.
        """
        shortest = SHORTEST - 1 if before is Before.KIND else SHORTEST
        # A run of letters longer than any name is weighed for nothing, and for long.
        if not shortest <= len(typed) <= self._longest or typed in self._limits:
            return ()
        if is_all and typed not in self._lookalikes.words and (pressed_twice := self._pressed_twice(typed)):
            return pressed_twice
        ordinary = self._lookalikes.words
        is_ordinary = _may_be(typed, marks, ordinary) or (bool(ordinary) and typed.startswith(place_words.NOT_MISSPELT))
        if is_ordinary and before is Before.ANYTHING:
            return ()
        # Two letters that stand side by side in no name at all: the word is more likely misspelt than another name.
        leave = ODD if _pairs(typed) - self._pairs else 0.0
        pressed_once = _TWICE.sub(r"\1", typed)
        others = [self._lookalikes.homes if is_all else self._lookalikes.names]
        if before is Before.ANYTHING:
            others.append(self._lookalikes.people)
        word = _Word(
            typed,
            is_all=is_all,
            before=before,
            is_ordinary=is_ordinary,
            is_another=any(_may_be(typed, marks, names) for names in others),
            is_nearly_another=any(_may_be(pressed_once, marks, names) for names in others)
            or _may_be(typed, marks, self._lookalikes.names),
        )
        costs: dict[str, float] = {}
        for form in self._compared(typed):
            cost = typing_cost(typed, form)
            if is_all and is_another_beginning(typed, form):
                cost = min(cost, NEXT_KEY)
            if self._is_near(word, form, cost, self._limit(form, leave, is_all=is_all, before=before)):
                costs[form] = cost + self._less_likely(form, marks)
        if len(costs) > 1:
            costs = _with_what_hands_do(typed, costs)
        best = min(costs.values(), default=0.0)
        return tuple(form for form, cost in costs.items() if cost < best + CLEARLY_NEARER)

    def _is_near(self, word: "_Word", form: str, cost: float, limit: float) -> bool:
        if cost > max(limit, most_slips(form)):
            return False
        slips = slips_of_the_hand(word.typed, form)
        # "Gyvenu skurde" is no misspelt Skuode, and "iš karių" is no Kairių.
        if word.is_ordinary and (slips > 1 or not (self._limits[form] is TOWN or word.before is Before.KIND)):
            return False
        # "Daukkėnai" is Daukėnai, which is another village; "Svėdaai" may as well be Svėdasai, "iš Vilijos" Vilkijos.
        is_another = word.is_another or (word.is_nearly_another and slips > 1)
        limit = BY_EAR if is_another else limit
        if word.is_all and not is_another and form not in self._seldom_said:
            # "Utenis" alone is somebody's name, behind "iš" it is "Utenos".
            is_said = word.before is not Before.ANYTHING
            is_one = is_next_key(word.typed, form) and (is_said or not is_another_name(word.typed, form))
            is_end = slips == 1 and is_end_of_no_name(word.typed, form)
            if cost <= limit and (is_one or is_end):
                return True
            if is_slips_alone(form, cost, slips):
                return True
        return cost <= limit and may_be_meant(word.typed, form, cost, self._limits[form])

    def _pressed_twice(self, typed: str) -> tuple[str, ...]:
        """The form that this is but for one letter that stands twice; the shortest names bear that, too."""
        once = {
            typed[:place] + typed[place + 1 :] for place in range(1, len(typed)) if typed[place - 1] == typed[place]
        }
        return tuple(form for form in sorted(once) if form in self._limits and form not in self._seldom_said)

    def _less_likely(self, form: str, marks: frozenset[str]) -> float:
        fewer = FEWER_PEOPLE if self._limits[form] is VILLAGE else 0.0
        seldom = SELDOM_SAID if form in self._seldom_said else 0.0
        return fewer + seldom + (0.0 if marks <= self._marks.get(form, marks) else OTHER_MARKS)

    def _limit(self, form: str, leave: float, *, is_all: bool, before: Before) -> float:
        for shortest, among_others, alone in self._limits[form]:
            if len(form) >= shortest:
                is_short_village = shortest < LEAST_FOR_ODD and self._limits[form] is VILLAGE
                return (alone if is_all else among_others) + (0.0 if is_short_village else leave)
        return NEXT_KEY if is_all and before is Before.KIND else 0.0

    def _compared(self, typed: str) -> list[str]:
        if len(self._limits) <= FEW_NAMES:
            return list(self._limits)
        sound = as_it_sounds(typed)
        most, most_plain = (3, 2) if len(typed) >= LONG_TYPED else (2, 1)
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


HEARD = BY_EAR + FEWER_PEOPLE
"""Forms that cost no more sound like the word."""

_TWICE = re.compile(r"(.)\1(?!$)")
SHORTEST = 4
MOST_ADDED = 5
"""Letters more than the longest name has, that a misspelt word may have."""

LONG_TYPED = 8


def _with_what_hands_do(typed: str, costs: Mapping[str, float]) -> dict[str, float]:
    """The costs, higher for those that need more slips of the hand than another, and do not sound like the word."""
    slips = {form: slips_of_the_hand(typed, form) for form in costs}
    fewest = min(slips.values())
    return {form: cost + (MORE_SLIPS if slips[form] > fewest and cost > HEARD else 0.0) for form, cost in costs.items()}


def _may_be(typed: str, marks: frozenset[str], names: Mapping[str, frozenset[str]]) -> bool:
    """Whether the folded word is one of these names, with no mark that the name has not: Šalininkai, not Salininkai."""
    return typed in names and marks <= names[typed]


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)} | {f"^{word[:2]}", f"{word[-1]}$"}
