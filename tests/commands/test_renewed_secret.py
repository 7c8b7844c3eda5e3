"""A fresh secret key in the data folder: the old one stays beside it, for the owner alone."""

import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.commands.keys import renewed_secret
from assistant.errors import SettingsError
from assistant.settings import Settings


def test_each_key_that_was_there_before_is_kept_newest_first(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var")
    first = settings.signing_key()
    assert settings.earlier_keys() == ()

    renewed_secret(settings)
    second = settings.signing_key()
    file = renewed_secret(settings)

    assert settings.earlier_keys() == (second, first)
    assert settings.signing_key() not in {first, second}
    assert {stat.S_IMODE(one.stat().st_mode) for one in (file, settings.secret_key_file)} == {0o600}
    assert {one.name for one in (tmp_path / "var").iterdir()} == {"secret-key", "earlier-secret-keys"}


def test_a_key_of_the_environment_is_changed_there(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var", secret_key=SecretStr("given"))

    with pytest.raises(SettingsError, match="AISKIAI_EARLIER_SECRET_KEYS"):
        renewed_secret(settings)

    assert not (tmp_path / "var").exists()


def test_earlier_keys_come_as_a_list_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISKIAI_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("AISKIAI_EARLIER_SECRET_KEYS", '["old","older"]')

    assert Settings.from_environment().earlier_keys() == ("old", "older")
