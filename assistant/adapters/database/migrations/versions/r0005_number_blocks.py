"""Blocks of referral numbers, so that none is given again after a restore; unhandled updates are found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "number_blocks",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("block", sa.Integer, nullable=False),
        sa.Column("life", sa.Text, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_number_blocks"),
        sa.UniqueConstraint("block", name="uq_number_blocks_block"),
    )
    op.create_index(
        "ix_telegram_updates_unhandled",
        "telegram_updates",
        ["id"],
        sqlite_where=sa.text("done_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_telegram_updates_unhandled", "telegram_updates")
    op.drop_table("number_blocks")
