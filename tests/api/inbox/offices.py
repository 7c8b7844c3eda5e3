"""Departments, their teams and the checker, in memory, by the domain's own rules."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Protocol

from assistant.delivery.outbox import OutboxEntry
from assistant.delivery.trial import trial_of
from assistant.easy_language.findings import Finding, Severity
from assistant.errors import OfficeChangedError, TeamRefusal, TeamRefusedError
from assistant.referrals.office import Office, contact_as_set, route_as_set
from assistant.referrals.routing import Municipality, Recipient, Route
from assistant.usecases.access import Role
from assistant.usecases.office_desk import OfficeNow
from assistant.usecases.ports import StaffMember

TODAY = date(2026, 12, 1)


class KnowsNames(Protocol):
    """The part of the library that departments set things in."""

    @property
    def municipalities(self) -> dict[str, Municipality]:
        """Municipalities by id."""

    @property
    def routes(self) -> dict[str, Route]:
        """Those that receive referrals here, by id."""


@dataclass
class FakeOfficeDesk:
    """Keeps one record a municipality."""

    names: KnowsNames
    offices: dict[str, Office] = field(default_factory=dict)
    tried: list[OutboxEntry] = field(default_factory=list)

    async def now(self, member: StaffMember) -> OfficeNow:
        office = self.of(member.municipality)
        opened = self.names.routes.get(office.municipality)
        municipality = contact_as_set(self.names.municipalities[office.municipality], office)
        return OfficeNow(office, municipality, route_as_set(opened, office) if opened else None, opened, TODAY)

    def of(self, municipality: str) -> Office:
        return self.offices.get(municipality, Office(municipality))

    async def change(self, member: StaffMember, version: int, change: Callable[[Office], Office]) -> Office:
        known = self.of(member.municipality)
        if known.version != version:
            raise OfficeChangedError
        self.offices[known.municipality] = replace(change(known), version=version + 1)
        return self.offices[known.municipality]

    async def try_out(self, member: StaffMember, recipient: Recipient) -> bool:
        moment = datetime(2026, 12, 1, 8, tzinfo=UTC)
        entry = trial_of(recipient, member.municipality, f"trial-{len(self.tried)}", moment)
        if entry is None or any(one.recipient == entry.recipient for one in self.tried):
            return False
        self.tried.append(entry)
        return True

    async def trials(self, member: StaffMember) -> tuple[OutboxEntry, ...]:
        return tuple(reversed([one for one in self.tried if one.subject == member.municipality]))

    async def receiving(self) -> frozenset[str]:
        return frozenset(name for name in self.names.routes if self.of(name).is_sending)


@dataclass
class FakeTeamDesk:
    """Keeps accounts by id."""

    team: dict[str, StaffMember] = field(default_factory=dict)
    refuses: TeamRefusal | None = None

    async def members(self, member: StaffMember) -> tuple[StaffMember, ...]:
        return tuple(one for one in self.team.values() if one.municipality == member.municipality)

    async def add(self, member: StaffMember, email: str, role: Role, *, has_letter: bool = False) -> str:
        self._check(member, role)
        self.team[email] = StaffMember(email, email, member.municipality, role)
        return "" if has_letter else "one-time-token"

    async def change_role(self, member: StaffMember, staff_id: str, role: Role) -> StaffMember:
        self._check(member, role)
        self.team[staff_id] = replace(self._found(member, staff_id), role=role)
        return self.team[staff_id]

    async def remove(self, member: StaffMember, staff_id: str) -> int:
        self._check(member, Role.STAFF)
        self._found(member, staff_id)
        del self.team[staff_id]
        return 1

    def _check(self, member: StaffMember, role: Role) -> None:
        if self.refuses is not None or not member.role.is_at_least(role):
            raise TeamRefusedError(self.refuses or TeamRefusal.TOO_HIGH)

    def _found(self, member: StaffMember, staff_id: str) -> StaffMember:
        known = self.team.get(staff_id)
        if known is None or known.municipality != member.municipality:
            raise TeamRefusedError(TeamRefusal.GONE)
        return known


@dataclass
class FakeRemarks:
    """Finds every word "nagrinėjami" hard."""

    async def on(self, text: str) -> tuple[Finding, ...]:
        word = "nagrinėjami"
        found = Finding(
            "G04", Severity.ERROR, 1, 0, len(word), word, "Tai neveikiamoji rūšis.", "Pasakykite, kas daro."
        )
        return (found,) if word in text else ()
