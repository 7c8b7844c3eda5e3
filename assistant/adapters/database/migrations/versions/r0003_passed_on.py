"""A referral may be passed on: from which municipality to which stands in its thread."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEX = "ix_referral_entries_passed_from"


def upgrade() -> None:
    op.add_column("referral_entries", sa.Column("passed_from", sa.Text))
    op.add_column("referral_entries", sa.Column("passed_to", sa.Text))
    op.create_index(INDEX, "referral_entries", ["passed_from"])


def downgrade() -> None:
    op.drop_index(INDEX, "referral_entries")
    op.drop_column("referral_entries", "passed_to")
    op.drop_column("referral_entries", "passed_from")
