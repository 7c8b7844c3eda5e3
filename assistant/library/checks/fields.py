"""Fields in braces must be well formed, and the variant for a helper must have the same ones."""

import re
import string
from collections.abc import Iterator, Sequence

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content, Read
from assistant.library.schema import TopicsFile
from assistant.library.terms import GlossaryFile
from assistant.library.words import MessageEntry, MessagesFile, QuestionsFile

_NAME = re.compile(r"[a-z][a-z_]*")


def fields_in(sentence: str) -> frozenset[str] | None:
    """The names of the fields, or None where the braces are broken or a name is not plain."""
    try:
        names = frozenset(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)
    except ValueError:
        return None
    return names if all(_NAME.fullmatch(name) for name in names) else None


def without_fields(sentence: str) -> str:
    """The sentence without its fields; as it is where the braces are broken."""
    try:
        return "".join(text for text, _, _, _ in string.Formatter().parse(sentence))
    except ValueError:
        return sentence


def check_fields(content: Content) -> Iterator[Problem]:
    """Broken braces, fields that a helper would miss, fields where nobody fills them."""
    for messages in content.messages:
        for name, message in messages.content.root.items():
            yield from _message(messages, name, message)
    for questions in content.questions:
        for name, question in questions.content.root.items():
            yield from _message(questions, name, question)
            yield from _without(questions, question.why, name, "why")
            yield from _without(questions, question.dont_know, name, "dont_know")
    for topics in content.topics:
        for topic, answer in topics.content.topics.items():
            yield from _without(topics, answer.sentences, "topics", topic, "sentences")
            yield from _without(topics, answer.simple, "topics", topic, "simple")
            yield from _without(topics, answer.for_other, "topics", topic, "for_other")
    for glossary in content.glossary:
        for name, term in glossary.content.root.items():
            yield from _without(glossary, term.sentences, name, "sentences")


def _message(read: Read[MessagesFile] | Read[QuestionsFile], name: str, entry: MessageEntry) -> Iterator[Problem]:
    for part, sentences in (("sentences", entry.sentences), ("for_other", entry.for_other)):
        for position, sentence in enumerate(sentences):
            if fields_in(sentence) is None:
                yield Problem(
                    read.file,
                    read.line(name, part, position),
                    "The braces are broken.",
                    "Write a field as {name}, in small letters without spaces.",
                )
    own, other = _all_fields(entry.sentences), _all_fields(entry.for_other)
    if entry.for_other and own != other:
        yield Problem(
            read.file,
            read.line(name, "for_other"),
            f'"{name}" has the fields {_list(own)}, but {_list(other)} for a helper.',
            "Use the same fields in both.",
        )


def _without(
    read: Read[MessagesFile] | Read[QuestionsFile] | Read[TopicsFile] | Read[GlossaryFile],
    sentences: Sequence[str],
    *location: str,
) -> Iterator[Problem]:
    for position, sentence in enumerate(sentences):
        if "{" in sentence or "}" in sentence:
            yield Problem(
                read.file, read.line(*location, position), "Nobody fills fields in here.", "Take the braces out."
            )


def _all_fields(sentences: Sequence[str]) -> frozenset[str]:
    return frozenset[str]().union(*(fields_in(sentence) or () for sentence in sentences))


def _list(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"
