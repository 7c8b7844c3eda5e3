"""Which facts of a source a cited place means, and which part of a document."""

import re
from collections.abc import Sequence

from assistant.library.schema import FactEntry


def facts_at(place: str, facts: Sequence[FactEntry]) -> Sequence[FactEntry]:
    """The facts that stand at a cited place.

    Where the place names points of a law ("25, 26 punktai"), these are the facts of the same points and of those
    inside them. Where a fact has this very place, only such facts; otherwise the place is told so freely that it may
    mean all of the document.
    """
    points = points_of(place)
    if points:
        return [fact for fact in facts if meet(points, points_of(fact.place))]
    return [fact for fact in facts if fact.place == place] or facts


def text_at(place: str, document: str) -> str:
    """The part of a document that a place means: its points where the document has them, otherwise all of it."""
    points = points_of(place)
    found: list[str] = []
    inside = False
    for line in document.splitlines():
        number = _NUMBERED.match(line)
        if number:
            inside = any(f"{number[1]}.".startswith(f"{point}.") for point in points)
        if inside:
            found.append(line[number.end() :] if number else line)
    return "\n".join(found) or document


def meet(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a point is the same in both or lies inside one of the other: 22 and 22.1."""
    return any(f"{one}.".startswith(f"{two}.") or f"{two}.".startswith(f"{one}.") for one in some for two in others)


def points_of(place: str) -> Sequence[str]:
    """The points or articles of a law that a place names: "2.6, 17–19 punktai"; none where it is no law."""
    if not _OF_A_LAW.search(place):
        return ()
    points: list[str] = []
    for first, last, single in _POINT.findall(place):
        points += [single] if single else [str(point) for point in range(int(first), int(last) + 1)]
    return points


_OF_A_LAW = re.compile(r"punkt|straipsn")
_POINT = re.compile(r"(?<![\d.])(\d+)[–-](\d+)(?![\d.])|(\d+(?:\.\d+)*)")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\. ")
