"""Finds the municipalities that a person's words about where they live can mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.understanding.normalize import words_of

MOST_CANDIDATES = 4
"""More municipalities than this are no help to choose from."""


@dataclass(frozen=True)
class PlaceName:
    """A town or village: its folded case forms, the id of its municipality, and whether it is a town."""

    forms: tuple[str, ...]
    municipality: str
    is_town: bool


class Gazetteer:
    """All places that the assistant knows.

    Municipality ids carry the name in the genitive, with `-rajono` for a district and `-miesto` for a city, so that
    "Kauno rajone" can be told from "Kaune".
    """

    def __init__(self, places: Iterable[PlaceName]) -> None:
        known = tuple(places)
        self._by_form: dict[str, set[str]] = defaultdict(set)
        self._by_base: dict[str, set[str]] = defaultdict(set)
        for place in known:
            for form in place.forms:
                self._by_form[form].add(place.municipality)

    def find(self, text: str) -> tuple[str, ...]:
        """Municipality ids: none where no place was understood, one where it is certain, up to four to choose from."""
        raise NotImplementedError
