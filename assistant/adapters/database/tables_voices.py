"""The table of voice messages that the messenger has already; only sentences of content, so it leads to nobody."""

from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class VoiceRow(Base):
    """The bot with a hash of sentences and voice, and the id under which the messenger keeps the sound."""

    __tablename__ = "telegram_voices"

    name: Mapped[str] = mapped_column(primary_key=True)
    file: Mapped[str]
