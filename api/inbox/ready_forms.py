"""What leads may send to change a ready reply, and what may be wrong with it."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.inbox.forms import LONGEST_REPLY, Count, PlainText
from assistant.library.ready_fields import unknown_fields
from assistant.library.ready_replies import LONGEST_TITLE


class ReadyFault(StrEnum):
    """What may be wrong with a ready reply."""

    NO_TITLE = "no-title"
    LONG_TITLE = "long-title"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNKNOWN_FIELD = "unknown-field"


class VersionForm(BaseModel):
    """A change of the version that the page showed."""

    model_config = ConfigDict(frozen=True)

    version: Count = 0


class ReadyForm(VersionForm):
    """A ready reply as it was typed; `mend` is the number of the remark whose edit is wanted."""

    title: PlainText = ""
    text: PlainText = ""
    mend: Annotated[int, Field(ge=0, le=10_000)] = 0

    @property
    def fault(self) -> ReadyFault | None:
        """What is wrong, None where nothing is."""
        checks = (
            (not self.title, ReadyFault.NO_TITLE),
            (len(self.title) > LONGEST_TITLE, ReadyFault.LONG_TITLE),
            (not self.text, ReadyFault.EMPTY),
            (len(self.text) > LONGEST_REPLY, ReadyFault.TOO_LONG),
            (bool(self.unknown), ReadyFault.UNKNOWN_FIELD),
        )
        return next((fault for is_wrong, fault in checks if is_wrong), None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Fields that nobody can fill in."""
        return tuple(unknown_fields(self.text))
