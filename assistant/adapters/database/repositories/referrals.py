"""Referrals and their threads."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, case, func, insert, or_, select, update

from assistant.adapters.database.records import CHANGES, DETAILS, REQUEST
from assistant.adapters.database.repositories.facts import keep_facts
from assistant.adapters.database.repositories.finding import NEVER_DUE
from assistant.adapters.database.repositories.likeness import SqlLikeness
from assistant.adapters.database.repositories.searching import write_keys
from assistant.adapters.database.tables import FollowerRow, ReferralEntryRow, ReferralRow
from assistant.adapters.database.tables_forgetting import ErasedRow
from assistant.adapters.database.transaction import Transaction
from assistant.errors import ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import PassedAway, Referral, Status
from assistant.referrals.thread import Author, Details, Entry, EntryKind, Passing
from assistant.usecases.search_words import SearchKeys

# Only then another name or phone, or another municipality, which is part of every key.
_CHANGES_WHAT_IS_FOUND = frozenset({EntryKind.CHANGED, EntryKind.PASSED_ON})


class SqlReferrals:
    """The ports Referrals and Doubles. The thread only grows: an entry once stored is never written again.

    Where there are keys, a referral can be found by name and phone from the moment it is stored. Without `likeness` no
    referral is known again by another one.
    """

    def __init__(
        self, transaction: Transaction, keys: SearchKeys | None = None, likeness: SqlLikeness | None = None
    ) -> None:
        self._transaction = transaction
        self._keys = keys
        self._likeness = likeness

    async def add(self, referral: Referral) -> None:
        """Store a new one. A draft or number that exists already breaks the transaction with ReferralChangedError."""
        statement = insert(ReferralRow).values(
            number=referral.number,
            draft=referral.draft,
            conversation=referral.conversation,
            municipality=referral.request.municipality,
            request=REQUEST.written(referral.request),
            sent_at=referral.sent_at,
            taken_by=referral.taken_by,
            is_over=referral.is_over,
            version=referral.version,
            promised_for=referral.promised,
            letters_to=referral.letters_to or None,
            is_demo=referral.is_demo,
            **columns_for_the_list(referral),
        )
        await self._transaction.insert(statement, ReferralChangedError(referral.number))
        await self._add_entries(referral, stored=0)
        await self._write_keys(referral)
        await keep_facts(self._transaction, referral)

    async def by_draft(self, draft: str) -> Referral | None:
        """The referral that came of a draft."""
        return next(iter(await self._found(ReferralRow.draft == draft)), None)

    async def is_number_taken(self, number: str) -> bool:
        """Whether a referral has this number, or had it before it was erased."""
        living = select(ReferralRow.number).where(ReferralRow.number == number)
        gone = select(ErasedRow.number).where(ErasedRow.number == number)
        return bool(await self._transaction.read(living) or await self._transaction.read(gone))

    async def of_conversation(self, conversation_id: str) -> tuple[Referral, ...]:
        """Those a conversation has sent or opened by a receipt, newest first."""
        opened = select(FollowerRow.referral).where(FollowerRow.conversation == conversation_id)
        return await self._found(or_(ReferralRow.conversation == conversation_id, ReferralRow.number.in_(opened)))

    async def send_letters_to(self, number: str, address: str) -> None:
        """Note the person's own address for letters, empty for none; the thread and the version stay as they are."""
        statement = update(ReferralRow).where(ReferralRow.number == number).values(letters_to=address or None)
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
        is_same_promise = ReferralRow.promised_for.is_not_distinct_from(referral.promised)
        statement = (
            update(ReferralRow)
            .where(ReferralRow.number == referral.number, ReferralRow.version == referral.version)
            .values(
                municipality=referral.request.municipality,
                request=REQUEST.written(referral.request),
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
        await self._add_entries(referral, stored)
        if any(entry.kind in _CHANGES_WHAT_IS_FOUND for entry in referral.thread[stored:]):
            await self._write_keys(referral)
        await keep_facts(self._transaction, referral)

    async def _write_keys(self, referral: Referral) -> None:
        if self._keys is not None:
            await write_keys(self._transaction, self._keys, [(referral.number, referral.request)])
        if self._likeness is not None:
            await self._likeness.write(referral)

    async def similar(self, referral: Referral) -> tuple[Referral, ...]:
        """Other open referrals of the same municipality with the same phone or the same full name, newest first."""
        if self._likeness is None:
            return ()
        return await self._found(
            ReferralRow.number.in_(self._likeness.numbers_like(referral)),
            ReferralRow.number != referral.number,
            ReferralRow.municipality == referral.request.municipality,
            ReferralRow.is_over.is_(False),
        )

    async def _add_entries(self, referral: Referral, stored: int) -> None:
        rows = [
            {
                "referral": referral.number,
                "position": position,
                "kind": entry.kind.value,
                "author": entry.author.value,
                "at": entry.at,
                "by": entry.by,
                "text": entry.text,
                "passed_from": entry.passing.origin if entry.passing else None,
                "passed_to": entry.passing.target if entry.passing else None,
                "changes": CHANGES.written(entry.changes) if entry.changes else None,
                "details": DETAILS.written(entry.details) if entry.details != Details() else None,
            }
            for position, entry in enumerate(referral.thread)
            if position >= stored
        ]
        if rows:
            await self._transaction.insert(insert(ReferralEntryRow), ReferralChangedError(referral.number), rows)

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
        )
        newest_first = (ReferralRow.sent_at.desc(), ReferralRow.number)
        rows = await self._transaction.read(query.where(*conditions).order_by(*newest_first))
        threads = await self._threads(conditions) if rows else {}
        return tuple(
            Referral(
                number=number,
                draft=draft,
                conversation=conversation,
                request=REQUEST.read(request),
                sent_at=sent_at,
                thread=tuple(threads.get(number, ())),
                taken_by=taken_by,
                version=version,
                promised=promised,
                letters_to=letters_to or "",
                is_demo=is_demo,
            )
            for number, draft, conversation, request, sent_at, taken_by, version, promised, letters_to, is_demo in rows
        )

    async def _threads(self, conditions: Sequence[ColumnElement[bool]]) -> dict[str, list[Entry]]:
        query = (
            select(
                ReferralEntryRow.referral,
                ReferralEntryRow.kind,
                ReferralEntryRow.author,
                ReferralEntryRow.at,
                ReferralEntryRow.by,
                ReferralEntryRow.text,
                ReferralEntryRow.passed_from,
                ReferralEntryRow.passed_to,
                ReferralEntryRow.changes,
                ReferralEntryRow.details,
            )
            .join(ReferralRow, ReferralRow.number == ReferralEntryRow.referral)
            .where(*conditions)
            .order_by(ReferralEntryRow.referral, ReferralEntryRow.position)
        )
        threads: dict[str, list[Entry]] = defaultdict(list)
        for number, kind, author, at, by, text, origin, target, changes, details in await self._transaction.read(query):
            passing = Passing(origin, target) if origin and target else None
            known = CHANGES.read(changes) if changes else ()
            more = DETAILS.read(details) if details else Details()
            threads[number].append(Entry(EntryKind(kind), Author(author), at, by, text, passing, known, more))
        return threads


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
