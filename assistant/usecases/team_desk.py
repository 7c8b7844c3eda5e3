"""Leads say who works in their department and as what."""

from dataclasses import replace

from assistant.errors import OfficeChangedError, ReferralChangedError, TeamRefusal, TeamRefusedError
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.staff import StaffDesk


class TeamDesk:
    """Whoever calls has proved to be a lead or more. All calls raise TeamRefusedError where a rule stands against it.

    Nobody gives a role above their own, nor touches somebody who has one; and somebody must be left who leads.
    """

    def __init__(self, *, units: UnitsOfWork, clock: Clock, staff_desk: StaffDesk) -> None:
        self._units = units
        self._clock = clock
        self._staff_desk = staff_desk

    async def members(self, member: StaffMember) -> tuple[StaffMember, ...]:
        """Who works in one's own municipality, by e-mail."""
        async with self._units() as work:
            return await work.staff.of_municipality(member.municipality)

    async def add(self, member: StaffMember, email: str, role: Role, *, has_letter: bool = False) -> str:
        """Make an account; gives the token of a one-time sign-in link.

        With `has_letter` the link went to that address, and the token is empty: nobody else shall see it.
        """
        if not member.role.is_at_least(role):
            raise TeamRefusedError(TeamRefusal.TOO_HIGH)
        async with self._units() as work:
            await work.team.members(member.municipality)
            known = await work.team.of_email(email)
        if known is not None:
            is_here = known.municipality == member.municipality
            raise TeamRefusedError(TeamRefusal.KNOWN if is_here else TeamRefusal.ELSEWHERE)
        _, token = await self._staff_desk.add(email, member.municipality, role, by=member, has_letter=has_letter)
        return "" if has_letter else token

    async def change_role(self, member: StaffMember, staff_id: str, role: Role) -> StaffMember:
        """Give another role."""
        async with self._units() as work:
            changed = replace(await self._whom(work, member, staff_id, after=role), role=role)
            await work.staff.add(changed)
            self._put_down(work, member, changed.email, role.value)
            await work.commit()
        return changed

    async def remove(self, member: StaffMember, staff_id: str) -> int:
        """Take the account away and end its sessions; gives how many open referrals nobody has now.

        Raises OfficeChangedError where others changed something again and again.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._remove(work, member, staff_id)
            except (ReferralChangedError, OfficeChangedError):
                # A colleague did something with one of the referrals at the same moment.
                continue
        raise OfficeChangedError(member.municipality)

    async def _remove(self, work: UnitOfWork, member: StaffMember, staff_id: str) -> int:
        gone = await self._whom(work, member, staff_id, after=None)
        held = await work.team.held_by(member.municipality, gone.email)
        for referral in held:
            await work.referrals.store(referral.released(member.email, self._clock.now()))
        office = await work.offices.of(member.municipality)
        if office.without(gone.email) != office:
            await work.offices.store(office.without(gone.email))
        await work.staff.remove(staff_id)
        self._put_down(work, member, gone.email, "")
        await work.commit()
        return len(held)

    def _put_down(self, work: UnitOfWork, member: StaffMember, email: str, role: str) -> None:
        """Whose role is which now; without a role they work here no more."""
        work.audit.note(member, Did.CHANGED_STAFF, email, self._clock.now(), {"role": role})

    async def _whom(self, work: UnitOfWork, member: StaffMember, staff_id: str, *, after: Role | None) -> StaffMember:
        """The colleague, if that role, or none, may be given to them."""
        team = await work.team.members(member.municipality)
        found = next((one for one in team if one.id == staff_id), None)
        if found is None:
            raise TeamRefusedError(TeamRefusal.GONE)
        if not all(member.role.is_at_least(role) for role in (found.role, after) if role is not None):
            raise TeamRefusedError(TeamRefusal.TOO_HIGH)
        roles = [after if one.id == staff_id else one.role for one in team]
        if not any(role is not None and role.is_at_least(Role.LEAD) for role in roles):
            raise TeamRefusedError(TeamRefusal.LAST_LEAD)
        return found
