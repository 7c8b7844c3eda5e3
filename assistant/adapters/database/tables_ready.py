"""The table of ready replies."""

from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class ReadyReplyRow(Base):
    """A ready reply of a municipality, or what it made of one that everybody has (`id` is then the id of that one).

    Text and title are empty where the one that everybody has is only counted or taken away.
    """

    __tablename__ = "ready_replies"

    municipality: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    text: Mapped[str]
    used: Mapped[int]
    position: Mapped[int]
    is_removed: Mapped[bool]
    version: Mapped[int]
