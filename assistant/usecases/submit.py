"""A request becomes a referral, and a referral is taken back, inside the conversation's own transaction."""

from datetime import date

from assistant.conversation.state import Conversation
from assistant.conversation.turn import SubmitReferral
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.library.library import Library
from assistant.referrals.promise import answer_by
from assistant.referrals.referral import Author, Entry, EntryKind, Referral
from assistant.usecases.numbering import GiveNumber
from assistant.usecases.ports import Clock, Secrets, UnitOfWork


class SubmitRequest:
    """Stores the referral and the letter to the department; the caller commits them with the conversation."""

    def __init__(self, *, library: Library, clock: Clock, secrets: Secrets) -> None:
        self._library = library
        self._clock = clock
        self._secrets = secrets
        self._new_number = GiveNumber(clock=clock, secrets=secrets)

    async def __call__(
        self, work: UnitOfWork, conversation: Conversation, effect: SubmitReferral
    ) -> tuple[str, date | None]:
        """The referral's number and the day by which the municipality promised to answer, if it did.

        A draft that was sent before keeps its number: sending twice is the same referral.
        """
        route = self._library.routes[effect.request.municipality]
        promised = answer_by(self._clock.today(), route.promise_days)
        known = await work.referrals.by_draft(effect.draft)
        if known is not None:
            return known.number, promised
        now = self._clock.now()
        referral = Referral(
            number=await self._new_number(work),
            draft=effect.draft,
            conversation=conversation.id,
            request=effect.request,
            sent_at=now,
            thread=(Entry(EntryKind.SENT, Author.PERSON, now),),
        )
        await work.referrals.add(referral)
        await work.outbox.add(
            OutboxEntry(
                id=self._secrets.token(),
                carrier=Carrier.LETTER,
                recipient=route.letter_to,
                subject=referral.number,
                created_at=now,
                next_try_at=now,
            )
        )
        return referral.number, promised

    async def withdraw(self, work: UnitOfWork, conversation: Conversation, number: str) -> None:
        """Take back an open referral of this conversation; one that is over stays as it is."""
        for referral in await work.referrals.of_conversation(conversation.id):
            if referral.number == number and not referral.is_over:
                await work.referrals.store(referral.withdrawn(self._clock.now()))
