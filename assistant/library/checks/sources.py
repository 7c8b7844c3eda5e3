"""Every answer names where it comes from, every source that is named exists, and every source is used."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.easy_language.findings import Severity
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content, Read

if TYPE_CHECKING:
    from assistant.library.terms import GlossaryFile
    from assistant.library.words import MessagesFile, QuestionsFile

# Small talk states nothing.
WITHOUT_SOURCE = frozenset({"greeting", "thanks", "goodbye", "frustration", "out-of-scope", "other-language"})


def check_sources(content: Content) -> Iterator[Problem]:
    """Answers without a source, sources that do not exist, sources that nobody names."""
    titles = {read.content.title: read.path.stem for read in content.sources}
    known = set(titles.values())
    used: set[str] = set()
    for read in content.topics:
        for topic, entry in read.content.topics.items():
            if not entry.sources and topic not in WITHOUT_SOURCE:
                line = read.line("topics", topic)
                yield Problem(read.file, line, f'"{topic}" names no source.', "Say where it comes from.")
    for file, line, source in _cited(content):
        used.add(source)
        if source not in known:
            yield Problem(
                file,
                line,
                f'The source "{source}" is not known.',
                f"Mend its spelling, or write sources/{source}.yaml.",
            )
    for file, line, title in _titles(content):
        used.add(titles.get(title, ""))
        if title not in titles:
            yield Problem(
                file, line, f'No source has the title "{title}".', "Write the title as content/sources has it."
            )
    for sources in content.sources:
        name = sources.path.stem
        if name not in used:
            yield Problem(
                sources.file,
                1,
                f'Nothing names the source "{name}".',
                "Name it, or take it out.",
                Severity.WARNING,
            )


def _cited(content: Content) -> Iterator[tuple[str, int, str]]:
    for topics in content.topics:
        for topic, answer in topics.content.topics.items():
            for position, citation in enumerate(answer.sources):
                yield topics.file, topics.line("topics", topic, "sources", position), citation.source
    words: Sequence[Read[MessagesFile] | Read[QuestionsFile] | Read[GlossaryFile]] = [
        *content.messages,
        *content.questions,
        *content.glossary,
    ]
    for read in words:
        for name, entry in read.content.root.items():
            for position, citation in enumerate(entry.sources):
                yield read.file, read.line(name, "sources", position), citation.source


def _titles(content: Content) -> Iterator[tuple[str, int, str]]:
    """Rules name their sources by the titles that people read."""
    for rules in content.rules:
        for position, criterion in enumerate(rules.content.criteria):
            yield rules.file, rules.line("criteria", position, "source", "title"), criterion.source.title
    for ages in content.ages:
        for position, step in enumerate(ages.content.steps):
            yield ages.file, ages.line("steps", position, "source", "title"), step.source.title
