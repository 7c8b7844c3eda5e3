"""The tables of signing in: sessions, second factors, recovery codes, and what works once."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base, StaffRow


class StaffSessionRow(Base):
    """A sign-in session, by the hash of its token; `device` is a record as JSON."""

    __tablename__ = "staff_sessions"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    staff: Mapped[str] = mapped_column(ForeignKey(StaffRow.id, ondelete="CASCADE"), index=True)
    since: Mapped[datetime]
    used_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    is_whole: Mapped[bool]
    device: Mapped[str]


class StaffFactorRow(Base):
    """A second factor; `record` is JSON, in which every secret is sealed."""

    __tablename__ = "staff_factors"

    id: Mapped[str] = mapped_column(primary_key=True)
    staff: Mapped[str] = mapped_column(ForeignKey(StaffRow.id, ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    handle: Mapped[str | None] = mapped_column(unique=True)
    record: Mapped[str]
    added_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    counter: Mapped[int] = mapped_column(BigInteger)


class StaffCodeRow(Base):
    """A recovery code that was not used yet, by its hash."""

    __tablename__ = "staff_recovery_codes"

    staff: Mapped[str] = mapped_column(ForeignKey(StaffRow.id, ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[str] = mapped_column(primary_key=True)


class KnownElsewhereRow(Base):
    """By which subject, which it never gives to anybody else, a sign-in service knows an account; one for each."""

    __tablename__ = "staff_known_elsewhere"
    __table_args__ = (UniqueConstraint("staff", "issuer"),)

    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    staff: Mapped[str] = mapped_column(ForeignKey(StaffRow.id, ondelete="CASCADE"))


class SpentRow(Base):
    """Something that works once and was used; kept until it would be too old anyway."""

    __tablename__ = "staff_spent"

    once: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)
