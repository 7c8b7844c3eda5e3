"""The glossary: enough words, and no explanation that needs explaining itself."""

from collections.abc import Iterator

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content, Read
from assistant.library.terms import GlossaryFile
from assistant.understanding.terms import TermFinder

LEAST_TERMS = 80


def check_glossary(content: Content) -> Iterator[Problem]:
    """Too few words, explanations with other hard words or that do not name their own."""
    for read in content.glossary:
        if len(read.content.root) < LEAST_TERMS:
            what = f"There are {len(read.content.root)} hard words."
            yield Problem(read.file, 1, what, f"Have {LEAST_TERMS} at least.")
        yield from _explanations(read)


def _explanations(read: Read[GlossaryFile]) -> Iterator[Problem]:
    terms = read.content.root
    finder = TermFinder(
        {form: name for name, entry in terms.items() if not entry.common for form in (entry.term, *entry.forms)}
    )
    for name, entry in terms.items():
        if not entry.sentences[0].casefold().startswith(f"{entry.term.casefold()} "):
            # In a chat without taps nothing else says which word is explained.
            yield Problem(
                read.file,
                read.line(name, "sentences", 0),
                "The explanation does not begin with its word.",
                f"Begin: {entry.term[0].upper()}{entry.term[1:]} …",
            )
        for found in finder.find(entry.sentences):
            if found.term != name:
                word = entry.sentences[found.sentence][found.start : found.end]
                line = read.line(name, "sentences", found.sentence)
                yield Problem(read.file, line, f"„{word}“ is a hard word itself.", "Say it in easier words.")
