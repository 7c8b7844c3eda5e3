"""The assistant as it helps staff to write."""

from typing import Protocol

from assistant.easy_language.coach import Coaching
from assistant.referrals.referral import Referral
from assistant.usecases.ports import StaffMember
from assistant.usecases.ready import ReadyReply


class Coaches(Protocol):
    """Looks at what staff write; may take a second when it is first asked."""

    def look_at(self, text: str, *, is_template: bool = False) -> Coaching:
        """What there is to say of a text."""


class HasReadyReplies(Protocol):
    """Ready replies of one's own municipality; another one's is not found, whatever the call."""

    async def offered(self, member: StaffMember) -> tuple[ReadyReply, ...]:
        """Those that can be used, most used first."""

    async def all(self, member: StaffMember) -> tuple[ReadyReply, ...]:
        """All of them, removed ones too."""

    async def one(self, member: StaffMember, name: str) -> ReadyReply:
        """One of them. Raises ReadyReplyNotFoundError."""

    async def use(self, member: StaffMember, name: str, referral: Referral) -> str:
        """Its text for this referral; counts it. Raises ReadyReplyNotFoundError."""

    async def add(self, member: StaffMember, title: str, text: str) -> str:
        """Add one; gives its id."""

    async def change(self, member: StaffMember, name: str, version: int, title: str, text: str) -> None:
        """Write one anew. Raises ReadyReplyNotFoundError, ReadyReplyChangedError."""

    async def remove(self, member: StaffMember, name: str, version: int) -> None:
        """Offer it no longer. Raises as `change` does."""

    async def put_back(self, member: StaffMember, name: str, version: int) -> None:
        """Offer a removed one again. Raises as `change` does."""

    async def restore(self, member: StaffMember, name: str, version: int) -> None:
        """Make it as everybody has it. Raises as `change` does."""
