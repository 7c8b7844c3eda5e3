"""The check of content says where each fault is, and fails where there is one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.commands.content import problems_in
from assistant.settings import ROOT
from tests.journeys.running import environment_for

CONTENT = ROOT / "content"
SUM = re.compile(r"^(\d+) errors, (\d+) warnings\.\n\Z", re.MULTILINE)


def check(content: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "assistant", "content", "check", str(content)],
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
    done = check(content, tmp_path)

    # Then the data are on standard output, the sum on standard error
    assert done.returncode == 1
    [error] = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert error.startswith(f'{topics}:{fault}: error: There is no picture "roboto". ')
    told = SUM.search(done.stderr)
    assert told is not None
    assert told[1] == "1"
    assert int(told[2]) == sum(": warning: " in line for line in done.stdout.splitlines())


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    messages = content / "lt" / "web.yaml"
    messages.write_text(messages.read_text(encoding="utf-8").replace("sentences:", "sentence:", 1), encoding="utf-8")

    found = [problem.is_error for problem in problems_in(content)]

    assert found[0]
    assert found == sorted(found, reverse=True)


def test_a_folder_without_content_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    problems = problems_in(tmp_path)

    assert any(problem.is_error for problem in problems)
