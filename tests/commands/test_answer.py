"""The commands that other programs call, as those programs call them: JSON lines through a process."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.eligibility.facts import FactId, Interval
from assistant.eligibility.rules import Example
from assistant.library.library import Library
from tests import warm
from tests.journeys.running import environment_for

pytestmark = pytest.mark.process


def run(tmp_path: Path, command: str, told: bytes, *options: str) -> tuple[int, list[str]]:
    """The exit code and the lines on standard output, which must be UTF-8."""
    done = warm.run("assistant", command, *options, environment=environment_for(tmp_path / "var", 1), told=told)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.splitlines()


def lines_of(questions: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in questions).encode()


def facts_of(library: Library, example: Example) -> list[dict[str, Any]]:
    """The facts as a caller writes them; one known only roughly as its two ends, which must agree with the verdict."""
    ends: list[dict[str, Any]] = [{}, {}]
    for fact in FactId:
        value = example.facts.get(fact)
        for place, written in enumerate(ends):
            if isinstance(value, Interval):
                written[fact] = (value.low, value.high)[place]
            elif fact is FactId.MUNICIPALITY and value is not None:
                written[fact] = library.municipalities[str(value)].name
            else:
                written[fact] = value
    return ends[:1] if ends[0] == ends[1] else ends


def test_every_worked_example_of_every_rule_has_its_verdict(tmp_path: Path, library: Library) -> None:
    # Given all examples; one that is unsure because a fact is known only roughly says nothing about the ends
    cases = [
        # The quotes are there because an id that looks like an error must not be taken for one.
        (f'{service}: {example.name} "error": {place}', service, example, facts)
        for service, rule in library.rules.items()
        for example in rule.examples
        for ends in [facts_of(library, example)]
        for place, facts in enumerate(ends)
        if len(ends) == 1 or example.outcome != "unsure"
    ]
    questions = [
        {"id": name, "service": service, "facts": facts, "on_date": example.on_date.isoformat()}
        for name, service, example, facts in cases
    ]

    # When they go through one process
    code, answered = run(tmp_path, "eligibility", lines_of(questions))

    # Then
    told = {answer["id"]: answer for answer in map(json.loads, answered)}
    assert code == 0
    assert [answer["id"] for answer in map(json.loads, answered)] == [name for name, *_ in cases]
    assert {name: told[name]["verdict"] for name in told} == {name: str(case.outcome) for name, _, case, _ in cases}
    for name, service, example, _ in cases:
        against = {reason["criterion"] for reason in told[name]["reasons"] if reason["truth"] == "no"}
        assert against == set(example.against), name
        assert {reason["criterion"] for reason in told[name]["reasons"]} <= {
            criterion.id for criterion in library.rules[service].criteria
        }
    assert len({service for _, service, _, _ in cases}) == 3


def test_a_bad_line_is_an_error_of_that_line_and_the_command_fails(tmp_path: Path) -> None:
    # Given lines of every bad kind between two good ones
    good = b'{"id": 1, "service": "social-workshops", "facts": {"age": 15}, "on_date": "2026-11-22"}\n'
    bad = b'nonsense\n{"id": 3, "service": "gardening"}\n\xff\xfe\n'
    bad += b'{"id": 5, "service": "social-workshops", "facts": {"age": "x"}}\n'

    # When
    code, answered = run(tmp_path, "eligibility", good + bad + good)

    # Then
    told = [json.loads(line) for line in answered]
    assert code == 1
    assert ["error" in answer for answer in told] == [False, True, True, True, True, False]
    assert [answer["id"] for answer in told] == [1, None, 3, None, 5, 1]
    assert told[0]["verdict"] == told[-1]["verdict"] == "unlikely"
    assert all(f"line {number}: " in told[number - 1]["error"] for number in (2, 3, 4, 5))


def test_understand_answers_each_line_and_fails_for_a_bad_one(tmp_path: Path) -> None:
    # Given
    questions = [
        {"id": 1, "text": "kas yra socialinės dirbtuvės", "context": None},
        {"id": 2, "text": "o kiek kainuoja?", "context": {"service": "social-workshops"}},
    ]

    # When
    code, answered = run(tmp_path, "understand", lines_of(questions) + b"[]\n")

    # Then
    first, second, third = map(json.loads, answered)
    assert code == 1
    assert (first["id"], first["topic"], first["service"]) == (1, "what-is", "social-workshops")
    assert (second["id"], second["topic"], second["service"]) == (2, "cost", "social-workshops")
    assert "error" in third
    assert set(first) == {
        "id", "topic", "service", "understood", "confidence", "alternatives", "language", "private",
    }  # fmt: skip


def test_easy_reports_as_json_what_is_hard_to_read(tmp_path: Path) -> None:
    text = "Labas.\nPrašymas būtų pateiktas.\n"

    code, [line] = run(tmp_path, "easy", text.encode(), "--level", "1", "--format", "json")

    report = json.loads(line)
    assert code == 0
    assert (report["level"], report["sentences"]) == (1, 2)
    assert set(report) == {"level", "sentences", "words_per_sentence", "lix", "rix", "long_words_percent", "findings"}
    found = [finding for finding in report["findings"] if "būtų" in finding["text"]]
    assert found
    line_of_it = text.splitlines()[found[0]["line"] - 1]
    assert line_of_it[found[0]["start"] : found[0]["end"]] == found[0]["text"]
