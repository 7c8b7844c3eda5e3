"""What staff may send: which version of a referral they saw, and a reply."""

import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

LONGEST_REPLY = 2000
"""Characters; a longer text is hard to read, and Telegram would cut it in two."""

Count = Annotated[int, Field(ge=0, le=1_000_000)]


class ReplyFault(StrEnum):
    """What may be wrong with a reply."""

    EMPTY = "empty"
    TOO_LONG = "too-long"


class ChangeForm(BaseModel):
    """A change of the version that the page showed, when its thread had `seen` entries."""

    model_config = ConfigDict(frozen=True)

    version: Count
    seen: Count


class ReplyForm(ChangeForm):
    """A reply; `key` is the same when the same page is sent twice."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    text: str = ""

    @field_validator("text")
    @classmethod
    def plain(cls, text: str) -> str:
        """Line ends as one character, which is how the browser counts them, and no control characters."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()

    @property
    def fault(self) -> ReplyFault | None:
        """What is wrong with the text, None where nothing is."""
        if not self.text:
            return ReplyFault.EMPTY
        return ReplyFault.TOO_LONG if len(self.text) > LONGEST_REPLY else None
