"""The command says in plain words whether the audit log is whole, and its exit code says the same."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from assistant.adapters.database.session import open_database
from assistant.bootstrap import Assistant, assembled
from assistant.cli import app
from assistant.commands.audit import lines_about, verified
from assistant.errors import SettingsError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.access import Role
from tests.usecases.person import Person


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "var")


@pytest.fixture
async def assistant(settings: Settings, library: Library) -> AsyncIterator[Assistant]:
    async with assembled(settings, library=library) as assistant:
        yield assistant


async def number_opened(assistant: Assistant, times: int = 3) -> str:
    number = await Person(assistant).sends()
    ona, _ = await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    for _ in range(times):
        await assistant.casework.open(ona, number)
    return number


async def tampered(settings: Settings, statement: str) -> None:
    database = open_database(settings.database)
    async with database.engine.begin() as connection:
        for name in ("update", "delete"):
            await connection.execute(text(f"DROP TRIGGER audit_log_no_{name}"))
        await connection.execute(text(statement))
    await database.close()


async def test_an_empty_log_is_whole(settings: Settings) -> None:
    assert await verified(settings) == (("The audit log is whole: nothing is in it yet.",), True)


async def test_a_whole_log_tells_its_end_to_be_noted(assistant: Assistant, settings: Settings) -> None:
    await number_opened(assistant)

    lines, is_whole = await verified(settings)

    assert is_whole
    assert lines[0] == "The audit log is whole: 4 lines."
    assert await verified(settings, lines[-1]) == (lines, True)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE audit_log SET email = 'x' WHERE position = 2", "BROKEN at line 2: it is not what was written there"),
        ("DELETE FROM audit_log WHERE position = 2", "BROKEN at line 2: it was taken out"),
        ("DELETE FROM audit_log WHERE position IN (2, 3)", "BROKEN at lines 2 to 3: it was taken out"),
        ("DELETE FROM audit_log WHERE position > 2", "BROKEN at lines 3 to 4: the log ends before it"),
        ("UPDATE audit_log SET seal = position || 'x'", "BROKEN at line 1: no line fits the secret key"),
    ],
)
async def test_a_broken_log_is_told_in_plain_words(
    assistant: Assistant, settings: Settings, statement: str, told: str
) -> None:
    await number_opened(assistant)
    await tampered(settings, statement)

    lines, is_whole = await verified(settings)

    assert not is_whole
    assert told in lines[0]


async def test_an_end_noted_on_paper_shows_what_was_cut_with_the_file(assistant: Assistant, settings: Settings) -> None:
    await number_opened(assistant)
    (*_, noted), _ = await verified(settings)
    await tampered(settings, "DELETE FROM audit_log WHERE position = 4")
    settings.audit_head.unlink()

    assert (await verified(settings))[1]
    assert not (await verified(settings, noted))[1]


async def test_an_end_that_is_none_is_refused(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="not the end of a log"):
        await verified(settings, "abc")


async def test_everything_about_a_request_is_shown_and_that_is_a_line(assistant: Assistant, settings: Settings) -> None:
    number = await number_opened(assistant, 1)

    [line] = await lines_about(settings, f"{number[:2]} {number[2:]}")
    again = await lines_about(settings, number)

    assert "ona@kretinga.example  opened" in line
    assert "command line  read-log" in again[-1]
    assert await lines_about(settings, "99999999") == ["The audit log has nothing about 99999999."]


def test_the_exit_code_says_whether_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISKIAI_DATA_DIR", str(tmp_path))

    assert CliRunner().invoke(app, ["audit", "verify"]).exit_code == 0
    (tmp_path / "audit-head").write_text(f"{3:020d} {'a' * 64}\n")
    assert CliRunner().invoke(app, ["audit", "verify"]).exit_code == 1
    assert CliRunner().invoke(app, ["audit", "restored"]).exit_code == 0
    assert CliRunner().invoke(app, ["audit", "verify"]).exit_code == 0
