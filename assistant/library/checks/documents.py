"""Compares the facts of sources with the documents themselves, where somebody keeps the documents."""

from collections.abc import Iterator
from pathlib import Path

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.numbers import numbers_in


def check_documents(content: Content, folder: Path) -> Iterator[Problem]:
    """Documents that are not in this folder, and numbers of facts that do not stand in their document."""
    for read in content.sources:
        if not read.content.document:
            continue
        path = folder / read.content.document
        if not path.is_file():
            line = read.line("document")
            yield Problem(read.file, line, f"{path} is missing.", "Put the document there, or mend its name.")
            continue
        stated = frozenset(numbers_in(path.read_text(encoding="utf-8")))
        for position, fact in enumerate(read.content.facts):
            for index, text in enumerate(fact.numbers):
                if not all(any(known.holds(number) for known in stated) for number in numbers_in(text)):
                    line = read.line("facts", position, "numbers", index)
                    yield Problem(
                        read.file,
                        line,
                        f'"{text}" does not stand in {path.name}.',
                        "Read the document again and mend the fact.",
                    )
