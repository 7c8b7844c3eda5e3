"""The check of content says where each fault is, the list of claims what holds each number; both fail on an error."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant.commands.content import content_report, examination_of, totals_lines
from assistant.commands.content_claims import problems_of_claims
from assistant.commands.content_words import unclassified_lines
from assistant.settings import ROOT
from tests import warm
from tests.journeys.running import environment_for

CONTENT = ROOT / "content"
SUM = re.compile(
    r"Checked (?P<content>\d+) of (?P=content) strings that people read \(100 %\)\.\n"
    r"Checked (?P<staff>\d+) strings for staff\.\n(?:.*\n)*"
    r"(?P<errors>\d+) errors, (?P<warnings>\d+) warnings\.\n\Z"
)


def run(command: str, content: Path, tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    words = ("content", command, str(content), *options)
    return warm.run("assistant", *words, environment=environment_for(tmp_path / "var", 1))


@pytest.mark.process
def test_a_planted_fault_fails_the_check_with_file_and_line(tmp_path: Path) -> None:
    # Given
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    topics = content / "lt" / "topics" / "program.yaml"
    text = topics.read_text(encoding="utf-8")
    fault = text[: text.index("picture: robot")].count("\n") + 1
    topics.write_text(text.replace("picture: robot", "picture: roboto", 1), encoding="utf-8")

    # When
    done = run("check", content, tmp_path)

    # Then the data are on standard output, the sum on standard error
    assert done.returncode == 1
    [error] = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert error.startswith(f'{topics}:{fault}: error: There is no picture "roboto". ')
    told = SUM.search(done.stderr)
    assert told is not None
    assert told["errors"] == "1"
    assert int(told["content"]) > 2000
    assert int(told["staff"]) > 100
    assert int(told["warnings"]) == sum(": warning: " in line for line in done.stdout.splitlines())


@pytest.mark.process
def test_claims_are_listed_with_the_facts_that_hold_them(tmp_path: Path) -> None:
    # Given an answer whose deadline was changed
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    topics = content / "lt" / "topics" / "family-case-management.yaml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("iki 20 darbo dienų", "iki 21 darbo dienos", 1), encoding="utf-8")

    # When
    done = run("claims", content, tmp_path)

    # Then each claim is told, and the one that nobody holds fails the list
    assert done.returncode == 1
    lines = [line.removeprefix(f"{topics}:") for line in done.stdout.splitlines() if "darbo dien" in line]
    told = [line.split(": ", 1)[1] for line in lines]
    assert "Tada per 10 darbo dienų vyksta susitikimas. | 10 darbo dienos | family-order, 26 punktas" in told
    assert "Jis renka informaciją iki 21 darbo dienos. | 21 darbo dienos | NO SOURCE" in told
    assert done.stderr == "1 errors, 0 warnings.\n"


def test_facts_are_compared_with_documents_only_where_a_folder_is_named(tmp_path: Path) -> None:
    assert problems_of_claims(CONTENT, None) == []

    missing = {problem.what for problem in problems_of_claims(CONTENT, tmp_path)}

    assert missing
    assert all(what.endswith("is missing.") for what in missing)


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    messages = content / "lt" / "web.yaml"
    messages.write_text(messages.read_text(encoding="utf-8").replace("sentences:", "sentence:", 1), encoding="utf-8")

    found = [problem.is_error for problem in examination_of(content).problems]

    assert found[0]
    assert found == sorted(found, reverse=True)


def test_a_folder_without_content_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    problems = examination_of(tmp_path).problems

    assert any(problem.is_error for problem in problems)


def test_a_form_that_nobody_has_classified_is_printed_as_a_line_for_the_lexicon() -> None:
    lines = list(unclassified_lines(CONTENT))

    words = [line.split("\t") for line in lines if not line.startswith("# ")]
    assert all(len(columns) == 5 for columns in words)
    assert all(line == "# ?" or line.endswith(".tsv") for line in lines if line.startswith("# "))


def test_the_report_for_programs_has_the_problems_and_the_totals() -> None:
    found = examination_of(CONTENT)

    [report] = content_report(found, CONTENT, "json")

    told = json.loads(report)
    assert len(told["problems"]) == len(found.problems)
    assert told["totals"]["texts"] > 1000
    assert set(told["totals"]) == {
        "texts", "words", "errors", "warnings", "words_per_sentence", "heaviest", "warnings_in_100_words",
    }  # fmt: skip


def test_the_report_for_reviews_names_files_from_the_folder_on(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    topics = content / "lt" / "topics" / "program.yaml"
    topics.write_text(
        topics.read_text(encoding="utf-8").replace("picture: robot", "picture: roboto", 1), encoding="utf-8"
    )

    [report] = content_report(examination_of(content), content, "sarif")

    results = json.loads(report)["runs"][0]["results"]
    [planted] = [result for result in results if "roboto" in result["message"]["text"]]
    place = planted["locations"][0]["physicalLocation"]
    assert planted["ruleId"] == "CONTENT"
    assert place["artifactLocation"]["uri"] == "lt/topics/program.yaml"
    assert place["region"]["startLine"] > 1


def test_people_are_told_what_all_texts_come_to() -> None:
    lines = list(totals_lines(examination_of(CONTENT)))
    assert re.fullmatch(r"\d+ texts, \d+ words\.", lines[2])
    assert SUM.fullmatch("\n".join(lines) + "\n")
