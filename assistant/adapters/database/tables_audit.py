"""The table of the audit log; triggers of the database refuse to change or delete its rows."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class AuditRow(Base):
    """One line of the log. `position` is counted by the program, so that one that is missing is seen."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index(None, "municipality", "position"),
        Index(None, "municipality", "email", "position"),
        Index(None, "subject", "position"),
    )

    position: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    staff: Mapped[str]
    email: Mapped[str]
    municipality: Mapped[str]
    did: Mapped[str]
    subject: Mapped[str]
    details: Mapped[str]
    previous: Mapped[str]
    seal: Mapped[str]
