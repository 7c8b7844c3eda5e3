"""Promises, changes by the person, letters to the person, other conversations that follow a referral, failed tries."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("referrals", sa.Column("promised_for", sa.Date))
    op.add_column("referrals", sa.Column("reminded_at", MOMENT))
    op.add_column("referrals", sa.Column("broken_at", MOMENT))
    op.add_column("referrals", sa.Column("letters_to", sa.Text))
    op.create_index("ix_referrals_is_over_promised_for", "referrals", ["is_over", "promised_for"])
    op.add_column("referral_entries", sa.Column("changes", sa.Text))
    op.create_table(
        "referral_followers",
        sa.Column("referral", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("is_told", sa.Boolean, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("referral", "conversation", name="pk_referral_followers"),
        sa.ForeignKeyConstraint(
            ["referral"], ["referrals.number"], name="fk_referral_followers_referral_referrals", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.id"],
            name="fk_referral_followers_conversation_conversations",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_referral_followers_conversation", "referral_followers", ["conversation"])
    op.create_table(
        "receipt_tries",
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", MOMENT),
        sa.PrimaryKeyConstraint("subject", name="pk_receipt_tries"),
    )


def downgrade() -> None:
    op.drop_table("receipt_tries")
    op.drop_table("referral_followers")
    op.drop_column("referral_entries", "changes")
    op.drop_index("ix_referrals_is_over_promised_for", "referrals")
    for column in ("letters_to", "broken_at", "reminded_at", "promised_for"):
        op.drop_column("referrals", column)
