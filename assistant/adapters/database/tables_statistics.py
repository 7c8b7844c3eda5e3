"""The tables of statistics: counts and days without persons, kept when what they were made of is erased."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class ReferralFactsRow(Base):
    """A referral as one municipality had it; no foreign key, since it outlives the referral."""

    __tablename__ = "referral_facts"
    __table_args__ = (Index(None, "municipality", "is_demo", "received_on"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(primary_key=True)
    received_on: Mapped[date]
    need: Mapped[str]
    for_other: Mapped[bool]
    verdict: Mapped[str]
    waited_days: Mapped[int | None]
    settled_on: Mapped[date | None]
    promised_for: Mapped[date | None]
    ended: Mapped[str]
    ended_on: Mapped[date | None]
    outcome: Mapped[str]
    replies_first: Mapped[int]
    replies_second: Mapped[int]
    replies_harder: Mapped[int]
    replies_unmeasured: Mapped[int]
    is_demo: Mapped[bool]


class TopicTallyRow(Base):
    """How often a topic was told in a month; `municipality` is empty where the person had named none."""

    __tablename__ = "topic_tallies"

    month: Mapped[date] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True)
    times: Mapped[int]
