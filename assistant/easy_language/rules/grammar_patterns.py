"""Lithuanian grammar found by endings, as rules: what the patterns of one id find, together."""

from collections.abc import Iterator

from assistant.easy_language.findings import Finding, Severity
from assistant.easy_language.grammar import GRAMMAR_RULES as PATTERNS
from assistant.easy_language.grammar import denials
from assistant.easy_language.rule import (
    EASED_AT_LEVEL_3,
    ERROR_AT_ALL_LEVELS,
    WARNING_BELOW_LEVEL_3,
    Hit,
    Rule,
)
from assistant.easy_language.text import Text

_SEVERITY = {"G04": EASED_AT_LEVEL_3, "G05": EASED_AT_LEVEL_3, "G11": EASED_AT_LEVEL_3}


def _hit(finding: Finding) -> Hit:
    is_mild = finding.severity is Severity.WARNING
    place = (finding.line, finding.start, finding.end, finding.text)
    return Hit(*place, finding.message, finding.suggestion, is_mild)


def _rule(name: str) -> Rule:
    patterns = [pattern for pattern in PATTERNS if pattern.id == name]

    def find(text: Text) -> Iterator[Hit]:
        for number, line in enumerate(text.plain_lines, start=1):
            for pattern in patterns:
                yield from map(_hit, pattern.find(line, number))

    first = patterns[0]
    return Rule(
        name, first.message, first.message, first.suggestion, "VDU", find, _SEVERITY.get(name, ERROR_AT_ALL_LEVELS)
    )


def _denials(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        yield from map(_hit, denials(sentence.text[: sentence.end - sentence.start], sentence.line, sentence.start))


GRAMMAR_RULES = (
    *(_rule(name) for name in dict.fromkeys(pattern.id for pattern in PATTERNS)),
    Rule(
        "G10",
        "Mažai neiginių",
        "Sakinyje yra du neiginiai.",
        "Rašykite du sakinius.",
        "VDU",
        _denials,
        WARNING_BELOW_LEVEL_3,
    ),
)
