"""The master keys that wrap all data keys: given in a setting, or made once and kept in a file of the data folder."""

import base64
import binascii
import contextlib
import os
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.adapters.sealed_text import KEY_BYTES, Cipher, key_id_of
from assistant.errors import SettingsError

SETTING = "AISKIAI_ENCRYPTION_KEYS"
_OWNER_ONLY = 0o600
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_FORM = 'It is a list with commas, newest first, of "name:key" as `aiskiai keys new` prints it.'


class UnknownMasterKeyError(SettingsError):
    """Something was encrypted under a master key that was not given."""

    def __init__(self, name: str, where: str) -> None:
        self.name = name
        super().__init__(
            f'What is stored is encrypted under the key "{name}", which is not in {where}. Put that key back '
            f'(docs/operations.md, "Encryption keys"); without it nothing that people sent can be read.'
        )


def new_master_key(today: date) -> str:
    """A fresh key as it stands in the setting: a name that tells its day, and 256 random bits."""
    name = f"k{today:%Y%m%d}-{secrets.token_hex(2)}"
    return f"{name}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode('ascii')}"


@dataclass
class MasterKeys:
    """All master keys, newest first. Those of a file are looked at anew when it changes, while the product runs."""

    _keys: dict[str, Cipher] = field(repr=False)
    _file: Path | None = None
    _stamp: tuple[int, int] = (0, 0)

    @classmethod
    def given(cls, setting: str) -> "MasterKeys":
        """The keys of the setting. Raises SettingsError."""
        return cls(_read(setting, SETTING))

    @classmethod
    def kept(cls, file: Path) -> "MasterKeys":
        """The keys of a file that `make_file` has made. Raises SettingsError."""
        keys = cls({}, file)
        keys._look_again()
        return keys

    @property
    def newest(self) -> Cipher:
        """What new data keys are wrapped by."""
        self._look_again()
        return next(iter(self._keys.values()))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all, newest first."""
        self._look_again()
        return tuple(self._keys)

    @property
    def where(self) -> str:
        """Where they are, for messages."""
        return str(self._file) if self._file else SETTING

    @property
    def file(self) -> Path | None:
        """The file in which they are kept; None where they are in the setting."""
        return self._file

    def of(self, sealed: str) -> Cipher:
        """The key under which this was sealed. Raises UnknownMasterKeyError."""
        name = key_id_of(sealed)
        if name not in self._keys:
            self._look_again()
        if name not in self._keys:
            raise UnknownMasterKeyError(name, self.where)
        return self._keys[name]

    def _look_again(self) -> None:
        if self._file is None:
            return
        try:
            seen = self._file.stat()
            stamp = (seen.st_ino, seen.st_mtime_ns)
            if stamp != self._stamp:
                self._keys = _read(self._file.read_text(encoding="ascii", errors="replace"), str(self._file))
                self._stamp = stamp
        except OSError as error:
            if not self._keys:
                raise SettingsError(f"The keys in {self._file} cannot be read: {error.strerror}.") from error
            # A running product keeps the keys that it has: whoever took the file away may put it back.


def make_file(file: Path, key: str) -> None:
    """Put a first key there, readable by the owner alone; where another process was first, its key stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = _written(file, key)
    with contextlib.suppress(FileExistsError):
        file.hardlink_to(made)
    made.unlink()


def add_to_file(file: Path, key: str) -> None:
    """Make this the newest key of the file, whole or not at all."""
    made = _written(file, ",".join((key, *_lines(file.read_text(encoding="ascii")))))
    made.replace(file)


def take_from_file(file: Path, name: str) -> None:
    """Take the key of this name out of the file."""
    stay = [line for line in _lines(file.read_text(encoding="ascii")) if line.partition(":")[0] != name]
    _written(file, ",".join(stay)).replace(file)


def _written(beside: Path, keys: str) -> Path:
    made = beside.with_name(f"{beside.name}.{secrets.token_hex(8)}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        os.write(descriptor, "\n".join((*_lines(keys), "")).encode("ascii"))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return made


def _lines(text: str) -> Sequence[str]:
    return [part.strip() for part in text.replace("\n", ",").split(",") if part.strip()]


def _read(text: str, where: str) -> dict[str, Cipher]:
    keys: dict[str, Cipher] = {}
    for place, line in enumerate(_lines(text), start=1):
        name, _, encoded = line.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        # The line itself is never repeated: it may be a key.
        if not _ID.fullmatch(name) or len(key) != KEY_BYTES:
            raise SettingsError(f"{where}: key {place} cannot be used. {_FORM}")
        if name in keys:
            raise SettingsError(f'{where}: two keys have the name "{name}". Every key has a name of its own.')
        keys[name] = Cipher.of(name, key)
    if not keys:
        raise SettingsError(f"{where} holds no key. {_FORM}")
    return keys
