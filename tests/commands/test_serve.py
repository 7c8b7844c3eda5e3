"""The server refuses what it cannot work with, at the start and in words."""

import re
import shutil
from pathlib import Path

import pytest

from assistant.commands.serve import Serving, serve_until_stopped
from assistant.errors import SettingsError
from assistant.settings import ROOT, Settings
from tests.journeys.running import command, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process


def refusal(data_dir: Path, *words: str, **settings: str) -> list[str]:
    """The lines with which the command gives up."""
    done = command(environment_for(data_dir, 1) | settings, *(words or ("serve",)))
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    return done.stderr.splitlines()


def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path) -> None:
    [line] = refusal(tmp_path / "var", AISKIAI_PORT="http")

    assert line.startswith("These settings cannot be used. AISKIAI_PORT: ")
    assert line.endswith("See .env.example.")
    assert not (tmp_path / "var").exists()


async def test_a_wrong_mail_server_is_told_before_the_first_letter_and_without_its_password(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, smtp_url="http://user:geheim@mail.example")
    said: list[str] = []

    with pytest.raises(SettingsError, match="SMTP") as refused:
        await serve_until_stopped(settings, Serving(), said.append)

    assert "geheim" not in str(refused.value)
    assert said == []


def test_wrong_content_is_told_with_file_and_line(tmp_path: Path) -> None:
    # Given a fault in a copy of the content
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    topics = content / "lt" / "topics" / "talk.yaml"
    text = topics.read_text(encoding="utf-8")
    fault = text[: text.index("    title: Sveiki")].count("\n") + 1
    topics.write_text(text.replace("    title: Sveiki", "    titel: Sveiki", 1), encoding="utf-8")

    # When
    told = refusal(tmp_path / "var", AISKIAI_CONTENT_DIR=str(content))

    # Then a line leads there, and no line is a traceback
    assert f'{topics}:{fault}: "topics.greeting.titel" is not known here.' in "\n".join(told)
    assert all(line.startswith(f"{topics}:") for line in told)


async def test_a_demo_municipality_that_does_not_exist_is_refused_before_anything_is_promised(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var", demo_municipality="atlantida")
    said: list[str] = []

    with pytest.raises(SettingsError, match=r"atlantida.* is not one municipality"):
        await serve_until_stopped(settings, Serving(worker=False, demo=True), said.append)

    assert said == []


async def test_with_demo_the_first_sign_in_works_once(tmp_path: Path) -> None:
    # Given
    environment = environment_for(tmp_path / "var", free_port())
    address = f"http://127.0.0.1:{environment['AISKIAI_PORT']}"
    with serving(environment, "--demo"):
        told = (tmp_path / "var.log").read_text(encoding="utf-8")
        [link] = re.findall(rf"^First sign-in for kretingos-rajono, works once: ({address}/\S+)$", told, re.MULTILINE)

        # When
        first, second = StaffAtInbox(address), StaffAtInbox(address)
        page = await first.signs_in(link)
        with pytest.raises(AssertionError, match="<html"):
            await second.signs_in(link)
        await first.leaves()
        await second.leaves()

    # Then
    assert "darbuotojas@kretinga.example" in page
    assert f"Web chat:    {address}/\nStaff inbox: {address}/inbox\n" in told
