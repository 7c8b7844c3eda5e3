"""What staff do among themselves: give a referral to a colleague, write a note, call a colleague to it."""

from collections.abc import Mapping
from datetime import date

from assistant.delivery.outbox import Carrier
from assistant.delivery.recipients import letters_to_staff
from assistant.errors import ReferralChangedError, UnknownColleagueError
from assistant.referrals.mentions import handles_of, mentioned_in
from assistant.referrals.referral import Referral
from assistant.referrals.thread import Details, EntryKind
from assistant.usecases.changing import Deed, looked_up, pressed_once, put_down
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork


class Colleagues:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call.

    Letters to colleagues hold the number and a link, and nothing of what was written.
    """

    def __init__(self, *, units: UnitsOfWork, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def of(self, member: StaffMember) -> tuple[StaffMember, ...]:
        """All others who work in the same municipality, by e-mail."""
        async with self._units() as work:
            return await self._others(work, member)

    async def away(self, member: StaffMember) -> Mapping[str, date]:
        """Who of one's own municipality is away today, by e-mail, and the last day of it."""
        async with self._units() as work:
            return (await work.offices.of(member.municipality)).away_on(self._clock.today())

    async def give(self, member: StaffMember, number: str, version: int, colleague: str, *, key: str = "") -> Referral:
        """Give a referral to a colleague, by e-mail, who gets a letter.

        Raises UnknownColleagueError, ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        return await pressed_once(lambda: self._give(member, number, version, colleague, key))

    async def note(self, member: StaffMember, number: str, text: str, *, key: str = "") -> Referral:
        """Write something for staff alone; whom it calls by @ gets a letter.

        It is stored on top of whatever happened in the meantime, also after the end of the work. Raises
        UnknownColleagueError, ReferralNotFoundError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._note(work, member, number, text, key)
            except ReferralChangedError:
                # Somebody did something at the same moment; the note goes on top of that.
                continue
        raise ReferralChangedError(number)

    async def _give(self, member: StaffMember, number: str, version: int, colleague: str, key: str) -> Referral:
        deed = Deed(EntryKind.GIVEN, "", Details(to=colleague, key=key))
        async with self._units() as work:
            known, is_done = await looked_up(work, member, number, version, deed)
            if is_done:
                return known
            if colleague not in {other.email for other in await self._others(work, member)}:
                raise UnknownColleagueError(colleague)
            now = self._clock.now()
            given = known.given(member.email, colleague, now).by_form(key)
            await work.referrals.store(given)
            await self._write_to(work, given, Carrier.LETTER_GIVEN, (colleague,))
            put_down(work, member, number, EntryKind.GIVEN, now)
            stored = await work.referrals.load(number, member.municipality)
            await work.commit()
        return stored

    async def _note(self, work: UnitOfWork, member: StaffMember, number: str, text: str, key: str) -> Referral:
        known = await work.referrals.load(number, member.municipality)
        mentions = mentioned_in(text, handles_of(other.email for other in await self._others(work, member)))
        if known.has(EntryKind.NOTED, text, Details(mentions=mentions, key=key)):
            return known
        now = self._clock.now()
        noted = known.noted(member.email, text, mentions, now).by_form(key)
        await work.referrals.store(noted)
        await self._write_to(work, noted, Carrier.LETTER_MENTIONED, mentions)
        put_down(work, member, number, EntryKind.NOTED, now)
        stored = await work.referrals.load(number, member.municipality)
        await work.commit()
        return stored

    async def _write_to(self, work: UnitOfWork, referral: Referral, carrier: Carrier, emails: tuple[str, ...]) -> None:
        what = f"{carrier}-{len(referral.thread)}"
        for entry in letters_to_staff(referral.number, what, carrier, emails, self._clock.now()):
            await work.outbox.add(entry)

    @staticmethod
    async def _others(work: UnitOfWork, member: StaffMember) -> tuple[StaffMember, ...]:
        everybody = await work.staff.of_municipality(member.municipality)
        return tuple(other for other in everybody if other.email != member.email)
