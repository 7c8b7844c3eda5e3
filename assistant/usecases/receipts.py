"""A referral is opened by its receipt, from another device or in another channel."""

import hmac

from assistant.conversation.events import ReceiptOfErased, ReceiptOpened, ReceiptRefused
from assistant.conversation.news_events import OpenedElsewhere
from assistant.conversation.state import Conversation
from assistant.conversation.turn import FollowReferral, OpenReceipt
from assistant.library.library import Library
from assistant.referrals.guessing import lock_after
from assistant.referrals.promise import day_in_lithuania
from assistant.referrals.receipt import receipt_words
from assistant.referrals.referral import Referral
from assistant.understanding.receipts import second_thing
from assistant.usecases.keyed import under_each_key
from assistant.usecases.ports import Clock, Secrets, UnitOfWork
from assistant.usecases.tell import Tell


class Receipts:
    """Knows which words belong to a number, and opens a referral to whoever knows all three things.

    The answer and the work are the same for an unknown number, wrong words and a wrong second thing, and tries are
    counted for numbers that do not exist too, so that nobody learns which do.
    """

    def __init__(self, *, library: Library, clock: Clock, secrets: Secrets, tell: Tell) -> None:
        self._library = library
        self._clock = clock
        self._secrets = secrets
        self._tell = tell

    def words_of(self, number: str) -> tuple[int, ...]:
        """The places of the receipt's words in the library's list."""
        return receipt_words(number, len(self._library.receipt_words), self._secrets.hashed)

    async def open(
        self, work: UnitOfWork, conversation: Conversation, wanted: OpenReceipt
    ) -> ReceiptOpened | ReceiptRefused | ReceiptOfErased:
        """Let the conversation follow the referral, and tell the one who sent it that it was opened elsewhere."""
        now = self._clock.now()
        subjects = (f"number:{wanted.number}", f"conversation:{conversation.id}")
        if await work.tries.locked_until(subjects, now) is not None:
            return ReceiptRefused(must_wait=True)
        known = await work.referrals.by_number(wanted.number)
        erased = await work.erased.of_number(wanted.number) if known is None else None
        if erased is not None and self._has_words(wanted):
            # The second thing went with the request; who has number and words learns no more than that it is gone.
            await work.tries.forget(subjects)
            return ReceiptOfErased(wanted.number, day_in_lithuania(erased.at))
        if not self._fits(wanted, known) or known is None:
            return ReceiptRefused(must_wait=await self._failed(work, subjects))
        await work.tries.forget(subjects)
        if known.conversation != conversation.id and await work.followers.add(known.number, conversation.id, now):
            event = OpenedElsewhere(known.number, known.request.municipality)
            await self._tell.one(work, known.conversation, known.number, event, what=f"opened-{conversation.id}")
        return ReceiptOpened(known)

    async def follow(
        self, work: UnitOfWork, conversation: Conversation, wanted: FollowReferral
    ) -> tuple[Referral, ...]:
        """Bring answers to this follower too, or no longer; gives the referral, nothing where it may not see it."""
        await work.followers.tell(wanted.number, conversation.id, is_told=wanted.is_told)
        seen = await work.referrals.of_conversation(conversation.id)
        return tuple(referral for referral in seen if referral.number == wanted.number)

    def _fits(self, wanted: OpenReceipt, known: Referral | None) -> bool:
        """Both comparisons are made in any case, and in a time that tells nothing."""
        second = second_thing(known.request) if known is not None else ""
        have_words = self._has_words(wanted)
        has_second = self._are_equal(wanted.second, second)
        return have_words & has_second & bool(second)

    def _has_words(self, wanted: OpenReceipt) -> bool:
        # Words that were written down before the product's own key was changed open it as well.
        known = [
            receipt_words(wanted.number, len(self._library.receipt_words), hashed)
            for hashed in under_each_key(self._secrets.hashed)
        ]
        return any(self._are_equal(sorted(wanted.words), sorted(words)) for words in known)

    def _are_equal(self, one: object, other: object) -> bool:
        return hmac.compare_digest(self._secrets.hashed(f"receipt={one}"), self._secrets.hashed(f"receipt={other}"))

    async def _failed(self, work: UnitOfWork, subjects: tuple[str, ...]) -> bool:
        """Count the failure; whether nobody may try for a while now."""
        is_locked = False
        for subject in subjects:
            lock = lock_after(await work.tries.fail(subject))
            if lock is not None:
                await work.tries.lock(subject, self._clock.now() + lock)
                is_locked = True
        return is_locked
