"""A program that is forked does what it does when it is started in the usual way."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import warm
from tests.journeys.running import environment_for

pytestmark = pytest.mark.process

PROBE = "tests.warm_probe"


def probe(*words: str, told: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    return warm.run(PROBE, *words, environment=environment, told=told)


@pytest.mark.parametrize("words", [("--help",), ("no-such-command",), ("content", "check", "/nowhere")])
def test_the_command_says_and_ends_as_the_one_that_is_started_does(tmp_path: Path, words: tuple[str, ...]) -> None:
    environment = environment_for(tmp_path / "var", 1, COLUMNS="100")
    started = subprocess.run(
        [sys.executable, "-m", "assistant", *words],
        cwd=warm.ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    forked = warm.run("assistant", *words, environment=environment)

    assert (forked.returncode, forked.stdout, forked.stderr) == (started.returncode, started.stdout, started.stderr)


def test_it_has_its_own_words_environment_input_and_temporary_folder(tmp_path: Path) -> None:
    done = probe("ąžuolas", told="žodis\n".encode(), TMPDIR=str(tmp_path), OWN="1")

    assert done.stdout.splitlines() == ["ąžuolas", "žodis", "OWN TMPDIR", str(tmp_path), str(warm.ROOT)]
    assert done.stderr == "to standard error\n"
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("word", "code", "told"),
    [
        ("ends with a number", 3, ""),
        ("ends with words", 1, "no more\n"),
        ("fails", 1, "ValueError: a fault\n"),
    ],
)
def test_how_it_ended_is_told(word: str, code: int, told: str) -> None:
    done = probe(word)

    assert done.returncode == code
    assert done.stderr.endswith(told)


def test_it_can_be_waited_for_and_killed() -> None:
    with warm.born(PROBE, "waits", environment={}) as process:
        assert process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0)

        process.kill()

        assert process.wait(20) == -signal.SIGKILL
    process.kill()


def test_nothing_that_was_opened_for_others_stays_open_in_it(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log, warm.born(PROBE, "waits", environment={}, stderr=log) as other:
        opened = probe("lists what is open")
        other.kill()

    assert opened.stdout == "0 1 2\n"
