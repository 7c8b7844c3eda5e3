"""The check of content says where each fault is, the list of claims what holds each number; both fail on an error."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.commands.content import checked, errors_first, problems_of_claims
from assistant.settings import ROOT
from tests.journeys.running import environment_for

CONTENT = ROOT / "content"
SUM = re.compile(
    r"Checked (?P<content>\d+) of (?P=content) strings that people read \(100 %\)\.\n"
    r"Checked (?P<staff>\d+) strings for staff\.\n"
    r"(?P<errors>\d+) errors, (?P<warnings>\d+) warnings\.\n"
)


def run(command: str, content: Path, tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", "content", command, str(content), *options],
        cwd=ROOT,
        env=environment_for(tmp_path / "var", 1),
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


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
    told = SUM.fullmatch(done.stderr)
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

    found = [problem.is_error for problem in errors_first(checked(content).problems)]

    assert found[0]
    assert found == sorted(found, reverse=True)


def test_a_folder_without_content_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    assert any(problem.is_error for problem in checked(tmp_path).problems)
