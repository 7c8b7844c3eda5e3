"""All lines of one request can be found together, and nobody from outside chooses by what."""

import json
import logging
from collections.abc import Iterator

import httpx
import pytest
import structlog

from assistant.observability import OthersHandler, set_up_logs
from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost


class BrokenHost(FakeHost):
    """Its database is gone in a way that nobody thought of."""

    async def ready(self) -> dict[str, bool]:
        structlog.get_logger().info("looked")
        raise RuntimeError("Ona Petraitienė")


@pytest.fixture
def own_root() -> Iterator[None]:
    """The root logger as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level


def lines_of(written: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.splitlines()]


@pytest.mark.usefixtures("own_root")
async def test_all_lines_of_a_request_have_the_number_that_its_answer_has(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json")
    async with client_of(BrokenHost()) as client:
        first = await client.get("/health/ready", headers={"X-Request-ID": "mine"})
        second = await client.get("/health/ready")

    written = capsys.readouterr().err
    numbers = [line["request_id"] for line in lines_of(written)]
    assert [line["event"] for line in lines_of(written)] == ["looked", "request failed"] * 2
    assert numbers == [first.headers["x-request-id"]] * 2 + [second.headers["x-request-id"]] * 2
    assert len({*numbers, "mine"}) == 3
    assert "Petraitienė" not in written


async def test_a_page_has_a_number_of_its_own_too(client: httpx.AsyncClient) -> None:
    assert len((await client.get("/")).headers["x-request-id"]) == 32


@pytest.mark.usefixtures("own_root")
def test_what_a_library_says_is_a_line_for_machines_without_the_words_of_its_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("json")
    try:
        int("Ona Petraitienė")
    except ValueError:
        logging.getLogger("asyncio").exception("Task was %s", "lost")

    [line] = lines_of(capsys.readouterr().err)

    assert (line["event"], line["library"], line["said"], line["kind"]) == (
        *("a library says", "asyncio", "Task was lost"),
        "ValueError",
    )
    assert "Petraitienė" not in str(line)


def test_a_line_that_a_library_cannot_put_together_breaks_nothing() -> None:
    OthersHandler().emit(logging.LogRecord("x", logging.WARNING, "", 0, "%d", ("no number",), None))
