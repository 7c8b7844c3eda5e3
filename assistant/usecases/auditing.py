"""The audit log: who saw, changed, exported what and who signed in, without a word of what was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Did(StrEnum):
    """What is put into the log."""

    OPENED = "opened"
    SEARCHED = "searched"
    TOOK = "took"
    GAVE = "gave"
    REPLIED = "replied"
    ASKED = "asked"
    CALLED = "called"
    NOTED = "noted"
    RETRIED = "retried"
    PASSED_ON = "passed-on"
    POINTED = "pointed"
    MERGED = "merged"
    CLOSED = "closed"
    REOPENED = "reopened"
    EXPORTED = "exported"
    SIGNED_IN = "signed-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGNED_OUT = "signed-out"
    CHANGED_STAFF = "changed-staff"
    CHANGED_SETTING = "changed-setting"
    TAUGHT = "taught"
    READ_LOG = "read-log"
    RESTORED = "restored"
    ERASED = "erased"
    PRUNED = "pruned"


class Somebody(Protocol):
    """Who does it; a StaffMember is one."""

    @property
    def id(self) -> str:
        """The id of the account, empty for the program's own command."""

    @property
    def email(self) -> str:
        """The account's e-mail address, empty for the program's own command."""

    @property
    def municipality(self) -> str:
        """Whose log it is in; empty where no municipality is known."""


@dataclass(frozen=True)
class Operator:
    """Somebody at the command line of the machine, who has no account; `municipality` is the one it is about."""

    municipality: str = ""
    id: str = field(default="", init=False)
    email: str = field(default="", init=False)


Details = Mapping[str, str | int | bool]
"""What else is worth knowing: ids, counts, names of settings. Never a name, a phone or words of a person."""


@dataclass(frozen=True)
class AuditLine:
    """One line of the log; `details` is JSON. `previous` is the seal of the line before it, empty at the first."""

    position: int
    at: datetime
    staff: str
    email: str
    municipality: str
    did: str
    subject: str
    details: str
    previous: str
    seal: str


@dataclass(frozen=True)
class Head:
    """How far the log goes: the position of its last line, and that line's seal."""

    position: int
    seal: str


@dataclass(frozen=True)
class Checkpoint:
    """How far the beginning of the log was taken out: the position and the seal (`last`) of the last line that went.

    `seal` is made of both with the product's own key.
    """

    position: int
    last: str
    seal: str


@dataclass(frozen=True)
class Wanted:
    """Which lines; what is empty or None is not asked for. `before` pages: older than this."""

    municipality: str | None
    email: str = ""
    did: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


class Audit(Protocol):
    """The log as a unit of work sees it; lines are only ever added."""

    def note(self, who: Somebody, did: Did, subject: str, at: datetime, details: Details | None = None) -> None:
        """Put down what somebody does. `subject` is a referral's number or the name of what is changed or exported.

        It is written by the commit of this unit of work, together with the change, or not at all. Whoever leaves a
        unit of work without an error, and without the commit, gets a RuntimeError: then nothing is shown either.
        """

    async def end(self) -> Head | None:
        """How far the log goes; None where it is empty."""

    async def lines(self, after: int, limit: int) -> Sequence[AuditLine]:
        """Lines behind this position, in order."""

    async def older(self, before: datetime) -> int:
        """How many lines at the beginning of the log are from before this moment; never the newest line."""

    async def prune(self, before: datetime, limit: int, at: datetime) -> int:
        """Take some of them out, oldest first, and put a checkpoint in their place; gives how many."""

    async def checkpoint(self) -> Checkpoint | None:
        """Behind which line the log begins; None where it begins with its first."""

    async def some(self, wanted: Wanted, limit: int | None) -> Sequence[AuditLine]:
        """Those that are wanted, newest first; all of them without a limit."""


class KnownHead(Protocol):
    """How far the log went, kept outside the database, so that lines cut off its end are missed."""

    def read(self) -> Head | None:
        """What was noted last; None where nothing was yet."""

    def note(self, head: Head) -> None:
        """Note it where it is further than what is known."""

    def set_back(self, head: Head | None) -> None:
        """Note it in any case: a backup was restored, and the log says so."""
