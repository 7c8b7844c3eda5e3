"""Staff of a municipality read, take, answer and close the referrals sent to it."""

from collections.abc import Callable

from assistant.conversation.events import ReplyArrived
from assistant.delivery.outbox import Carrier, OutboxEntry, without_department
from assistant.errors import ConversationChangedError, ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.usecases.auditing import Did
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.tell import Tell
from assistant.usecases.writing import password_of


class Casework:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, secrets: Secrets, tell: Tell) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._tell = tell

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

    async def passwords(self, member: StaffMember, number: str) -> dict[str, str]:
        """What opens the locked documents of these deliveries, by the entries' ids. Raises ReferralNotFoundError."""
        entries = await self.deliveries(member, number)
        found = {entry.id: password_of(entry, self._secrets) for entry in entries}
        return {entry_id: password for entry_id, password in found.items() if password}

    async def take(self, member: StaffMember, number: str, version: int) -> Referral:
        """Take it on. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError."""
        return await self._change(
            member, number, version, Did.TOOK, lambda known: known.taken(member.email, self._clock.now())
        )

    async def call(self, member: StaffMember, number: str, version: int) -> Referral:
        """Note that the person was called.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        return await self._change(
            member, number, version, Did.CALLED, lambda known: known.called(member.email, self._clock.now())
        )

    async def close(self, member: StaffMember, number: str, version: int) -> Referral:
        """End the work on it. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError."""
        return await self._change(
            member, number, version, Did.CLOSED, lambda known: known.closed(member.email, self._clock.now())
        )

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
        """Answer the person where they asked; the same key twice is one reply.

        Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._reply(work, member, number, version, text, key)
            except ConversationChangedError:
                # The person did something at the same moment; nothing was stored, so the reply is made once more.
                continue
            except ReferralChangedError:
                if await self._is_replied(member, number, key):
                    # The same reply, sent twice at once: the other one was stored.
                    return await self.open(member, number)
                raise
        raise ReferralChangedError(number)

    async def _is_replied(self, member: StaffMember, number: str, key: str) -> bool:
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            return await work.conversations.heard(known.conversation, key) is not None

    async def _reply(
        self, work: UnitOfWork, member: StaffMember, number: str, version: int, text: str, key: str
    ) -> Referral:
        known = await work.referrals.load(number, member.municipality)
        if await work.conversations.heard(known.conversation, key) is not None:
            # Read anew: the reply may have been stored just after the first look.
            return await work.referrals.load(number, member.municipality)
        if known.version != version:
            raise ReferralChangedError(number)
        now = self._clock.now()
        replied = known.replied(member.email, text, now)
        await work.referrals.store(replied)
        what = f"reply-{len(replied.thread)}"
        event = ReplyArrived(number, text)
        ids = await self._tell(work, replied, event, what=what, letter=Carrier.PERSON_ANSWER)
        await work.conversations.remember(known.conversation, key, ids, now)
        work.audit.note(member, Did.REPLIED, number, now)
        stored = await work.referrals.load(number, member.municipality)
        await work.commit()
        return stored

    async def _change(
        self, member: StaffMember, number: str, version: int, did: Did, change: Callable[[Referral], Referral]
    ) -> Referral:
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            if known.version != version:
                raise ReferralChangedError(number)
            changed = change(known)
            await work.referrals.store(changed)
            if changed.is_over:
                await work.outbox.change(number, without_department)
            work.audit.note(member, did, number, self._clock.now())
            stored = await work.referrals.load(number, member.municipality)
            await work.commit()
        return stored
