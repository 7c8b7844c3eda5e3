"""Staff pass a referral on, to the right municipality or an institution; the person is told, and the number stays."""

from assistant.conversation.news_events import PointedElsewhere, ReferralHanded, ReferralPassedOn
from assistant.delivery.outbox import Carrier, without_department
from assistant.delivery.recipients import entries_about
from assistant.errors import ConversationChangedError, ReferralChangedError
from assistant.referrals.promise import answer_by
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.thread import Details, EntryKind
from assistant.usecases.auditing import Did
from assistant.usecases.changing import Deed, looked_up, put_down
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

    async def hand(
        self, member: StaffMember, number: str, version: int, institution: str, reason: str, *, key: str = ""
    ) -> Referral:
        """Note that an institution has it now, and tell the person so; the same key twice is once.

        The referral stays in the municipality's inbox: an institution has none. Raises ReferralNotFoundError,
        ReferralChangedError, ReferralAlreadyClosedError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._hand(work, member, number, version, institution, reason, key)
            except (ConversationChangedError, ReferralChangedError) as error:
                # The person did something at the same moment, or the same form was sent twice; all is looked at anew.
                last = error
        raise ReferralChangedError(number) from last

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
        did = Did.POINTED if route is None else Did.PASSED_ON
        work.audit.note(member, did, number, now, {"to": target})
        await work.commit()
        return route is not None

    async def _hand(
        self,
        work: UnitOfWork,
        member: StaffMember,
        number: str,
        version: int,
        institution: str,
        reason: str,
        key: str,
    ) -> Referral:
        deed = Deed(EntryKind.HANDED, reason, Details(to=institution, key=key))
        known, is_done = await looked_up(work, member, number, version, deed)
        if is_done:
            return known
        now = self._clock.now()
        handed = known.handed(member.email, institution, reason, now).by_form(key)
        await work.referrals.store(handed)
        await self._told(work, handed, ReferralHanded(number, handed.request.municipality, institution))
        put_down(work, member, number, EntryKind.HANDED, now)
        stored = await work.referrals.load(number, member.municipality)
        await work.commit()
        return stored

    async def _told(
        self, work: UnitOfWork, referral: Referral, event: ReferralPassedOn | PointedElsewhere | ReferralHanded
    ) -> None:
        what = f"passed-{len(referral.thread)}"
        await self._tell(work, referral, event, what=what, letter=Carrier.PERSON_NEWS)
