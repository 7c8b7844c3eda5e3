"""What else stands in an entry of a thread, by its kind: a result, a colleague, answers that are offered."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("referral_entries", sa.Column("details", sa.Text))


def downgrade() -> None:
    with op.batch_alter_table("referral_entries") as table:
        table.drop_column("details")
