"""Two requests of one person become one: the work goes on under the number of the earlier one."""

from assistant.delivery.outbox import without_department
from assistant.errors import ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.changing import put_down
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork


class Merging:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def doubles(self, member: StaffMember, number: str) -> tuple[Referral, ...]:
        """Open referrals that may be the same person's, newest first; none where this one is over.

        Raises ReferralNotFoundError.
        """
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            return () if known.is_over else await work.doubles.similar(known)

    async def merge(self, member: StaffMember, number: str, version: int, other: str, other_version: int) -> Referral:
        """End the work on the later of the two and go on with the earlier one, which is given back.

        Whoever sent the later one follows the earlier one from then on and gets its answers too. Merging the same two
        again changes nothing. Raises ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        if number == other:
            raise ReferralNotFoundError(other)
        try:
            return await self._merge(member, {number: version, other: other_version})
        except ReferralChangedError:
            # Whoever was faster may have merged these two: looking once more tells.
            return await self._merge(member, {number: version, other: other_version})

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
            # Under both numbers: whoever looks one of them up must find it.
            for number in (double.number, kept.number):
                put_down(work, member, number, EntryKind.MERGED, now)
            stored = await work.referrals.load(kept.number, member.municipality)
            await work.commit()
        return stored


async def part_again(work: UnitOfWork, double: Referral) -> None:
    """Undo what merging gave to whoever sent the double: they see the other one no longer."""
    entry = next(entry for entry in reversed(double.thread) if entry.kind is EntryKind.MERGED)
    await work.followers.remove(entry.details.to, double.conversation)
