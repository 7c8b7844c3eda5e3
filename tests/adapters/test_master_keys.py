"""Master keys: as many as one likes, newest first; what is wrong with them is told without showing one."""

import stat
from datetime import date
from pathlib import Path

import pytest

from assistant.adapters.master_keys import (
    SETTING,
    MasterKeys,
    UnknownMasterKeyError,
    add_to_file,
    make_file,
    new_master_key,
    take_from_file,
)
from assistant.errors import SettingsError

DAY = date(2026, 11, 22)


def test_a_new_key_has_its_day_in_its_name_and_no_two_are_alike() -> None:
    one, other = new_master_key(DAY), new_master_key(DAY)
    assert one.startswith("k20261122-")
    assert one != other


def test_the_first_is_the_newest_and_older_ones_still_open() -> None:
    old, new = new_master_key(DAY), new_master_key(DAY)
    sealed = MasterKeys.given(old).newest.sealed("Ona", "place")

    both = MasterKeys.given(f"{new}, {old}")

    assert both.newest.id == new.partition(":")[0]
    assert both.of(sealed).opened(sealed, "place") == "Ona"


def test_a_key_that_is_not_there_is_named_with_the_setting() -> None:
    sealed = MasterKeys.given(old := new_master_key(DAY)).newest.sealed("Ona", "place")
    with pytest.raises(UnknownMasterKeyError, match=old.partition(":")[0]) as refused:
        MasterKeys.given(new_master_key(DAY)).of(sealed)
    assert SETTING in str(refused.value)


@pytest.mark.parametrize(
    "faulty", ["secret", "k1:secret", "k1:c2VjcmV0", "K 1:" + "A" * 43 + "=", ",", ":" + "A" * 43 + "="]
)
def test_a_faulty_key_is_told_by_its_place_and_never_shown(faulty: str) -> None:
    with pytest.raises(SettingsError, match=SETTING) as refused:
        MasterKeys.given(faulty)
    assert "secret" not in str(refused.value)
    assert "c2VjcmV0" not in str(refused.value)
    assert "A" * 20 not in str(refused.value)


def test_two_keys_of_one_name_are_refused() -> None:
    key = new_master_key(DAY)
    with pytest.raises(SettingsError, match="two keys have the name"):
        MasterKeys.given(f"{key},{key}")


def test_a_kept_key_is_for_the_owner_alone_and_the_first_one_stays(tmp_path: Path) -> None:
    file = tmp_path / "var" / "encryption-keys"
    make_file(file, first := new_master_key(DAY))
    make_file(file, new_master_key(DAY))

    assert MasterKeys.kept(file).names == (first.partition(":")[0],)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["encryption-keys"]


def test_a_running_product_takes_up_what_is_put_into_the_file_and_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "encryption-keys"
    make_file(file, old := new_master_key(DAY))
    keys = MasterKeys.kept(file)
    sealed = keys.newest.sealed("Ona", "place")

    add_to_file(file, new := new_master_key(DAY))
    assert keys.newest.id == new.partition(":")[0]
    assert keys.of(sealed).opened(sealed, "place") == "Ona"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    take_from_file(file, old.partition(":")[0])
    assert keys.names == (new.partition(":")[0],)


def test_a_running_product_goes_on_where_the_file_is_gone_for_a_while(tmp_path: Path) -> None:
    file = tmp_path / "encryption-keys"
    make_file(file, new_master_key(DAY))
    keys = MasterKeys.kept(file)
    file.unlink()
    assert keys.newest.sealed("Ona", "place")
    with pytest.raises(SettingsError, match="cannot be read"):
        MasterKeys.kept(file)
