"""Referrals and their threads."""

from sqlalchemy import ColumnElement, bindparam, case, exists, func, literal_column, or_, select, update

from assistant.adapters.database.prepared import Prepared, prepared_insert
from assistant.adapters.database.records import REQUEST
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.facts import keep_facts
from assistant.adapters.database.repositories.finding import NEVER_DUE
from assistant.adapters.database.repositories.likeness import SqlLikeness
from assistant.adapters.database.repositories.sealed_referrals import (
    letters_of,
    opened_request,
    request_of,
)
from assistant.adapters.database.repositories.searching import add_keys, write_keys
from assistant.adapters.database.repositories.threads import add_entries, threads_where
from assistant.adapters.database.tables import FollowerRow, ReferralEntryRow, ReferralRow
from assistant.adapters.database.tables_forgetting import ErasedRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import PassedAway, Referral, Status
from assistant.referrals.thread import EntryKind
from assistant.usecases.doubles import MOST_DOUBLES
from assistant.usecases.search_words import SearchKeys

# Only then another name or phone, or another municipality, which is part of every key.
_CHANGES_WHAT_IS_FOUND = frozenset({EntryKind.CHANGED, EntryKind.PASSED_ON})


_ADD = prepared_insert(
    ReferralRow,
    *("number", "draft", "conversation", "municipality", "request", "sent_at", "taken_by", "is_over", "version"),
    *("promised_for", "letters_to", "is_demo", "search_mark"),
    *("status", "is_begun", "due", "changed_at", "need", "for_other", "outcome"),
)
_NEWEST_FIRST = (ReferralRow.sent_at.desc(), ReferralRow.number)
_OF_DRAFT = Prepared(select(ReferralRow.number).where(ReferralRow.draft == bindparam("draft")))
_TAKEN = Prepared(
    select(literal_column("1")).where(
        or_(
            exists().where(ReferralRow.number == bindparam("number")),
            exists().where(ErasedRow.number == bindparam("number")),
        )
    )
)


class SqlReferrals:
    """The ports Referrals and Doubles. The thread only grows: an entry once stored is never written again.

    What is personal is encrypted under the referral's own key; one whose key was destroyed has neither names nor words.
    Where there are search keys, a referral can be found by name and phone from the moment it is stored. Without
    `likeness` no referral is known again by another one.
    """

    def __init__(
        self,
        transaction: Transaction,
        data_keys: SqlDataKeys,
        keys: SearchKeys | None = None,
        likeness: SqlLikeness | None = None,
    ) -> None:
        self._transaction = transaction
        self._data_keys = data_keys
        self._keys = keys
        self._likeness = likeness

    async def add(self, referral: Referral) -> None:
        """Store a new one. A draft or number that exists already breaks the transaction with ReferralChangedError."""
        self._data_keys.make_later(referral.number, ReferralChangedError(referral.number))
        sealed = await self._data_keys.sealing(referral.number)
        row = {
            "number": referral.number,
            "draft": referral.draft,
            "conversation": referral.conversation,
            "municipality": referral.request.municipality,
            "request": sealed(REQUEST.written(referral.request), request_of(referral.number)),
            "sent_at": referral.sent_at,
            "taken_by": referral.taken_by,
            "is_over": referral.is_over,
            "version": referral.version,
            "promised_for": referral.promised,
            "letters_to": sealed(referral.letters_to, letters_of(referral.number)) or None,
            "is_demo": referral.is_demo,
            "search_mark": self._keys.mark if self._keys else None,
            **columns_for_the_list(referral),
        }
        self._transaction.later(_ADD, row, clash=ReferralChangedError(referral.number))
        await add_entries(self._transaction, self._data_keys, referral, stored=0)
        if self._keys is not None:
            add_keys(self._transaction, self._keys, referral.number, referral.request)
        if self._likeness is not None:
            self._likeness.add(referral)
        keep_facts(self._transaction, referral)

    async def by_draft(self, draft: str) -> Referral | None:
        """The referral that came of a draft."""
        # Nearly always there is none yet.
        for (number,) in await self._transaction.ask(_OF_DRAFT, draft=draft):
            return await self.by_number(number)
        return None

    async def is_number_taken(self, number: str) -> bool:
        """Whether a referral has this number, or had it before it was erased."""
        return bool(await self._transaction.ask(_TAKEN, number=number))

    async def of_conversation(self, conversation_id: str) -> tuple[Referral, ...]:
        """Those a conversation has sent or opened by a receipt, newest first."""
        opened = select(FollowerRow.referral).where(FollowerRow.conversation == conversation_id)
        return await self._found(or_(ReferralRow.conversation == conversation_id, ReferralRow.number.in_(opened)))

    async def send_letters_to(self, number: str, address: str) -> None:
        """Note the person's own address for letters, empty for none; the thread and the version stay as they are."""
        sealed = await self._data_keys.sealing(number)
        kept = sealed(address, letters_of(number)) or None
        statement = update(ReferralRow).where(ReferralRow.number == number).values(letters_to=kept)
        await self._transaction.write(statement)

    async def of_municipality(self, municipality: str) -> tuple[Referral, ...]:
        """Those of a municipality: open ones first, then newest first."""
        found = await self._found(ReferralRow.municipality == municipality)
        return tuple(sorted(found, key=lambda referral: referral.is_over))

    async def load(self, number: str, municipality: str) -> Referral:
        """One of this municipality. Raises ReferralNotFoundError, also where another municipality has it."""
        for referral in await self._found(ReferralRow.number == number, ReferralRow.municipality == municipality):
            return referral
        raise ReferralNotFoundError(number)

    async def by_number(self, number: str) -> Referral | None:
        """The referral with this number, whoever handles it."""
        return next(iter(await self._found(ReferralRow.number == number)), None)

    async def passed_away(self, municipality: str) -> tuple[PassedAway, ...]:
        """Those that a municipality passed on and does not have now, newest passing first."""
        query = (
            select(ReferralEntryRow.referral, ReferralEntryRow.passed_to, ReferralEntryRow.at)
            .join(ReferralRow, ReferralRow.number == ReferralEntryRow.referral)
            .where(
                ReferralEntryRow.kind == EntryKind.PASSED_ON.value,
                ReferralEntryRow.passed_from == municipality,
                ReferralRow.municipality != municipality,
            )
            .order_by(ReferralEntryRow.at.desc(), ReferralEntryRow.referral)
        )
        newest: dict[str, PassedAway] = {}
        for number, target, at in await self._transaction.read(query):
            newest.setdefault(number, PassedAway(number, target or "", at))
        return tuple(newest.values())

    async def store(self, referral: Referral) -> None:
        """Store the next version with its thread; expects the version that was loaded. Raises ReferralChangedError."""
        sealed = await self._data_keys.sealing(referral.number)
        is_same_promise = ReferralRow.promised_for.is_not_distinct_from(referral.promised)
        statement = (
            update(ReferralRow)
            .where(ReferralRow.number == referral.number, ReferralRow.version == referral.version)
            .values(
                municipality=referral.request.municipality,
                request=sealed(REQUEST.written(referral.request), request_of(referral.number)),
                taken_by=referral.taken_by,
                is_over=referral.is_over,
                version=referral.version + 1,
                promised_for=referral.promised,
                # Of a new promise nobody was reminded yet, nor told that it was broken.
                reminded_at=case((is_same_promise, ReferralRow.reminded_at)),
                broken_at=case((is_same_promise, ReferralRow.broken_at)),
                **columns_for_the_list(referral),
            )
        )
        if await self._transaction.write(statement) == 0:
            raise ReferralChangedError(referral.number)
        count = select(func.count()).where(ReferralEntryRow.referral == referral.number)
        [(stored,)] = await self._transaction.read(count)
        await add_entries(self._transaction, self._data_keys, referral, stored)
        if any(entry.kind in _CHANGES_WHAT_IS_FOUND for entry in referral.thread[stored:]):
            await self._write_keys(referral)
        keep_facts(self._transaction, referral)

    async def _write_keys(self, referral: Referral) -> None:
        if self._keys is not None:
            await write_keys(self._transaction, self._keys, [(referral.number, referral.request)])
        if self._likeness is not None:
            await self._likeness.write(referral)

    async def similar(self, referral: Referral) -> tuple[Referral, ...]:
        """As the port Doubles says."""
        if self._likeness is None:
            return ()
        query = (
            select(ReferralRow.number)
            .where(
                ReferralRow.number.in_(self._likeness.numbers_like(referral)),
                ReferralRow.number != referral.number,
                ReferralRow.municipality == referral.request.municipality,
                ReferralRow.is_over.is_(False),
            )
            .order_by(*_NEWEST_FIRST)
            .limit(MOST_DOUBLES)
        )
        numbers = [number for (number,) in await self._transaction.read(query)]
        return await self._found(ReferralRow.number.in_(numbers)) if numbers else ()

    async def _found(self, *conditions: ColumnElement[bool]) -> tuple[Referral, ...]:
        """Referrals with their threads, newest first."""
        query = select(
            ReferralRow.number,
            ReferralRow.draft,
            ReferralRow.conversation,
            ReferralRow.request,
            ReferralRow.sent_at,
            ReferralRow.taken_by,
            ReferralRow.version,
            ReferralRow.promised_for,
            ReferralRow.letters_to,
            ReferralRow.is_demo,
            ReferralRow.municipality,
            ReferralRow.need,
            ReferralRow.for_other,
            wrapped_key_of(ReferralRow.number),
        )
        rows = await self._transaction.read(query.where(*conditions).order_by(*_NEWEST_FIRST))
        for row in rows:
            self._data_keys.met(row.number, row.wrapped_key)
        threads = await threads_where(self._transaction, self._data_keys, conditions) if rows else {}
        return tuple(
            Referral(
                number=row.number,
                draft=row.draft,
                conversation=row.conversation,
                request=opened_request(self._data_keys, row.number, row.request, row),
                sent_at=row.sent_at,
                thread=tuple(threads.get(row.number, ())),
                taken_by=row.taken_by,
                version=row.version,
                promised=row.promised_for,
                letters_to=self._data_keys.opened(row.number, row.letters_to or "", letters_of(row.number)) or "",
                is_demo=row.is_demo,
            )
            for row in rows
        )


def columns_for_the_list(referral: Referral) -> dict[str, object]:
    """What follows from thread and request, for finding, counting and sorting."""
    request = referral.request
    return {
        "status": referral.status.value,
        "is_begun": referral.status is not Status.NEW,
        "due": referral.due or NEVER_DUE,
        "changed_at": referral.thread[-1].at if referral.thread else referral.sent_at,
        "need": request.need,
        "for_other": request.for_other,
        "outcome": request.preliminary.outcome if request.preliminary else "",
    }
