"""Leads look into the audit log of their own municipality; an operator has the whole of it verified."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from assistant.i18n import LITHUANIA
from assistant.usecases.audit_chain import Seal, Verdict, Walk
from assistant.usecases.auditing import AuditLine, Did, Head, KnownHead, Operator, Wanted
from assistant.usecases.ports import Clock, StaffMember, UnitsOfWork

AT_ONCE = 1_000
"""Lines that are read at once when the whole log is walked."""
PAGE = 50


@dataclass(frozen=True)
class Asked:
    """Which lines somebody wants to see; what is empty or None is not asked for."""

    email: str = ""
    did: Did | None = None
    day: date | None = None
    number: str = ""
    before: int | None = None

    @property
    def filters(self) -> str:
        """The names of what was asked for, as the log keeps them; not what was asked."""
        names = {"person": self.email, "action": self.did, "day": self.day, "number": self.number}
        return " ".join(name for name, value in names.items() if value)


@dataclass(frozen=True)
class AuditPage:
    """A page of the log, newest first; `older` is where the next page begins, None at the end of the log.

    `people` are those who have an account now; the log may hold others.
    """

    lines: Sequence[AuditLine]
    people: Sequence[str]
    older: int | None


class AuditDesk:
    """Shows and verifies the log; that it is shown is itself put into it."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, seal: Seal, head: KnownHead) -> None:
        self._units = units
        self._clock = clock
        self._seal = seal
        self._head = head

    async def page(self, member: StaffMember, asked: Asked) -> AuditPage:
        """The lines of one's own municipality."""
        wanted = Wanted(
            member.municipality, asked.email, asked.did.value if asked.did else "", asked.number, before=asked.before
        )
        if asked.day is not None:
            wanted = replace(wanted, since=_begins(asked.day), until=_begins(asked.day + timedelta(days=1)))
        async with self._units() as work:
            people = await work.staff.of_municipality(member.municipality)
            found = await work.audit.some(wanted, PAGE + 1)
            work.audit.note(member, Did.READ_LOG, asked.number, self._clock.now(), {"by": asked.filters})
            await work.commit()
        shown = found[:PAGE]
        return AuditPage(shown, tuple(one.email for one in people), shown[-1].position if len(found) > PAGE else None)

    async def about(self, number: str) -> Sequence[AuditLine]:
        """Every line about a referral, whatever municipality it is in, oldest first: for an operator."""
        async with self._units() as work:
            lines = await work.audit.some(Wanted(None, subject=number), None)
            work.audit.note(Operator(), Did.READ_LOG, number, self._clock.now())
            await work.commit()
        return lines[::-1]

    async def verify(self, noted: Head | None = None) -> Verdict:
        """Whether the log is whole, up to where it is known to have gone: by the file, or as somebody noted it."""
        async with self._units() as work:
            start = await work.audit.checkpoint()
        return await Walk(self._lines, self._seal, start).verdict(noted or self._head.read())

    async def restored(self) -> None:
        """Go on after a restore: the log says that it lost its end, and what is known of it begins here anew."""
        known = self._head.read()
        async with self._units() as work:
            work.audit.note(
                Operator(),
                Did.RESTORED,
                "",
                self._clock.now(),
                {"known_position": known.position, "known_seal": known.seal} if known else {},
            )
            await work.commit()
        async with self._units() as work:
            self._head.set_back(await work.audit.end())

    async def _lines(self) -> AsyncIterator[AuditLine]:
        """The whole log from its first line."""
        after = 0
        while True:
            async with self._units() as work:
                lines = await work.audit.lines(after, AT_ONCE)
            for line in lines:
                yield line
            if len(lines) < AT_ONCE:
                return
            after = lines[-1].position


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), LITHUANIA)
