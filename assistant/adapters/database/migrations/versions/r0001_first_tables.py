"""The first tables: conversations, referrals, outbox, staff, Telegram updates."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
COUNTER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _make_conversations()
    _make_referrals()
    _make_outbox()
    _make_staff()
    _make_updates()


def downgrade() -> None:
    for table in (
        "telegram_updates",
        "staff_sessions",
        "staff_links",
        "staff",
        "outbox",
        "referral_entries",
        "referrals",
        "heard_events",
        "conversation_lines",
        "conversations",
    ):
        op.drop_table(table)


def _make_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("external_id", sa.Text),
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.UniqueConstraint("channel", "external_id", name="uq_conversations_channel_external_id"),
    )
    op.create_table(
        "conversation_lines",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("message", sa.Text),
        sa.PrimaryKeyConstraint("position", name="pk_conversation_lines"),
        sa.UniqueConstraint("id", name="uq_conversation_lines_id"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.id"],
            name="fk_conversation_lines_conversation_conversations",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_conversation_lines_conversation_position", "conversation_lines", ["conversation", "position"])
    op.create_table(
        "heard_events",
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("messages", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation", "key", name="pk_heard_events"),
        sa.ForeignKeyConstraint(
            ["conversation"],
            ["conversations.id"],
            name="fk_heard_events_conversation_conversations",
            ondelete="CASCADE",
        ),
    )


def _make_referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("taken_by", sa.Text, nullable=False),
        sa.Column("is_over", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_referrals"),
        sa.UniqueConstraint("draft", name="uq_referrals_draft"),
    )
    op.create_index("ix_referrals_conversation", "referrals", ["conversation"])
    op.create_index("ix_referrals_municipality_is_over_sent_at", "referrals", ["municipality", "is_over", "sent_at"])
    op.create_table(
        "referral_entries",
        sa.Column("referral", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("referral", "position", name="pk_referral_entries"),
        sa.ForeignKeyConstraint(
            ["referral"], ["referrals.number"], name="fk_referral_entries_referral_referrals", ondelete="CASCADE"
        ),
    )


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("position", COUNTER, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("carrier", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("messages", sa.Text, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("next_try_at", MOMENT, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("last_error", sa.Text, nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("lease_until", MOMENT),
        sa.Column("lease_token", sa.Text),
        sa.PrimaryKeyConstraint("position", name="pk_outbox"),
        sa.UniqueConstraint("id", name="uq_outbox_id"),
    )
    op.create_index("ix_outbox_subject", "outbox", ["subject"])
    op.create_index("ix_outbox_state_carrier_next_try_at", "outbox", ["state", "carrier", "next_try_at"])


def _make_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
    )
    op.create_index("ix_staff_municipality", "staff", ["municipality"])
    op.create_table(
        "staff_links",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_links"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_staff_links_staff_staff", ondelete="CASCADE"),
    )
    op.create_table(
        "staff_sessions",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_staff_sessions"),
        sa.ForeignKeyConstraint(["staff"], ["staff.id"], name="fk_staff_sessions_staff_staff", ondelete="CASCADE"),
    )


def _make_updates() -> None:
    op.create_table(
        "telegram_updates",
        sa.Column("id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("lease_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_telegram_updates"),
    )
    op.create_index("ix_telegram_updates_chat_done_at", "telegram_updates", ["chat", "done_at"])
