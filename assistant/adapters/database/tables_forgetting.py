"""The tables of forgetting: which numbers were erased, and how much was forgotten on which day."""

from datetime import date, datetime

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class ErasedRow(Base):
    """A referral that is no more: its number is never given again, and nothing here leads to a person."""

    __tablename__ = "erased_referrals"

    number: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(index=True)
    erased_at: Mapped[datetime]
    why: Mapped[str]


class ForgottenRow(Base):
    """How much of a kind was forgotten on a day in Lithuania; `municipality` is empty where it belongs to none."""

    __tablename__ = "forgotten"

    day: Mapped[date] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    times: Mapped[int]


class AuditCheckpointRow(Base):
    """How far the beginning of the audit log was taken out: the last line's position and seal, sealed themselves."""

    __tablename__ = "audit_checkpoints"

    position: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    last: Mapped[str]
    seal: Mapped[str]
