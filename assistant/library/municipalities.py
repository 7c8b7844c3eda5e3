"""Loads the municipalities and makes the gazetteer of their places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml_with_lines
from assistant.referrals.routing import Contact, Municipality
from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded
from assistant.understanding.place_names import PlaceName
from assistant.understanding.places import Gazetteer

HOW_MANY = 60
"""Municipalities in Lithuania; ISO 3166-2 numbers them LT-01 to LT-60."""


def load_municipalities(path: Path) -> Mapping[str, Municipality]:
    """All 60 municipalities by id, in the order of the file.

    Raises ContentError, one line `path:line: what is wrong. What to do.` for each fault.
    """
    file, lines = read_yaml_with_lines(path, MunicipalitiesFile)
    faults = [f"{path}:{lines.at(location)}: {words}" for location, words in _faults(file.root)]
    if faults:
        raise ContentError("\n".join(faults))
    return MappingProxyType({entry.id: entry.municipality() for entry in file.root})


def gazetteer_of(municipalities: Mapping[str, Municipality]) -> Gazetteer:
    """The places of these municipalities."""
    return Gazetteer(
        PlaceName.of(name, municipality.id, is_town=is_town)
        for municipality in municipalities.values()
        for names, is_town in ((municipality.towns, True), (municipality.other_places, False))
        for name in names
    )


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Phone = Annotated[str, StringConstraints(pattern=r"^\+370\d{8}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _ContactEntry(_Entry):
    department: str = ""
    address: str = ""
    phones: tuple[Phone, ...] = ()
    email: Email | None = None
    hours: str = ""
    source: Text
    dated: str = ""

    def contact(self) -> Contact:
        return Contact(**self.model_dump() | {"email": self.email or ""})


class _TownEntry(_Entry):
    name: Text
    genitive: Text
    locative: Text


class _MunicipalityEntry(_Entry):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    iso: Annotated[str, StringConstraints(pattern=r"^LT-[0-6][0-9]$")]
    name: Text
    genitive: Text
    accusative: Text
    locative: Text
    towns: Annotated[tuple[_TownEntry, ...], Field(min_length=1)]
    other_places: tuple[Text, ...] = ()
    website: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.lt$")]
    gives_case_management: bool = True
    contact: _ContactEntry | None = None
    general: _ContactEntry | None = None
    workshops: tuple[_ContactEntry, ...] = ()
    seat_elsewhere: str = ""

    def municipality(self) -> Municipality:
        plain = self.model_dump(
            include={
                "id",
                "iso",
                "name",
                "genitive",
                "accusative",
                "locative",
                "other_places",
                "website",
                "seat_elsewhere",
            }
        )
        return Municipality(
            **plain,
            towns=tuple(town.name for town in self.towns),
            gives_case_management=self.gives_case_management,
            contact=self.contact.contact() if self.contact else Contact(),
            general=self.general.contact() if self.general else Contact(),
            workshops=tuple(workshop.contact() for workshop in self.workshops),
        )


class MunicipalitiesFile(RootModel[tuple[_MunicipalityEntry, ...]]):
    """content/municipalities.yaml."""


Fault = tuple[Sequence[str | int], str]
"""Where in the file, and what is wrong and what to do."""


def _faults(entries: Sequence[_MunicipalityEntry]) -> Iterator[Fault]:
    if len(entries) != HOW_MANY:
        yield (), f"there are {len(entries)} municipalities, not {HOW_MANY}. Add or take out what is wrong."
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        for key in (entry.id, entry.iso):
            if key in seen:
                yield (index,), f'"{key}" stands twice. Give each municipality its own id and code.'
            seen.add(key)
        if not 1 <= int(entry.iso.removeprefix("LT-")) <= HOW_MANY:
            yield (index, "iso"), f'there is no code "{entry.iso}". Codes run from LT-01 to LT-{HOW_MANY}.'
        expected = folded(re.sub(r" savivaldybė$", "", entry.name)).replace(" ", "-")
        if entry.id != expected:
            yield (index, "id"), f'"{entry.id}" does not fit the name. Write "{expected}".'
        yield from _wrong_cases(index, entry)
    yield from _wrong_seats(entries)


def _wrong_seats(entries: Sequence[_MunicipalityEntry]) -> Iterator[Fault]:
    for index, entry in enumerate(entries):
        elsewhere = {town.locative for other in entries if other is not entry for town in other.towns}
        if entry.seat_elsewhere and entry.seat_elsewhere not in elsewhere:
            words = (
                f'"{entry.seat_elsewhere}" is not the locative of a town in another municipality. '
                "Take it from that town, or leave it out where the building stands in the municipality itself."
            )
            yield (index, "seat_elsewhere"), words


def _wrong_cases(index: int, entry: _MunicipalityEntry) -> Iterator[Fault]:
    stem = entry.name.removesuffix("ė")
    for case, ending in (("genitive", "ės"), ("accusative", "ę"), ("locative", "ėje")):
        if getattr(entry, case) != stem + ending:
            yield (index, case), f'the {case} of "{entry.name}" is "{stem}{ending}". Write it so.'
    for position, town in enumerate(entry.towns):
        forms = case_forms(town.name)
        for case in ("genitive", "locative"):
            form = getattr(town, case)
            if folded(form) not in forms:
                words = (
                    f'"{form}" is no case of "{town.name}" that the assistant would understand. '
                    "Mend it; where it is right, the rules of declension must learn this name."
                )
                yield (index, "towns", position, case), words
