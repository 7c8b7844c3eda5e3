"""The table of files that the messenger has already: sentences and pictures of content, so it leads to nobody."""

from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class MessengerFileRow(Base):
    """The bot with a hash of what the file holds, and the id under which the messenger keeps it."""

    __tablename__ = "telegram_files"

    name: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str]
