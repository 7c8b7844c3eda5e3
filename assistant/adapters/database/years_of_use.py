"""Fills a database with years of use at once, for measuring: rows of the usual size, made by the database itself."""

from sqlalchemy import text

from assistant.adapters.database.session import Database, open_database

TURNS_A_CONVERSATION = 30
MESSAGE = '{"kind":"question","sentences":["Jūs galite gauti pagalbą.","Ar norite sužinoti daugiau?"],"choices":[]}'
STATE = '{"id":"filled","channel":"web","turn":30}'
REQUEST = '{"municipality":"kretingos-rajono","need":"talk","for_other":false,"name":"Ona Onaitė"}'

_SQLITE = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < CAST(:count AS integer)) "
_POSTGRESQL = "WITH n(i) AS (SELECT generate_series(0, CAST(:count AS integer) - 1)) "

_CONVERSATIONS = (
    "INSERT INTO conversations (id, channel, external_id, token_hash, state, version) {n}"
    "SELECT 'filled-' || i, 'web', NULL, 'nobody', CAST(:state AS text), 30 FROM n"
)
_LINES = (
    "INSERT INTO conversation_lines (id, conversation, at, said, message) {n}"
    "SELECT 'filled-line-' || i, 'filled-' || (i / 60), {at}, CASE i % 2 WHEN 0 THEN 'ar man tinka' ELSE '' END,"
    " CASE i % 2 WHEN 0 THEN NULL ELSE CAST(:message AS text) END FROM n"
)
_HEARD = (
    "INSERT INTO heard_events (conversation, key, messages, at) {n}"
    "SELECT 'filled-' || (i / 30), 'filled-key-' || i, '[\"filled-line-' || i || '\"]', {at} FROM n"
)
_REFERRALS = (
    "INSERT INTO referrals"
    " (number, draft, conversation, municipality, request, sent_at, taken_by, is_over, version,"
    " status, is_begun, due, changed_at, need, for_other, outcome, search_mark, is_demo) {n}"
    "SELECT 'F' || i, 'filled/' || i, 'filled-' || i, 'town-' || (i % 60), CAST(:request AS text), {at}, '',"
    " {true}, 3, 'closed', {true}, {never}, {at}, 'talk', {false}, '', CAST(:search_mark AS text), {false} FROM n"
)
_ENTRIES = (
    "INSERT INTO referral_entries (referral, position, kind, author, at, by, text) {n}"
    "SELECT 'F' || (i / 3), i % 3, 'sent', 'person', {at}, '', '' FROM n"
)
_OUTBOX = (
    "INSERT INTO outbox (id, carrier, recipient, subject, messages, created_at, next_try_at, state, attempts,"
    " last_error, sent_at) {n}"
    "SELECT 'filled-' || i, 'letter', 'skyrius@example.lt', 'F' || i, '[]', {at}, {at}, 'sent', 1, '', {at} FROM n"
)
_NO_KEYS = "INSERT INTO data_keys (owner, master, wrapped, destroyed_at) {n} SELECT {owner}, '', NULL, {at} FROM n"


async def fill(url: str, turns: int, referrals: int, search_mark: str) -> None:
    """So many turns in conversations of TURNS_A_CONVERSATION, and so many referrals with threads and letters.

    With the mark they count as findable, though nobody looks for them.
    """
    database = open_database(url)
    dialect = (
        {"n": _SQLITE, "at": "'2026-01-01 12:00:00.000000'", "never": "'9999-12-31'", "true": "1", "false": "0"}
        if database.is_sqlite
        else {
            "n": _POSTGRESQL,
            "at": "timestamptz '2026-01-01 12:00:00+00'",
            "never": "date '9999-12-31'",
            "true": "true",
            "false": "false",
        }
    )
    try:
        async with database.engine.begin() as connection:
            for statement, count, more in (
                (_CONVERSATIONS, turns // TURNS_A_CONVERSATION + 1, {"state": STATE}),
                (_LINES, 2 * turns, {"message": MESSAGE}),
                (_HEARD, turns, {}),
                (_REFERRALS, referrals, {"request": REQUEST, "search_mark": search_mark}),
                (_ENTRIES, 3 * referrals, {}),
                (_OUTBOX, referrals, {}),
                # So that no start encrypts them all: nothing real stands in them.
                (_NO_KEYS.replace("{owner}", "'filled-' || i"), turns // TURNS_A_CONVERSATION + 1, {}),
                (_NO_KEYS.replace("{owner}", "'F' || i"), referrals, {}),
            ):
                await connection.execute(text(statement.format(**dialect)), {"count": count, **more})
        await settle(database)
    finally:
        await database.close()


async def settle(database: Database) -> None:
    """What a database does by itself within minutes of a large load, at once: count its rows, and tidy up behind it."""
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE" if database.is_sqlite else "VACUUM ANALYZE"))
