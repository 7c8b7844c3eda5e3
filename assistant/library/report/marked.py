"""Sentences with their faults in place: cut into pieces at which a page can put marks (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.easy_language.findings import Finding, Severity


@dataclass(frozen=True)
class Piece:
    """A part of a sentence. `severity` is the worst fault that it is part of; `ends` are the rules whose fault ends."""

    text: str
    severity: Severity | None = None
    ends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A sentence as it is read, its faults, and the same sentence in pieces."""

    text: str
    findings: tuple[Finding, ...]
    pieces: tuple[Piece, ...]


def marked_lines(sentences: Sequence[str], findings: Sequence[Finding]) -> tuple[Line, ...]:
    """Each sentence with the findings of its line; the findings count lines from 1."""
    lines = []
    for number, sentence in enumerate(sentences, start=1):
        own = tuple(finding for finding in findings if finding.line == number)
        lines.append(Line(sentence, own, tuple(_pieces(sentence, own))))
    return tuple(lines)


def _pieces(sentence: str, findings: Sequence[Finding]) -> Iterator[Piece]:
    cuts = {0, len(sentence)}
    for finding in findings:
        cuts |= {min(finding.start, len(sentence)), min(finding.end, len(sentence))}
    for start, end in pairwise(sorted(cuts)):
        over = [finding for finding in findings if finding.start < end and start < finding.end]
        severities = {finding.severity for finding in over}
        worst = Severity.ERROR if Severity.ERROR in severities else next(iter(severities), None)
        # A fault may lie beyond the line where its sentence goes on; then it ends with the line.
        ends = dict.fromkeys(finding.rule for finding in over if min(finding.end, len(sentence)) == end)
        yield Piece(sentence[start:end], worst, tuple(ends))
