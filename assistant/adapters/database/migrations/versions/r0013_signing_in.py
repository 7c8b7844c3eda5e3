"""Sessions that can be listed and that wait for a second factor; second factors, recovery codes, what works once.

Whoever is signed in has to sign in again: of their sessions nothing is known that could be listed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.drop_table("staff_sessions")
    op.create_table(
        "staff_sessions",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("is_whole", sa.Boolean, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_sessions"),
        sa.UniqueConstraint("id", name="uq_staff_sessions_id"),
        _of_staff("staff_sessions"),
    )
    op.create_index("ix_staff_sessions_staff", "staff_sessions", ["staff"])
    op.create_table(
        "staff_factors",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("handle", sa.Text),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("counter", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_factors"),
        sa.UniqueConstraint("handle", name="uq_staff_factors_handle"),
        _of_staff("staff_factors"),
    )
    op.create_index("ix_staff_factors_staff", "staff_factors", ["staff"])
    op.create_table(
        "staff_recovery_codes",
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("code_hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("staff", "code_hash", name="pk_staff_recovery_codes"),
        _of_staff("staff_recovery_codes"),
    )
    op.create_table(
        "staff_spent",
        sa.Column("once", sa.Text, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("once", name="pk_staff_spent"),
    )
    op.create_index("ix_staff_spent_until", "staff_spent", ["until"])


def downgrade() -> None:
    for table in ("staff_spent", "staff_recovery_codes", "staff_factors", "staff_sessions"):
        op.drop_table(table)
    op.create_table(
        "staff_sessions",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_sessions"),
        _of_staff("staff_sessions"),
    )


def _of_staff(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["staff"], ["staff.id"], name=f"fk_{table}_staff_staff", ondelete="CASCADE")
