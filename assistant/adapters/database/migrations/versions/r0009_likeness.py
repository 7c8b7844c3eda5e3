"""Keyed hashes by which referrals of one person are found."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referral_likeness",
        sa.Column("referral", sa.Text, nullable=False),
        sa.Column("likeness", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("referral", "likeness", name="pk_referral_likeness"),
        sa.ForeignKeyConstraint(
            ["referral"], ["referrals.number"], name="fk_referral_likeness_referral_referrals", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_referral_likeness_likeness", "referral_likeness", ["likeness"])


def downgrade() -> None:
    op.drop_table("referral_likeness")
