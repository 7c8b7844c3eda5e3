"""Second factors of staff, their recovery codes, and what works once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.recognising import is_known_as
from assistant.adapters.database.records import FACTOR
from assistant.adapters.database.tables import StaffRow
from assistant.adapters.database.tables_signing_in import SpentRow, StaffCodeRow, StaffFactorRow
from assistant.adapters.database.transaction import Transaction
from assistant.usecases.signing_in import Factor, FactorKind


class SqlFactors:
    """The port Factors."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, factor: Factor) -> bool:
        """Store one; False where this passkey is known already."""
        statement = (
            self._insert(StaffFactorRow)
            .values(
                id=factor.id,
                staff=factor.staff,
                kind=factor.kind.value,
                handle=factor.handle or None,
                record=FACTOR.written(factor.record),
                added_at=factor.added_at,
                used_at=factor.used_at,
                counter=factor.counter,
            )
            .on_conflict_do_nothing()
        )
        return await self._transaction.write(statement) > 0

    async def of_staff(self, staff_id: str) -> tuple[Factor, ...]:
        """Those of a member of staff, oldest first; nobody else can look at them till the transaction ends."""
        await self._transaction.read(select(StaffRow.id).where(StaffRow.id == staff_id).with_for_update())
        return await self._factors(StaffFactorRow.staff == staff_id)

    async def by_handle(self, handle: str) -> Factor | None:
        """The passkey with this handle."""
        return next(iter(await self._factors(is_known_as(StaffFactorRow.handle, handle))), None)

    async def count_on(self, factor_id: str, counter: int, now: datetime) -> bool:
        """Note a use; False where the counter does not grow."""
        # Looking and noting is one statement, so that of two who use one code at once only one comes in.
        is_new = (StaffFactorRow.id == factor_id) & (StaffFactorRow.counter < counter)
        statement = update(StaffFactorRow).where(is_new).values(counter=counter, used_at=now)
        return await self._transaction.write(statement) > 0

    async def mark_used(self, factor_id: str, now: datetime) -> None:
        """Note a use of a passkey that does not count its uses."""
        await self._transaction.write(update(StaffFactorRow).where(StaffFactorRow.id == factor_id).values(used_at=now))

    async def remove(self, staff_id: str, factor_id: str) -> bool:
        """Take one away; False where this member has no such factor."""
        is_it = (StaffFactorRow.staff == staff_id) & (StaffFactorRow.id == factor_id)
        return await self._transaction.write(delete(StaffFactorRow).where(is_it)) > 0

    async def remove_all(self, staff_id: str) -> None:
        """Take all factors and recovery codes of a member away."""
        await self._transaction.write(delete(StaffFactorRow).where(StaffFactorRow.staff == staff_id))
        await self._transaction.write(delete(StaffCodeRow).where(StaffCodeRow.staff == staff_id))

    async def put_codes(self, staff_id: str, hashes: Sequence[str]) -> None:
        """Keep these recovery codes and no older ones."""
        await self._transaction.write(delete(StaffCodeRow).where(StaffCodeRow.staff == staff_id))
        rows = [{"staff": staff_id, "code_hash": code_hash} for code_hash in hashes]
        if rows:
            await self._transaction.write(insert(StaffCodeRow), rows)

    async def use_code(self, staff_id: str, code_hash: str) -> bool:
        """Use up a recovery code; False where this member has no such code."""
        is_it = (StaffCodeRow.staff == staff_id) & is_known_as(StaffCodeRow.code_hash, code_hash)
        return await self._transaction.write(delete(StaffCodeRow).where(is_it)) > 0

    async def codes_left(self, staff_id: str) -> int:
        """How many recovery codes were not used yet."""
        counted = select(func.count()).select_from(StaffCodeRow).where(StaffCodeRow.staff == staff_id)
        [(count,)] = await self._transaction.read(counted)
        return count

    async def spend(self, once: str, until: datetime, now: datetime) -> bool:
        """Note that something that works once was used; False where it was used already."""
        await self._transaction.write(delete(SpentRow).where(SpentRow.until <= now))
        statement = self._insert(SpentRow).values(once=once, until=until).on_conflict_do_nothing()
        return await self._transaction.write(statement) > 0

    def _insert(self, table: type[StaffFactorRow | SpentRow]) -> "sqlite.Insert | postgresql.Insert":
        return sqlite.insert(table) if self._transaction.is_sqlite else postgresql.insert(table)

    async def _factors(self, condition: ColumnElement[bool]) -> tuple[Factor, ...]:
        query = select(
            StaffFactorRow.id,
            StaffFactorRow.staff,
            StaffFactorRow.kind,
            StaffFactorRow.record,
            StaffFactorRow.added_at,
            StaffFactorRow.handle,
            StaffFactorRow.used_at,
            StaffFactorRow.counter,
        )
        rows = await self._transaction.read(query.where(condition).order_by(StaffFactorRow.added_at, StaffFactorRow.id))
        return tuple(
            Factor(factor_id, staff, FactorKind(kind), FACTOR.read(record), added_at, handle or "", used_at, counter)
            for factor_id, staff, kind, record, added_at, handle, used_at, counter in rows
        )
