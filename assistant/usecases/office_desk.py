"""Leads look after the settings of their own department, and try out who gets word of requests."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from assistant.delivery.outbox import UNSENT, OutboxEntry
from assistant.delivery.trial import trial_of
from assistant.errors import OfficeChangedError
from assistant.referrals.office import Office, contact_as_set, route_as_set
from assistant.referrals.routing import Municipality, Recipient, Route
from assistant.usecases.auditing import Did
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitsOfWork
from assistant.usecases.present import PresentLibrary

TRIALS_AT_ONCE = 5
TRIALS_WITHIN = timedelta(minutes=10)
"""No more trials than that in this time: an address may be somebody else's."""


@dataclass(frozen=True)
class OfficeNow:
    """What the department set, and what holds today: `route` is None where the operator has opened none.

    `opened` is that route as the operator wrote it.
    """

    office: Office
    municipality: Municipality
    route: Route | None
    opened: Route | None
    today: date


class OfficeDesk:
    """Whoever calls has proved to be a lead of this municipality or more; nothing of another one can be reached."""

    def __init__(self, *, units: UnitsOfWork, present: PresentLibrary, clock: Clock, secrets: Secrets) -> None:
        self._units = units
        self._library = present.library
        self._clock = clock
        self._secrets = secrets

    async def now(self, member: StaffMember) -> OfficeNow:
        """How one's own department stands."""
        async with self._units() as work:
            return self._now(await work.offices.of(member.municipality))

    async def change(self, member: StaffMember, version: int, change: Callable[[Office], Office]) -> Office:
        """Change what was seen in this version; where nothing differs, nothing is stored and nothing noted.

        Raises OfficeChangedError where there is a newer one.
        """
        async with self._units() as work:
            known = await work.offices.of(member.municipality)
            if known.version != version:
                raise OfficeChangedError(member.municipality)
            changed = change(known)
            names = [
                field.name for field in fields(Office) if getattr(known, field.name) != getattr(changed, field.name)
            ]
            if not names:
                return known
            stored = await work.offices.store(changed)
            work.audit.note(member, Did.CHANGED_SETTING, ",".join(names), self._clock.now())
            await work.commit()
        return stored

    async def try_out(self, member: StaffMember, recipient: Recipient) -> bool:
        """Send a trial to one of the recipients as they are set now; False where there were many just now."""
        now = self._clock.now()
        async with self._units() as work:
            route = self._now(await work.offices.of(member.municipality)).route
            if route is None or recipient not in route.recipients:
                return False
            entry = trial_of(recipient, member.municipality, self._secrets.token(), now)
            earlier = await work.outbox.of_subject(member.municipality)
            lately = [one for one in earlier if one.created_at > now - TRIALS_WITHIN]
            waits = entry and any(one.recipient == entry.recipient and one.state in UNSENT for one in earlier)
            if entry is None or waits or len(lately) >= TRIALS_AT_ONCE:
                return False
            await work.outbox.add(entry)
            work.audit.note(member, Did.CHANGED_SETTING, "trial", now, {"to": entry.recipient})
            await work.commit()
        return True

    async def trials(self, member: StaffMember) -> tuple[OutboxEntry, ...]:
        """How the newest trials stand, newest first."""
        async with self._units() as work:
            return (await work.outbox.of_subject(member.municipality))[::-1][:TRIALS_AT_ONCE]

    async def receiving(self) -> frozenset[str]:
        """The municipalities that receive requests now."""
        async with self._units() as work:
            offices = await work.offices.all()
        off = {office.municipality for office in offices if not office.is_sending}
        return frozenset(self._library.routes) - off

    def _now(self, office: Office) -> OfficeNow:
        opened = self._library.routes.get(office.municipality)
        return OfficeNow(
            office,
            contact_as_set(self._library.municipalities[office.municipality], office),
            route_as_set(opened, office) if opened else None,
            opened,
            self._clock.today(),
        )
