"""Loads the example phrases from which the assistant learns to tell topics apart."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml_with_lines
from assistant.library.schema import ServiceId
from assistant.understanding.topics import Phrase

Example = Annotated[str, Field(min_length=1, max_length=300)]
Examples = Annotated[tuple[Example, ...], Field(min_length=1)]


class PhraseFile(BaseModel):
    """One topic. `examples` name no service; those under `services` are about that service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    examples: Examples
    services: dict[ServiceId, Examples] = {}


def load_phrases(folder: Path, services: Collection[str] | None = None) -> tuple[Phrase, ...]:
    """Every phrase of every file, in the order of file names, so that learning always gives the same.

    `services` are the ids that may stand there; None lets any.

    Raises ContentError, also where a file is not named after its topic, where the same words stand twice, and where
    the folder holds no file.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise ContentError(f"{folder}:1: there are no phrases. Put a file for each topic here, such as cost.yaml.")
    seen: dict[tuple[str, str], str] = {}
    phrases: list[Phrase] = []
    for path in paths:
        phrases += _phrases(path, seen, services)
    return tuple(phrases)


def _phrases(path: Path, seen: dict[tuple[str, str], str], services: Collection[str] | None) -> list[Phrase]:
    entry, lines = read_yaml_with_lines(path, PhraseFile)
    if entry.topic != path.stem:
        line = lines.at(["topic"])
        name = f"{entry.topic}.yaml"
        raise ContentError(f'{path}:{line}: the topic is "{entry.topic}". Name the file {name}, or mend it.')
    for service in entry.services:
        if services is not None and service not in services:
            line = lines.at(["services", service])
            raise ContentError(f'{path}:{line}: there is no service "{service}". Mend it, or add it to services.yaml.')
    groups = [("", entry.examples), *((service, examples) for service, examples in entry.services.items())]
    phrases = []
    for service, examples in groups:
        for index, text in enumerate(examples):
            where = f"{path}:{_line(lines, service, index)}"
            first = seen.setdefault((text.casefold(), service), where)
            if first != where:
                raise ContentError(f'{where}: "{text}" stands at {first} too. Keep it where it belongs.')
            phrases.append(Phrase(text, entry.topic, service))
    return phrases


def _line(lines: Lines, service: str, index: int) -> int:
    return lines.at(["services", service, index] if service else ["examples", index])
