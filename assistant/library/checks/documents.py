"""Compares the facts of sources with the documents themselves, where somebody keeps the documents."""

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.library.checks.places import text_at
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content, Read
from assistant.library.numbers import numbers_in
from assistant.library.schema import FactEntry, SourceEntry

MOST_WORDS = 7
"""So many words in a row may be the document's own, such as the name of an office."""


def check_documents(content: Content, folder: Path) -> Iterator[Problem]:
    """Documents that are not in this folder, numbers that do not stand at their place, words that were copied."""
    for read in content.sources:
        if not read.content.document:
            continue
        path = folder / read.content.document
        if not path.is_file():
            what = f"{path} is missing."
            yield Problem(read.file, read.line("document"), what, "Put the document there, or mend its name.")
            continue
        document = path.read_text(encoding="utf-8")
        runs = _runs(document)
        for position, fact in enumerate(read.content.facts):
            yield from _numbers(read, position, fact, document)
            copied = _runs(fact.says) & runs
            if copied:
                line = read.line("facts", position, "says")
                what = f"Words are copied from the document: „{' '.join(min(copied))}“."
                yield Problem(read.file, line, what, "Tell it in our own words.")


def _numbers(read: Read[SourceEntry], position: int, fact: FactEntry, document: str) -> Iterator[Problem]:
    stated = frozenset(numbers_in(text_at(fact.place, document)))
    for index, text in enumerate(fact.numbers):
        if not all(any(known.holds(number) for known in stated) for number in numbers_in(text)):
            line = read.line("facts", position, "numbers", index)
            what = f'"{text}" does not stand in {read.content.document}, {fact.place}.'
            yield Problem(read.file, line, what, "Read the document again and mend the fact.")


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of words that are longer than may be copied."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[start:] for start in range(MOST_WORDS + 1)), strict=False))
