"""Loads examples of how people answer the questions of a check, from which it is learned what makes an answer plain."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from assistant.eligibility.facts import FactId
from assistant.errors import ContentError
from assistant.library.content_files import read_yaml_with_lines
from assistant.library.schema import Entry
from assistant.understanding.trust import NOTHING, VALUE, AnswerExample

Kind = Literal["yes-no", "age", "level", "disability", "phone", "name", "time"]


class AnswerEntry(Entry):
    """An answer and what may be taken from it: null where nothing may be.

    An age or a level is its lowest and highest number, a name or a time the words as they stand. `question` is the fact
    that is asked where the meaning hangs on it, `helping` that it is asked of somebody who helps.
    """

    text: Annotated[str, Field(min_length=1, max_length=300)]
    value: str | tuple[int, int] | None
    question: FactId | None = None
    helping: bool = False


class AnswerFile(Entry):
    """Answers of one kind."""

    kind: Kind
    answers: Annotated[tuple[AnswerEntry, ...], Field(min_length=1)]


def load_answer_files(folder: Path) -> tuple[AnswerFile, ...]:
    """Every file, in the order of names.

    Raises ContentError, also where a file is not named after its kind, and where an answer stands twice.
    """
    return tuple(_file(path) for path in sorted(folder.glob("*.yaml")))


def load_answers(folder: Path) -> Iterator[AnswerExample]:
    """Every answer as an example of its meaning. Raises ContentError like `load_answer_files`."""
    for file in load_answer_files(folder):
        for answer in file.answers:
            yield AnswerExample(file.kind, answer.text, _meant(file.kind, answer), answer.question or "")


def _meant(kind: str, answer: AnswerEntry) -> str:
    if answer.value is None:
        return NOTHING
    return str(answer.value) if kind in {"yes-no", "disability"} else VALUE


def _file(path: Path) -> AnswerFile:
    entry, lines = read_yaml_with_lines(path, AnswerFile)
    if entry.kind != path.stem:
        line = lines.at(["kind"])
        raise ContentError(f'{path}:{line}: the kind is "{entry.kind}". Name the file {entry.kind}.yaml, or mend it.')
    seen: dict[tuple[str, FactId | None, bool], int] = {}
    for index, answer in enumerate(entry.answers):
        first = seen.setdefault((answer.text, answer.question, answer.helping), index)
        if first != index:
            where, earlier = (lines.at(["answers", place]) for place in (index, first))
            raise ContentError(f'{path}:{where}: "{answer.text}" stands on line {earlier}, too. Keep one of them.')
    return entry
