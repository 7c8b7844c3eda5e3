"""Everything that a person may read must be easy Lithuanian."""

import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from assistant.easy_language.findings import Finding, Scope
from assistant.easy_language.report import Report, check
from assistant.library.checks.fields import fields_in
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.checks.shown import Shown

_LETTERS = frozenset("aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž")

# What a field may be filled with, so that a sentence is judged as the person will read it.
_SAMPLES = {
    "number": "47 12",
    "phone": "0 445 51008",
    "day": "gruodžio 1 dienos",
    "website": "kretinga.lt",
    "step": "2",
    "of": "6",
}
_SAMPLE = "Ona"


Check = Callable[[str, int, Scope], Report]
"""Checks a text at a level, as what it is."""


def check_language(content: Content, texts: Iterable[Shown], check: Check = check) -> Iterator[Problem]:
    """What is hard to read, letters that do not belong to Lithuanian, and exceptions that nobody needs."""
    unused = {
        (entry.rule, entry.text): (read.file, read.line(position, "text"))
        for read in content.exceptions
        for position, entry in enumerate(read.content.root)
    }
    excepted = frozenset(unused)
    for shown in texts:
        yield from _letters(shown)
        for line, finding in _findings(shown, check):
            if (finding.rule, finding.text) in excepted:
                unused.pop((finding.rule, finding.text), None)
                continue
            what = f"{finding.rule} „{finding.text}“: {finding.message}"
            yield Problem(shown.file, line, what, finding.suggestion, finding.severity, finding.rule)
    for (rule, text), (file, line) in unused.items():
        yield Problem(file, line, f"The exception from {rule} for „{text}“ is not needed.", "Take it out.")


def _findings(shown: Shown, check: Check) -> Iterator[tuple[int, Finding]]:
    """The findings with their lines in the file."""
    text = "\n".join(_filled(sentence) for sentence in shown.sentences)
    asks = shown.may_ask and shown.sentences and shown.sentences[-1].endswith("?")
    scope = Scope.QUESTION if asks else shown.scope
    for finding in check(text, shown.level, scope).findings:
        yield shown.lines[finding.line - 1], finding


def _letters(shown: Shown) -> Iterator[Problem]:
    for line, sentence in zip(shown.lines, shown.sentences, strict=True):
        if not unicodedata.is_normalized("NFC", sentence):
            yield Problem(shown.file, line, "A letter is put together of two signs.", "Type the line anew.")
            continue
        foreign = sorted({letter for letter in sentence if letter.isalpha() and letter.lower() not in _LETTERS})
        if foreign:
            yield Problem(
                shown.file,
                line,
                f"These letters are not Lithuanian: {' '.join(foreign)}.",
                "Type the word anew; some letters only look alike.",
            )


def _filled(sentence: str) -> str:
    """The sentence with samples in its fields, on one line; a sentence with broken braces stays as it is."""
    line = " ".join(sentence.split())
    names = fields_in(line)
    if not names:
        return line
    return string.Formatter().vformat(line, (), {name: _SAMPLES.get(name, _SAMPLE) for name in names})
