"""The command `eligibility`: JSON lines with facts in, JSON lines with preliminary verdicts out."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from assistant.eligibility.facts import Disability, Facts, Interval
from assistant.eligibility.judge import judge
from assistant.eligibility.rules import Rule
from assistant.eligibility.verdict import Verdict

FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""The days that a check may be asked for; outside them a slip of typing is likelier than a question."""


def check_lines(
    lines: Iterable[str],
    rules: Mapping[str, Rule],
    municipality_id: Callable[[str], str | None],
    today: date,
    warn: Callable[[str], object] = lambda warning: print(warning, file=sys.stderr),  # noqa: T201 - words go to stderr
) -> Iterator[str]:
    """One line of JSON for each line that is not blank, as in the contract of commands.

    A line that cannot be answered becomes `{"id": …, "error": "what is wrong and the mend"}`; `is_error` tells the two
    apart, so that the caller can exit with a failure at the end. A municipality of which `municipality_id` does not
    know the name counts as unknown, and `warn` is told.
    """
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix("\ufeff").strip()
        if text:
            yield json.dumps(_answer(text, number, rules, municipality_id, today, warn), ensure_ascii=False)


def is_error(answer: str) -> bool:
    """Whether a line that `check_lines` gave says that something was wrong with the question."""
    return "error" in json.loads(answer)


def _answer(
    text: str,
    number: int,
    rules: Mapping[str, Rule],
    municipality_id: Callable[[str], str | None],
    today: date,
    warn: Callable[[str], object],
) -> dict[str, Any]:
    try:
        question = _Question.model_validate_json(text)
    except ValidationError as error:
        told: dict[str, str] = {}
        for fault in error.errors(include_url=False, include_context=False):
            # A value that may be of two kinds is complained of twice; the first complaint says enough.
            told.setdefault(_place(fault), _told(fault))
        return {"id": _id_in(text), "error": f"line {number}: {' '.join(told.values())}"}
    if question.service not in rules:
        known = ", ".join(sorted(rules))
        error_text = f'line {number}: there is no rule for the service "{question.service}". Use one of {known}.'
        return {"id": question.id, "error": error_text}
    known_facts = question.facts or _Facts()
    municipality = None
    if name := (known_facts.municipality or "").strip():
        municipality = municipality_id(name)
        if municipality is None:
            warn(f'line {number}: "{name}" is not the name of one municipality; it is taken as not known.')
    verdict = judge(rules[question.service], known_facts.with_municipality(municipality), question.on_date or today)
    return {"id": question.id, **_shown(verdict)}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Facts(_Strict):
    """The facts as the contract names them; null or absent is not known."""

    age: Annotated[int, Field(ge=0, le=130)] | None = None
    disability: Disability | None = None
    participation_level: Annotated[int, Field(ge=0, le=100)] | None = None
    complex_needs: bool | None = None
    municipality: str | None = None
    can_work_open_market_or_supported: bool | None = None
    has_child_or_expecting: bool | None = None

    def with_municipality(self, municipality: str | None) -> Facts:
        """The facts of the domain, with the municipality by its id."""
        return Facts(
            age=None if self.age is None else Interval.exactly(self.age),
            disability=self.disability,
            participation_level=(
                None if self.participation_level is None else Interval.exactly(self.participation_level)
            ),
            complex_needs=self.complex_needs,
            municipality=municipality,
            can_work_open_market_or_supported=self.can_work_open_market_or_supported,
            has_child_or_expecting=self.has_child_or_expecting,
        )


class _Question(_Strict):
    id: str | int | None = None
    service: str
    facts: _Facts | None = None
    on_date: Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)] | None = None


class _WithId(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    id: str | int | None = None


def _id_in(text: str) -> str | int | None:
    """The id of a line that is wrong otherwise, so that its sender can find it; None where even that is lost."""
    try:
        return _WithId.model_validate_json(text).id
    except ValidationError:
        return None


def _shown(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.outcome.value,
        "reasons": [
            {
                "criterion": reason.criterion,
                "truth": reason.truth.value,
                "text": reason.text,
                "source": {
                    "title": reason.source.title,
                    "place": reason.source.place,
                    "checked_on": reason.source.checked_on.isoformat(),
                },
            }
            for reason in verdict.reasons
        ],
        "missing": [fact.value for fact in verdict.missing],
    }


def _place(fault: ErrorDetails) -> str:
    return ".".join(str(part) for part in fault["loc"] if part not in {"str", "int"}) or "the line"


def _told(fault: ErrorDetails) -> str:
    if fault["type"] == "json_invalid":
        what = fault["msg"].replace("line 1 column", "column")
        return f"{what}. Write one JSON object on each line."
    name = _place(fault).rpartition(".")[2]
    if fault["type"] == "extra_forbidden":
        known = _Facts.model_fields if fault["loc"][0] == "facts" else _Question.model_fields
        return f'"{name}" is not known here. Use only {", ".join(known)}.'
    return f"{_place(fault)}: {fault['msg']}. {_MENDS.get(name, 'Write one JSON object on each line.')}"


_FLAG_MEND = "Write true or false, or null where it is not known."

_MENDS = {
    "age": "Write whole years from 0 to 130, or null where they are not known.",
    "disability": f"Write one of {', '.join(Disability)}, or null.",
    "participation_level": "Write a whole number from 0 to 100, or null where it is not known.",
    "complex_needs": _FLAG_MEND,
    "municipality": "Write the municipality's Lithuanian name as text, or null where it is not known.",
    "can_work_open_market_or_supported": _FLAG_MEND,
    "has_child_or_expecting": _FLAG_MEND,
    "on_date": f"Write a day as 2026-11-22, from {FIRST_DAY} to {LAST_DAY}, or leave it out for today.",
    "service": "Write the service's id as text.",
    "facts": "Write an object with the facts that are known.",
    "id": "Write the id as text or as a whole number.",
}
