"""The table of data keys; backups of the database are made without its rows (ADR 0027)."""

from datetime import datetime

from sqlalchemy import Index, Label, select, text
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from assistant.adapters.database.tables import Base


class DataKeyRow(Base):
    """The key of a referral (by its number) or of a conversation (by its id), wrapped by the master key it names.

    `wrapped` is empty once the key was destroyed. `destroyed_at` is when that last happened, also where the owner has a
    new key since. No foreign key: that a key was destroyed must outlast what was encrypted under it.
    """

    __tablename__ = "data_keys"
    __table_args__ = (
        # What was destroyed is looked for every minute, among all the others.
        Index(
            "ix_data_keys_destroyed_at",
            "destroyed_at",
            sqlite_where=text("destroyed_at IS NOT NULL"),
            postgresql_where=text("destroyed_at IS NOT NULL"),
        ),
    )

    owner: Mapped[str] = mapped_column(primary_key=True)
    master: Mapped[str]
    wrapped: Mapped[str | None]
    destroyed_at: Mapped[datetime | None]


def wrapped_key_of(owner: InstrumentedAttribute[str]) -> Label[str | None]:
    """The owner's wrapped key as one more column of a query, so that reading costs no statement of its own."""
    return select(DataKeyRow.wrapped).where(DataKeyRow.owner == owner).scalar_subquery().label("wrapped_key")
