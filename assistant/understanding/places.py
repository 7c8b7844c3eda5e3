"""Finds the municipalities that a person's words about where they live can mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding import place_words
from assistant.understanding.declension import ENDINGS, case_forms
from assistant.understanding.normalize import words_of

MOST_CANDIDATES = 4
"""More municipalities than this are no help to choose from."""


@dataclass(frozen=True)
class PlaceName:
    """A town or village: its folded case forms, the id of its municipality, and whether it is a town."""

    forms: tuple[str, ...]
    municipality: str
    is_town: bool

    @classmethod
    def of(cls, name: str, municipality: str, *, is_town: bool) -> "PlaceName":
        """The place with this Lithuanian name, given in the nominative."""
        return cls(case_forms(name), municipality, is_town)


class Gazetteer:
    """All places that the assistant knows.

    A municipality's id is its name in the genitive, with `-rajono` for a district and `-miesto` for a city; so "Kauno
    rajone" is told from "Kauno mieste", and "Kaune" means both.
    """

    def __init__(self, places: Iterable[PlaceName]) -> None:
        known = tuple(places)
        self._by_form: dict[str, set[PlaceName]] = defaultdict(set)
        self._by_genitive: dict[str, set[str]] = defaultdict(set)
        for place in known:
            genitive = place.municipality.removesuffix("-rajono").removesuffix("-miesto").replace("-", " ")
            self._by_genitive[genitive].add(place.municipality)
            for form in place.forms:
                self._by_form[form].add(place)
        # People drop the first of two words: "gyvenu Naumiestyje". It counts where no place is called just so.
        for place in known:
            for form in place.forms:
                short = form.rpartition(" ")[2]
                if not any(short in other.forms for other in self._by_form.get(short, ())):
                    self._by_form[short].add(place)
        self._town_forms = [form for form, named in self._by_form.items() if any(place.is_town for place in named)]
        self._town_form_set = frozenset(self._town_forms)
        self._village_forms = [form for form, named in self._by_form.items() if not any(one.is_town for one in named)]

    def find(self, text: str) -> tuple[str, ...]:
        """Municipality ids: none where no place was understood, one where it is certain, up to four to choose from."""
        mentions = self._mentions([part for word in words_of(text) for part in self._parted(word)])
        sure = [mention.ids for mention in mentions if mention.is_exact and not mention.is_near]
        guessed = [mention.ids for mention in mentions if not mention.is_exact and not mention.is_near]
        nearby = [mention.ids for mention in mentions if mention.is_near]
        if sure or guessed:
            meant = _narrowed(sure or guessed)
            # What is less certain may decide between candidates, but adds none.
            for hint in [*(guessed if sure else ()), *nearby]:
                meant = meant & hint or meant
        else:
            meant = _narrowed(nearby) if nearby else frozenset()
            # Who lives near Kretinga does not say that it is in Kretinga's municipality.
            meant = meant if len(meant) > 1 else frozenset()
        return tuple(sorted(meant))[:MOST_CANDIDATES]

    def is_town(self, text: str) -> bool:
        """Whether the words are the name of a town and nothing else, and not also a first name (Neringa)."""
        said = " ".join(words_of(text))
        return said in self._town_form_set and said not in place_words.ORDINARY

    def _parted(self, word: str) -> tuple[str, ...]:
        """The name and the word beside it where they were run together: "kaunorajonas", "gyvenukretingoje"."""
        if word in self._by_form:
            return (word,)
        for pattern in _RUN_TOGETHER:
            match = pattern.fullmatch(word)
            if match and (match["name"] in self._by_form or match["name"] in self._by_genitive):
                return match.groups()
        return (word,)

    def _mentions(self, words: Sequence[str]) -> list["_Mention"]:
        found: list[_Mention] = []
        position = used = 0
        while position < len(words):
            match = self._match(words, position)
            if match is None:
                position += 1
                continue
            # A word like "rajone" that belongs to the name before says nothing about this one.
            before, after = words[used:position], words[match.end : match.end + 2]
            kind = _kind_between(before, after)
            if kind is not place_words.Kind.ELSEWHERE:
                is_near = not place_words.NEAR.isdisjoint(before[-2:])
                found.append(_Mention(self._municipalities(match, kind), is_exact=match.is_exact, is_near=is_near))
            used = match.end + (1 if after and place_words.kind_of(after[0]) else 0)
            position = match.end
        return found

    def _match(self, words: Sequence[str], start: int) -> "_Match | None":
        windows = [" ".join(words[start : start + width]) for width in (2, 1)]
        for window in windows:
            if window in self._by_form and (window not in place_words.ORDINARY or _is_all_that_is_said(words, start)):
                return _Match((window,), start + 1 + window.count(" "), is_exact=True)
        for window in windows:
            end = start + 1 + window.count(" ")
            forms = self._misspelt(window) if self._is_expected(words, start, end) else ()
            if forms:
                return _Match(forms, end, is_exact=False)
        return None

    def _is_expected(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether a name may well stand here, so that a word nearly like one is a misspelt name and no other word."""
        if words[start - 1 : start] and words[start - 1] in place_words.INTRODUCTIONS:
            return True
        others = (*words[:start], *words[end:])
        return sum(not _goes_with_a_name(word) and word not in self._by_form for word in others) <= MOST_STRANGE

    def _misspelt(self, window: str) -> tuple[str, ...]:
        """The known forms that are nearest to these words, where they are near enough to be meant."""
        is_too_short = len(window) < SHORTEST_MISSPELT
        if is_too_short or window in self._by_form or window.startswith(place_words.NOT_MISSPELT):
            return ()
        likely = []
        for forms, shortest, most in (
            (self._town_forms, SHORTEST_MISSPELT_TWICE, 2),
            (self._town_forms, SHORTEST_MISSPELT, 1),
            (self._village_forms, SHORTEST_MISSPELT_VILLAGE, 1),
        ):
            near = process.extract(window, forms, scorer=OSA.distance, score_cutoff=most, limit=None)
            likely += [
                (form, distance)
                for form, distance, _ in near
                if len(form) >= shortest and _may_be_meant(window, form, distance)
            ]
        best = min((distance for _, distance in likely), default=0)
        return tuple(dict.fromkeys(form for form, distance in likely if distance == best))

    def _municipalities(self, match: "_Match", kind: place_words.Kind | None) -> frozenset[str]:
        places = frozenset[PlaceName]().union(*(self._by_form[form] for form in match.forms))
        genitives = {form for place in places for form in place.forms if form in self._by_genitive}
        called = frozenset[str]().union(*(self._by_genitive[genitive] for genitive in genitives))
        # A city's name is also its district's: who says "Kaunas" may live in either.
        ids = called.union(place.municipality for place in places)
        chosen = {
            place_words.Kind.DISTRICT: (_districts(called), _districts(ids)),
            place_words.Kind.CITY: (_cities(ids), frozenset(place.municipality for place in places if place.is_town)),
            place_words.Kind.VILLAGE: (frozenset(place.municipality for place in places if not place.is_town),),
            place_words.Kind.MUNICIPALITY: (called,),
        }
        fitting = chosen.get(kind, ()) if kind else ()
        return next((some for some in fitting if some), ids)


SHORTEST_MISSPELT = 6
"""Shorter names are too near to other words to be guessed at."""

SHORTEST_MISSPELT_VILLAGE = 8
"""The same for villages, of which there are thousands that the assistant does not know."""

SHORTEST_MISSPELT_TWICE = 10
"""From this length on two mistakes in a town's name are forgiven."""

MOST_STRANGE = 1
"""Words beside a misspelt name that may be anything at all."""

SHORTEST_WITH_WRONG_BEGINNING = 8
"""Below this length the first letter must be right: "jaunas" is not "Kaunas"."""


_RUN_TOGETHER = (
    re.compile(r"(?P<name>\w{3,}?)(raj(?:on\w*)?|miest\w*|savivaldyb\w*)"),
    re.compile(r"(gyvenu|is)(?P<name>\w{4,})"),
)
_UNHEARD = re.compile(r"i(?=[aou])|u(?=o)|(.)(?=\1)")


@dataclass(frozen=True)
class _Match:
    """Words that are a known form, or several forms equally near to misspelt words; `end` is the word after them."""

    forms: tuple[str, ...]
    end: int
    is_exact: bool


@dataclass(frozen=True)
class _Mention:
    """What one name in the text can mean."""

    ids: frozenset[str]
    is_exact: bool
    is_near: bool


def _may_be_meant(word: str, form: str, distance: int) -> bool:
    """Whether a word at a small distance is this name misspelt rather than another name or word."""
    if word[0] != form[0] and (distance > 1 or len(form) < SHORTEST_WITH_WRONG_BEGINNING):
        return False
    # Villages are called after towns: Ignalinėlė is not Ignalina.
    if len(word) > len(form) + 1 or (_is_derived(word) and not _is_derived(form)):
        return False
    # Every case of the name is known. So the same stem with an ending of another declension is mostly another village
    # (Akmena is not Akmenė), unless only the last letter was left out or an ending was written as it sounds.
    is_slip = word == form[:-1] or _as_it_sounds(word) == _as_it_sounds(form)
    return is_slip or not _stems(word) & _stems(form)


def _as_it_sounds(word: str) -> str:
    """Without what is often not heard: the softening i (Pasvalio), the u of uo (Telšiuose), a doubled letter."""
    return _UNHEARD.sub("", word)


def _is_derived(word: str) -> bool:
    return any(stem != word and stem.endswith(("el", "en", "uk")) for stem in _stems(word))


def _stems(word: str) -> set[str]:
    return {word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)}


def _kind_between(before: Sequence[str], after: Sequence[str]) -> place_words.Kind | None:
    """What the words around a name make of it; the word behind says more than the word before."""
    behind = place_words.kind_of(after[0]) if after else None
    if behind is not None:
        return behind
    if len(after) > 1 and after[0] == "ne":
        denied = place_words.kind_of(after[1])
        other = {place_words.Kind.DISTRICT: place_words.Kind.CITY, place_words.Kind.CITY: place_words.Kind.DISTRICT}
        return other.get(denied) if denied else None
    in_front = place_words.kind_of(before[-1]) if before else None
    # A street stands behind its name; "g." before a name ended something else.
    return None if in_front is place_words.Kind.ELSEWHERE else in_front


def _is_all_that_is_said(words: Sequence[str], start: int) -> bool:
    """Whether the words beside this one only say that a place is named."""
    return all(_goes_with_a_name(word) for word in (*words[:start], *words[start + 1 :]))


def _goes_with_a_name(word: str) -> bool:
    return word in place_words.AROUND or word.isdigit() or place_words.kind_of(word) is not None


def _districts(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in ids if one.endswith("-rajono"))


def _cities(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in ids if one.endswith("-miesto"))


def _narrowed(meant: Sequence[frozenset[str]]) -> frozenset[str]:
    """What all names agree on ("Rudamina, Vilniaus rajonas"); where they do not agree, everything that was named."""
    return frozenset.intersection(*meant) or frozenset.union(*meant)
