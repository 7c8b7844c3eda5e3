"""Data keys: made when something is first stored, met while reading, destroyed when it is erased."""

import base64
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.transaction import Transaction
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import KEY_BYTES, Cipher, is_sealed, key_id_of

_NOBODY = ""


def _make(insert: Callable[[type[DataKeyRow]], sqlite.Insert | postgresql.Insert]) -> Prepared:
    statement = insert(DataKeyRow).values(
        owner=bindparam("owner"), master=bindparam("master"), wrapped=bindparam("wrapped")
    )
    return Prepared(
        statement.on_conflict_do_update(
            index_elements=[DataKeyRow.owner],
            set_={"master": statement.excluded.master, "wrapped": statement.excluded.wrapped},
            # Only a destroyed key gives way to a new one.
            where=DataKeyRow.wrapped.is_(None),
        )
    )


_MAKE_SQLITE, _MAKE_POSTGRESQL = _make(sqlite.insert), _make(postgresql.insert)


class SqlDataKeys:
    """The port DataKeys, and what seals and opens texts for the other repositories of the same transaction.

    An unwrapped key is known no longer than the transaction lasts. Without master keys nothing is encrypted, and what
    is encrypted counts as erased.
    """

    def __init__(
        self,
        transaction: Transaction,
        masters: MasterKeys | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._transaction = transaction
        self._masters = masters
        self._now = now
        self._make = _MAKE_SQLITE if transaction.is_sqlite else _MAKE_POSTGRESQL
        self._known: dict[str, Cipher | None] = {}

    @property
    def masters(self) -> MasterKeys | None:
        """The master keys; None where nothing is encrypted."""
        return self._masters

    def met(self, owner: str, wrapped: str | None) -> None:
        """The owner's key as a query has found it beside something else."""
        if owner not in self._known:
            self._known[owner] = self._unwrapped(owner, wrapped)

    async def look_up(self, owners: Iterable[str]) -> None:
        """Know the keys of all these owners; a statement only where one was not met yet."""
        unknown = set(owners) - self._known.keys()
        if not unknown or self._masters is None:
            return
        query = select(DataKeyRow.owner, DataKeyRow.wrapped).where(DataKeyRow.owner.in_(sorted(unknown)))
        found = {row.owner: row.wrapped for row in await self._transaction.read(query)}
        for owner in unknown:
            self.met(owner, found.get(owner))

    async def make(self, owner: str) -> None:
        """Have a key for an owner that is new, or has none; another process that is quicker makes it for both."""
        if self._masters is None or self._known.get(owner):
            return
        cipher, row = _fresh(self._masters.newest, owner)
        if await self._transaction.carry_out(self._make, row):
            self._known[owner] = cipher
            return
        self._known.pop(owner, None)
        await self.look_up([owner])

    def make_later(self, owner: str, clash: Exception) -> None:
        """Have a key for an owner that is stored for the first time, with what is stored of it.

        `clash` is raised then where somebody else has made one.
        """
        if self._masters is None:
            return
        self._known[owner], row = _fresh(self._masters.newest, owner)
        self._transaction.later(self._make, row, untouched=clash)

    async def sealing(self, owner: str) -> Callable[[str, str], str]:
        """What seals texts of this owner: give it the text and its place."""
        if self._masters is None:
            return _as_it_is
        await self.look_up([owner])
        await self.make(owner)
        cipher = self._known[owner]
        if cipher is None:
            message = f"no key could be made for {owner}"
            raise RuntimeError(message)
        return cipher.sealed

    def opened(self, owner: str, text: str, place: str) -> str | None:
        """A text of an owner whose key was met; None where its key was destroyed. Raises SealBrokenError.

        What was stored before there was encryption comes back as it is.
        """
        if not is_sealed(text):
            return text
        cipher = self._known.get(owner)
        if cipher is None or cipher.id != key_id_of(text):
            # The owner may have a new key since: what was under the old one stays erased.
            return None
        return cipher.opened(text, place)

    async def destroy(self, owner: str) -> None:
        """Destroy the owner's key with the commit, and note that it was destroyed."""
        now = self._now()
        insert = sqlite.insert if self._transaction.is_sqlite else postgresql.insert
        await self._transaction.write(
            insert(DataKeyRow)
            .values(owner=owner, master=_NOBODY, wrapped=None, destroyed_at=now)
            .on_conflict_do_update(
                index_elements=[DataKeyRow.owner], set_={"master": _NOBODY, "wrapped": None, "destroyed_at": now}
            )
        )
        self._known[owner] = None

    def _unwrapped(self, owner: str, wrapped: str | None) -> Cipher | None:
        if wrapped is None or self._masters is None:
            return None
        return unwrapped(self._masters, owner, wrapped)


def _fresh(master: Cipher, owner: str) -> tuple[Cipher, dict[str, object]]:
    cipher, wrapped = fresh_key(master, owner)
    return cipher, {"owner": owner, "master": master.id, "wrapped": wrapped}


def fresh_key(master: Cipher, owner: str) -> tuple[Cipher, str]:
    """A new data key, and how it is stored."""
    key_id, key = secrets.token_hex(4), secrets.token_bytes(KEY_BYTES)
    wrapped = f"{key_id}/{master.sealed(base64.b64encode(key).decode('ascii'), _place(owner, key_id))}"
    return Cipher.of(key_id, key), wrapped


def unwrapped(masters: MasterKeys, owner: str, wrapped: str) -> Cipher:
    """The data key. Raises UnknownMasterKeyError, or SealBrokenError where the master key is another one."""
    key_id, _, sealed = wrapped.partition("/")
    key = masters.of(sealed).opened(sealed, _place(owner, key_id))
    return Cipher.of(key_id, base64.b64decode(key))


def wrapped_anew(masters: MasterKeys, owner: str, wrapped: str) -> str:
    """The same data key, wrapped by the newest master key."""
    key_id, _, sealed = wrapped.partition("/")
    place = _place(owner, key_id)
    return f"{key_id}/{masters.newest.sealed(masters.of(sealed).opened(sealed, place), place)}"


def _place(owner: str, key_id: str) -> str:
    return f"data_keys/{owner}/{key_id}"


def _as_it_is(text: str, place: str) -> str:  # noqa: ARG001 - the shape of what seals
    return text
