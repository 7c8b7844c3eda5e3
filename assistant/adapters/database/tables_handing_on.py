"""The table of secrets that lead to a conversation in another place."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base, ConversationRow


class OfferRow(Base):
    """A secret, by its keyed hash; `taken_by` is the keyed hash of who used it, empty while nobody did."""

    __tablename__ = "conversation_offers"

    secret_hash: Mapped[str] = mapped_column(primary_key=True)
    conversation: Mapped[str] = mapped_column(ForeignKey(ConversationRow.id, ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    taken_by: Mapped[str]
