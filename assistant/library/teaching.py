"""Writes what an editor has accepted into the content files, where it looks as if typed by hand."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, RootModel

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml
from assistant.library.phrases import PhraseFile
from assistant.library.schema import Entry, ServicesFile, Text
from assistant.understanding.normalize import words_of


class Expectation(Entry):
    """Words, and what they must be understood as; `service` is empty where the words do not tell it."""

    text: Annotated[str, Field(min_length=1, max_length=300)]
    topic: Text
    service: str = ""


class ExpectationsFile(RootModel[list[Expectation]]):
    """content/lt/regression/understanding.yaml."""


def load_expectations(path: Path) -> tuple[Expectation, ...]:
    """What was taught and must stay understood. Raises ContentError."""
    return tuple(read_yaml(path, ExpectationsFile).root)


def check_example(folder: Path, topic: str, service: str, text: str) -> tuple[str, ...]:
    """The examples among which the words can be put.

    Raises ContentError where there is no file of the topic, no such service, or the words stand there already.
    """
    path = folder / f"{topic}.yaml"
    if not path.is_file():
        raise ContentError(f'{folder}:1: no phrases are about "{topic}". Mend the spelling, or add {topic}.yaml.')
    services = read_yaml(folder.parent / "services.yaml", ServicesFile).root
    if service and service not in services:
        raise ContentError(f'There is no service "{service}". Services are: {", ".join(services)}.')
    known = read_yaml(path, PhraseFile)
    examples = known.services.get(service, ()) if service else known.examples
    if words_of(text) in {words_of(example) for example in examples}:
        raise ContentError(f'{path}:1: "{text}" is an example of "{topic}" already. Drop it instead.')
    return tuple(examples)


def add_example(folder: Path, topic: str, service: str, text: str) -> None:
    """Put the words among the examples of a topic, about a service where one is given.

    Raises ContentError as check_example does.
    """
    examples = check_example(folder, topic, service, text)
    path = folder / f"{topic}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    if service and not examples:
        if "services:" not in lines:
            lines.append("services:")
        at = lines.index("services:") + 1
        lines[at:at] = [f"  {service}:", f"    - {_quoted(text)}"]
    elif service:
        lines.insert(lines.index(f"  {service}:") + 1, f"    - {_quoted(text)}")
    else:
        lines.insert(lines.index("examples:") + 1, f"  - {_quoted(text)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    read_yaml(path, PhraseFile)


def add_expectation(path: Path, topic: str, service: str, text: str) -> None:
    """Hold on to it: from now on a test fails where the words are understood otherwise."""
    entry = [f"- text: {_quoted(text)}", f"  topic: {topic}", *([f"  service: {service}"] if service else [])]
    before = (
        path.read_text(encoding="utf-8").rstrip("\n").removesuffix("\n[]").removesuffix("[]") if path.exists() else ""
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*before.splitlines(), *entry]) + "\n", encoding="utf-8")
    read_yaml(path, ExpectationsFile)


def as_expectations(expectations: Iterable[Expectation]) -> str:
    """The text of a file of expectations, which `load_expectations` reads again."""
    entries = [expectation.model_dump(exclude_defaults=True) for expectation in expectations]
    return yaml.safe_dump(entries, allow_unicode=True, width=10_000, sort_keys=False)


def _quoted(text: str) -> str:
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).removesuffix("\n...\n").rstrip("\n")
