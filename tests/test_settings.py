"""Settings come from the environment alone, all may be unset, and a wrong one is told in words."""

import re
import stat
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from typer.main import get_command

from assistant.cli import app
from assistant.errors import SettingsError
from assistant.settings import ROOT, Settings

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMED = re.compile(r"^#?(AISKIAI_[A-Z_]+)=(.*)$", re.MULTILINE)
PREFIX = "AISKIAI_"


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def test_the_example_names_every_setting_once_and_nothing_else() -> None:
    named = [name for name, _ in NAMED.findall(EXAMPLE)]
    assert sorted(named) == sorted(f"{PREFIX}{field.upper()}" for field in Settings.model_fields)


def test_the_example_shows_the_defaults(tmp_path: Path) -> None:
    # Given the example as it is, copied where the product looks for it
    (tmp_path / ".env").write_text(EXAMPLE, encoding="utf-8")

    # When
    from_example = Settings.from_environment()

    # Then it is as if nothing were set
    assert from_example == Settings()
    content = next(value for name, value in NAMED.findall(EXAMPLE) if name == "AISKIAI_CONTENT_DIR")
    assert ROOT / content == Settings().content_dir


def test_the_environment_wins_over_the_file_and_the_command_over_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("AISKIAI_PORT=8001\nAISKIAI_HOST=127.0.0.2\nAISKIAI_MAIL_FROM=a@b.example\n")
    monkeypatch.setenv("AISKIAI_PORT", "8002")
    monkeypatch.setenv("AISKIAI_HOST", "127.0.0.3")

    settings = Settings.from_environment(port=8003)

    assert (settings.port, settings.host, settings.mail_from) == (8003, "127.0.0.3", "a@b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("LOG_FORMAT", "xml"),
        ("PUBLIC_URL", "ftp://a.example"),
        ("SECOND_FACTOR", "yes"),
        ("OIDC_ISSUER", "keycloak"),
    ],
)
def test_a_wrong_setting_is_named_and_no_value_is_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"{PREFIX}{name}", value)
    monkeypatch.setenv("AISKIAI_SECRET_KEY", "do not tell")

    with pytest.raises(SettingsError) as refused:
        Settings.from_environment()

    told = str(refused.value)
    assert "See .env.example." in told
    assert "do not tell" not in told
    assert "\n" not in told


def test_secrets_that_are_no_json_are_told_without_repeating_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISKIAI_WEBHOOK_SECRETS", "whsec_do-not-tell")

    with pytest.raises(SettingsError, match="webhook_secrets") as refused:
        Settings.from_environment()

    assert "do-not-tell" not in str(refused.value)


def test_secrets_of_webhooks_are_read_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISKIAI_WEBHOOK_SECRETS", '{"kretinga-dvs": "whsec_geheim"}')

    settings = Settings.from_environment()

    assert settings.webhook_secrets["kretinga-dvs"].get_secret_value() == "whsec_geheim"
    assert "geheim" not in f"{settings!r}"


def test_a_wrong_number_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISKIAI_PORT", "http")
    with pytest.raises(SettingsError, match="AISKIAI_PORT: Input should be a valid integer"):
        Settings.from_environment()


def test_the_button_to_another_service_says_its_label_or_its_host() -> None:
    assert Settings().sign_in_service == ""
    assert Settings(oidc_issuer="https://login.kretinga.example/realm").sign_in_service == "login.kretinga.example"
    assert Settings(oidc_issuer="https://login.kretinga.example", oidc_label="Kretinga").sign_in_service == "Kretinga"
    assert Settings(oidc_label="Kretinga").sign_in_service == ""


def test_secrets_are_not_shown_when_settings_are() -> None:
    settings = Settings(
        oidc_client_secret="geheim-4",
        secret_key="geheim-1",
        telegram_token="geheim-2",
        smtp_url="smtp://user:geheim-3@mail.example",
    )
    assert "geheim" not in f"{settings!r} {settings}"


def test_settings_do_not_change_while_the_product_runs() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.port = 1  # type: ignore[misc]  # that it is read-only is what this shows


def test_without_a_database_it_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    assert Settings(data_dir=tmp_path / "var").database == f"sqlite+aiosqlite:///{tmp_path}/var/aiskiai.db"
    assert Settings(database_url="postgresql://a/b").database == "postgresql://a/b"


def test_the_address_is_the_public_one_without_a_slash_at_the_end() -> None:
    assert Settings().address == "http://127.0.0.1:8000"
    assert Settings(public_url="https://aiskiai.example/").address == "https://aiskiai.example"


def test_a_signing_key_is_made_once_and_only_the_owner_may_read_it(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "var")

    key = settings.signing_key()

    assert len(key) >= 48
    assert Settings(data_dir=tmp_path / "var").signing_key() == key
    assert Settings(data_dir=tmp_path / "other").signing_key() != key
    assert stat.S_IMODE((tmp_path / "var" / "secret-key").stat().st_mode) == 0o600
    assert Settings(secret_key="chosen").signing_key() == "chosen"


def test_secrets_may_come_as_files_that_the_system_hands_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "aiskiai_secret_key").write_text("a long secret from a file\n", encoding="utf-8")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))

    assert Settings.from_environment().signing_key() == "a long secret from a file"

    monkeypatch.setenv("AISKIAI_SECRET_KEY", "from the environment")
    assert Settings.from_environment().signing_key() == "from the environment"


def test_no_command_takes_a_secret_as_one_of_its_words() -> None:
    """Whoever may list the processes of a machine reads what stands behind a command."""
    words = {word for command in _commands(get_command(app)) for parameter in command.params for word in parameter.opts}

    assert len(words) > 20
    assert [word for word in words if re.search("secret|password|token|credential|encryption-key", word)] == []


def _commands(command: Any) -> list[Any]:
    inner = getattr(command, "commands", {})
    return [command, *(found for one in inner.values() for found in _commands(one))]
