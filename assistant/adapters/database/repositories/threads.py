"""The entries of referrals' threads, encrypted under the key of their referral."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from assistant.adapters.database.prepared import prepared_insert
from assistant.adapters.database.records import CHANGES, DETAILS
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.sealed_referrals import changes_of, details_of, text_of
from assistant.adapters.database.tables import ReferralEntryRow, ReferralRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import Author, Details, Entry, EntryKind, Passing

_ADD_ENTRY = prepared_insert(
    ReferralEntryRow,
    *("referral", "position", "kind", "author", "at", "by", "text", "passed_from", "passed_to", "changes", "details"),
)


async def add_entries(transaction: Transaction, keys: SqlDataKeys, referral: Referral, stored: int) -> None:
    """Store what a thread has grown by since it had so many entries."""
    number, sealed = referral.number, await keys.sealing(referral.number)
    rows = [
        {
            "referral": number,
            "position": position,
            "kind": entry.kind.value,
            "author": entry.author.value,
            "at": entry.at,
            "by": entry.by,
            "text": sealed(entry.text, text_of(number, position)),
            "passed_from": entry.passing.origin if entry.passing else None,
            "passed_to": entry.passing.target if entry.passing else None,
            "changes": sealed(CHANGES.written(entry.changes), changes_of(number, position)) if entry.changes else None,
            "details": sealed(DETAILS.written(entry.details), details_of(number, position))
            if entry.details != Details()
            else None,
        }
        for position, entry in enumerate(referral.thread)
        if position >= stored
    ]
    if rows:
        transaction.later(_ADD_ENTRY, *rows, clash=ReferralChangedError(referral.number))


async def threads_where(
    transaction: Transaction, keys: SqlDataKeys, conditions: Sequence[ColumnElement[bool]]
) -> dict[str, list[Entry]]:
    """The threads of the referrals for which this holds, by number; the keys of those were met."""
    query = (
        select(
            ReferralEntryRow.referral,
            ReferralEntryRow.kind,
            ReferralEntryRow.author,
            ReferralEntryRow.at,
            ReferralEntryRow.by,
            ReferralEntryRow.text,
            ReferralEntryRow.passed_from,
            ReferralEntryRow.passed_to,
            ReferralEntryRow.changes,
            ReferralEntryRow.details,
            ReferralEntryRow.position,
        )
        .join(ReferralRow, ReferralRow.number == ReferralEntryRow.referral)
        .where(*conditions)
        .order_by(ReferralEntryRow.referral, ReferralEntryRow.position)
    )
    threads: dict[str, list[Entry]] = defaultdict(list)
    opened = keys.opened
    for number, kind, author, at, by, sealed, origin, target, *more in await transaction.read(query):
        changes, details, position = more
        passing = Passing(origin, target) if origin and target else None
        text = opened(number, sealed, text_of(number, position)) or ""
        known = opened(number, changes or "", changes_of(number, position))
        detailed = opened(number, details or "", details_of(number, position))
        threads[number].append(
            Entry(
                kind=EntryKind(kind),
                author=Author(author),
                at=at,
                by=by,
                text=text,
                passing=passing,
                changes=CHANGES.read(known) if known else (),
                details=DETAILS.read(detailed) if detailed else Details(),
            )
        )
    return threads
