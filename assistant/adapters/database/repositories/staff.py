"""Staff accounts and their one-time sign-in links."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from assistant.adapters.database.recognising import is_known_as
from assistant.adapters.database.tables import StaffLinkRow, StaffRow
from assistant.adapters.database.transaction import Transaction
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember


class SqlStaff:
    """The port Staff. E-mail addresses are kept, and given back, in small letters."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, member: StaffMember) -> StaffMember:
        """Store an account; one with the same e-mail is given back with the new municipality and role."""
        email = member.email.strip().lower()
        for known in await self._members(StaffRow.email == email):
            changed = replace(known, municipality=member.municipality, role=member.role)
            await self._transaction.write(
                update(StaffRow)
                .where(StaffRow.id == known.id)
                .values(municipality=changed.municipality, role=changed.role)
            )
            return changed
        added = replace(member, email=email)
        await self._transaction.write(
            insert(StaffRow).values(id=added.id, email=email, municipality=added.municipality, role=added.role)
        )
        return added

    async def of_municipality(self, municipality: str) -> tuple[StaffMember, ...]:
        """The accounts of a municipality, by e-mail."""
        return await self._members(StaffRow.municipality == municipality)

    async def add_link(self, token_hash: str, staff_id: str, expires_at: datetime) -> None:
        """Store a sign-in link."""
        await self._transaction.write(
            insert(StaffLinkRow).values(token_hash=token_hash, staff=staff_id, expires_at=expires_at)
        )

    async def use_link(self, token_hash: str, now: datetime) -> StaffMember | None:
        """Use up a link that is not used and not too old; None otherwise."""
        # Finding and using it up is one statement, so that of two who press at once only one comes in.
        used = await self._transaction.write(
            update(StaffLinkRow)
            .where(
                is_known_as(StaffLinkRow.token_hash, token_hash),
                StaffLinkRow.used_at.is_(None),
                StaffLinkRow.expires_at > now,
            )
            .values(used_at=now)
        )
        if used == 0:
            return None
        return await self.of_link(token_hash)

    async def of_link(self, token_hash: str) -> StaffMember | None:
        """Whom a sign-in link was made for, whether it still works or not."""
        owner = select(StaffLinkRow.staff).where(is_known_as(StaffLinkRow.token_hash, token_hash))
        return next(iter(await self._members(StaffRow.id.in_(owner))), None)

    async def by_email(self, email: str) -> StaffMember | None:
        """The account with this address, however it is written."""
        return next(iter(await self._members(StaffRow.email == email.strip().lower())), None)

    async def of_id(self, staff_id: str) -> StaffMember | None:
        """The account with this id."""
        return next(iter(await self._members(StaffRow.id == staff_id)), None)

    async def remove(self, staff_id: str) -> None:
        """Take an account away, with its links, sessions and second factors."""
        await self._transaction.write(delete(StaffRow).where(StaffRow.id == staff_id))

    async def _members(self, condition: ColumnElement[bool]) -> tuple[StaffMember, ...]:
        query = select(StaffRow.id, StaffRow.email, StaffRow.municipality, StaffRow.role)
        rows = await self._transaction.read(query.where(condition).order_by(StaffRow.email))
        return tuple(
            StaffMember(id=staff_id, email=email, municipality=municipality, role=Role(role))
            for staff_id, email, municipality, role in rows
        )
