"""The table of what departments set themselves."""

from sqlalchemy.orm import Mapped, mapped_column

from assistant.adapters.database.tables import Base


class OfficeRow(Base):
    """The settings of one municipality's department; `record` is the frozen record as JSON."""

    __tablename__ = "offices"

    municipality: Mapped[str] = mapped_column(primary_key=True)
    record: Mapped[str]
    version: Mapped[int]
