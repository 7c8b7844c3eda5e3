"""Voice messages that Telegram has already."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "telegram_voices",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_telegram_voices"),
    )


def downgrade() -> None:
    op.drop_table("telegram_voices")
