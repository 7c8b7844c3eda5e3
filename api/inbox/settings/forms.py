"""What leads typed into a form of the settings: read whole, or told field by field what is wrong."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from fastapi import Request
from markupsafe import Markup

from assistant.referrals.office import Office
from assistant.referrals.routing import Recipient

Change = Callable[[Office], Office]
"""What a form that is right does to the settings."""


class Fault(StrEnum):
    """What may be wrong with a field."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NOT_A_PHONE = "not-a-phone"
    NOT_AN_EMAIL = "not-an-email"
    NOT_A_DAY = "not-a-day"
    DAYS_TURNED = "days-turned"
    DAYS_TOO_MANY = "days-too-many"
    NOT_A_TIME = "not-a-time"
    TIMES_TURNED = "times-turned"
    TIME_ALONE = "time-alone"
    NOT_A_LENGTH = "not-a-length"
    NOT_CHOSEN = "not-chosen"
    NOT_CONFIRMED = "not-confirmed"
    TOO_MANY = "too-many"
    TWICE = "twice"
    OVER = "over"
    NOT_A_TERM = "not-a-term"


@dataclass
class Typed:
    """The fields of a form as they were sent, in plain text, and what was found wrong with each."""

    values: Mapping[str, str] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)

    @property
    def version(self) -> int:
        """The version of the settings that the page showed; none of ours where it is no number."""
        text = self.values.get("version", "")
        return int(text) if text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER else -1

    def of(self, name: str) -> str:
        """One field, empty where it is missing."""
        return self.values.get(name, "")

    def refuse(self, name: str, fault: Fault) -> None:
        """Note the first thing that is wrong with a field."""
        self.faults.setdefault(name, fault)

    def text(self, name: str, longest: int, *, may_be_empty: bool = False) -> str:
        """A text of at most so many characters."""
        value = self.of(name)
        if not value and not may_be_empty:
            self.refuse(name, Fault.EMPTY)
        if len(value) > longest:
            self.refuse(name, Fault.TOO_LONG)
        return value

    def line(self, name: str, longest: int, *, may_be_empty: bool = False) -> str:
        """The same on one line."""
        return " ".join(self.text(name, longest, may_be_empty=may_be_empty).split())

    def day(self, name: str) -> date | None:
        """A day as browsers send it."""
        value = self.of(name)
        if not value:
            self.refuse(name, Fault.EMPTY)
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.refuse(name, Fault.NOT_A_DAY)
            return None

    def moment(self, name: str) -> time | None:
        """A time of the day, as 8, 8.30 or 08:30; nothing where none was given."""
        value = self.of(name)
        if not value:
            return None
        match = TIME.fullmatch(value)
        try:
            if match is not None:
                return time(int(match["hour"]), int(match["minute"] or 0))
        except ValueError:
            pass
        self.refuse(name, Fault.NOT_A_TIME)
        return None


def described(typed: Typed, name: str, hint: object = "") -> Markup:
    """The attributes by which a field says that it is wrong, and where its hint and its fault stand."""
    ids = [f"{name}-{part}" for part, is_there in (("hint", hint), ("fault", name in typed.faults)) if is_there]
    told = Markup(' aria-describedby="{}"').format(" ".join(ids)) if ids else Markup()
    return told + Markup(' aria-invalid="true"') if name in typed.faults else told


def key_of(recipient: Recipient) -> str:
    """How a form names a recipient."""
    return f"{recipient.way}:{recipient.name or recipient.to}"


TIME = re.compile(r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?")
LONGEST_NUMBER = 8
"""Characters of a version; more is not ours."""


async def typed_in(request: Request) -> Typed:
    """What was sent."""
    form = await request.form()
    return Typed({name: _plain(value) for name, value in form.items() if isinstance(value, str)})


def _plain(text: str) -> str:
    """Line ends as one character, and no signs that cannot be seen."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cf", "Zl", "Zp"}
    ).strip()
