"""Promises are kept in mind: staff are reminded before, and the person is told the truth once after."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

import structlog

from assistant.conversation.news_events import PromiseBroken
from assistant.delivery.outbox import Carrier
from assistant.delivery.recipients import letters_to_staff
from assistant.errors import ConversationChangedError
from assistant.library.library import Library
from assistant.referrals.promise import DAYS_AHEAD, day_in_lithuania, may_speak, reminder_on
from assistant.referrals.referral import Referral
from assistant.usecases.access import Role
from assistant.usecases.ports import Clock, UnitOfWork, UnitsOfWork
from assistant.usecases.present import PresentLibrary
from assistant.usecases.tell import Tell

BATCH = 50
"""How many of each kind are looked at in one round; the next round takes the others."""

log = structlog.get_logger(__name__)


class KeepPromises:
    """Each referral is reminded of once and told as broken once, by however many workers, and after any restart.

    What is told, the mark that it is told and what goes out are committed together; the mark can be made by one only,
    and by nobody where staff answered in the meantime.
    """

    def __init__(self, *, units: UnitsOfWork, present: PresentLibrary, clock: Clock, tell: Tell) -> None:
        self._units = units
        self._present = present
        self._clock = clock
        self._tell = tell

    async def once(self) -> int:
        """Remind and tell what is due; gives how many there were. Nothing happens at night."""
        now = self._clock.now()
        if not may_speak(now):
            return 0
        today = self._clock.today()
        async with self._units() as work:
            to_remind_of = await work.promises.to_remind_of(today + timedelta(days=DAYS_AHEAD), BATCH)
            broken = await work.promises.broken(today, BATCH)
        done = [await self._one(number, self._remind) for number in to_remind_of]
        done += [await self._one(number, self._break) for number in broken]
        return sum(done)

    async def _one(self, number: str, act: Callable[[UnitOfWork, Referral, datetime], Awaitable[bool]]) -> bool:
        """One referral in a transaction of its own, so that one that fails holds up no other."""
        try:
            async with self._units() as work:
                referral = await work.referrals.by_number(number)
                if referral is None or not await act(work, referral, self._clock.now()):
                    return False
                await work.commit()
        except ConversationChangedError:
            # The person did something at the same moment; the next round tells them.
            return False
        return True

    async def _remind(self, work: UnitOfWork, referral: Referral, now: datetime) -> bool:
        today = self._clock.today()
        promised = referral.promised
        library = await self._present.of(work)
        municipality = referral.request.municipality
        route = library.route_of(municipality)
        closed = frozenset[date]() if route is None else route.closed_days
        due = reminder_on(day_in_lithuania(referral.sent_at), promised, closed) if promised else None
        if due is None or promised is None or not due <= today <= promised:
            return False
        if not await work.promises.mark_reminded(referral, now):
            return False
        addresses = () if route is None else route.addresses
        office = library.offices.get(municipality)
        if office is not None and office.is_away(referral.taken_by, today):
            # Whoever has it cannot answer in time, so somebody must give it to a colleague.
            addresses += await self._leads(work, library, municipality)
        for entry in letters_to_staff(
            referral.number, f"reminder-{promised}", Carrier.LETTER_REMINDER, tuple(dict.fromkeys(addresses)), now
        ):
            await work.outbox.add(entry)
        log.info("staff reminded of a promise", number=referral.number)
        return True

    async def _break(self, work: UnitOfWork, referral: Referral, now: datetime) -> bool:
        promised = referral.promised
        if promised is None or not referral.is_promise_broken(self._clock.today()):
            return False
        if not await work.promises.mark_broken(referral, now):
            return False
        event = PromiseBroken(referral.number, referral.request.municipality, promised)
        await self._tell(work, referral, event, what=f"broken-{promised}", letter=Carrier.PERSON_NEWS)
        leads = await self._leads(work, await self._present.of(work), referral.request.municipality)
        for entry in letters_to_staff(referral.number, f"overdue-{promised}", Carrier.LETTER_OVERDUE, leads, now):
            await work.outbox.add(entry)
        log.info("a promise was broken and the person told", number=referral.number)
        return True

    @staticmethod
    async def _leads(work: UnitOfWork, library: Library, municipality: str) -> tuple[str, ...]:
        """The leads of the department; the department itself where it has named none."""
        members = await work.staff.of_municipality(municipality)
        leads = tuple(member.email for member in members if member.role is Role.LEAD)
        route = library.route_of(municipality)
        return leads or (route.addresses if route is not None else ())
