"""The person's rights: all that is kept about them, a copy of it, and its erasure, in the conversation's own turn."""

from assistant.conversation.events import OwnDataErased, OwnDataFound
from assistant.conversation.gone import Gone, Wished
from assistant.conversation.own_copy import own_copy
from assistant.conversation.state import Conversation
from assistant.conversation.steps.step import Scene
from assistant.conversation.turn import EraseOwnData, LookUpOwnData, Moment
from assistant.delivery.outbox import Carrier
from assistant.delivery.paper import Paper
from assistant.delivery.recipients import letters_to_staff
from assistant.referrals.promise import day_in_lithuania, decided_by
from assistant.referrals.referral import Referral
from assistant.usecases.erasing import Erasing
from assistant.usecases.forgetting import Forgotten, Kind, Why
from assistant.usecases.ports import Clock, UnitOfWork
from assistant.usecases.present import PresentLibrary


class OwnData:
    """Everything is done in the caller's unit of work, who commits."""

    def __init__(self, *, present: PresentLibrary, clock: Clock, erasing: Erasing, kept_days: int) -> None:
        self._present = present
        self._clock = clock
        self._erasing = erasing
        self._kept_days = kept_days

    async def __call__(
        self, work: UnitOfWork, conversation: Conversation, effect: LookUpOwnData | EraseOwnData
    ) -> OwnDataFound | OwnDataErased:
        """What the person wishes."""
        if isinstance(effect, EraseOwnData):
            return await self.erase(work, conversation)
        return await self.look_up(work, conversation, effect)

    async def look_up(self, work: UnitOfWork, conversation: Conversation, wanted: LookUpOwnData) -> OwnDataFound:
        """What this conversation sent or opened, and what erasing would mean for it."""
        referrals = await work.referrals.of_conversation(conversation.id)
        offices = (await self._present.of(work)).offices
        at_once = frozenset(name for name, office in offices.items() if office.erases_at_once)
        return OwnDataFound(referrals, at_once, self._kept_days, wants_erasing=wanted.wants_erasing)

    async def erase(self, work: UnitOfWork, conversation: Conversation) -> OwnDataErased:
        """Erase what was sent where the department lets us; else put the wish into its thread and tell the department.

        A request that was opened by its receipt is only seen here no longer. What the conversation itself knows goes
        with the turn that follows. Raises ReferralChangedError where staff changed one at the same moment.
        """
        found = await self.look_up(work, conversation, LookUpOwnData())
        gone: list[Gone] = []
        wished: list[Wished] = []
        for referral in found.referrals:
            municipality = referral.request.municipality
            if referral.conversation != conversation.id:
                await work.followers.remove(referral.number, conversation.id)
            elif municipality in found.at_once or referral.is_demo:
                proof = await self._erasing.erase(work, referral, Why.PERSON)
                gone.append(Gone(proof.number, proof.at, proof.code))
                await work.forgetting.note([Forgotten(self._clock.today(), municipality, Kind.ERASED, 1)])
            else:
                wished.append(await self._wish(work, referral))
        await work.conversations.forget(conversation.id)
        await self._erasing.destroy_key(work, conversation.id)
        return OwnDataErased(tuple(gone), tuple(wished))

    async def copy(self, work: UnitOfWork, conversation: Conversation) -> Paper:
        """All that is kept, to read or to print."""
        library = await self._present.of(work)
        referrals = await work.referrals.of_conversation(conversation.id)
        lines = await work.conversations.lines(conversation.id)
        said = tuple(line.message.text if line.message else line.said for line in lines)
        return own_copy(Scene(conversation, library, Moment(self._clock.today())), referrals, said, self._kept_days)

    async def _wish(self, work: UnitOfWork, referral: Referral) -> Wished:
        """Put the wish into the thread once; letters about the request go to the person no longer."""
        now, municipality = self._clock.now(), referral.request.municipality
        if referral.letters_to:
            await work.referrals.send_letters_to(referral.number, "")
        due = referral.erasure_due
        if due is None:
            await work.referrals.store(referral.erasure_wished(now))
            due = decided_by(day_in_lithuania(now))
            route = (await self._present.of(work)).route_of(municipality)
            addresses = () if route is None else route.addresses
            for entry in letters_to_staff(referral.number, "erasure", Carrier.LETTER_ERASURE, addresses, now):
                await work.outbox.add(entry)
        return Wished(referral.number, municipality, due)
