"""Writes the keys by which requests are found, beside the requests themselves."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, update

from assistant.adapters.database.prepared import prepared_insert
from assistant.adapters.database.tables import ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.request import Request
from assistant.usecases.search_words import SearchKeys

_ADD = prepared_insert(ReferralSearchRow, "key", "referral")


def add_keys(transaction: Transaction, keys: SearchKeys, number: str, request: Request) -> None:
    """Write the keys of a request that has none yet; its mark the caller stores with the referral."""
    rows = [{"key": key, "referral": number} for key in sorted(keys.of(request))]
    if rows:
        transaction.later(_ADD, *rows)


async def write_keys(transaction: Transaction, keys: SearchKeys, requests: Sequence[tuple[str, Request]]) -> None:
    """Put the keys of these requests, by number, in the place of those that were there."""
    if not requests:
        return
    numbers = [number for number, _ in requests]
    await transaction.write(delete(ReferralSearchRow).where(ReferralSearchRow.referral.in_(numbers)))
    for number, request in requests:
        add_keys(transaction, keys, number, request)
    await transaction.write(
        update(ReferralRow).where(ReferralRow.number == bindparam("which")).values(search_mark=keys.mark),
        [{"which": number} for number in numbers],
    )
