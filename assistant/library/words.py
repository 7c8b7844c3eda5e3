"""Loads messages and questions: sentences with fields, the variant for a helper, buttons, reasons."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import Field, RootModel

from assistant.errors import ContentError
from assistant.library.content_files import read_yaml, read_yaml_with_lines
from assistant.library.library import Answer, Question, Words
from assistant.library.schema import Citation, Entry, Text

MOST_LETTERS = 24

MESSAGE_FILES = ("messages.yaml", "paper.yaml", "web.yaml", "pages.yaml")
"""Where messages stand, beside each other in content/lt."""


class MessageEntry(Entry):
    """A message: `for_other` is said to somebody who helps another person, where that differs.

    `sources` say where its numbers come from; a message without numbers needs none.
    """

    sentences: tuple[Text, ...]
    for_other: tuple[Text, ...] = ()
    picture: str = ""
    sources: tuple[Citation, ...] = ()


class ChoiceEntry(Entry):
    """A button; `also` are other words that people write instead of pressing it."""

    id: Text
    label: Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]
    label_for_other: Annotated[str, Field(max_length=MOST_LETTERS)] = ""
    also: tuple[Text, ...] = ()
    picture: str = ""


class QuestionEntry(MessageEntry):
    """A question with its buttons, its reason, and what is said to somebody who does not know."""

    choices: tuple[ChoiceEntry, ...] = ()
    why: tuple[Text, ...] = ()
    dont_know: tuple[Text, ...] = ()


class MessagesFile(RootModel[dict[str, MessageEntry]]):
    """One of MESSAGE_FILES."""


class QuestionsFile(RootModel[dict[str, QuestionEntry]]):
    """content/lt/questions.yaml."""


def load_messages(paths: Iterable[Path]) -> Mapping[str, Words]:
    """The messages of several files together. Raises ContentError, also where an id stands twice."""
    messages: dict[str, Words] = {}
    for path in paths:
        entries, lines = read_yaml_with_lines(path, MessagesFile)
        for name, entry in entries.root.items():
            if name in messages:
                raise ContentError(
                    f'{path}:{lines.at([name])}: "{name}" stands in another file too. Keep one of the two.'
                )
            messages[name] = Words(entry.sentences, entry.picture, entry.for_other)
    return MappingProxyType(messages)


def load_questions(path: Path) -> Mapping[str, Question]:
    """Every question by its id. Raises ContentError."""
    entries = read_yaml(path, QuestionsFile).root
    return MappingProxyType({name: _question(name, entry) for name, entry in entries.items()})


def _question(name: str, entry: QuestionEntry) -> Question:
    return Question(
        id=name,
        words=Words(entry.sentences, entry.picture, entry.for_other),
        choices=tuple(Answer(**choice.model_dump()) for choice in entry.choices),
        why=Words(entry.why),
        dont_know=Words(entry.dont_know),
    )
