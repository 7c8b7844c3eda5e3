"""Changing who works in a municipality."""

from sqlalchemy import ColumnElement, select

from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.referrals import SqlReferrals
from assistant.adapters.database.tables import ReferralRow, StaffRow
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.referral import Referral
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember


class SqlTeam:
    """The port Team."""

    def __init__(self, transaction: Transaction, keys: SqlDataKeys) -> None:
        self._transaction = transaction
        self._keys = keys

    async def members(self, municipality: str) -> tuple[StaffMember, ...]:
        """The accounts by e-mail; until the transaction ends nobody else can read them here."""
        return await self._found(StaffRow.municipality == municipality)

    async def of_email(self, email: str) -> StaffMember | None:
        """The account with this e-mail, wherever it is."""
        return next(iter(await self._found(StaffRow.email == email.strip().lower())), None)

    async def held_by(self, municipality: str, email: str) -> tuple[Referral, ...]:
        """The open referrals that somebody has."""
        query = select(ReferralRow.number).where(
            ReferralRow.municipality == municipality, ReferralRow.is_over.is_(False), ReferralRow.taken_by == email
        )
        referrals = SqlReferrals(self._transaction, self._keys)
        numbers = [number for (number,) in await self._transaction.read(query)]
        return tuple([await referrals.load(number, municipality) for number in numbers])

    async def _found(self, condition: ColumnElement[bool]) -> tuple[StaffMember, ...]:
        query = select(StaffRow.id, StaffRow.email, StaffRow.municipality, StaffRow.role)
        # SQLite knows no such lock and needs none: it lets one transaction write at a time.
        rows = await self._transaction.read(query.where(condition).order_by(StaffRow.email).with_for_update())
        return tuple(
            StaffMember(id=staff_id, email=email, municipality=municipality, role=Role(role))
            for staff_id, email, municipality, role in rows
        )
