"""The command `easy`: checks Lithuanian text as easy language and writes a report for people or for programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Literal

from assistant.easy_language.findings import Finding, Severity
from assistant.easy_language.report import Report, check

Format = Literal["text", "json"]

_SEVERITY = {Severity.ERROR: "klaida", Severity.WARNING: "įspėjimas"}


def easy_report(text: str, level: int, fmt: Format) -> str:
    """The report on a text at level 1, 2 or 3, without a line break at the end. Raises ValueError for another level."""
    report = check(text, level)
    return _as_json(report) if fmt == "json" else "\n".join(_as_text(report))


def _as_json(report: Report) -> str:
    return json.dumps(
        {
            "level": report.level,
            "sentences": report.sentences,
            "words_per_sentence": report.words_per_sentence,
            "lix": report.lix,
            "long_words_percent": report.long_words_percent,
            "findings": [asdict(finding) for finding in report.findings],
        },
        ensure_ascii=False,
    )


def _as_text(report: Report) -> Iterator[str]:
    yield f"Lygis: {report.level}"
    yield f"Sakinių: {report.sentences}"
    yield f"Žodžių sakinyje: {_number(report.words_per_sentence)}"
    yield f"LIX: {_number(report.lix)}"
    yield f"Ilgų žodžių: {_number(report.long_words_percent)} iš 100"
    yield ""
    if not report.findings:
        yield "Klaidų neradau."
    for finding in report.findings:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{finding.line} eilutė, {_SEVERITY[finding.severity]} {finding.rule}: „{finding.text}“"
    yield f"    {finding.message}"
    if finding.suggestion:
        yield f"    Patarimas: {finding.suggestion}"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
