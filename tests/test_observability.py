"""What stands in logs cannot pretend to be another line."""

import json
from collections.abc import Iterator

import pytest
import structlog

from assistant.observability import set_up_logs

FORGED = 'x\n2026-01-01 [info] staff signed in\r\x1b[2J\u202etxet\u2028y"\x00'


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_what_comes_from_outside_begins_no_line_and_steers_no_terminal(
    log_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(log_format)

    structlog.get_logger().warning("sign-in service refused", reason=FORGED)

    [line] = capsys.readouterr().err.removesuffix("\n").splitlines()
    assert not {"\x1b", "\u202e", "\u2028", "\x00"} & set(line.replace("\x1b[0m", ""))
    assert "staff signed in" in line


def test_a_line_for_machines_has_its_time_in_utc(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json")

    structlog.get_logger().info("staff signed in", by="code")

    told = json.loads(capsys.readouterr().err)
    assert told["timestamp"].endswith("Z")
    assert (told["event"], told["level"], told["by"]) == ("staff signed in", "info", "code")
