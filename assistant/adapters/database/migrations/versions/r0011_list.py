"""What the list of requests finds, counts and sorts by stands in columns; requests are found by keyed hashes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

NEVER_DUE = "9999-12-31"

_COLUMNS: dict[str, sa.types.TypeEngine[Any]] = {
    "status": sa.Text(),
    "is_begun": sa.Boolean(),
    "due": sa.Date(),
    "changed_at": sa.DateTime(timezone=True),
    "need": sa.Text(),
    "for_other": sa.Boolean(),
    "outcome": sa.Text(),
}

_LIST = (
    *("municipality", "is_over", "due", "is_begun", "sent_at", "number"),
    *("status", "taken_by", "need", "for_other", "outcome", "promised_for"),
)

# As the program derives them from a thread: the newest entry that moves the request says how it stands; an answer
# counts only where it came after the last passing on.
_FROM_THREADS = """
UPDATE referrals SET
    status = coalesce((
        SELECT CASE entry.kind WHEN 'sent' THEN 'new' WHEN 'passed-on' THEN 'new' WHEN 'replied' THEN 'answered'
            WHEN 'called' THEN 'answered' ELSE entry.kind END
        FROM referral_entries AS entry
        WHERE entry.referral = referrals.number
            AND entry.kind IN ('sent', 'taken', 'replied', 'called', 'closed', 'withdrawn', 'passed-on')
        ORDER BY entry.position DESC LIMIT 1
    ), 'new'),
    changed_at = coalesce((
        SELECT entry.at FROM referral_entries AS entry
        WHERE entry.referral = referrals.number ORDER BY entry.position DESC LIMIT 1
    ), referrals.sent_at),
    due = CASE WHEN referrals.is_over OR referrals.promised_for IS NULL OR EXISTS (
        SELECT 1 FROM referral_entries AS answer
        WHERE answer.referral = referrals.number AND answer.kind IN ('replied', 'called') AND NOT EXISTS (
            SELECT 1 FROM referral_entries AS later
            WHERE later.referral = answer.referral AND later.position > answer.position AND later.kind = 'passed-on'
        )
    ) THEN {never_due} ELSE referrals.promised_for END,
    need = {need}, for_other = {for_other}, outcome = coalesce({outcome}, '')
"""
_SQLITE = {
    "never_due": f"'{NEVER_DUE}'",
    "need": "json_extract(request, '$.need')",
    "for_other": "json_extract(request, '$.for_other')",
    "outcome": "json_extract(request, '$.preliminary.outcome')",
}
_POSTGRESQL = {
    "never_due": f"date '{NEVER_DUE}'",
    "need": "CAST(request AS jsonb) ->> 'need'",
    "for_other": "CAST(CAST(request AS jsonb) ->> 'for_other' AS boolean)",
    "outcome": "CAST(request AS jsonb) #>> '{preliminary,outcome}'",
}


def upgrade() -> None:
    for name, kind in _COLUMNS.items():
        op.add_column("referrals", sa.Column(name, kind))
    op.add_column("referrals", sa.Column("search_mark", sa.Text))
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(sa.text(_FROM_THREADS.format(**(_SQLITE if is_sqlite else _POSTGRESQL))))
    op.execute("UPDATE referrals SET is_begun = (status <> 'new')")
    op.drop_index("ix_referrals_municipality_is_over_sent_at", "referrals")
    with op.batch_alter_table("referrals") as table:
        for name, kind in _COLUMNS.items():
            table.alter_column(name, existing_type=kind, nullable=False)
    op.create_index("ix_referrals_list", "referrals", list(_LIST))
    op.create_index("ix_referrals_changes", "referrals", ["municipality", "changed_at", "number", "version"])
    op.create_index("ix_referrals_search_mark", "referrals", ["search_mark"])
    op.create_table(
        "referral_search",
        sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("referral", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", "referral", name="pk_referral_search"),
        sa.ForeignKeyConstraint(
            ["referral"], ["referrals.number"], name="fk_referral_search_referral_referrals", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_referral_search_referral", "referral_search", ["referral"])


def downgrade() -> None:
    op.drop_table("referral_search")
    for index in ("list", "changes", "search_mark"):
        op.drop_index(f"ix_referrals_{index}", "referrals")
    with op.batch_alter_table("referrals") as table:
        for name in ("search_mark", *reversed(_COLUMNS)):
            table.drop_column(name)
    op.create_index("ix_referrals_municipality_is_over_sent_at", "referrals", ["municipality", "is_over", "sent_at"])
