"""What referrals are known again by: keyed hashes of phone and full name, written with the referral itself."""

from collections.abc import Callable

from sqlalchemy import Select, delete, select

from assistant.adapters.database.prepared import prepared_insert
from assistant.adapters.database.tables_likeness import LikenessRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.usecases.doubles import likenesses
from assistant.usecases.keyed import by_each_key

Hashed = Callable[[str], str]
"""Gives the keyed hash of a text, the same in all processes."""


_ADD = prepared_insert(LikenessRow, "referral", "likeness")


class SqlLikeness:
    """Written anew whenever a referral is stored, since name, phone and municipality may change."""

    def __init__(self, transaction: Transaction, hashed: Hashed) -> None:
        self._transaction = transaction
        self._hashed = hashed

    async def write(self, referral: Referral) -> None:
        """Know the referral again by what stands in it now, and by nothing that stood there before."""
        await self._transaction.write(delete(LikenessRow).where(LikenessRow.referral == referral.number))
        self.add(referral)

    def add(self, referral: Referral) -> None:
        """Know a new referral again."""
        rows = rows_of(referral, self._hashed)
        if rows:
            self._transaction.later(_ADD, *rows, clash=ReferralChangedError(referral.number))

    def numbers_like(self, referral: Referral) -> Select[str]:
        """The numbers of all that have something in common with this one, its own among them."""
        rows = rows_of(referral, self._hashed)
        common = [key for row in rows for key in by_each_key(row["likeness"])]
        return select(LikenessRow.referral).where(LikenessRow.likeness.in_(common))


def rows_of(referral: Referral, hashed: Hashed) -> list[dict[str, str]]:
    """The rows of a referral; none where it has neither a phone nor a full name."""
    return [
        {"referral": referral.number, "likeness": hashed(f"likeness {likeness}")}
        for likeness in likenesses(referral.request)
    ]
