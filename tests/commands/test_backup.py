"""Backups from the command: beside a running server, by the clock, and what PostgreSQL needs."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.adapters.database.schema import migrate
from assistant.commands.backup import SAME_SECOND, back_up, back_up_if_due, restore
from assistant.errors import BackupRefusedError
from assistant.settings import Settings
from tests.databases import PostgresServer
from tests.journeys.running import command, environment_for, serving
from tests.telegram_server.process import free_port
from tests.usecases.fake_clock import FakeClock


@pytest.mark.process
def test_a_backup_is_made_beside_the_server_and_restored_only_without_it(tmp_path: Path) -> None:
    environment = environment_for(tmp_path / "var", free_port(), AISKIAI_BACKUP_EVERY_MINUTES="0")
    with serving(environment):
        made = command(environment, "backup")
        refused = command(environment, "restore", made.stdout.strip())
    restored = command(environment, "restore", made.stdout.strip())

    assert made.returncode == 0, made.stderr
    backup = Path(made.stdout.strip())
    assert backup.parent == tmp_path / "var" / "backups"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Somebody uses the database")
    assert restored.returncode == 0, restored.stderr
    assert Path(restored.stdout.strip()).name.startswith("aiskiai-before-restore-")


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """One SQLite database, of which three backups are kept."""
    settings = Settings(_env_file=None, data_dir=tmp_path / "var", backups_kept=3)
    await migrate(settings.database)
    return settings


def _kept(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.backups.iterdir() if path.is_file())


async def test_a_backup_is_due_at_once_and_then_every_hour(settings: Settings) -> None:
    clock = FakeClock()

    assert await back_up_if_due(settings, clock) is not None
    clock.passes(timedelta(minutes=59))
    assert await back_up_if_due(settings, clock) is None
    clock.passes(timedelta(minutes=1))
    assert await back_up_if_due(settings, clock) is not None


async def test_two_backups_of_the_same_second_are_two_files(settings: Settings) -> None:
    clock = FakeClock()

    first, second = await back_up(settings, clock=clock), await back_up(settings, clock=clock)

    assert first < second
    assert first.exists()
    assert second.exists()


async def test_a_clock_that_stands_still_is_named(settings: Settings) -> None:
    clock, many = FakeClock(), settings.model_copy(update={"backups_kept": SAME_SECOND})
    for _ in range(SAME_SECOND):
        await back_up(many, clock=clock)

    with pytest.raises(BackupRefusedError, match="clock"):
        await back_up(many, clock=clock)


async def test_only_the_newest_are_kept_and_other_files_are_left_alone(settings: Settings) -> None:
    clock = FakeClock()
    settings.backups.mkdir()
    (settings.backups / "aiskiai-of-may.db").touch()
    for _ in range(5):
        await back_up_if_due(settings, clock)
        clock.passes(timedelta(hours=1))

    # 8:00 and 9:00 are gone.
    assert [name for name in _kept(settings) if not name.endswith(".sha256")] == [
        "aiskiai-20261123T100000Z.db",
        "aiskiai-20261123T110000Z.db",
        "aiskiai-20261123T120000Z.db",
        "aiskiai-of-may.db",
    ]
    assert len(_kept(settings)) == 7


async def test_none_is_made_by_the_clock_where_the_operator_wants_none_or_has_postgresql(settings: Settings) -> None:
    never = settings.model_copy(update={"backup_every_minutes": 0})
    elsewhere = settings.model_copy(update={"database_url": "postgresql://nobody@nowhere.example/none"})

    assert await back_up_if_due(never) is None
    assert await back_up_if_due(elsewhere) is None


async def test_without_pg_dump_the_call_to_make_is_told_without_the_password(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    elsewhere = settings.model_copy(update={"database_url": "postgresql://ona:slaptas@nowhere.example/aiskiai"})

    call = r"pg_dump --format=custom --no-owner --exclude-table-data=data_keys --file=.*\.dump"
    with pytest.raises(BackupRefusedError, match=call) as refused:
        await back_up(elsewhere)

    assert "slaptas" not in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.postgres
async def test_a_dump_is_restored_into_an_empty_database_only_and_never_when_it_is_damaged(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, postgres: PostgresServer
) -> None:
    monkeypatch.setenv("PATH", str(postgres.programs))
    filled = _on(settings, postgres)
    await migrate(filled.database)
    backup = await back_up(filled)
    assert stat.S_IMODE(_mode(backup)) == 0o600

    with pytest.raises(BackupRefusedError, match="is not empty"):
        await restore(filled, backup)

    _damage(backup)
    with pytest.raises(BackupRefusedError, match="digest differs"):
        await restore(_on(settings, postgres), backup)
    _without_digest(backup)
    with pytest.raises(BackupRefusedError):
        await restore(_on(settings, postgres), backup)


def _on(settings: Settings, server: PostgresServer) -> Settings:
    return settings.model_copy(update={"database_url": server.fresh_url()})


def _mode(file: Path) -> int:
    return file.stat().st_mode


def _damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-2000])


def _without_digest(file: Path) -> None:
    file.with_name(file.name + ".sha256").unlink()
