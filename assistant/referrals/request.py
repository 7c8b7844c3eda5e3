"""What a person fills in and sends to the municipality, with what the check said before."""

from dataclasses import dataclass
from typing import Final

from assistant.referrals.confirming import Confirmation


class Service:
    """The two services that are told apart from each other, since they have one name and different laws.

    All services stand in content; their ids are part of the stable interface.
    """

    CASE_MANAGEMENT: Final = "case-management"
    FAMILY_CASE_MANAGEMENT: Final = "family-case-management"


@dataclass(frozen=True)
class Preliminary:
    """What the check said before sending: the outcome id and one (criterion, truth, text, source line) per reason."""

    outcome: str
    reasons: tuple[tuple[str, str, str, str], ...] = ()


@dataclass(frozen=True)
class Request:
    """What the person filled in; the same words go to the summary, the inbox and the document.

    `need` is a Service value, or "talk" for a plain wish to be called. `phone` is in international form (+370…),
    empty when the person chose to read the answer in the chat. `name` is empty only where the request was erased.
    `confirmation` stands where a helper wrote it; None where the person wrote it, or where nobody was asked: in a
    letter to take along and in requests of earlier versions.
    """

    municipality: str
    need: str
    for_other: bool
    name: str
    phone: str = ""
    call_time: str = ""
    note: str = ""
    preliminary: Preliminary | None = None
    confirmation: Confirmation | None = None


CHANGEABLE = ("for_other", "name", "phone", "call_time", "note", "confirmation")
"""The fields of a sent request that the person may still change; another kind of help is another request.

Who confirmed it is written over with them: what the person said yes to is no longer what stands there."""
