"""What the use cases need of the database for the settings of departments, and for changing who works there."""

from typing import TYPE_CHECKING, Protocol

from assistant.referrals.office import Office
from assistant.referrals.referral import Referral

if TYPE_CHECKING:
    from assistant.usecases.ports import StaffMember


class Offices(Protocol):
    """The settings of departments that have set something."""

    async def changes(self) -> int:
        """How often anything was changed, by whichever department; one small number, so that every turn can ask."""

    async def all(self) -> tuple[Office, ...]:
        """All of them."""

    async def of(self, municipality: str) -> Office:
        """Those of one department; nothing set, and version 0, where it has set nothing yet."""

    async def store(self, office: Office) -> Office:
        """Store the next version; gives it with the new version. Raises OfficeChangedError."""


class Team(Protocol):
    """Who works in a municipality, to be changed by one at a time."""

    async def members(self, municipality: str) -> "tuple[StaffMember, ...]":
        """The accounts by e-mail; until the transaction ends nobody else can read them here."""

    async def of_email(self, email: str) -> "StaffMember | None":
        """The account with this e-mail, wherever it is."""

    async def held_by(self, municipality: str, email: str) -> tuple[Referral, ...]:
        """The open referrals that somebody has."""
