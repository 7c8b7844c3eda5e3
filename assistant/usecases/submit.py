"""A request becomes a referral, is changed and taken back, inside the conversation's own transaction."""

from assistant.conversation.state import Conversation
from assistant.conversation.turn import ChangeReferral, SendLettersTo, SubmitReferral
from assistant.delivery.outbox import Carrier, without_department
from assistant.delivery.recipients import entries_about, letters_to_staff
from assistant.errors import ReferralNotFoundError
from assistant.frozen import replace
from assistant.referrals.promise import answer_by
from assistant.referrals.referral import Referral
from assistant.referrals.routing import Way
from assistant.referrals.thread import Author, Entry, EntryKind
from assistant.usecases.grounds import grounds
from assistant.usecases.numbering import GiveNumber
from assistant.usecases.ports import Clock, Secrets, UnitOfWork
from assistant.usecases.present import PresentLibrary


class SubmitRequest:
    """Stores the referral and what brings it to the department; the caller commits them with the conversation.

    With `is_demo` all that is sent are examples.
    """

    def __init__(self, *, present: PresentLibrary, clock: Clock, secrets: Secrets, is_demo: bool = False) -> None:
        self._present = present
        self._clock = clock
        self._secrets = secrets
        self._is_demo = is_demo
        self._new_number = GiveNumber(clock=clock, secrets=secrets)

    async def __call__(self, work: UnitOfWork, conversation: Conversation, effect: SubmitReferral) -> Referral:
        """The referral, with the day by which the municipality promised to answer, if it did.

        A draft that was sent before keeps its number and its day: sending twice is the same referral. A department that
        switches sending off at this very moment still gets this one. Raises ReferralNotFoundError where there is no
        route.
        """
        known = await work.referrals.by_draft(effect.draft)
        if known is not None:
            return known
        library = await self._present.of(work)
        route = library.route_of(effect.request.municipality)
        if route is None:
            raise ReferralNotFoundError(effect.draft)
        now = self._clock.now()
        details = replace(grounds(library), confirmation=effect.request.confirmation)
        referral = Referral(
            number=await self._new_number(work),
            draft=effect.draft,
            conversation=conversation.id,
            request=effect.request,
            sent_at=now,
            thread=(Entry(EntryKind.SENT, Author.PERSON, now, details=details),),
            promised=answer_by(self._clock.today(), route.promise_days, route.closed_days),
            is_demo=self._is_demo,
        )
        await work.referrals.add(referral)
        for entry in entries_about(referral.number, route, now, self._secrets.token):
            await work.outbox.add(entry, is_example=referral.is_demo)
        return referral

    async def change(self, work: UnitOfWork, conversation: Conversation, effect: ChangeReferral) -> Referral:
        """The referral with what the person changed, and a letter about it; one that is over comes back as it is.

        Only who sent it may change it. Raises ReferralNotFoundError.
        """
        known = await self.own(work, conversation, effect.number)
        if known is None:
            raise ReferralNotFoundError(effect.number)
        if known.is_over:
            return known
        now = self._clock.now()
        changed = known.changed(effect.before, effect.after, now)
        if changed == known:
            return known
        await work.referrals.store(changed)
        route = (await self._present.of(work)).route_of(known.request.municipality)
        if route is not None:
            what = f"changed-{len(changed.thread)}"
            for entry in letters_to_staff(known.number, what, Carrier.LETTER_CHANGED, route.addresses, now):
                await work.outbox.add(entry)
            for entry in entries_about(known.number, route, now, self._secrets.token, only=Way.WEBHOOK):
                await work.outbox.add(entry)
        return changed

    async def send_letters(self, work: UnitOfWork, conversation: Conversation, effect: SendLettersTo) -> Referral:
        """Note where letters about the referral go. Raises ReferralNotFoundError where another conversation sent it."""
        known = await self.own(work, conversation, effect.number)
        if known is None:
            raise ReferralNotFoundError(effect.number)
        await work.referrals.send_letters_to(effect.number, effect.address)
        return replace(known, letters_to=effect.address)

    @staticmethod
    async def own(work: UnitOfWork, conversation: Conversation, number: str) -> Referral | None:
        """The referral where this conversation sent it."""
        sent = await work.referrals.of_conversation(conversation.id)
        return next((one for one in sent if one.number == number and one.conversation == conversation.id), None)

    async def withdraw(self, work: UnitOfWork, conversation: Conversation, number: str) -> None:
        """Take back an open referral of this conversation and what is not sent yet; one that is over stays as it is."""
        for referral in await work.referrals.of_conversation(conversation.id):
            if referral.number == number and not referral.is_over:
                await work.referrals.store(referral.withdrawn(self._clock.now()))
                await work.outbox.change(number, without_department)
