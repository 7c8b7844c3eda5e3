"""What staff may send: which version of a referral they saw, and a reply."""

import unicodedata
from collections.abc import Container
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

LONGEST_REPLY = 2000
"""Characters; a longer text is hard to read, and Telegram would cut it in two."""

LONGEST_REASON = 500
"""Characters of why a request is passed on."""

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


def _plain(text: str) -> str:
    """Line ends as one character, which is how the browser counts them, and no control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()


PlainText = Annotated[str, AfterValidator(_plain)]


class ReplyForm(ChangeForm):
    """A reply; `key` is the same when the same page is sent twice."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
    text: PlainText = ""

    @property
    def fault(self) -> ReplyFault | None:
        """What is wrong with the text, None where nothing is."""
        if not self.text:
            return ReplyFault.EMPTY
        return ReplyFault.TOO_LONG if len(self.text) > LONGEST_REPLY else None


class PassFault(StrEnum):
    """What may be wrong with passing on."""

    NO_MUNICIPALITY = "no-municipality"
    NO_REASON = "no-reason"
    TOO_LONG = "too-long"


class PassForm(ChangeForm):
    """To whom a request is passed on, and why; the reason is the field text, so that a refused form gives it back."""

    municipality: Annotated[str, Field(max_length=64)] = ""
    text: PlainText = ""

    def fault(self, others: Container[str]) -> PassFault | None:
        """What is wrong, None where nothing is; `others` are the municipalities that there are beside one's own."""
        if self.municipality not in others:
            return PassFault.NO_MUNICIPALITY
        if not self.text:
            return PassFault.NO_REASON
        return PassFault.TOO_LONG if len(self.text) > LONGEST_REASON else None
