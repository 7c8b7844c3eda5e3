"""A start with the wrong keys ends in words that name the setting, before anything is served."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete

from assistant.adapters.database.first_look import open_master_keys
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.master_keys import SETTING, MasterKeys, new_master_key
from assistant.errors import SettingsError
from tests.adapters.database.examples import referral

DAY = date(2026, 11, 22)


async def _fill(database: Database, masters: MasterKeys) -> None:
    async with SqlUnitsOfWork(database, masters=masters)() as unit:
        await unit.referrals.add(referral())
        await unit.commit()


async def test_the_first_start_makes_a_key_and_the_next_one_finds_it(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "keys" / "encryption-keys"
    first = await open_master_keys(database, "", file, DAY)
    await _fill(database, first)

    again = await open_master_keys(database, "", file, DAY)

    assert again.names == first.names


async def test_a_lost_file_is_told_and_no_other_is_made(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "encryption-keys"
    masters = await open_master_keys(database, "", file, DAY)
    file.unlink()

    with pytest.raises(SettingsError, match=rf"{masters.names[0]}.*{SETTING}.*Put that key back"):
        await open_master_keys(database, "", file, DAY)

    assert not file.exists()


async def test_other_keys_than_those_of_the_database_are_told(database: Database, tmp_path: Path) -> None:
    key = new_master_key(DAY)
    await open_master_keys(database, key, tmp_path / "none", DAY)

    # Also where nothing was sent yet: two machines that each made a key of their own are found out at once.
    with pytest.raises(SettingsError, match=f"not in {SETTING}"):
        await open_master_keys(database, new_master_key(DAY), tmp_path / "none", DAY)


async def test_another_key_under_the_right_name_is_told(database: Database, tmp_path: Path) -> None:
    key = new_master_key(DAY)
    await open_master_keys(database, key, tmp_path / "none", DAY)
    impostor = f"{key.partition(':')[0]}:{new_master_key(DAY).partition(':')[2]}"

    with pytest.raises(SettingsError, match=f"{SETTING} has the name.*another key") as refused:
        await open_master_keys(database, impostor, tmp_path / "none", DAY)

    assert impostor.partition(":")[2] not in str(refused.value)


async def test_a_database_without_its_data_keys_is_told_how_it_gets_them(database: Database, tmp_path: Path) -> None:
    key = new_master_key(DAY)
    await _fill(database, await open_master_keys(database, key, tmp_path / "none", DAY))
    async with database.engine.begin() as connection:
        await connection.execute(delete(DataKeyRow))

    with pytest.raises(SettingsError, match="aiskiai keys put-back"):
        await open_master_keys(database, key, tmp_path / "none", DAY)
