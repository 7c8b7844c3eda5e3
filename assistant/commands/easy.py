"""The command `easy`: checks Lithuanian text as easy language and writes a report for people or for programs."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Literal

from assistant.commands.sarif import Result, sarif
from assistant.easy_language.findings import Certainty, Finding, Severity
from assistant.easy_language.levels import LIMITS
from assistant.easy_language.report import Report
from assistant.easy_language.rules import ALL_RULES
from assistant.library.vocabulary import Vocabulary

Format = Literal["text", "json", "sarif"]

STDIN = "stdin"
"""The name of the file in SARIF, where the text has none."""
WIDEST = 76
_SEVERITY = {Severity.ERROR: "KLAIDA", Severity.WARNING: "įspėjimas"}
_TITLES = {rule.id: rule.title for rule in ALL_RULES}


def easy_report(text: str, level: int, fmt: Format, vocabulary: Vocabulary) -> str:
    """The report on a text at level 1, 2 or 3, without a line break at the end. Raises ValueError for another level."""
    report = vocabulary.check(text, level)
    if fmt == "json":
        return _as_json(report)
    if fmt == "sarif":
        return sarif(map(_result, report.findings))
    return "\n".join(_as_text(report, text.splitlines()))


def _as_json(report: Report) -> str:
    return json.dumps(
        {
            "level": report.level,
            "sentences": report.sentences,
            "words_per_sentence": report.words_per_sentence,
            "lix": report.lix,
            "rix": report.rix,
            "long_words_percent": report.long_words_percent,
            "findings": [asdict(finding) for finding in report.findings],
        },
        ensure_ascii=False,
    )


def _result(finding: Finding) -> Result:
    message = f"„{finding.text}“: {finding.message} {finding.suggestion}".rstrip()
    return Result(
        finding.rule,
        finding.severity,
        message,
        STDIN,
        finding.line,
        finding.start,
        finding.end,
        finding.certainty,
    )


def _as_text(report: Report, lines: list[str]) -> Iterator[str]:
    errors, warnings = len(report.errors), len(report.findings) - len(report.errors)
    yield _verdict(report)
    yield f"Klaidų: {errors}. Įspėjimų: {warnings}."
    yield (
        f"Sakinių: {report.sentences}. Vidutiniškai sakinyje: {_number(report.words_per_sentence)} žodžio"
        f" (šiame lygyje – iki {_number(LIMITS[report.level].mean)})."
    )
    yield (
        f"Ilgų žodžių: {_number(report.long_words_percent)} iš 100."
        f" LIX: {_number(report.lix)}. RIX: {_number(report.rix)}."
    )
    for number, findings in groupby(report.findings, lambda finding: finding.line):
        line = lines[number - 1].strip()
        yield ""
        yield f"{number} eilutė: {_short(line)}"
        for finding in sorted(findings, key=lambda finding: finding.severity is Severity.WARNING):
            yield from _finding(finding, line)


def _verdict(report: Report) -> str:
    if not report.findings:
        return f"Klaidų neradau. Tekstas tinka {report.level} lygiui. Dar paklauskite žmonių, ar jie suprato."
    if not report.errors:
        return f"Klaidų neradau, bet kai kur verta pažiūrėti dar kartą. Lygis: {report.level}."
    return f"Tekstą dar reikia taisyti. Lygis: {report.level}."


def _finding(finding: Finding, line: str) -> Iterator[str]:
    where = "visa eilutė" if finding.text == line else f"„{_short(finding.text)}“"
    yield f"  {_SEVERITY[finding.severity]} {finding.rule} ({_TITLES[finding.rule]}): {where}"
    doubt = " Galiu ir klysti." if finding.certainty is Certainty.LIKELY else ""
    yield f"    {finding.message}{doubt}"
    if finding.suggestion:
        yield f"    Patarimas: {finding.suggestion}"


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1].rstrip()}…"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
