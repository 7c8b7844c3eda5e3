"""Staff pass a referral on that was sent to the wrong municipality; the person is told, and the number stays."""

from assistant.conversation.events import PointedElsewhere, ReferralPassedOn
from assistant.delivery.outbox import Carrier, without_department
from assistant.delivery.recipients import entries_about
from assistant.errors import ConversationChangedError, ReferralChangedError
from assistant.referrals.promise import answer_by
from assistant.referrals.referral import PassedAway, Referral
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.present import PresentLibrary
from assistant.usecases.tell import Tell


class PassOn:
    """Moves a referral to a municipality that receives them; to any other it points the person."""

    def __init__(
        self, *, units: UnitsOfWork, present: PresentLibrary, clock: Clock, secrets: Secrets, tell: Tell
    ) -> None:
        self._units = units
        self._present = present
        self._clock = clock
        self._secrets = secrets
        self._tell = tell

    async def pass_on(self, member: StaffMember, number: str, version: int, target: str, reason: str) -> bool:
        """Whether it was moved; where not, the person was told whom to turn to and got a letter to take along.

        Everything that follows is stored in one transaction: the thread, what the person is told, the letter to the new
        department. `target` is the id of another municipality. Raises ReferralNotFoundError, ReferralChangedError,
        ReferralAlreadyClosedError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._pass_on(work, member, number, version, target, reason)
            except ConversationChangedError:
                # The person did something at the same moment; nothing was stored, so it is done once more.
                continue
        raise ReferralChangedError(number)

    async def passed_away(self, member: StaffMember) -> tuple[PassedAway, ...]:
        """What one's own municipality passed on and does not have now: no more than number, day and to whom."""
        async with self._units() as work:
            return await work.referrals.passed_away(member.municipality)

    async def _pass_on(
        self, work: UnitOfWork, member: StaffMember, number: str, version: int, target: str, reason: str
    ) -> bool:
        known = await work.referrals.load(number, member.municipality)
        if known.version != version:
            raise ReferralChangedError(number)
        now = self._clock.now()
        route = (await self._present.of(work)).routes.get(target)
        if route is None:
            pointed = known.pointed(member.email, target, reason, now)
            await work.referrals.store(pointed)
            await self._told(work, pointed, PointedElsewhere(number, target))
        else:
            promised = answer_by(self._clock.today(), route.promise_days, route.closed_days)
            passed = known.passed_on(member.email, target, reason, now, promised)
            await work.referrals.store(passed)
            # Who had it has it no more; what is on its way to them is stopped before the others get word.
            await work.outbox.change(number, without_department)
            for entry in entries_about(number, route, now, self._secrets.token):
                await work.outbox.add(entry)
            await self._told(work, passed, ReferralPassedOn(number, target, promised))
        await work.commit()
        return route is not None

    async def _told(self, work: UnitOfWork, referral: Referral, event: ReferralPassedOn | PointedElsewhere) -> None:
        what = f"passed-{len(referral.thread)}"
        await self._tell(work, referral, event, what=what, letter=Carrier.PERSON_NEWS)
