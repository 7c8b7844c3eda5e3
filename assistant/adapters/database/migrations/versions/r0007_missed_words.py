"""Scrubbed words that were not understood, for editors to learn from; nothing leads to who wrote them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "missed_words",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("miss", sa.Text, nullable=False),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("nearest", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_missed_words"),
    )
    op.create_index("ix_missed_words_day", "missed_words", ["day"])


def downgrade() -> None:
    op.drop_table("missed_words")
