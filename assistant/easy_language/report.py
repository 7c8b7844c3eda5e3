"""Checks a Lithuanian text as easy language: its numbers and every fault in its place.

The rules come from the European and Lithuanian recommendations on easy-to-read text. They judge only what a machine can
judge; whether a text is understood, only its readers can say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.easy_language.findings import Finding, PatternRule, Scope, Severity
from assistant.easy_language.grammar import GRAMMAR_RULES, denials
from assistant.easy_language.readability import Readability, measure
from assistant.easy_language.sentences import split_sentences
from assistant.easy_language.signs import SIGN_RULES
from assistant.easy_language.structure import LIMITS, sentence_findings, text_findings
from assistant.easy_language.words import WORD_RULES, long_words

LEVELS = tuple(sorted(LIMITS))

# At level 3 readers manage these; below it they do not.
_EASED_AT_LEVEL_3 = frozenset({"G04", "G05", "G11", "W09", "W12", "W18"})
_FREE_AT_LEVEL_3 = frozenset({"G10", "W06"})


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
    text: str, level: int = 2, scope: Scope = Scope.TEXT, known_long_words: re.Pattern[str] | None = None
) -> Report:
    """Check a text at level 1 (easiest), 2 or 3. `known_long_words` are those that the reader has explained elsewhere.

    Raises ValueError for another level.
    """
    if level not in LIMITS:
        message = f"the levels are {', '.join(map(str, LEVELS))}, not {level}"
        raise ValueError(message)
    sentences = split_sentences(text)
    numbers = measure(sentences)
    findings = [*_line_findings(text, known_long_words)]
    for sentence in sentences:
        findings += sentence_findings(sentence, level)
        findings += denials(sentence.text[: sentence.end - sentence.start], sentence.line, sentence.start)
    if scope is not Scope.BUTTON:
        findings += text_findings(sentences, numbers, level, scope)
    return _report(level, numbers, findings)


def _line_findings(text: str, known_long_words: re.Pattern[str] | None) -> Iterator[Finding]:
    rules: tuple[PatternRule, ...] = (*SIGN_RULES, *WORD_RULES, *GRAMMAR_RULES)
    for number, line in enumerate(text.splitlines(), start=1):
        for rule in rules:
            yield from rule.find(line, number)
        yield from long_words(line, number, known_long_words)


def _report(level: int, numbers: Readability, findings: list[Finding]) -> Report:
    if level == max(LEVELS):
        findings = [_eased(finding) for finding in findings if finding.rule not in _FREE_AT_LEVEL_3]
    return Report(
        level=level,
        sentences=numbers.sentences,
        words_per_sentence=round(numbers.words_per_sentence, 1),
        lix=round(numbers.lix, 1),
        rix=round(numbers.rix, 1),
        long_words_percent=round(numbers.long_words_percent, 1),
        findings=tuple(_without_doubles(sorted(findings, key=lambda one: (one.line, one.start, -one.end, one.rule)))),
    )


def _eased(finding: Finding) -> Finding:
    if finding.rule not in _EASED_AT_LEVEL_3:
        return finding
    return Finding(
        finding.rule,
        Severity.WARNING,
        finding.line,
        finding.start,
        finding.end,
        finding.text,
        finding.message,
        finding.suggestion,
    )


def _without_doubles(findings: list[Finding]) -> Iterator[Finding]:
    """One fault of grammar is told once, by the rule that says most: the one with the longest find."""
    taken: list[Finding] = []
    for finding in findings:
        is_grammar = finding.rule.startswith("G")
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
        and outer.rule not in {"G07", "G10"}
        and inner.rule not in {"G07", "G10"}
    )
