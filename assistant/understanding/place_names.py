"""A town or village with the forms of its name, and which letters of it have marks."""

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.understanding.declension import case_forms, home_forms
from assistant.understanding.normalize import folded


@dataclass(frozen=True)
class PlaceName:
    """A town or village: its folded case forms, the id of its municipality, and whether it is a town.

    `homes` are the forms in which people say where they live; `marks` are its letters that have one, `all_marks` those
    that have one in any of its forms.
    """

    forms: tuple[str, ...]
    homes: frozenset[str]
    marks: frozenset[str]
    all_marks: frozenset[str]
    municipality: str
    is_town: bool

    @classmethod
    def of(cls, name: str, municipality: str, *, is_town: bool) -> "PlaceName":
        """The place with this Lithuanian name, given in the nominative."""
        marks = marks_of(name.lower()[:-ENDING])
        return cls(case_forms(name), home_forms(name), marks, marks_in_cases(name), municipality, is_town)

    def is_nearly(self, plain: str) -> bool:
        """Whether the folded word is a form of the name, or hardly another."""
        return any(OSA.distance(plain, form) <= HARDLY_ANOTHER for form in self.forms)


def marks_of(word: str) -> frozenset[str]:
    """The letters of a word in small letters that have a mark."""
    return frozenset(letter for letter in word if not letter.isascii() and letter != folded(letter))


def marks_in_cases(name: str) -> frozenset[str]:
    """The letters that have a mark in any case of the name; č in Naumiesčio, and those of the endings, too."""
    stem = name.lower()[:-ENDING]
    return marks_of(stem) | frozenset(_SOFTENED.get(stem[-1:], "")) | MARKS_OF_ENDINGS


MARKS_OF_ENDINGS = frozenset("ąęėįų")
"""Which of them a word has depends on its case."""

ENDING = 2
"""Letters of a name's end that change from case to case."""

HARDLY_ANOTHER = 2

_SOFTENED = {"t": "č", "d": "ž"}
