"""Loads what offices write and what to write to a person instead."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from assistant.easy_language.wordings import Wording, Wordings
from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.schema import Entry, Text

Shape = Annotated[str, Field(pattern=r"^[a-ząčęėįšųūž~][a-ząčęėįšųūž~#/… ,-]*$")]
"""A phrase in small letters; see easy_language/wordings.py for its signs."""


class WordingEntry(Entry):
    """A hard phrase; `exact` are written phrases with the words that take their place, empty where they can go."""

    find: tuple[Shape, ...] = ()
    exact: dict[Shape, str] = {}  # noqa: RUF012 - a field, of which every entry gets a copy
    easy: tuple[Text, ...] = ()
    why: Text

    @model_validator(mode="after")
    def _has_a_use(self) -> Self:
        if not self.find and not self.exact:
            raise ValueError("neither find nor exact says what it is about")
        if self.find and not self.easy:
            raise ValueError("what is found needs easy words")
        return self


class EasierFile(Entry):
    """content/lt/easier.yaml."""

    names: tuple[Shape, ...] = ()
    wordings: Annotated[tuple[WordingEntry, ...], Field(min_length=1)]


def load_wordings(path: Path, names: Iterable[str] = ()) -> Wordings:
    """The phrases; `names` are more that are called so, beside those of the file.

    Raises ContentError, one line for each fault: also where a phrase stands in two entries.
    """
    content, lines = read_yaml_with_lines(path, EasierFile)
    faults = tuple(_doubles(path, lines, content))
    if faults:
        raise ContentError("\n".join(faults))
    wordings = (Wording(one.find, one.easy, one.why, one.exact) for one in content.wordings)
    return Wordings(wordings, (*content.names, *names))


def _doubles(path: Path, lines: Lines, content: EasierFile) -> Iterator[str]:
    seen: dict[str, tuple[tuple[str | int, ...], int]] = {}
    for position, entry in enumerate(content.wordings):
        places: list[tuple[str, tuple[str | int, ...]]] = [(shape, ("exact", shape)) for shape in entry.exact]
        places += [(shape, ("find", number)) for number, shape in enumerate(entry.find)]
        for shape, place in places:
            whole = ("wordings", position, *place)
            line = lines.at(whole)
            first, first_line = seen.setdefault(shape, (whole, line))
            if first != whole:
                yield f'{path}:{line}: "{shape}" stands on line {first_line} too. Keep one of the two.'
