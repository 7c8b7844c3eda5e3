"""How the personal columns of a referral are bound to their places, and what stands there once the key is gone."""

from typing import Protocol

from assistant.adapters.database.records import REQUEST
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.referrals.request import Request


class Plain(Protocol):
    """What of a request stands in columns of its own, and says nothing about a person."""

    @property
    def municipality(self) -> str:
        """Who handles it."""

    @property
    def need(self) -> str:
        """What kind of help."""

    @property
    def for_other(self) -> bool:
        """Whether a helper asks."""


def opened_request(keys: SqlDataKeys, number: str, sealed: str, row: Plain) -> Request:
    """The request; where its key was destroyed, what is left of it: a name that is empty, and no words."""
    opened = keys.opened(number, sealed, request_of(number))
    if opened is None:
        return Request(municipality=row.municipality, need=row.need, for_other=row.for_other, name="")
    return REQUEST.read(opened)


def request_of(number: str) -> str:
    """The place of what the person filled in."""
    return f"referrals.request/{number}"


def letters_of(number: str) -> str:
    """The place of the person's own address."""
    return f"referrals.letters_to/{number}"


def text_of(number: str, position: int) -> str:
    """The place of the words of an entry."""
    return f"referral_entries.text/{number}/{position}"


def changes_of(number: str, position: int) -> str:
    """The place of what an entry changed."""
    return f"referral_entries.changes/{number}/{position}"


def details_of(number: str, position: int) -> str:
    """The place of the details of an entry."""
    return f"referral_entries.details/{number}/{position}"
