"""Findings as SARIF 2.1.0, the format in which code review tools show them beside the lines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from assistant.easy_language.findings import Certainty, Severity
from assistant.easy_language.rule import Rule
from assistant.easy_language.rules import ALL_RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
OF_CONTENT = "CONTENT"
"""The id of faults that belong to no rule of easy language: a missing picture, a link that leads nowhere."""


@dataclass(frozen=True)
class Result:
    """One finding: `line` and `start` count from 1 and 0, as in findings; `end` of 0 means the whole line."""

    rule: str
    severity: Severity
    message: str
    file: str
    line: int
    start: int = 0
    end: int = 0
    certainty: Certainty = Certainty.SURE


def sarif(results: Iterable[Result]) -> str:
    """One run with its rules, as JSON."""
    ids = {rule.id: place for place, rule in enumerate(ALL_RULES)} | {OF_CONTENT: len(ALL_RULES)}
    driver = {
        "name": "aiskiai",
        "version": version("aiskiai"),
        "rules": [*map(_rule, ALL_RULES), _OF_CONTENT_RULE],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, ids) for result in results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    severity = rule.severity.get(2, Severity.WARNING)
    bad, good = rule.bad[:1], rule.good[:1]
    examples = [f"Blogai: {one.text}" for one in bad] + [f"Gerai: {one}" for one in good]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.message},
        "help": {"text": "\n".join((rule.message, rule.suggestion, *examples))},
        "defaultConfiguration": {"level": severity.value},
        "properties": {"source": rule.source},
    }


_OF_CONTENT_RULE = {
    "id": OF_CONTENT,
    "shortDescription": {"text": "Content files fit together."},
    "help": {"text": "The message says what to do."},
    "defaultConfiguration": {"level": Severity.ERROR.value},
}


def _result(result: Result, ids: Mapping[str, int]) -> dict[str, Any]:
    rule = result.rule if result.rule in ids else OF_CONTENT
    region: dict[str, int] = {"startLine": result.line}
    if result.end:
        region |= {"startColumn": result.start + 1, "endColumn": result.end + 1}
    place = {"artifactLocation": {"uri": result.file}, "region": region}
    return {
        "ruleId": rule,
        "ruleIndex": ids[rule],
        "level": result.severity.value,
        "message": {"text": result.message},
        "locations": [{"physicalLocation": place}],
        "properties": {"certainty": result.certainty.value},
    }
