"""Every answer names where it comes from, and every source is used."""

from collections.abc import Iterator

from assistant.easy_language.findings import Severity
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content

# Small talk states nothing.
WITHOUT_SOURCE = frozenset({"greeting", "thanks", "goodbye", "frustration", "out-of-scope", "other-language"})


def check_sources(content: Content) -> Iterator[Problem]:
    """Answers without a source, sources that do not exist, sources that nobody names."""
    known = {name for read in content.sources for name in read.content.root}
    used = {
        citation.source
        for read in content.glossary
        for entry in read.content.root.values()
        for citation in entry.sources
    }
    for read in content.topics:
        for topic, entry in read.content.topics.items():
            used.update(citation.source for citation in entry.sources)
            if not entry.sources and topic not in WITHOUT_SOURCE:
                line = read.line("topics", topic)
                yield Problem(read.file, line, f'"{topic}" names no source.', "Say where it comes from.")
            for position, citation in enumerate(entry.sources):
                if citation.source not in known:
                    yield Problem(
                        read.file,
                        read.line("topics", topic, "sources", position),
                        f'The source "{citation.source}" is not known.',
                        "Mend its spelling, or add it to sources.yaml.",
                    )
    for sources in content.sources:
        for name in sources.content.root:
            if name not in used:
                yield Problem(
                    sources.file,
                    sources.line(name),
                    f'Nothing names the source "{name}".',
                    "Name it, or take it out.",
                    Severity.WARNING,
                )
