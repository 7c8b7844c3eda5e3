"""The person's answer to a question of staff comes into the thread, and staff get word of it."""

from assistant.conversation.events import QuestionAnswered, QuestionOpened, QuestionOver
from assistant.conversation.state import Conversation
from assistant.conversation.turn import AnswerQuestion, OpenQuestionToWrite
from assistant.delivery.outbox import Carrier
from assistant.delivery.recipients import letters_to_staff
from assistant.referrals.questions import OpenQuestion
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.ports import Clock, UnitOfWork
from assistant.usecases.present import PresentLibrary


class Answers:
    """What the person does with a question, in the transaction of their turn; the caller commits.

    Whoever sees the referral may answer: the one who sent it, and who opened it by its receipt.
    """

    def __init__(self, *, present: PresentLibrary, clock: Clock) -> None:
        self._present = present
        self._clock = clock

    async def open(
        self, work: UnitOfWork, conversation: Conversation, wanted: OpenQuestionToWrite
    ) -> QuestionOpened | QuestionOver:
        """Whether the question still waits for an answer, and takes one in writing."""
        referral = await self._seen(work, conversation, wanted.number)
        asked = _open_at(referral, wanted.position)
        if asked is None or not asked.question.may_write:
            return _over(referral, wanted)
        return QuestionOpened(wanted.number, asked)

    async def take(
        self, work: UnitOfWork, conversation: Conversation, wanted: AnswerQuestion
    ) -> QuestionAnswered | QuestionOver:
        """Store the answer once and send word to staff; a question that is over takes none.

        Raises ReferralChangedError where somebody stored the referral at the same moment.
        """
        referral = await self._seen(work, conversation, wanted.number)
        asked = _open_at(referral, wanted.position)
        answer = _answer_of(asked, wanted) if asked is not None else None
        if referral is None or not answer:
            return _over(referral, wanted)
        now = self._clock.now()
        told = referral.told(answer, now)
        await work.referrals.store(told)
        route = (await self._present.of(work)).route_of(told.request.municipality)
        addresses = route.addresses if route is not None else ()
        what = f"told-{wanted.position}"
        for entry in letters_to_staff(wanted.number, what, Carrier.LETTER_TOLD, addresses, now):
            await work.outbox.add(entry)
        return QuestionAnswered(
            wanted.number, wanted.position, answer, is_button=wanted.option is not None, referral=told
        )

    @staticmethod
    async def _seen(work: UnitOfWork, conversation: Conversation, number: str) -> Referral | None:
        seen = await work.referrals.of_conversation(conversation.id)
        return next((referral for referral in seen if referral.number == number), None)


def _open_at(referral: Referral | None, position: int) -> OpenQuestion | None:
    """The question at this place, if it is the one that waits."""
    asked = referral.question if referral is not None else None
    return asked if asked is not None and asked.position == position else None


def _answer_of(asked: OpenQuestion, wanted: AnswerQuestion) -> str | None:
    if wanted.option is not None:
        return asked.option(wanted.option)
    return wanted.text if asked.question.may_write else None


def _over(referral: Referral | None, wanted: OpenQuestionToWrite | AnswerQuestion) -> QuestionOver:
    later = referral.thread[wanted.position + 1 :] if referral is not None else ()
    # The next word on a question is its answer, or another question in its place.
    next_word = next((entry.kind for entry in later if entry.kind in {EntryKind.TOLD, EntryKind.ASKED}), None)
    return QuestionOver(wanted.number, wanted.position, next_word is EntryKind.TOLD, referral)
