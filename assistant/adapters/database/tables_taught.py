"""The table of words that editors accepted and that still wait to be put into the content files."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class TaughtRow(Base):
    """Scrubbed or editors' own words, with the topic that they mean; nothing leads from here to who wrote them."""

    __tablename__ = "taught_words"

    id: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str]
    service: Mapped[str]
    text: Mapped[str]
    day: Mapped[date]
