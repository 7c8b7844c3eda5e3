"""JSON lines with facts in, JSON lines with preliminary verdicts out."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.commands.eligibility import check_lines, is_error
from assistant.eligibility.facts import FactId, Interval
from assistant.eligibility.rules import Example, Rule
from assistant.library.rules import load_rules

TODAY = date(2026, 11, 22)
OUR_RULES: Mapping[str, Rule] = load_rules(Path(__file__).parents[2] / "content" / "rules")
MUNICIPALITIES = {
    "Kretingos rajono savivaldybė": "kretingos-rajono",
    "Neringos savivaldybė": "neringos",
    "Klaipėdos miesto savivaldybė": "klaipedos-miesto",
}
FITTING = {
    "age": 30,
    "disability": "intellectual",
    "participation_level": 40,
    "complex_needs": True,
    "municipality": "Kretingos rajono savivaldybė",
}


def answers(*lines: str) -> list[str]:
    warnings: list[str] = []
    return list(check_lines(lines, OUR_RULES, MUNICIPALITIES.get, TODAY, warn=warnings.append))


def answer(question: Any) -> Any:
    (only,) = answers(json.dumps(question))
    return json.loads(only)


def complaint(**changes: Any) -> str:
    answered = answer({"id": "x", "service": "case-management", "facts": {}} | changes)
    assert set(answered) == {"id", "error"}
    assert answered["id"] == "x"
    return str(answered["error"])


def facts_as_json(example: Example) -> dict[str, Any] | None:
    """The facts as a caller writes them; None where one is known only roughly, which a caller cannot say."""
    names = {municipality: name for name, municipality in MUNICIPALITIES.items()}
    written: dict[str, Any] = {}
    for fact in FactId:
        value = example.facts.get(fact)
        if isinstance(value, Interval):
            if value.low != value.high:
                return None
            written[fact] = value.low
        elif value is not None and fact is FactId.MUNICIPALITY:
            written[fact] = names[str(value)]
        else:
            written[fact] = value
    return written


@pytest.mark.parametrize(
    ("service", "example"),
    [
        pytest.param(service, example, id=f"{service}: {example.name}")
        for service, rule in OUR_RULES.items()
        for example in rule.examples
        if facts_as_json(example) is not None
    ],
)
def test_every_worked_example_has_its_verdict(service: str, example: Example) -> None:
    question = {
        "id": example.name,
        "service": service,
        "facts": facts_as_json(example),
        "on_date": example.on_date.isoformat(),
    }
    answered = answer(question)
    assert answered["id"] == example.name
    assert answered["verdict"] == example.outcome


def test_an_answer_has_the_shape_of_the_contract() -> None:
    answered = answer({"id": 7, "service": "family-case-management", "facts": {"has_child_or_expecting": True}})
    assert answered == {
        "id": 7,
        "verdict": "likely",
        "reasons": [
            {
                "criterion": "family",
                "truth": "yes",
                "text": "Jūs auginate vaiką arba laukiatės.",
                "source": {
                    "title": "Įsakymas apie atvejo vadybą šeimai, A1-141, redakcija A1-451",
                    "place": "1 ir 24 punktai",
                    "checked_on": "2026-11-22",
                },
            }
        ],
        "missing": [],
    }


def test_lithuanian_letters_are_written_as_they_are() -> None:
    (line,) = answers('{"id": "ąž", "service": "family-case-management", "facts": {}}')
    assert "ąž" in line
    assert "nežinau" in line


@pytest.mark.parametrize("facts", [{}, None, dict.fromkeys(FactId), {"disability": "unknown", "municipality": " "}])
def test_what_is_null_or_absent_is_not_known(facts: dict[str, Any] | None) -> None:
    answered = answer({"id": 1, "service": "case-management", "facts": facts})
    assert answered["verdict"] == "unsure"
    assert answered["missing"] == ["age", "disability", "participation_level", "complex_needs", "municipality"]


def test_without_a_date_the_check_is_for_today() -> None:
    facts = FITTING | {"age": 64}
    assert answer({"id": 1, "service": "case-management", "facts": facts})["verdict"] == "likely"
    in_2025 = answer({"id": 1, "service": "case-management", "facts": facts, "on_date": "2025-06-01"})
    assert in_2025["verdict"] == "unsure"


def test_a_municipality_that_nobody_knows_is_not_known_and_that_is_said() -> None:
    # Given a name that is not among the municipalities
    line = json.dumps({"id": 1, "service": "case-management", "facts": FITTING | {"municipality": "Atlantida"}})
    warnings: list[str] = []

    # When it is checked
    (answered,) = check_lines([line], OUR_RULES, MUNICIPALITIES.get, TODAY, warn=warnings.append)

    # Then it counts as not known, and the caller is told
    assert json.loads(answered)["verdict"] == "unsure"
    assert json.loads(answered)["missing"] == ["municipality"]
    assert warnings == ['line 1: "Atlantida" is not the name of one municipality; it is taken as not known.']


def test_warnings_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    line = '{"id": 1, "service": "case-management", "facts": {"municipality": "Atlantida"}}'
    list(check_lines([line], OUR_RULES, MUNICIPALITIES.get, TODAY))
    assert capsys.readouterr() == (
        "",
        'line 1: "Atlantida" is not the name of one municipality; it is taken as not known.\n',
    )


def test_blank_lines_are_passed_over_and_the_order_is_kept() -> None:
    lines = answers("\ufeff\n", '{"id": 1, "service": "social-workshops"}\n', "  \n", "{}\n")
    assert [json.loads(line)["id"] for line in lines] == [1, None]


def test_errors_can_be_told_from_verdicts() -> None:
    lines = answers('{"id": 1, "service": "social-workshops"}', '{"id": 2, "service": "gardening"}')
    assert [is_error(line) for line in lines] == [False, True]


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"age": -1}, "facts.age: Input should be greater than or equal to 0. Write whole years from 0 to 130"),
        ({"age": 131}, "facts.age: Input should be less than or equal to 130."),
        ({"age": "17"}, "facts.age: Input should be a valid integer."),
        ({"age": 17.5}, "facts.age: Input should be a valid integer."),
        ({"age": True}, "facts.age: Input should be a valid integer."),
        ({"participation_level": 101}, "facts.participation_level: Input should be less than or equal to 100."),
        ({"complex_needs": 1}, "facts.complex_needs: Input should be a valid boolean. Write true or false"),
        ({"complex_needs": "true"}, "facts.complex_needs: Input should be a valid boolean."),
        ({"disability": "proto"}, "facts.disability: Input should be 'intellectual'"),
        ({"municipality": 5}, "facts.municipality: Input should be a valid string."),
        ({"aeg": 17}, '"aeg" is not known here. Use only age, disability,'),
        ([], "facts: Input should be an object."),
    ],
)
def test_a_bad_fact_is_refused_with_its_name_and_the_mend(facts: Any, fault: str) -> None:
    assert complaint(facts=facts).startswith(f"line 1: {fault}")


def test_other_bad_parts_are_refused() -> None:
    assert 'no rule for the service "gardening". Use one of case-management' in complaint(service="gardening")
    assert "on_date: " in complaint(on_date="yesterday")
    assert "from 2000-01-01 to 2100-12-31" in complaint(on_date="9999-12-31")
    assert '"ondate" is not known here. Use only id, service, facts, on_date.' in complaint(ondate="2026-11-22")


def test_two_bad_facts_are_told_at_once() -> None:
    told = complaint(facts={"age": "x", "participation_level": -1})
    assert "facts.age" in told
    assert "facts.participation_level" in told


@pytest.mark.parametrize("line", ["{", "[]", "null", "7", "nonsense", "[" * 5000, '{"id": {}, "service": "x"}'])
def test_a_line_that_is_no_question_is_refused_without_an_id(line: str) -> None:
    (only,) = answers(line)
    assert json.loads(only)["id"] is None
    assert is_error(only)


def test_a_broken_line_says_what_to_write() -> None:
    (only,) = answers('{"id": 1')
    assert json.loads(only)["error"].endswith("Write one JSON object on each line.")
