"""Finds the master keys at a start, and refuses to start with others than those the database was written with."""

from datetime import date
from pathlib import Path

from sqlalchemy import select

from assistant.adapters.database.repositories.data_keys import SqlDataKeys, unwrapped
from assistant.adapters.database.session import Database
from assistant.adapters.database.tables import ConversationRow, ReferralRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import SETTING, MasterKeys, UnknownMasterKeyError, make_file, new_master_key
from assistant.adapters.sealed_text import MARK, SealBrokenError
from assistant.errors import SettingsError

CANARY = "first-start"
"""The owner of a key that encrypts nothing: it tells by which master key the database was begun."""


async def open_master_keys(database: Database, setting: str, file: Path, today: date) -> MasterKeys:
    """The keys of the setting, or of the file, which is made where nothing was ever encrypted.

    Raises SettingsError where a key is missing, is another one under the same name, or cannot be read, and where the
    data keys themselves are not there, as after a backup was laid in place by hand.
    """
    transaction = await Transaction.begin(database)
    try:
        in_use = await _one_of_each(transaction)
        if not in_use and await _is_something_sealed(transaction):
            raise _keys_not_there()
        masters = _found(setting, file, today, names=tuple(in_use))
        _check(masters, in_use)
        keys = SqlDataKeys(transaction, masters)
        # Made by this start, or by another process that is quicker; then its master key must be among ours.
        await keys.make(CANARY)
        await transaction.commit()
    except SealBrokenError as error:
        raise _another_key(masters) from error
    finally:
        await transaction.close()
    return masters


async def look_at_master_keys(database: Database, setting: str, file: Path) -> tuple[str, ...]:
    """The names of the master keys, newest first, none where nothing was ever encrypted; makes and changes nothing.

    Raises SettingsError where `open_master_keys` would.
    """
    transaction = await Transaction.begin(database)
    try:
        in_use = await _one_of_each(transaction)
        if not in_use and await _is_something_sealed(transaction):
            raise _keys_not_there()
    finally:
        await transaction.close()
    if not in_use and _is_nowhere(setting, file):
        return ()
    masters = _found(setting, file, date.min, names=tuple(in_use))
    _check(masters, in_use)
    return masters.names


def _is_nowhere(setting: str, file: Path) -> bool:
    return not setting and not file.exists()


def _keys_not_there() -> SettingsError:
    return SettingsError(
        "What people sent is encrypted, and the keys of it are not in this database: backups hold none. "
        "Put them back with `aiskiai keys put-back` (docs/operations.md)."
    )


def _found(setting: str, file: Path, today: date, names: tuple[str, ...]) -> MasterKeys:
    if setting:
        return MasterKeys.given(setting)
    if not file.exists():
        if names:
            raise UnknownMasterKeyError(names[0], f"{SETTING}, which is empty, nor in {file}, which is not there")
        make_file(file, new_master_key(today))
    return MasterKeys.kept(file)


async def _one_of_each(transaction: Transaction) -> dict[str, tuple[str, str]]:
    """By the names of the master keys in use: an owner and the wrapped key of it."""
    in_use: dict[str, tuple[str, str]] = {}
    # From one name to the next: there are few names, and may be many keys.
    while True:
        query = (
            select(DataKeyRow.master, DataKeyRow.owner, DataKeyRow.wrapped)
            .where(DataKeyRow.wrapped.is_not(None), DataKeyRow.master.not_in(list(in_use)))
            .limit(1)
        )
        found = await transaction.read(query)
        if not found:
            return in_use
        [(master, owner, wrapped)] = found
        in_use[master] = (owner, wrapped or "")


def _check(masters: MasterKeys, in_use: dict[str, tuple[str, str]]) -> None:
    for owner, wrapped in in_use.values():
        try:
            unwrapped(masters, owner, wrapped)
        except SealBrokenError as error:
            raise _another_key(masters) from error


def _another_key(masters: MasterKeys) -> SettingsError:
    return SettingsError(
        f"A key in {masters.where} has the name of the one with which the database was encrypted, and is another key. "
        "Put the right one back; without it nothing that people sent can be read."
    )


async def _is_something_sealed(transaction: Transaction) -> bool:
    conversation = select(ConversationRow.id).where(ConversationRow.state.startswith(MARK, autoescape=True)).limit(1)
    referral = select(ReferralRow.number).where(ReferralRow.request.startswith(MARK, autoescape=True)).limit(1)
    return bool(await transaction.read(conversation) or await transaction.read(referral))
