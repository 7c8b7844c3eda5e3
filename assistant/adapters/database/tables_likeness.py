"""The table by which referrals of one person are found: keyed hashes, so that a stolen database gives no phone away."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base, ReferralRow


class LikenessRow(Base):
    """One thing that a referral is known again by: the keyed hash of municipality and phone, or of the full name."""

    __tablename__ = "referral_likeness"

    referral: Mapped[str] = mapped_column(ForeignKey(ReferralRow.number, ondelete="CASCADE"), primary_key=True)
    likeness: Mapped[str] = mapped_column(primary_key=True, index=True)
