"""Two requests of one person become one: the work goes on under the number of the earlier one."""

from assistant.conversation.news_events import ReferralsMerged
from assistant.delivery.outbox import Carrier, without_department
from assistant.errors import ConversationChangedError, ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.changing import put_down
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.tell import Tell


class Merging:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, tell: Tell) -> None:
        self._units = units
        self._clock = clock
        self._tell = tell

    async def doubles(self, member: StaffMember, number: str) -> tuple[Referral, ...]:
        """Open referrals that may be the same person's, newest first; none where this one is over.

        Raises ReferralNotFoundError.
        """
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            return () if known.is_over else await work.doubles.similar(known)

    async def merge(self, member: StaffMember, number: str, version: int, other: str, other_version: int) -> Referral:
        """End the work on the later of the two and go on with the earlier one, which is given back.

        Whoever sent the later one follows the earlier one from then on and gets its answers too; everybody who sent or
        follows one of them is told. Merging the same two again changes nothing. Raises ReferralNotFoundError,
        ReferralChangedError, ReferralAlreadyClosedError.
        """
        if number == other:
            raise ReferralNotFoundError(other)
        for _ in range(TRIES):
            try:
                return await self._merge(member, {number: version, other: other_version})
            except (ConversationChangedError, ReferralChangedError) as error:
                # The person did something at the same moment, or whoever was faster has merged these two already.
                last = error
        raise ReferralChangedError(number) from last

    async def _merge(self, member: StaffMember, versions: dict[str, int]) -> Referral:
        async with self._units() as work:
            found = [await work.referrals.load(number, member.municipality) for number in versions]
            kept, double = sorted(found, key=lambda one: (one.sent_at, one.number))
            if double.merged_with == kept.number:
                return kept
            if any(one.version != versions[one.number] for one in found):
                raise ReferralChangedError(double.number)
            now = self._clock.now()
            await work.referrals.store(kept.joined_by(member.email, double, now))
            await work.referrals.store(double.merged_into(member.email, kept.number, now))
            await work.outbox.change(double.number, without_department)
            for conversation in {double.conversation, *await work.followers.told(double.number)} - {kept.conversation}:
                await work.followers.add(kept.number, conversation, now)
                await work.followers.tell(kept.number, conversation, is_told=True)
            stored = await work.referrals.load(kept.number, member.municipality)
            event, what = ReferralsMerged(kept.number, double.number), f"merged-{len(stored.thread)}"
            await self._tell(work, stored, event, what=what, letter=Carrier.PERSON_NEWS)
            # Under both numbers: whoever looks one of them up must find it.
            for number in (double.number, kept.number):
                put_down(work, member, number, EntryKind.MERGED, now)
            await work.commit()
        return stored


async def part_again(work: UnitOfWork, double: Referral) -> None:
    """Undo what merging gave to whoever sent the double: they see the other one no longer."""
    entry = next(entry for entry in reversed(double.thread) if entry.kind is EntryKind.MERGED)
    await work.followers.remove(entry.details.to, double.conversation)
