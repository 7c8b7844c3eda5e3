"""Secrets that lead to a conversation in another place, and who was told that answers take longer now."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conversation_offers",
        sa.Column("secret_hash", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("secret_hash", name="pk_conversation_offers"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.id"],
            name="fk_conversation_offers_conversation_conversations",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_conversation_offers_conversation", "conversation_offers", ["conversation"])
    op.create_index("ix_conversation_offers_expires_at", "conversation_offers", ["expires_at"])
    with op.batch_alter_table("telegram_updates") as table:
        table.add_column(sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_telegram_updates_told",
        "telegram_updates",
        ["told_at", "chat"],
        sqlite_where=sa.text("told_at IS NOT NULL"),
        postgresql_where=sa.text("told_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_telegram_updates_told", "telegram_updates")
    with op.batch_alter_table("telegram_updates") as table:
        table.drop_column("told_at")
    op.drop_table("conversation_offers")
