"""The report for a terminal and for programs."""

import json
from collections.abc import Iterator
from typing import Any

from assistant.library.report.facts import Card, ContentReport, Kind, Part
from assistant.library.report.numbers import Numbers
from assistant.library.report.wording import Wording
from assistant.library.reviews import ReviewKind

SMALL = (Kind.TITLE, Kind.BUTTON, Kind.NAME, Kind.STAFF)
"""Few words, whose numbers tell nothing."""


def as_json(report: ContentReport) -> str:
    """All facts, for programs."""
    return json.dumps(
        {
            "day": report.day.isoformat(),
            "summary": [
                {
                    "kind": row.kind,
                    "level": row.level,
                    "texts": row.texts,
                    **_numbers(row.numbers),
                    "errors": row.errors,
                    "warnings": row.warnings,
                }
                for row in report.rows
            ],
            "answers": report.answers,
            "reviewed": {kind.value: report.reviewed(kind) for kind in ReviewKind},
            "groups": [
                {"name": group.name, "kind": group.kind, "light": group.light, "cards": [_card(c) for c in group.cards]}
                for group in report.groups
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "service": card.service,
        "title": card.title,
        "file": card.file,
        "line": card.line,
        "picture": card.picture,
        "light": card.light,
        "parts": [_part(part) for part in card.parts],
        "choices": [{"label": label, "right": right} for label, right in card.choices],
        "sources": [
            {"title": one.title, "place": one.place, "checked_on": one.checked_on.isoformat()} for one in card.sources
        ],
        "related": card.related,
        "fingerprint": card.fingerprint,
        "reviews": [
            {
                "kind": mark.kind,
                "standing": mark.standing,
                "by": mark.by,
                "day": mark.day.isoformat() if mark.day else None,
            }
            for mark in card.marks
        ],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "level": part.level,
        **_numbers(part.numbers),
        "sentences_read": [line.text for line in part.lines],
        "findings": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "sentence": finding.line,
                "start": finding.start,
                "end": finding.end,
                "text": finding.text,
                "message": finding.message,
                "suggestion": finding.suggestion,
            }
            for line in part.lines
            for finding in line.findings
        ],
    }


def _numbers(numbers: Numbers) -> dict[str, float]:
    return {
        "sentences": numbers.sentences,
        "words": numbers.words,
        "words_per_sentence": numbers.words_per_sentence,
        "lix10": numbers.lix10,
        "long_words_percent": numbers.long_percent,
    }


def as_text(report: ContentReport, wording: Wording) -> Iterator[str]:
    """All facts, line by line, for people."""
    yield wording.gettext("How our texts are to read")
    yield ""
    for row in report.rows:
        yield f"{wording.row(row.kind)}: {wording.summed(row)}"
    yield ""
    yield from wording.reviewed(report)
    for group in report.groups:
        yield ""
        yield f"== {wording.group(group)}"
        for card in group.cards:
            yield from _card_lines(card, wording)


def _card_lines(card: Card, wording: Wording) -> Iterator[str]:
    yield ""
    yield f"[{wording.light(card.light)}] {card.title} – {card.file}:{card.line}"
    for part in (*card.texts, *card.others):
        if part.kind not in SMALL:
            yield f"  {wording.part(part)}"
        for line in part.lines:
            yield f"    {line.text}"
            for finding in line.findings:
                severity = wording.severity(finding.severity)
                yield f"      ^ {severity} {finding.rule} „{finding.text}“: {finding.message} {finding.suggestion}"
    if card.choices:
        yield "  " + " / ".join(f"{label} (+)" if right else label for label, right in card.choices)
    for source in card.sources:
        yield f"  {wording.source(source)}"
    if card.related:
        heading = wording.gettext("Related answers")
        yield f"  {heading}: {', '.join(card.related)}"
    if card.fingerprint:
        heading = wording.gettext("Mark of the text")
        yield f"  {heading}: {card.fingerprint}"
    for mark in card.marks:
        yield f"  {wording.mark(mark)}"
