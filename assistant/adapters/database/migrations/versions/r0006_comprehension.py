"""Counts of answers to the questions about texts, without anybody's data."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "comprehension_tallies",
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("topic", "service", "text", "outcome", name="pk_comprehension_tallies"),
    )


def downgrade() -> None:
    op.drop_table("comprehension_tallies")
