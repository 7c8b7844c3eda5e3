"""Pictures that Telegram has already, beside the voice messages, which are handed over once more."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create("telegram_files")
    op.drop_table("telegram_voices")


def downgrade() -> None:
    _create("telegram_voices")
    op.drop_table("telegram_files")


def _create(table: str) -> None:
    op.create_table(
        table,
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name=f"pk_{table}"),
    )
