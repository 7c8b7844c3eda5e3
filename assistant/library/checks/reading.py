"""Reads what editors own for the checks, file by file, so that one bad file does not hide the faults of the others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from assistant.errors import ContentError
from assistant.library.checks.problem import Problem, problems_of
from assistant.library.content_files import Lines, Location, read_yaml_with_lines
from assistant.library.easier import EasierFile
from assistant.library.municipalities import MunicipalitiesFile
from assistant.library.pictures import Pictures, load_pictures
from assistant.library.ready_replies import ReadyRepliesFile
from assistant.library.receipt_words import ReceiptWordsFile
from assistant.library.reviews import ReviewsFile
from assistant.library.rule_schema import AgesFile, RuleFile
from assistant.library.schema import ExceptionsFile, ServicesFile, SourceEntry, TopicsFile
from assistant.library.statements import StatementsFile
from assistant.library.terms import GlossaryFile
from assistant.library.words import MESSAGE_FILES, MessagesFile, QuestionsFile

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Read(Generic[M]):
    """One file that could be read."""

    path: Path
    content: M
    lines: Lines

    @property
    def file(self) -> str:
        """The path as problems tell it."""
        return str(self.path)

    def line(self, *location: str | int) -> int:
        """The line of the value at this location, counted from 1."""
        place: Location = location
        return self.lines.at(place)


@dataclass
class Content:
    """The files of one content folder; those that cannot be read are missing here and told in `problems`."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    topics: list[Read[TopicsFile]] = field(default_factory=list)
    messages: list[Read[MessagesFile]] = field(default_factory=list)
    questions: list[Read[QuestionsFile]] = field(default_factory=list)
    rules: list[Read[RuleFile]] = field(default_factory=list)
    ages: list[Read[AgesFile]] = field(default_factory=list)
    services: list[Read[ServicesFile]] = field(default_factory=list)
    sources: list[Read[SourceEntry]] = field(default_factory=list)
    exceptions: list[Read[ExceptionsFile]] = field(default_factory=list)
    glossary: list[Read[GlossaryFile]] = field(default_factory=list)
    reviews: list[Read[ReviewsFile]] = field(default_factory=list)
    municipalities: list[Read[MunicipalitiesFile]] = field(default_factory=list)
    receipt_words: list[Read[ReceiptWordsFile]] = field(default_factory=list)
    ready_replies: list[Read[ReadyRepliesFile]] = field(default_factory=list)
    easier: list[Read[EasierFile]] = field(default_factory=list)
    statements: list[Read[StatementsFile]] = field(default_factory=list)
    drawings: list[Read[Pictures]] = field(default_factory=list)
    pictures: frozenset[str] = frozenset()

    def all_read(self) -> Iterator[Read[Any]]:
        """Every file that could be read, of whatever kind."""
        for value in vars(self).values():
            if isinstance(value, list):
                yield from (one for one in value if isinstance(one, Read))


def read_content(root: Path) -> Content:
    """Everything under this folder that can be read."""
    content = Content(root)
    words = root / "lt"
    for path in sorted((words / "topics").glob("*.yaml")):
        _read(content, path, TopicsFile, content.topics)
    for name in MESSAGE_FILES:
        _read(content, words / name, MessagesFile, content.messages)
    _read(content, words / "questions.yaml", QuestionsFile, content.questions)
    _read(content, words / "services.yaml", ServicesFile, content.services)
    _read(content, words / "exceptions.yaml", ExceptionsFile, content.exceptions)
    _read(content, words / "glossary.yaml", GlossaryFile, content.glossary)
    for path in sorted((root / "sources").glob("*.yaml")):
        _read(content, path, SourceEntry, content.sources)
    _read(content, root / "reviews.yaml", ReviewsFile, content.reviews)
    for path in sorted((root / "rules").glob("*.yaml")):
        _read(content, path, RuleFile, content.rules)
    for path in sorted((root / "rules" / "ages").glob("*.yaml")):
        _read(content, path, AgesFile, content.ages)
    _read(content, root / "municipalities.yaml", MunicipalitiesFile, content.municipalities)
    _read(content, words / "receipt_words.yaml", ReceiptWordsFile, content.receipt_words)
    _read(content, words / "ready_replies.yaml", ReadyRepliesFile, content.ready_replies)
    _read(content, words / "easier.yaml", EasierFile, content.easier)
    _read(content, words / "statements.yaml", StatementsFile, content.statements)
    _read(content, root / "pictures" / "pictures.yaml", Pictures, content.drawings)
    try:
        content.pictures = load_pictures(root / "pictures")
    except ContentError as error:
        content.problems += problems_of(error)
    return content


def _read(content: Content, path: Path, model: type[M], into: list[Read[M]]) -> None:
    try:
        value, lines = read_yaml_with_lines(path, model)
    except ContentError as error:
        content.problems += problems_of(error)
    else:
        into.append(Read(path, value, lines))
