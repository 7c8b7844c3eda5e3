"""The doctor on a healthy deployment, and on many that are broken each in another way."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP
from pydantic import SecretStr

from assistant.adapters.clock import SystemClock
from assistant.adapters.database.opening import opened_database, opened_master_keys
from assistant.adapters.database.schema import downgrade
from assistant.adapters.database.session import open_database
from assistant.adapters.heartbeat import Heartbeat
from assistant.commands.backup import back_up
from assistant.commands.doctor import folders
from assistant.commands.doctor.examining import LOOKS, examine, examined
from assistant.commands.doctor.finding import Deployment, Finding, State
from assistant.commands.keys import new_key
from assistant.errors import ContentError, SettingsError, TemporaryFailureError
from assistant.library.library import Library
from assistant.settings import Settings
from tests.conftest import LEARNED
from tests.databases import PostgresServer
from tests.journeys.running import command, environment_for
from tests.telegram_server.process import free_port
from tests.usecases.fake_clock import FakeClock


@dataclass
class FakeSite:
    """The site under the public address, as it should be, or as a test wants it."""

    answers: int | None = 200
    ends: datetime | None = None

    async def status(self, _url: str) -> int:
        if self.answers is None:
            raise TemporaryFailureError("there is no answer (ClientConnectorError)")
        return self.answers

    async def certificate_ends(self, _url: str) -> datetime | None:
        return self.ends


@pytest.fixture
async def mail_server() -> AsyncIterator[int]:
    """The port of a mail server that takes everything."""
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: SMTP(Sink(), hostname="test.example", loop=loop), "127.0.0.1", 0)
    yield listening.sockets[0].getsockname()[1]
    listening.close()


async def make(data: Path) -> None:
    """A data folder as a running product leaves it."""
    settings = Settings(_env_file=None, data_dir=data)
    database = await opened_database(settings.database, lambda: data.mkdir(mode=0o700))
    await opened_master_keys(database, "", settings.master_key_file)
    await database.close()
    await back_up(settings)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("deployment") / "var"
    asyncio.run(make(data))
    return data


@pytest.fixture
def healthy(template: Path, tmp_path: Path, mail_server: int, library: Library) -> Deployment:
    """A real deployment in which nothing need be mended; without voice, which takes a second."""
    data = Path(shutil.copytree(template, tmp_path / "var"))
    settings = Settings(
        _env_file=None,
        data_dir=data,
        learned_dir=LEARNED,
        public_url="https://aiskiai.example.lt",
        smtp_url=SecretStr(f"smtp://127.0.0.1:{mail_server}"),
        mail_from="aiskiai@kretinga.example",
        operator_email="ona@kretinga.example",
        second_factor="required",
        speech=False,
    )
    Heartbeat(settings.workers).beat()
    now = SystemClock().now()
    return Deployment(settings, SystemClock(), FakeSite(ends=now + timedelta(days=60)), lambda _: library)


def with_settings(deployment: Deployment, **changed: object) -> Deployment:
    return replace(deployment, settings=deployment.settings.model_copy(update=changed))


async def found(deployment: Deployment) -> list[Finding]:
    return [finding async for finding in examined(deployment)]


async def mended(deployment: Deployment) -> dict[str, str]:
    """What must be mended: what it is about, and the words."""
    return {one.about: one.words for one in await found(deployment) if one.state is State.MEND}


async def test_a_healthy_deployment_has_nothing_to_mend_and_every_side_of_it_was_looked_at(
    healthy: Deployment,
) -> None:
    spoken = with_settings(healthy, speech=True)

    told = await found(spoken)

    assert [str(one) for one in told if one.state is State.MEND] == []
    assert {one.about for one in told if one.state is State.OK} >= {
        *("Data folder", "Rights of files", "Disk", "Database", "Tables", "Encryption keys", "Clock", "Outbox"),
        *("Backups", "Copy of the keys", "Worker", "Address", "Server", "Mail", "Telegram", "Second factor"),
        *("Content", "Papers", "Voice", "Voice messages", "Licences"),
    }
    # On the machine of a test, backups lie on the same disk; and tests have root's rights.
    assert {one.about for one in told if one.state is State.WARNING} <= {"Backups", "User", "Disk"}


def world_readable(healthy: Deployment) -> Deployment:
    healthy.settings.data_dir.chmod(0o755)
    (healthy.settings.data_dir / "aiskiai.db").chmod(0o644)
    return healthy


def damaged(healthy: Deployment) -> Deployment:
    file = healthy.settings.data_dir / "aiskiai.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    return healthy


def no_database_at_all_but_rubbish(healthy: Deployment) -> Deployment:
    (healthy.settings.data_dir / "aiskiai.db").write_bytes(b"this is no database" * 1000)
    return healthy


def of_a_newer_program(healthy: Deployment) -> Deployment:
    with closing(sqlite3.connect(healthy.settings.data_dir / "aiskiai.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    return healthy


def of_a_lost_key(healthy: Deployment) -> Deployment:
    healthy.settings.master_key_file.unlink()
    return healthy


def of_another_key(healthy: Deployment) -> Deployment:
    return with_settings(healthy, encryption_keys=SecretStr(new_key()))


def with_old_backups(healthy: Deployment) -> Deployment:
    settings = healthy.settings
    for file in settings.backups.glob("aiskiai-*"):
        moved = file.with_name(f"aiskiai-20260101T000000Z{''.join(file.suffixes)}")
        file.rename(moved)
    return healthy


def with_a_broken_backup(healthy: Deployment) -> Deployment:
    [backup] = healthy.settings.backups.glob("*.db")
    backup.write_bytes(backup.read_bytes()[:-4096])
    return healthy


def without_copy_of_keys(healthy: Deployment) -> Deployment:
    healthy.settings.data_key_copy.unlink()
    return healthy


def with_a_copy_cut_short(healthy: Deployment) -> Deployment:
    healthy.settings.data_key_copy.write_text("aiskiai data keys 1\n")
    return healthy


def without_mail(healthy: Deployment) -> Deployment:
    return with_settings(healthy, smtp_url=SecretStr(f"smtp://ona:slaptas@127.0.0.1:{free_port()}"))


def with_a_mail_address_that_is_none(healthy: Deployment) -> Deployment:
    return with_settings(healthy, smtp_url=SecretStr("http://ona:slaptas@mail.example"))


def with_letters_from_nowhere(healthy: Deployment) -> Deployment:
    return with_settings(healthy, mail_from="aiskiai@localhost")


def without_https(healthy: Deployment) -> Deployment:
    return with_settings(healthy, public_url="http://aiskiai.example.lt")


def without_an_answer(healthy: Deployment) -> Deployment:
    return replace(healthy, site=FakeSite(answers=None))


def that_is_not_ready(healthy: Deployment) -> Deployment:
    return replace(healthy, site=FakeSite(answers=503))


def with_a_certificate_that_ends(healthy: Deployment) -> Deployment:
    return replace(healthy, site=FakeSite(ends=datetime.now(UTC) + timedelta(days=3)))


def with_a_mailbox_as_only_key(healthy: Deployment) -> Deployment:
    return with_settings(healthy, second_factor="off")


def with_a_dead_worker(healthy: Deployment) -> Deployment:
    [sign] = healthy.settings.workers.iterdir()
    old = (datetime.now(UTC) - timedelta(hours=5)).timestamp()
    os.utime(sign, (old, old))
    return healthy


def with_a_dead_bot(healthy: Deployment) -> Deployment:
    Heartbeat(healthy.settings.bots).beat()
    [sign] = healthy.settings.bots.iterdir()
    old = (datetime.now(UTC) - timedelta(hours=5)).timestamp()
    os.utime(sign, (old, old))
    return healthy


def with_a_late_outbox(healthy: Deployment) -> Deployment:
    _put_into_outbox(healthy, datetime.now(UTC) - timedelta(minutes=40))
    return healthy


def with_a_clock_behind(healthy: Deployment) -> Deployment:
    _put_into_outbox(healthy, datetime.now(UTC) + timedelta(days=2))
    return healthy


def _put_into_outbox(healthy: Deployment, at: datetime) -> None:
    moment = at.strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(healthy.settings.data_dir / "aiskiai.db")) as connection, connection:
        connection.execute(
            "INSERT INTO outbox (id, carrier, recipient, subject, messages, created_at, state, attempts, reason,"
            " last_error, next_try_at)"
            " VALUES ('a', 'summary', 'ona@kretinga.example', '2026-11-29', '[]', ?, 'created', 0, '', '', ?)",
            (moment, moment),
        )


def with_wrong_content(healthy: Deployment) -> Deployment:
    def load(_: Settings) -> Library:
        raise ContentError('topics.yaml:7: "titel" is not known here. Write "title".')

    return replace(healthy, load=load)


def with_a_telegram_out_of_reach(healthy: Deployment) -> Deployment:
    token = SecretStr("43:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi")
    return with_settings(healthy, telegram_token=token, telegram_api_base=f"http://127.0.0.1:{free_port()}")


def with_a_voice_that_is_none(healthy: Deployment) -> Deployment:
    return with_settings(healthy, speech=True, speech_voice="xx-none")


def with_a_model_that_is_nowhere(healthy: Deployment) -> Deployment:
    return with_settings(healthy, speech_model_dir=healthy.settings.data_dir / "nowhere")


@pytest.mark.parametrize(
    ("break_it", "about", "words"),
    [
        (world_readable, "Rights of files", "can read aiskiai.db"),
        (damaged, "Database", "it is damaged"),
        (no_database_at_all_but_rubbish, "Database", "file is not a database"),
        (of_a_newer_program, "Tables", "a newer aiskiai made them (9999)"),
        (of_a_lost_key, "Encryption keys", "Put that key back"),
        (of_another_key, "Encryption keys", "not in AISKIAI_ENCRYPTION_KEYS"),
        (with_old_backups, "Backups", "Does the worker run?"),
        (with_a_broken_backup, "Backups", "its digest differs"),
        (without_copy_of_keys, "Copy of the keys", "aiskiai keys copy"),
        (with_a_copy_cut_short, "Copy of the keys", "is not whole"),
        (without_mail, "Mail", "Look at AISKIAI_SMTP_URL"),
        (with_a_mail_address_that_is_none, "Mail", "Look at AISKIAI_SMTP_URL"),
        (with_letters_from_nowhere, "Mail", "Set AISKIAI_MAIL_FROM"),
        (without_https, "Address", "is not https"),
        (without_an_answer, "Server", "Does `aiskiai serve` run?"),
        (that_is_not_ready, "Server", "answers 503"),
        (with_a_certificate_that_ends, "Certificate", "Have it made anew"),
        (with_a_mailbox_as_only_key, "Second factor", "AISKIAI_SECOND_FACTOR=required"),
        (with_a_dead_worker, "Worker", "no sign of life for 5 hours"),
        (with_a_dead_bot, "Bot", "no sign of life for 5 hours"),
        (with_a_late_outbox, "Outbox", "the oldest for 40 minutes"),
        (with_a_clock_behind, "Clock", "Set it right"),
        (with_wrong_content, "Content", "topics.yaml:7"),
        (with_a_telegram_out_of_reach, "Telegram", "cannot be reached at http://127.0.0.1"),
        (with_a_voice_that_is_none, "Voice", "AISKIAI_SPEECH_VOICE"),
        (with_a_model_that_is_nowhere, "Voice messages", "AISKIAI_SPEECH_MODEL_DIR"),
    ],
)
async def test_what_is_broken_is_told_and_nothing_else(
    healthy: Deployment, break_it: Callable[[Deployment], Deployment], about: str, words: str
) -> None:
    told = await mended(break_it(healthy))

    assert list(told) == [about]
    assert words in told[about]
    assert "slaptas" not in told[about]


async def test_an_older_shape_of_the_tables_is_told_with_the_command_that_mends_it(healthy: Deployment) -> None:
    url = healthy.settings.database
    with closing(sqlite3.connect(healthy.settings.data_dir / "aiskiai.db")) as connection, connection:
        connection.execute("DELETE FROM data_keys")
    await downgrade(url, "-1")

    told = await mended(healthy)

    assert "`aiskiai migrate`" in told["Tables"]


async def test_a_full_disk_is_told(healthy: Deployment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "LEAST_FREE", 10**18)

    assert list(await mended(healthy)) == ["Disk"]


async def test_a_postgresql_that_does_not_answer_is_told_without_its_password(healthy: Deployment) -> None:
    url = f"postgresql://ona:slaptas@127.0.0.1:{free_port()}/aiskiai"

    told = await mended(with_settings(healthy, database_url=url))

    assert "it does not answer" in told["Database"]
    assert "slaptas" not in str(told)


@pytest.mark.postgres
async def test_a_postgresql_is_looked_at_and_its_clock_too(healthy: Deployment, postgres: PostgresServer) -> None:
    url = postgres.fresh_url()
    on_postgresql = with_settings(healthy, database_url=url)
    database = await opened_database(url, lambda: None)
    await opened_master_keys(database, "", on_postgresql.settings.master_key_file)
    await database.close()

    whole = await mended(on_postgresql)
    wrong = await mended(replace(on_postgresql, clock=FakeClock(datetime.now(UTC) - timedelta(minutes=2))))

    # Nothing archives its log, so the dump is what counts; there is a SQLite backup of the template beside it.
    assert whole == {}
    assert list(wrong) == ["Clock"]
    assert "timedatectl" in wrong["Clock"]


async def test_on_a_trial_what_only_a_real_deployment_needs_is_a_warning(healthy: Deployment) -> None:
    trial = with_settings(healthy, public_url="", smtp_url=SecretStr(""), second_factor="offered", operator_email="")

    told = await found(replace(trial, site=FakeSite(answers=None)))

    assert [one for one in told if one.state is State.MEND] == []
    assert {one.about for one in told if one.state is State.WARNING} >= {
        *("Address", "Server", "Mail", "Second factor", "Operator"),
    }


async def test_a_deployment_that_was_never_started_is_no_sick_one_and_is_not_begun(
    healthy: Deployment, tmp_path: Path
) -> None:
    nothing = with_settings(healthy, data_dir=tmp_path / "new")

    told = await mended(nothing)

    assert told == {}
    assert not (tmp_path / "new").exists()


async def test_looking_changes_no_file(healthy: Deployment) -> None:
    before = _files(healthy.settings.data_dir)

    await found(healthy)

    assert _files(healthy.settings.data_dir) == before


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        # SQLite's own files of the moment; the last to leave takes them away, but not always.
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


async def test_a_look_that_fails_is_told_and_the_others_go_on(healthy: Deployment) -> None:
    async def faints(_: Deployment) -> list[Finding]:
        raise RuntimeError("geheim")

    told = [one async for one in examined(healthy, [("Moon", faints), *LOOKS[:1]])]

    assert str(told[0]).startswith("must mend  Moon: it could not be looked at (RuntimeError)")
    assert "geheim" not in str(told[0])
    assert len(told) > 1


async def test_settings_that_cannot_be_read_are_one_line() -> None:
    def read() -> Settings:
        raise SettingsError("AISKIAI_PORT: no number.")

    said: list[str] = []

    assert (await examine(read, said.append))[State.MEND] == 1
    assert said == ["must mend  Settings: AISKIAI_PORT: no number."]


@pytest.mark.process
def test_the_command_ends_with_1_where_something_must_be_mended(tmp_path: Path) -> None:
    environment = environment_for(tmp_path / "var", free_port())
    # There are no words to read either, which would take seconds.
    more = {"AISKIAI_SMTP_URL": "ftp://nowhere", "AISKIAI_SPEECH": "false", "AISKIAI_CONTENT_DIR": str(tmp_path)}

    done = command(environment | more, "doctor")

    assert done.returncode == 1, done.stderr
    assert "must mend  Content: it cannot be used." in done.stdout
    assert "must mend  Mail: the SMTP address is not known" in done.stdout
    assert done.stderr.strip().endswith("warnings.")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "var").exists()


async def test_a_database_is_made_for_its_owner_alone_and_an_older_one_is_closed_to_others(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'new' / 'aiskiai.db'}"
    file = tmp_path / "new" / "aiskiai.db"
    database = open_database(url)
    assert await database.is_reachable()
    await database.close()
    made = file.stat().st_mode & 0o777
    file.chmod(0o644)

    await (await opened_database(url, lambda: None)).close()

    assert (made, file.stat().st_mode & 0o777) == (0o600, 0o640)
    assert file.parent.stat().st_mode & 0o777 == 0o700
