"""Forgetting: when somebody last said something, which numbers were erased, and how much was forgotten when.

The beginning of the audit log may be taken out as far as a checkpoint says; the database still refuses all else.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

LOG = "audit_log"
REFUSAL = "lines of the audit log are only ever added"
BEHIND = "OLD.position > (SELECT COALESCE(MAX(position), 0) FROM audit_checkpoints)"
FUNCTION = f"CREATE OR REPLACE FUNCTION {LOG}_refuse() RETURNS trigger LANGUAGE plpgsql"
SQLITE_TRIGGER = f"CREATE TRIGGER {LOG}_no_delete BEFORE DELETE ON {LOG}"
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"


def upgrade() -> None:
    op.add_column("conversations", sa.Column("heard_at", sa.DateTime(timezone=True)))
    op.add_column("conversations", sa.Column("warned_at", sa.DateTime(timezone=True)))
    op.execute(
        "UPDATE conversations SET heard_at = (SELECT MAX(at) FROM conversation_lines WHERE conversation ="
        " conversations.id)"
    )
    op.create_index("ix_conversations_heard_at", "conversations", ["heard_at"])
    op.create_index("ix_heard_events_at", "heard_events", ["at"])
    op.create_table(
        "erased_referrals",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_erased_referrals"),
    )
    op.create_index("ix_erased_referrals_municipality", "erased_referrals", ["municipality"])
    op.create_table(
        "forgotten",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", "municipality", "kind", name="pk_forgotten"),
    )
    op.create_table(
        "audit_checkpoints",
        sa.Column("position", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_audit_checkpoints"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {LOG}_no_delete")
        op.execute(f"{SQLITE_TRIGGER} WHEN {BEHIND} {REFUSE}")
    else:
        op.execute(
            f"{FUNCTION} AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF NOT ({BEHIND}) THEN RETURN OLD; END IF; END IF;"
            f" RAISE EXCEPTION '{REFUSAL}'; END $$"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {LOG}_no_delete")
        op.execute(f"{SQLITE_TRIGGER} {REFUSE}")
    else:
        op.execute(f"{FUNCTION} AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$")
    op.drop_table("audit_checkpoints")
    op.drop_table("forgotten")
    op.drop_table("erased_referrals")
    op.drop_index("ix_heard_events_at", "heard_events")
    op.drop_index("ix_conversations_heard_at", "conversations")
    op.drop_column("conversations", "warned_at")
    op.drop_column("conversations", "heard_at")
