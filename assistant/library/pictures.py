"""Which pictures there are: reads the list that editors keep and looks whether each drawing is really there."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml_with_lines

OWN = "own"
"""Stands in the place of an OpenMoji code where the drawing is ours."""


class Picture(BaseModel):
    """One picture: its file, what it means in Lithuanian, and the OpenMoji code of the drawing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = Field(pattern=r"^[a-z-]+\.svg$")
    meaning: str = Field(min_length=1)
    openmoji: str = Field(pattern=r"^(own|[0-9A-F]{4,6}(-[0-9A-F]{4,6})*)$")


class Pictures(RootModel[dict[str, Picture]]):
    """The whole list, by picture id."""


def load_pictures(folder: Path) -> frozenset[str]:
    """The ids of all pictures in `folder/pictures.yaml`. Raises ContentError like `read_pictures`."""
    return frozenset(read_pictures(folder))


def read_pictures(folder: Path) -> Mapping[str, Picture]:
    """All pictures in `folder/pictures.yaml`, by id.

    A picture must mean one thing only, so no file, meaning or drawing may stand there twice. Raises ContentError,
    `path:line: what is wrong. What to do.`, one line for each fault.
    """
    path = folder / "pictures.yaml"
    listed, lines = read_yaml_with_lines(path, Pictures)
    faults: list[str] = []
    seen: dict[str, str] = {}
    for name, picture in listed.root.items():
        line = lines.at([name])
        if picture.file != f"{name}.svg":
            faults.append(f'{path}:{line}: "{name}" has the file {picture.file}. Name the file {name}.svg.')
        if not (folder / picture.file).is_file():
            faults.append(f"{path}:{line}: {picture.file} is missing. Put the drawing into {folder}.")
        for what in (picture.meaning.casefold(), picture.openmoji):
            first = seen.setdefault(what, name)
            if first != name and what != OWN:
                faults.append(f'{path}:{line}: "{name}" and "{first}" share "{what}". Give each one of its own.')
    if faults:
        raise ContentError("\n".join(faults))
    return listed.root
