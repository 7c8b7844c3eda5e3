"""Checks a Lithuanian text as easy language: its numbers and every fault in its place.

The rules come from the European and Lithuanian recommendations on easy-to-read text. They judge only what a machine can
judge; whether a text is understood, only its readers can say.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from assistant.easy_language.findings import Finding, Scope, Severity
from assistant.easy_language.forms import Forms, NoForms
from assistant.easy_language.levels import LEVELS
from assistant.easy_language.rules import ALL_RULES
from assistant.easy_language.spelling import Spelling
from assistant.easy_language.text import Text

_NO_FORMS = NoForms()
_NEVER_TOLD_BY_OTHERS = frozenset({"G07", "G08", "G10"})
"""These stand over many words, in which others find faults of their own."""


@dataclass(frozen=True)
class Report:
    """The outcome. `sentences` is their number; the measures are those of Readability."""

    level: int
    sentences: int
    words_per_sentence: float
    lix: float
    rix: float
    long_words_percent: float
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.ERROR)


def check(
    source: str,
    level: int = 2,
    scope: Scope = Scope.TEXT,
    forms: Forms = _NO_FORMS,
    *,
    explained: frozenset[str] = frozenset(),
    easy: Container[str] = frozenset(),
    spelling: Spelling | None = None,
) -> Report:
    """Check a text at level 1 (easiest), 2 or 3; `explained`, `easy` and `spelling` are those of Text.

    Raises ValueError for another level.
    """
    if level not in LEVELS:
        message = f"the levels are {', '.join(map(str, LEVELS))}, not {level}"
        raise ValueError(message)
    text = Text(source, level, scope, forms, explained, easy, spelling)
    numbers = text.numbers
    return Report(
        level=level,
        sentences=numbers.sentences,
        words_per_sentence=round(numbers.words_per_sentence, 1),
        lix=round(numbers.lix, 1),
        rix=round(numbers.rix, 1),
        long_words_percent=round(numbers.long_words_percent, 1),
        findings=findings_in(text),
    )


def findings_in(text: Text) -> tuple[Finding, ...]:
    """Every fault, in the order of the text."""
    found = [finding for rule in ALL_RULES for finding in rule.findings(text)]
    return tuple(_without_doubles(sorted(found, key=lambda one: (one.line, one.start, -one.end, one.rule))))


def _without_doubles(findings: list[Finding]) -> Iterator[Finding]:
    """One fault of grammar is told once, by the rule that says most: the one with the longest find."""
    taken: list[Finding] = []
    for finding in findings:
        is_grammar = finding.rule.startswith("G")
        if taken and taken[-1].line != finding.line:
            taken.clear()
        if is_grammar and any(_holds(other, finding) for other in taken):
            continue
        if is_grammar:
            taken.append(finding)
        yield finding


def _holds(outer: Finding, inner: Finding) -> bool:
    return (
        outer.line == inner.line
        and outer.start <= inner.start
        and inner.end <= outer.end
        and _NEVER_TOLD_BY_OTHERS.isdisjoint({outer.rule, inner.rule})
    )
