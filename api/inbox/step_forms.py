"""What staff fill in on the page of a request, besides the reply."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.inbox.forms import ChangeForm, Count, PassFault, PlainText
from assistant.referrals.thread import CallResult, Ending

LONGEST_NOTE = 2000
"""Characters of a note for staff, of what was said in a call, and of why a request is opened again."""

LONGEST_INSTITUTION = 120
"""Characters of an institution's name; the person reads it in one sentence."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Choice = Annotated[str, Field(max_length=254)]


class Fault(StrEnum):
    """What may be wrong with what was filled in."""

    NO_TEXT = "no-text"
    TOO_LONG = "too-long"
    NO_REASON = "no-reason"
    NO_RESULT = "no-result"
    NO_ENDING = "no-ending"
    NO_COLLEAGUE = "no-colleague"
    NO_INSTITUTION = "no-institution"
    UNKNOWN_COLLEAGUE = "unknown-colleague"
    LONG_NAME = "long-name"


FIELDS = {
    Fault.NO_RESULT: "result",
    Fault.NO_ENDING: "ending",
    Fault.NO_COLLEAGUE: "colleague",
    Fault.NO_INSTITUTION: "institution",
    Fault.LONG_NAME: "institution",
    PassFault.NO_MUNICIPALITY: "municipality",
}
"""The field that must be mended; where it is not here, the text."""


class StepForm(ChangeForm):
    """A step that is done once, however often its form is sent; `key` is the same when the same page is sent twice."""

    key: Key


class CallForm(StepForm):
    """What came of a call; the text may stay empty."""

    result: Choice = ""
    text: PlainText = ""

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None where nothing is."""
        if self.result not in set(CallResult):
            return Fault.NO_RESULT
        return Fault.TOO_LONG if len(self.text) > LONGEST_NOTE else None


class NoteForm(BaseModel):
    """A note for staff; it goes on top of any version, so it names none."""

    model_config = ConfigDict(frozen=True)

    key: Key
    text: PlainText = ""

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None where nothing is."""
        if not self.text:
            return Fault.NO_TEXT
        return Fault.TOO_LONG if len(self.text) > LONGEST_NOTE else None


class GiveForm(StepForm):
    """To which colleague, by e-mail."""

    colleague: Choice = ""


class HandForm(StepForm):
    """To which institution, and why."""

    institution: PlainText = ""
    text: PlainText = ""

    @property
    def name(self) -> str:
        """The name on one line, without a full stop: it stands within a sentence."""
        return " ".join(self.institution.split()).rstrip(". ")

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None where nothing is."""
        if not self.name:
            return Fault.NO_INSTITUTION
        if len(self.name) > LONGEST_INSTITUTION:
            return Fault.LONG_NAME
        return reason_fault(self.text)


class MergeForm(ChangeForm):
    """Which other request is the same person's, in the version that the page showed."""

    other: Annotated[str, Field(pattern=r"^[0-9]{1,20}$")]
    other_version: Count


class CloseForm(StepForm):
    """With what the work ended."""

    ending: Choice = ""

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None where nothing is."""
        return None if self.ending in set(Ending) else Fault.NO_ENDING


class ReopenForm(StepForm):
    """Why the work goes on."""

    text: PlainText = ""

    @property
    def fault(self) -> Fault | None:
        """What is wrong, None where nothing is."""
        return reason_fault(self.text)


def reason_fault(text: str) -> Fault | None:
    """What is wrong with a reason, None where nothing is."""
    if not text:
        return Fault.NO_REASON
    return Fault.TOO_LONG if len(text) > LONGEST_NOTE else None
