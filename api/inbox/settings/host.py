"""The assistant as the settings see it."""

from collections.abc import Callable
from typing import Protocol

from assistant.delivery.outbox import OutboxEntry
from assistant.easy_language.findings import Finding
from assistant.referrals.office import Office
from assistant.referrals.routing import Recipient
from assistant.usecases.access import Role
from assistant.usecases.office_desk import OfficeNow
from assistant.usecases.ports import StaffMember


class KeepsOffices(Protocol):
    """The settings of one's own department."""

    async def now(self, member: StaffMember) -> OfficeNow:
        """How it stands."""

    async def change(self, member: StaffMember, version: int, change: Callable[[Office], Office]) -> Office:
        """Change what was seen in this version. Raises OfficeChangedError where there is a newer one."""

    async def try_out(self, member: StaffMember, recipient: Recipient) -> bool:
        """Send a trial to one of the recipients; False where there were many just now."""

    async def trials(self, member: StaffMember) -> tuple[OutboxEntry, ...]:
        """How the newest trials stand, newest first."""

    async def receiving(self) -> frozenset[str]:
        """The municipalities that receive requests now."""


class KeepsTeams(Protocol):
    """Who works in one's own department. All changes raise TeamRefusedError where a rule stands against it."""

    async def members(self, member: StaffMember) -> tuple[StaffMember, ...]:
        """Everybody, by e-mail."""

    async def add(self, member: StaffMember, email: str, role: Role, *, has_letter: bool = False) -> str:
        """Make an account; gives the token of a one-time sign-in link, empty where a letter brings it."""

    async def change_role(self, member: StaffMember, staff_id: str, role: Role) -> StaffMember:
        """Give another role."""

    async def remove(self, member: StaffMember, staff_id: str) -> int:
        """Take the account away; gives how many open referrals nobody has now."""


class HasRemarks(Protocol):
    """The checker of easy language."""

    async def on(self, text: str) -> tuple[Finding, ...]:
        """Every fault; it advises and forbids nothing."""
