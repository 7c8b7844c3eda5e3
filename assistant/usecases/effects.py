"""What the engine wants done is done in the turn's own transaction; the result goes back to it as an event."""

from assistant.conversation.events import (
    ChangeOpened,
    LettersChosen,
    ReferralChanged,
    ReferralsFound,
    ReferralSubmitted,
    Result,
)
from assistant.conversation.state import Conversation
from assistant.conversation.turn import (
    AnswerQuestion,
    ChangeReferral,
    Effect,
    EraseOwnData,
    FollowReferral,
    LookUpOwnData,
    LookUpReferrals,
    OpenForChange,
    OpenQuestionToWrite,
    OpenReceipt,
    SendLettersTo,
    SubmitReferral,
    WithdrawReferral,
)
from assistant.usecases.answers import Answers
from assistant.usecases.own_data import OwnData
from assistant.usecases.ports import UnitOfWork
from assistant.usecases.receipts import Receipts
from assistant.usecases.submit import SubmitRequest


class Effects:
    """Carries out effects; the caller commits."""

    def __init__(self, *, submit: SubmitRequest, receipts: Receipts, answers: Answers, own_data: OwnData) -> None:
        self._submit = submit
        self._answers = answers
        self._receipts = receipts
        self._own_data = own_data

    async def carry_out(self, work: UnitOfWork, conversation: Conversation, effect: Effect) -> Result:
        """Do it; gives what came of it."""
        match effect:
            case SubmitReferral():
                sent = await self._submit(work, conversation, effect)
                return ReferralSubmitted(sent.number, sent.promised, self._receipts.words_of(sent.number))
            case OpenReceipt():
                return await self._receipts.open(work, conversation, effect)
            case OpenForChange(number=number):
                return ChangeOpened(await self._submit.own(work, conversation, number))
            case ChangeReferral(number=number):
                changed = await self._submit.change(work, conversation, effect)
                return ReferralChanged(changed, self._receipts.words_of(number))
            case SendLettersTo():
                return LettersChosen(await self._submit.send_letters(work, conversation, effect))
            case OpenQuestionToWrite():
                return await self._answers.open(work, conversation, effect)
            case AnswerQuestion():
                return await self._answers.take(work, conversation, effect)
            case LookUpOwnData() | EraseOwnData():
                return await self._own_data(work, conversation, effect)
            case FollowReferral():
                followed = await self._receipts.follow(work, conversation, effect)
                return ReferralsFound(followed)
            case WithdrawReferral(number=number):
                await self._submit.withdraw(work, conversation, number)
            case LookUpReferrals():
                pass
        return ReferralsFound(await work.referrals.of_conversation(conversation.id))
