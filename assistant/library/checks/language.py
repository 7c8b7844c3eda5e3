"""Everything that a person may read must be easy Lithuanian."""

import re
import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from assistant.easy_language.findings import Finding, Scope
from assistant.easy_language.report import Report, check
from assistant.library.checks.fields import fields_in
from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.checks.ready_samples import sampled
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
_QUESTIONS = "S08"
_QUOTED = re.compile(r"„[^“]*“")


Check = Callable[[str, int, Scope], Report]
"""Checks a text at a level, as what it is."""


def check_language(content: Content, texts: Iterable[Shown], check_text: Check = check) -> Iterator[Problem]:
    """What is hard to read, letters that do not belong to Lithuanian, and exceptions that nobody needs."""
    unused = {
        (entry.rule, entry.text): (read.file, read.line(position, "text"))
        for read in content.exceptions
        for position, entry in enumerate(read.content.root)
    }
    excepted = frozenset(unused)
    for shown in texts:
        yield from _letters(shown)
        for line, finding in _findings(shown, check_text):
            if (finding.rule, finding.text) in excepted:
                unused.pop((finding.rule, finding.text), None)
                continue
            what = f"{finding.rule} „{finding.text}“: {finding.message}"
            yield Problem(shown.file, line, what, finding.suggestion, finding.severity, finding.rule)
    for (rule, text), (file, line) in unused.items():
        yield Problem(file, line, f"The exception from {rule} for „{text}“ is not needed.", "Take it out.")


def report_on(shown: Shown, check_text: Check = check) -> Report:
    """The report on the sentences as a person reads them, each on a line of its own, with samples in the fields."""
    text = "\n".join(as_read(shown))
    asks = shown.may_ask and shown.sentences and shown.sentences[-1].endswith("?")
    report = check_text(text, shown.level, Scope.QUESTION if asks else shown.scope)
    if shown.goes_on:
        report = replace(report, findings=tuple(one for one in report.findings if one.rule != _QUESTIONS))
    # The word that is explained may be as hard as it is.
    explained = shown.explains.casefold()
    findings = tuple(finding for finding in report.findings if finding.text.casefold() not in explained)
    return replace(report, findings=findings) if explained else report


def as_read(shown: Shown) -> tuple[str, ...]:
    """The sentences with samples in their fields, and in the place of what others have named."""
    sentences = (sampled(sentence) if shown.goes_on else _filled(sentence) for sentence in shown.sentences)
    return tuple(_QUOTED.sub(f"„{_SAMPLE}“", sentence) if shown.cites else sentence for sentence in sentences)


def _findings(shown: Shown, check_text: Check) -> Iterator[tuple[int, Finding]]:
    """The findings with their lines in the file."""
    for finding in report_on(shown, check_text).findings:
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
