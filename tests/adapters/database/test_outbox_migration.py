"""What an older program left in the outbox is carried over, and back."""

from sqlalchemy import text

from assistant.adapters.database.schema import downgrade, migrate
from assistant.adapters.database.session import open_database

OLD = (
    "INSERT INTO outbox (id, carrier, recipient, subject, messages, created_at, next_try_at, state, attempts, "
    "last_error, sent_at, lease_until) VALUES ('{id}', '{carrier}', 'a@b.lt', '47128035', '[]', '2026-11-22 12:00:00', "
    "'2026-11-22 12:00:00', '{state}', {attempts}, '', NULL, {lease})"
)
ROWS = [
    ("new", "letter", "waiting", 0, "NULL"),
    ("again", "letter", "waiting", 2, "NULL"),
    ("in-hand", "telegram", "waiting", 1, "'2026-11-22 12:05:00'"),
    ("sent", "letter", "sent", 1, "NULL"),
    ("failed", "letter", "failed", 1, "NULL"),
]


async def _told(url: str, *statements: str) -> list[tuple[object, ...]]:
    """Carry the statements out; gives the rows of the last one."""
    database = open_database(url)
    rows: list[tuple[object, ...]] = []
    async with database.engine.begin() as connection:
        for statement in statements:
            result = await connection.execute(text(statement))
            rows = [tuple(row) for row in result] if result.returns_rows else []
    await database.close()
    return rows


async def test_what_waits_is_carried_over_with_what_is_known_of_it_and_back(empty_database_url: str) -> None:
    # Given the outbox of an older program
    await migrate(empty_database_url, "0001")
    inserts = [
        OLD.format(id=name, carrier=carrier, state=state, attempts=attempts, lease=lease)
        for name, carrier, state, attempts, lease in ROWS
    ]
    await _told(empty_database_url, *inserts)

    # When
    await migrate(empty_database_url, "0002")

    # Then
    rows = await _told(empty_database_url, "SELECT id, state, failing_since IS NOT NULL FROM outbox ORDER BY position")
    assert [(name, state, bool(is_failing)) for name, state, is_failing in rows] == [
        ("new", "created", False),
        ("again", "failed-temporarily", True),
        ("in-hand", "sending", True),
        ("sent", "sent", False),
        ("failed", "failed-for-good", False),
    ]

    # And the older program understands what it gets back
    await _told(empty_database_url, "UPDATE outbox SET state = 'cancelled' WHERE id = 'new'")
    await downgrade(empty_database_url, "0001")
    assert await _told(empty_database_url, "SELECT id, state FROM outbox ORDER BY position") == [
        ("new", "failed"),
        ("again", "waiting"),
        ("in-hand", "waiting"),
        ("sent", "sent"),
        ("failed", "failed"),
    ]
