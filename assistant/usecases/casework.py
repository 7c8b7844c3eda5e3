"""Staff of a municipality read, take, answer and close the referrals sent to it."""

import asyncio
from collections.abc import Callable

from assistant.conversation.news_events import ReplyArrived
from assistant.delivery.outbox import Carrier, OutboxEntry, without_department
from assistant.errors import ConversationChangedError, ReferralAlreadyClosedError, ReferralChangedError
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import CallResult, Details, Ending, EntryKind
from assistant.usecases.auditing import Did
from assistant.usecases.changing import Deed, looked_up, pressed_once, put_down
from assistant.usecases.converse import TRIES
from assistant.usecases.merging import part_again
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.ready_ports import Reads
from assistant.usecases.tell import Tell
from assistant.usecases.writing import passwords_of


class Casework:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call."""

    def __init__(
        self, *, units: UnitsOfWork, clock: Clock, secrets: Secrets, tell: Tell, reads: Reads | None = None
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._tell = tell
        self._reads = reads

    async def inbox(self, member: StaffMember) -> tuple[Referral, ...]:
        """The referrals of one's own municipality: open ones first, then newest first."""
        async with self._units() as work:
            return await work.referrals.of_municipality(member.municipality)

    async def open(self, member: StaffMember, number: str) -> Referral:
        """One referral with its thread; whoever opens it stands in the audit log. Raises ReferralNotFoundError."""
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            work.audit.note(member, Did.OPENED, number, self._clock.now())
            await work.commit()
        return known

    async def deliveries(self, member: StaffMember, number: str) -> tuple[OutboxEntry, ...]:
        """What was or is to be handed over about a referral, oldest first. Raises ReferralNotFoundError."""
        async with self._units() as work:
            await work.referrals.load(number, member.municipality)
            return await work.outbox.of_subject(number)

    async def passwords(self, member: StaffMember, number: str) -> dict[str, tuple[str, ...]]:
        """What opens the locked documents of these deliveries, by the entries' ids. Raises ReferralNotFoundError."""
        entries = await self.deliveries(member, number)
        found = {entry.id: passwords_of(entry, self._secrets) for entry in entries}
        return {entry_id: passwords for entry_id, passwords in found.items() if passwords}

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        """Take it on; taking what one has already changes nothing.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        now = self._clock.now()
        deed = Deed(EntryKind.TAKEN, "", Details())
        try:
            return await self._change(member, number, version, lambda known: known.taken(member.email, now), deed)
        except (ReferralChangedError, ReferralAlreadyClosedError):
            known = await self._loaded(member, number)
            if known.status is Status.TAKEN and known.taken_by == member.email:
                # Whoever presses twice has what they wanted.
                return known
            raise

    async def call(
        self,
        member: StaffMember,
        number: str,
        version: int,
        result: CallResult = CallResult.REACHED,
        text: str = "",
        *,
        key: str = "",
    ) -> Referral:
        """Note that the person was called, and what came of it; the same key twice is one call.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        kind = EntryKind.CALLED if result is CallResult.REACHED else EntryKind.TRIED
        deed = Deed(kind, text, Details(result=result.value, key=key))

        def called(known: Referral) -> Referral:
            return known.called(member.email, self._clock.now(), result, text)

        return await self._change(member, number, version, called, deed)

    async def close(
        self, member: StaffMember, number: str, version: int, ending: Ending | None = None, *, key: str = ""
    ) -> Referral:
        """End the work on it, and say with what it ended; the same key twice is one ending.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        result = "" if ending is None else ending.value
        deed = Deed(EntryKind.CLOSED, "", Details(result=result, key=key))
        now = self._clock.now()
        return await self._change(member, number, version, lambda known: known.closed(member.email, now, result), deed)

    async def reopen(self, member: StaffMember, number: str, version: int, reason: str, *, key: str = "") -> Referral:
        """Work on it again; the same key twice is once.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralNotClosedError.
        """
        return await pressed_once(lambda: self._reopen(member, number, version, reason, key))

    async def retry(self, member: StaffMember, number: str) -> int:
        """Put what failed back in line, counted from now; gives how many. Raises ReferralNotFoundError.

        What is put back is called sent when the other side has it, and not before.
        """
        now = self._clock.now()
        async with self._units() as work:
            await work.referrals.load(number, member.municipality)
            changed = await work.outbox.change(number, lambda entry: entry.put_back(now))
            work.audit.note(member, Did.RETRIED, number, now, {"deliveries": len(changed)})
            await work.commit()
        return len(changed)

    async def reply(self, member: StaffMember, number: str, version: int, text: str, key: str) -> Referral:
        """Answer the person where they asked; the same key twice is one reply. How easy the text is, is kept with it.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        # Before any transaction, and beside the loop: it takes a second when it is first asked.
        level = await asyncio.to_thread(self._reads.level, text) if self._reads else None
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._reply(work, member, number, version, text, key, level)
            except ConversationChangedError:
                # The person did something at the same moment; nothing was stored, so the reply is made once more.
                continue
            except ReferralChangedError:
                if await self._is_replied(member, number, key):
                    # The same reply, sent twice at once: the other one was stored.
                    return await self._loaded(member, number)
                raise
        raise ReferralChangedError(number)

    async def _loaded(self, member: StaffMember, number: str) -> Referral:
        """As it is now, for a step that was done already: nobody is shown it, so no line says that it was opened."""
        async with self._units() as work:
            return await work.referrals.load(number, member.municipality)

    async def _is_replied(self, member: StaffMember, number: str, key: str) -> bool:
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            return await work.conversations.heard(known.conversation, key) is not None

    async def _reply(
        self,
        work: UnitOfWork,
        member: StaffMember,
        number: str,
        version: int,
        text: str,
        key: str,
        level: int | None,
    ) -> Referral:
        known = await work.referrals.load(number, member.municipality)
        if await work.conversations.heard(known.conversation, key) is not None:
            # Read anew: the reply may have been stored just after the first look.
            return await work.referrals.load(number, member.municipality)
        if known.version != version:
            raise ReferralChangedError(number)
        now = self._clock.now()
        replied = known.replied(member.email, text, now, level)
        await work.referrals.store(replied)
        what = f"reply-{len(replied.thread)}"
        event = ReplyArrived(number, text)
        ids = await self._tell(work, replied, event, what=what, letter=Carrier.PERSON_ANSWER)
        await work.conversations.remember(known.conversation, key, ids, now)
        work.audit.note(member, Did.REPLIED, number, now)
        stored = await work.referrals.load(number, member.municipality)
        await work.commit()
        return stored

    async def _reopen(self, member: StaffMember, number: str, version: int, reason: str, key: str) -> Referral:
        deed = Deed(EntryKind.REOPENED, reason, Details(key=key))
        async with self._units() as work:
            known, is_done = await looked_up(work, member, number, version, deed)
            if is_done:
                return known
            now = self._clock.now()
            await work.referrals.store(known.reopened(member.email, reason, now).by_form(key))
            if known.merged_with:
                await part_again(work, known)
            put_down(work, member, number, EntryKind.REOPENED, now)
            stored = await work.referrals.load(number, member.municipality)
            await work.commit()
        return stored

    async def _change(
        self, member: StaffMember, number: str, version: int, change: Callable[[Referral], Referral], deed: Deed
    ) -> Referral:
        async def attempt() -> Referral:
            async with self._units() as work:
                known, is_done = await looked_up(work, member, number, version, deed)
                if is_done:
                    return known
                changed = change(known).by_form(deed.details.key)
                await work.referrals.store(changed)
                if changed.is_over:
                    await work.outbox.change(number, without_department)
                put_down(work, member, number, deed.kind, self._clock.now())
                stored = await work.referrals.load(number, member.municipality)
                await work.commit()
            return stored

        return await pressed_once(attempt)
