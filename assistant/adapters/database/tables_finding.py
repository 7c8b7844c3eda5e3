"""The table by which a request is found again."""

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base, ReferralRow


class ReferralSearchRow(Base):
    """One key by which a request is found; the municipality is part of what was hashed, and of the request's row."""

    __tablename__ = "referral_search"
    # Sorted by key, so that all requests under a key lie side by side.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy reads it as a plain class value

    key: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    referral: Mapped[str] = mapped_column(
        ForeignKey(ReferralRow.number, ondelete="CASCADE"), primary_key=True, index=True
    )
