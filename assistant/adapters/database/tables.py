"""The tables: what is stored where; rows never leave this package.

What the engine and the person said is kept as JSON text in one column, so that a record can be encrypted as a whole and
a field added to it needs no new column. Columns stand only for what the database must find, sort or keep unique.
"""

from datetime import UTC, date, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, ForeignKey, Index, Integer, MetaData, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware on the way in, UTC in the database, aware in UTC on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Raises ValueError for a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment without a time zone cannot be stored"
            raise ValueError(message)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Always aware, in UTC."""
        if value is None:
            return None
        # SQLite keeps no time zone; what we wrote there was UTC.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite counts by itself only in a column of exactly this type.
Counter = BigInteger().with_variant(Integer, "sqlite")


class Base(DeclarativeBase):
    """The tables; names of constraints follow one rule, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, datetime: UtcDateTime}  # noqa: RUF012 - SQLAlchemy reads it as a plain class value


class ConversationRow(Base):
    """A conversation; `state` is the frozen record as JSON, encrypted.

    `external_id` is the keyed hash of the chat's id, by which it is found; `address` is that id itself, encrypted.
    `heard_at` is the last word of either side, none where nothing that was said is kept; `warned_at` is when the person
    was told that it will be forgotten.
    """

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    external_id: Mapped[str | None]
    address: Mapped[str | None]
    token_hash: Mapped[str]
    state: Mapped[str]
    version: Mapped[int]
    heard_at: Mapped[datetime | None] = mapped_column(index=True)
    warned_at: Mapped[datetime | None]


class LineRow(Base):
    """One line of what was said; `position` gives the order."""

    __tablename__ = "conversation_lines"
    __table_args__ = (Index(None, "conversation", "position"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    conversation: Mapped[str] = mapped_column(ForeignKey(ConversationRow.id, ondelete="CASCADE"))
    at: Mapped[datetime]
    said: Mapped[str]
    message: Mapped[str | None]


class HeardEventRow(Base):
    """An event that was answered, by the key that came with it; `messages` are the ids of what answered it."""

    __tablename__ = "heard_events"

    conversation: Mapped[str] = mapped_column(ForeignKey(ConversationRow.id, ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    messages: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)


class ReferralRow(Base):
    """A referral; it outlives its conversation, so no foreign key ties the two.

    `is_over` and what stands from `status` on follow from thread and request, and are kept only for finding, counting
    and sorting. `reminded_at` and `broken_at` say that staff were reminded and that the person was told of the broken
    promise: each happens once. `due` is a day far away where no answer is owed. `search_mark` says how the keys were
    made by which it is found.
    """

    __tablename__ = "referrals"
    __table_args__ = (
        # The list is sorted, narrowed and counted in this index alone: it has every column that the list looks at.
        Index(
            "ix_referrals_list",
            *("municipality", "is_over", "due", "is_begun", "sent_at", "number"),
            *("status", "taken_by", "need", "for_other", "outcome", "promised_for"),
        ),
        Index("ix_referrals_changes", "municipality", "changed_at", "number", "version"),
        Index(None, "is_over", "promised_for"),
    )

    number: Mapped[str] = mapped_column(primary_key=True)
    draft: Mapped[str] = mapped_column(unique=True)
    conversation: Mapped[str] = mapped_column(index=True)
    municipality: Mapped[str]
    request: Mapped[str]
    sent_at: Mapped[datetime]
    taken_by: Mapped[str]
    is_over: Mapped[bool]
    version: Mapped[int]
    promised_for: Mapped[date | None]
    reminded_at: Mapped[datetime | None]
    broken_at: Mapped[datetime | None]
    letters_to: Mapped[str | None]
    status: Mapped[str]
    is_begun: Mapped[bool]
    due: Mapped[date]
    changed_at: Mapped[datetime]
    need: Mapped[str]
    for_other: Mapped[bool]
    outcome: Mapped[str]
    search_mark: Mapped[str | None] = mapped_column(index=True)
    is_demo: Mapped[bool]


class FollowerRow(Base):
    """Another conversation that opened a referral by its receipt; `is_told` where answers are brought there too."""

    __tablename__ = "referral_followers"

    referral: Mapped[str] = mapped_column(ForeignKey(ReferralRow.number, ondelete="CASCADE"), primary_key=True)
    conversation: Mapped[str] = mapped_column(
        ForeignKey(ConversationRow.id, ondelete="CASCADE"), primary_key=True, index=True
    )
    is_told: Mapped[bool]
    since: Mapped[datetime]


class TryRow(Base):
    """Failed tries to open a receipt, by what is guarded: a number, whether it exists or not, or a conversation."""

    __tablename__ = "receipt_tries"

    subject: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    locked_until: Mapped[datetime | None]


class TallyRow(Base):
    """How often a question about a text was answered so; `text` is the fingerprint of the text as it was read."""

    __tablename__ = "comprehension_tallies"

    topic: Mapped[str] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(primary_key=True)
    outcome: Mapped[str] = mapped_column(primary_key=True)
    times: Mapped[int]


class MissedRow(Base):
    """Scrubbed words that were not understood; nothing leads from here to a conversation."""

    __tablename__ = "missed_words"

    id: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    miss: Mapped[str]
    service: Mapped[str]
    nearest: Mapped[str]
    day: Mapped[date] = mapped_column(index=True)


class ReferralEntryRow(Base):
    """One line of a referral's thread; positions run from 0. `passed_from` and `passed_to` are municipality ids."""

    __tablename__ = "referral_entries"

    referral: Mapped[str] = mapped_column(ForeignKey(ReferralRow.number, ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    author: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    text: Mapped[str]
    passed_from: Mapped[str | None] = mapped_column(index=True)
    passed_to: Mapped[str | None]
    changes: Mapped[str | None]
    details: Mapped[str | None]


class NumberBlockRow(Base):
    """A block of referral numbers that was opened; the newest is the open one, in the life of the database it names."""

    __tablename__ = "number_blocks"

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    block: Mapped[int] = mapped_column(unique=True)
    life: Mapped[str]
    opened_at: Mapped[datetime]


class OutboxRow(Base):
    """Something to hand over; while it is being sent, the lease says until when which worker has it."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "carrier", "next_try_at"),)

    position: Mapped[int] = mapped_column(Counter, primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    carrier: Mapped[str]
    recipient: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    messages: Mapped[str]
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    state: Mapped[str]
    attempts: Mapped[int]
    failing_since: Mapped[datetime | None]
    reason: Mapped[str | None]
    last_error: Mapped[str]
    sent_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[str | None]


class StaffRow(Base):
    """A staff account; `email` is in small letters."""

    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    municipality: Mapped[str] = mapped_column(index=True)
    role: Mapped[str]


class StaffLinkRow(Base):
    """A one-time sign-in link, by the hash of its token."""

    __tablename__ = "staff_links"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    staff: Mapped[str] = mapped_column(ForeignKey(StaffRow.id, ondelete="CASCADE"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class UpdateRow(Base):
    """A Telegram update; what it says and whose it is are forgotten as soon as it is handled.

    `payload` is encrypted, with the chat's id in it; `chat` is the keyed hash of that id. `told_at` is when the person
    was told to wait for its answer.
    """

    __tablename__ = "telegram_updates"
    __table_args__ = (
        Index(None, "chat", "done_at"),
        # What is claimed is looked for every second, among years of what was handled.
        Index(
            "ix_telegram_updates_unhandled",
            "id",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index(
            "ix_telegram_updates_told",
            "told_at",
            "chat",
            sqlite_where=text("told_at IS NOT NULL"),
            postgresql_where=text("told_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat: Mapped[str]
    payload: Mapped[str | None]
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
