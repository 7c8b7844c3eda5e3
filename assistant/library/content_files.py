"""Reads a content file into a checked model, and can say on which line of the file each of its values stands.

Files are YAML with two habits changed for people who are no programmers: `yes` and `no` are words, not truth values,
and `12:30` is text, not a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assistant.errors import ContentError

try:
    # Ten times as fast where the wheel of PyYAML brings the C library; the outcome is the same.
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]  # the two loaders share no base class in the stubs

M = TypeVar("M", bound=BaseModel)

Location = Sequence[str | int]


def read_yaml(path: Path, model: type[M]) -> M:
    """The file as this model.

    Raises ContentError, `path:line: what is wrong. What to do.`, one line for each fault, where the file is missing, is
    not YAML, or is not what the model wants.
    """
    return read_yaml_with_lines(path, model)[0]


def read_yaml_with_lines(path: Path, model: type[M]) -> tuple[M, "Lines"]:
    """The same, together with the lines on which the values stand. Raises ContentError like `read_yaml`."""
    data, lines = _parse(path)
    try:
        return model.model_validate(data), lines
    except ValidationError as error:
        faults = [
            f"{path}:{lines.at(fault['loc'])}: {_what(fault)} {_mend(fault)}"
            for fault in error.errors(include_url=False, include_context=False)
        ]
        raise ContentError("\n".join(faults)) from error


@dataclass(frozen=True)
class Lines:
    """Where the values of one file stand."""

    root: yaml.Node

    def at(self, location: Location) -> int:
        """The line, counted from 1, of the value at this location, or of the nearest value that encloses it."""
        node, line = self.root, self.root.start_mark.line
        for part in location:
            found = _child(node, part)
            if found is None:
                continue
            node, line = found
        return line + 1


def _child(node: yaml.Node, part: str | int) -> tuple[yaml.Node, int] | None:
    """The value under a key or index with its line; a key's line, because an editor looks for the key."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line
    return None


def _parse(path: Path) -> tuple[Any, Lines]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentError(f"{path}:1: the file is missing. Put it back, or mend the name.") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}:1: the file is not UTF-8 text. Save it with the encoding UTF-8.") from error
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            raise ContentError(f"{path}:1: the file is empty. Write its content, or remove the file.")
        _refuse_doubles(path, node)
        return loader.construct_document(node), Lines(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        message = (
            f"{path}:{line}: this is not YAML: {error.problem}. "
            "Look at the spaces at the beginning of the line, and put text with a colon in quotation marks."
        )
        raise ContentError(message) from error
    except yaml.YAMLError as error:
        raise ContentError(f"{path}:1: the file holds a sign that YAML does not allow. Take it out.") from error


def _refuse_doubles(path: Path, node: yaml.Node) -> None:
    """YAML lets the last of two equal keys win in silence; an editor would lose work."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                first = seen[key.value]
                raise ContentError(
                    f'{path}:{line}: "{key.value}" stands here and on line {first}. Keep one of the two.'
                )
            seen[key.value] = line
            _refuse_doubles(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_doubles(path, child)


class _Loader(SafeLoader):
    """The safe loader without the old truth words and base-60 numbers."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers if tag not in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:int"}
    ]
    for first, resolvers in SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))


def _what(fault: ErrorDetails) -> str:
    name = ".".join(str(part) for part in fault["loc"]) or "the file"
    kind = fault["type"]
    if kind == "missing":
        return f'"{name}" is missing.'
    if kind == "extra_forbidden":
        return f'"{name}" is not known here.'
    return f'"{name}": {fault["msg"].removeprefix("Value error, ").rstrip(".")}.'


def _mend(fault: ErrorDetails) -> str:
    return _MENDS.get(fault["type"], "Write the value as the neighbouring entries do.")


_MENDS = {
    "missing": "Add it.",
    "extra_forbidden": "Mend its spelling, or take it out.",
    "string_type": "Write text here; put a number in quotation marks.",
    "int_type": "Write a whole number.",
    "int_parsing": "Write a whole number.",
    "bool_type": "Write true or false.",
    "bool_parsing": "Write true or false.",
    "date_type": "Write a date as 2026-11-22.",
    "date_parsing": "Write a date as 2026-11-22.",
    "date_from_datetime_parsing": "Write a date as 2026-11-22.",
    "list_type": "Write a list: each entry on its own line after a dash.",
    "tuple_type": "Write a list: each entry on its own line after a dash.",
    "dict_type": "Write names with a colon, each on its own line.",
    "model_type": "Write names with a colon, each on its own line.",
    "string_too_short": "Write some text.",
    "too_short": "Add an entry.",
    "string_too_long": "Make it shorter.",
    "too_long": "Take an entry out.",
    "literal_error": "Choose one of these.",
    "enum": "Choose one of these.",
    "value_error": "Mend it.",
    "string_pattern_mismatch": "Write it as the neighbouring entries do.",
}
