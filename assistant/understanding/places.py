"""Finds the municipalities that a person's words about where they live can mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding import place_words
from assistant.understanding.misspelt_places import Before, Lookalikes, MisspeltPlaces
from assistant.understanding.normalize import folded, words_of
from assistant.understanding.place_beside import (
    any_kind_of,
    before_one,
    goes_with_a_name,
    is_all_that_is_said,
    is_introduced,
    is_introduced_with_a_slip,
    is_plain_beside,
    kind_behind_with_slips,
    kind_between,
)
from assistant.understanding.place_likeness import MUNICIPALITY, TOWN, VILLAGE
from assistant.understanding.place_lookalikes import ORDINARY_WORDS, OTHER_HOMES, OTHER_NAMES, PEOPLE
from assistant.understanding.place_names import PlaceName, marks_of
from assistant.understanding.place_spaces import is_beside, respaced, run_apart, typed_words, without_neighbours

MOST_CANDIDATES = 4
"""More municipalities than this are no help to choose from."""


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
        # Two words run together: "kazluruda".
        for form in [form for form in self._by_form if " " in form]:
            self._by_form[form.replace(" ", "")] |= self._by_form[form]
        towns = {form for form, named in self._by_form.items() if any(place.is_town for place in named)}
        self._town_forms = frozenset(towns)
        self._twins = [
            place for place in known if any(one.forms == place.forms and one.marks != place.marks for one in known)
        ]
        homes = {shape for place in known for form in place.homes for shape in _shapes(form)}
        self._misspelt = MisspeltPlaces(
            {form: TOWN if form in towns else VILLAGE for form in self._by_form},
            Lookalikes(ORDINARY_WORDS, OTHER_NAMES, OTHER_HOMES, PEOPLE),
            seldom_said=frozenset(self._by_form.keys() - homes),
            marks={
                form: frozenset[str]().union(*(place.all_marks for place in named))
                for form, named in self._by_form.items()
            },
        )
        self._misspelt_municipalities = MisspeltPlaces(dict.fromkeys(self._by_genitive, MUNICIPALITY))

    def find(self, text: str, *, is_asked: bool = False) -> tuple[str, ...]:
        """Municipality ids: none where no place was understood, one where it is certain, up to four to choose from.

        Where it was asked for a place, more is forgiven in a name beside which nothing else is said.
        """
        mentions = self._mentions(self._words(text), _marks_written(text), is_asked=is_asked)
        sure = [mention.ids for mention in mentions if mention.is_exact and not mention.is_near]
        guessed = [mention.ids for mention in mentions if not mention.is_exact and not mention.is_near]
        nearby = [mention.ids for mention in mentions if mention.is_near]
        if sure or guessed:
            meant = self._as_spelt(text, _narrowed(sure or guessed))
            # What is less certain may decide between candidates, but adds none.
            for hint in [*(guessed if sure else ()), *nearby]:
                meant = meant & hint or meant
        else:
            meant = _narrowed(nearby) if nearby else frozenset()
            # Who lives near Kretinga does not say that it is in Kretinga's municipality.
            meant = meant if len(meant) > 1 else frozenset()
        return tuple(sorted(meant))[:MOST_CANDIDATES]

    def _as_spelt(self, text: str, meant: frozenset[str]) -> frozenset[str]:
        """Only Kriūkai where it is written with its mark, and not Kriukai; both where it is written without any."""
        for word in _WORD.findall(text.lower()) if len(meant) > 1 else ():
            plain = folded(word)
            alike = [place for place in self._twins if word != plain and place.is_nearly(plain)]
            spelt = {place.municipality for place in alike if place.marks and place.marks <= marks_of(word)}
            if spelt:
                meant = meant - {place.municipality for place in alike if not place.marks} or meant
        return meant

    def _is_known(self, word: str) -> bool:
        return word in self._by_form or word in self._by_genitive or goes_with_a_name(word)

    def is_town(self, text: str) -> bool:
        """Whether the words are the name of a town and nothing else, and not also a first name (Neringa)."""
        said = " ".join(words_of(text))
        return said in self._town_forms and said not in place_words.ORDINARY

    def is_all_said(self, text: str) -> bool:
        """Whether nothing is said but where somebody lives, in words that are spelt well or nearly so."""
        words = self._words(text)
        return bool(words) and all(self._is_known(word) or self._misspelt.meant_by(word, is_all=True) for word in words)

    def _words(self, text: str) -> list[str]:
        """The folded words, with spaces where they belong."""
        words = respaced(typed_words(text), self._is_known, self._is_name)
        return [part for word in words for part in self._parted(word)]

    def _parted(self, word: str) -> tuple[str, ...]:
        """The name and the words beside it where they were run together: "kaunorajonas", "gyvenukretingoje"."""
        if self._is_name(word) or is_beside(word):
            return (word,)
        parts = run_apart(word, self._is_name, self._by_genitive.__contains__)
        if parts:
            return parts
        if not self._misspelt.meant_by(word, is_all=True):
            for front, name, behind in without_neighbours(word):
                if self._is_name(name) or self._misspelt.meant_by(name, is_all=False):
                    return tuple(part for part in (front, name, behind) if part)
        return (word,)

    def _is_name(self, word: str) -> bool:
        return word in self._by_form or word in self._by_genitive

    def _mentions(
        self, words: Sequence[str], marks: Mapping[str, frozenset[str]], *, is_asked: bool
    ) -> list["_Mention"]:
        found: list[_Mention] = []
        position = used = 0
        while position < len(words):
            match = self._match(words, position, marks, is_asked=is_asked)
            if match is None:
                position += 1
                continue
            # A word like "rajone" that belongs to the name before says nothing about this one.
            before, after = words[used:position], words[match.end : match.end + 2]
            kind = kind_behind_with_slips(after) or kind_between(before, after)
            if kind is not place_words.Kind.ELSEWHERE:
                is_near = not place_words.NEAR.isdisjoint(before[-2:])
                found.append(
                    _Mention(
                        self._municipalities(match, kind, is_asked=is_asked), is_exact=match.is_exact, is_near=is_near
                    )
                )
            used = match.end + (1 if after and any_kind_of(after[0]) else 0)
            position = match.end
        return found

    def _match(
        self, words: Sequence[str], start: int, marks: Mapping[str, frozenset[str]], *, is_asked: bool
    ) -> "_Match | None":
        windows = [" ".join(words[start : start + width]) for width in (2, 1)]
        for window in windows:
            if window in self._by_form and (
                window not in place_words.ORDINARY
                or is_all_that_is_said(words, start)
                or any_kind_of("".join(words[start + 1 : start + 2])) in _OF_MUNICIPALITIES
                or (is_asked and (is_introduced(words, start) or is_introduced_with_a_slip(words, start)))
            ):
                return _Match((window,), start + 1 + window.count(" "), is_exact=True)
        for window in windows:
            end = start + 1 + window.count(" ")
            forms = self._misspelt_forms(words, start, end, marks, is_asked=is_asked)
            if forms:
                return _Match(forms, end, is_exact=False)
        return None

    def _misspelt_forms(
        self, words: Sequence[str], start: int, end: int, marks: Mapping[str, frozenset[str]], *, is_asked: bool
    ) -> tuple[str, ...]:
        if not self._is_expected(words, start, end):
            return ()
        parts = words[start:end]
        window = " ".join(parts)
        kinds = [any_kind_of(word) for word in words[end : end + 2]]
        with_slips = kind_behind_with_slips(words[end : end + 2])
        if with_slips is not None:
            kinds[:1] = [with_slips]
        is_municipality = not _OF_MUNICIPALITIES.isdisjoint(kinds[:1]) or kinds == _OF_A_CITY
        # "Kaumo rajone" is Kaunas, though "kaumo" is as near to "kaimo".
        if is_municipality and not any(is_plain_beside(part) for part in parts):
            forms = self._misspelt_municipalities.meant_by(window, is_all=True)
            if forms:
                return forms
        # "Kaumas" alone is no misspelt "kaimas": nothing would be said.
        if any(is_plain_beside(part) or (len(words) > 1 and goes_with_a_name(part)) for part in parts):
            return ()
        return self._misspelt.meant_by(
            window,
            is_all=is_asked and not self._strangers(words, start, end),
            before=before_one(words, start) if is_asked and end == len(words) else Before.ANYTHING,
            marks=frozenset[str]().union(*(marks.get(part, ()) for part in parts)),
        )

    def _is_expected(self, words: Sequence[str], start: int, end: int) -> bool:
        """Whether a name may well stand here, so that a word nearly like one is a misspelt name and no other word."""
        if words[start - 1 : start] and words[start - 1] in place_words.INTRODUCTIONS:
            return True
        return self._strangers(words, start, end) <= MOST_STRANGE

    def _strangers(self, words: Sequence[str], start: int, end: int) -> int:
        """How many words beside these may be anything at all."""
        others = (*words[:start], *words[end:])
        return sum(not goes_with_a_name(word) and word not in self._by_form for word in others)

    def _municipalities(self, match: "_Match", kind: place_words.Kind | None, *, is_asked: bool) -> frozenset[str]:
        places = frozenset[PlaceName]().union(*(self._by_form[form] for form in match.forms))
        if is_asked:
            # "Dūkštas" is a town; nobody says so where they live in Dūkštos.
            places = frozenset(place for place in places if not place.homes.isdisjoint(match.forms)) or places
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


_WORD = re.compile(r"\w+")
_MARKED = re.compile(r"\w*[^\W\x00-\x7f]\w*")

_OF_A_CITY = [place_words.Kind.CITY, place_words.Kind.MUNICIPALITY]
_OF_MUNICIPALITIES = {place_words.Kind.DISTRICT, place_words.Kind.MUNICIPALITY}

MOST_STRANGE = 1
"""Words beside a misspelt name that may be anything at all."""


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


def _shapes(form: str) -> tuple[str, ...]:
    """The form whole, its last word, and its words run together."""
    return form, form.rpartition(" ")[2], form.replace(" ", "")


def _marks_written(text: str) -> Mapping[str, frozenset[str]]:
    """The letters that have a mark in each folded word of the text that has any."""
    return {folded(word): marks_of(word.lower()) for word in _MARKED.findall(text)}


def _districts(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in ids if one.endswith("-rajono"))


def _cities(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in ids if one.endswith("-miesto"))


def _narrowed(meant: Sequence[frozenset[str]]) -> frozenset[str]:
    """What all names agree on ("Rudamina, Vilniaus rajonas"); where they do not agree, everything that was named."""
    return frozenset.intersection(*meant) or frozenset.union(*meant)
