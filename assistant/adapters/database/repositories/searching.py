"""Writes the keys by which requests are found, beside the requests themselves."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, update

from assistant.adapters.database.tables import ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.request import Request
from assistant.usecases.search_words import SearchKeys


async def write_keys(transaction: Transaction, keys: SearchKeys, requests: Sequence[tuple[str, Request]]) -> None:
    """Put the keys of these requests, by number, in the place of those that were there."""
    if not requests:
        return
    numbers = [number for number, _ in requests]
    await transaction.write(delete(ReferralSearchRow).where(ReferralSearchRow.referral.in_(numbers)))
    rows = [{"key": key, "referral": number} for number, request in requests for key in sorted(keys.of(request))]
    if rows:
        await transaction.write(insert(ReferralSearchRow), rows)
    await transaction.write(
        update(ReferralRow).where(ReferralRow.number == bindparam("which")).values(search_mark=keys.mark),
        [{"which": number} for number in numbers],
    )
