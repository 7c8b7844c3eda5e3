"""Fills one municipality's inbox at once, for measuring, and reads rows as barely as can be, to compare with."""

from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import insert, select, text

from assistant.adapters.database.records import REQUEST
from assistant.adapters.database.repositories.data_keys import fresh_key
from assistant.adapters.database.repositories.likeness import Hashed, rows_of
from assistant.adapters.database.repositories.referrals import columns_for_the_list
from assistant.adapters.database.repositories.sealed_referrals import request_of, text_of
from assistant.adapters.database.session import Database, open_database
from assistant.adapters.database.tables import ReferralEntryRow, ReferralRow
from assistant.adapters.database.tables_finding import ReferralSearchRow
from assistant.adapters.database.tables_keys import DataKeyRow
from assistant.adapters.database.tables_likeness import LikenessRow
from assistant.adapters.database.years_of_use import settle
from assistant.adapters.master_keys import MasterKeys
from assistant.adapters.sealed_text import Cipher
from assistant.referrals.referral import Referral
from assistant.usecases.search_words import SearchKeys

TOGETHER = 20_000
"""So many requests are written at once."""

CACHE_KILOBYTES = 400_000
"""Enough for the whole table of keys, which are written in no order of their own."""

# PostgreSQL takes two long columns many times faster than as many single rows.
_KEYS_AT_ONCE = text(
    "INSERT INTO referral_search (key, referral)"
    " SELECT * FROM unnest(CAST(:keys AS bigint[]), CAST(:numbers AS text[]))"
)


async def fill_inbox(url: str, referrals: Iterable[Referral], hashed: Hashed, masters: MasterKeys) -> None:
    """Store them all as the program does, but many at once; then let the database look at what it has."""
    database = open_database(url)
    keys = SearchKeys(hashed)
    waiting = iter(referrals)
    try:
        while batch := list(islice(waiting, TOGETHER)):
            async with database.engine.begin() as connection:
                if database.is_sqlite:
                    await connection.execute(text(f"PRAGMA cache_size = -{CACHE_KILOBYTES}"))
                made = {one.number: fresh_key(masters.newest, one.number) for one in batch}
                wrapped = [
                    {"owner": owner, "master": masters.newest.id, "wrapped": stored}
                    for owner, (_, stored) in made.items()
                ]
                await connection.execute(insert(DataKeyRow), wrapped)
                ciphers = {owner: cipher for owner, (cipher, _) in made.items()}
                await connection.execute(insert(ReferralRow), [_row(one, keys, ciphers[one.number]) for one in batch])
                entries = [row for one in batch for row in _entries(one, ciphers[one.number])]
                await connection.execute(insert(ReferralEntryRow), entries)
                alike = [row for one in batch for row in rows_of(one, hashed)]
                await connection.execute(insert(LikenessRow), alike)
                # In the order of the table, or each of the many keys would touch another page of it.
                found = sorted((key, one.number) for one in batch for key in keys.of(one.request))
                if database.is_sqlite:
                    rows = [{"key": key, "referral": number} for key, number in found]
                    await connection.execute(insert(ReferralSearchRow), rows)
                else:
                    columns = {"keys": [key for key, _ in found], "numbers": [number for _, number in found]}
                    await connection.execute(_KEYS_AT_ONCE, columns)
        await settle(database)
    finally:
        await database.close()


async def some_rows(database: Database, count: int) -> Sequence[tuple[str, str]]:
    """So many rows by their numbers: what any list has to read at least."""
    query = select(ReferralRow.number, ReferralRow.request).order_by(ReferralRow.number).limit(count)
    async with database.engine.connect() as connection:
        return [(number, record) for number, record in await connection.execute(query)]


def _row(referral: Referral, keys: SearchKeys, cipher: Cipher) -> dict[str, object]:
    return {
        "number": referral.number,
        "draft": referral.draft,
        "conversation": referral.conversation,
        "municipality": referral.request.municipality,
        "request": cipher.sealed(REQUEST.written(referral.request), request_of(referral.number)),
        "sent_at": referral.sent_at,
        "taken_by": referral.taken_by,
        "is_over": referral.is_over,
        "version": referral.version,
        "promised_for": referral.promised,
        "search_mark": keys.mark,
        "is_demo": False,
        **columns_for_the_list(referral),
    }


def _entries(referral: Referral, cipher: Cipher) -> list[dict[str, object]]:
    return [
        {
            "referral": referral.number,
            "position": position,
            "kind": entry.kind.value,
            "author": entry.author.value,
            "at": entry.at,
            "by": entry.by,
            "text": cipher.sealed(entry.text, text_of(referral.number, position)),
        }
        for position, entry in enumerate(referral.thread)
    ]
