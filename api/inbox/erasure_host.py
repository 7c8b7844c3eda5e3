"""Erasing and forgetting as the inbox sees them."""

from typing import Protocol

from assistant.usecases.erasing import Proof
from assistant.usecases.erasure import ForgottenPage
from assistant.usecases.forgetting import Erased
from assistant.usecases.ports import StaffMember


class Erases(Protocol):
    """Another municipality's referral is not found, whatever the call."""

    async def erase(self, member: StaffMember, number: str, version: int) -> Proof:
        """Erase it. Raises ReferralNotFoundError, ReferralChangedError, ErasureNotWishedError."""

    async def gone(self, member: StaffMember, number: str) -> Erased | None:
        """What is known of a request that the municipality had and that is no more."""

    async def page(self, member: StaffMember) -> ForgottenPage:
        """What was forgotten lately."""
