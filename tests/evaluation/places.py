"""Every municipality and every place of the content in every case it holds, said as people say it, clean and noisy."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.library.library import Library
from assistant.understanding.interpret import Expects
from tests.evaluation.noise import NOISES, spoilt
from tests.evaluation.understood import reading_of, share


@dataclass(frozen=True)
class PlaceCase:
    """An answer to where somebody lives: one municipality is right, others may be asked about beside it.

    `together` are all municipalities that may be meant: a city and its district, or places of the same name.
    """

    text: str
    right: str
    together: frozenset[str]


def place_cases(municipalities: Path) -> list[PlaceCase]:
    """All of them, clean, in the order of the file."""
    listed: list[dict[str, Any]] = yaml.safe_load(municipalities.read_text(encoding="utf-8"))
    together = _of_one_name(listed)
    cases: list[PlaceCase] = []
    for one in listed:
        cases += [PlaceCase(text, one["id"], frozenset({one["id"]})) for text in _names(one)]
        for town in one["towns"]:
            answers = (
                *(town["name"], town["genitive"], town["locative"]),
                *(f"gyvenu {town['locative']}", f"esu iš {town['genitive']}", f"is {town['genitive'].lower()}"),
            )
            cases += [PlaceCase(text, one["id"], together[town["name"]]) for text in answers]
        for village in one.get("other_places", []):
            cases += [PlaceCase(text, one["id"], together[village]) for text in (village, f"mano kaimas {village}")]
    return cases


def _names(municipality: Mapping[str, str]) -> Iterator[str]:
    """The municipality's name in all cases, in answers, and in the shortened forms of districts."""
    for case in ("name", "genitive", "accusative", "locative"):
        yield municipality[case]
    yield f"gyvenu {municipality['locative']}"
    if municipality["id"].endswith("-rajono"):
        stem = municipality["genitive"].removesuffix(" rajono savivaldybės")
        yield from (f"{stem} raj.", f"{stem} rajone", f"{stem} rajonas", f"as is {stem.lower()} rajono", f"{stem} r.")


def _of_one_name(listed: Iterable[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """For each place name the municipalities that it may mean; a city's name may mean its district, too."""
    ids = {one["id"] for one in listed}
    found: dict[str, set[str]] = {}
    for one in listed:
        district = one["id"].replace("-miesto", "-rajono")
        for town in one["towns"]:
            is_seat = town["genitive"] == one["genitive"].split()[0]
            found.setdefault(town["name"], set()).update({one["id"], *({district} & ids if is_seat else ())})
        for village in one.get("other_places", []):
            found.setdefault(village, set()).add(one["id"])
    return {name: frozenset(meant) for name, meant in found.items()}


def found_clean(library: Library, cases: Iterable[PlaceCase]) -> float:
    """The share of places that were found as they are written rightly."""
    return share(_is_found(library, case, case.text) for case in cases)


def found_noisy(library: Library, cases: Iterable[PlaceCase], noise: str) -> float:
    """The share of places that were found with this kind of noise."""
    return share(_is_found(library, case, spoilt(case.text, noise, case.text)) for case in cases)


def found_with_every_noise(library: Library, cases: Iterable[PlaceCase]) -> dict[str, float]:
    """For each kind of noise the share of places that were found."""
    listed = list(cases)
    return {noise: found_noisy(library, listed, noise) for noise in NOISES}


def _is_found(library: Library, case: PlaceCase, text: str) -> bool:
    """Whether the right municipality was taken or asked about, and none beside it that has no such place."""
    found = reading_of(library, text, Expects.MUNICIPALITY).value
    return isinstance(found, tuple) and case.right in found and case.together.issuperset(found)


def accepted_unknown(library: Library, texts: Iterable[str]) -> float:
    """The share of places unknown or abroad that were taken for a municipality of ours."""
    return share(isinstance(reading_of(library, text, Expects.MUNICIPALITY).value, tuple) for text in texts)
