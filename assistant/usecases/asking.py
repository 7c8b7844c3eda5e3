"""Staff ask the person a question with answers to press; the question goes where the person is."""

from collections.abc import Mapping

from assistant.conversation.engine import advance
from assistant.conversation.messages import Message
from assistant.conversation.news_events import QuestionArrived, ReplyArrived
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.turn import Moment
from assistant.delivery.outbox import Carrier
from assistant.errors import ConversationChangedError, ReferralChangedError
from assistant.library.library import Library
from assistant.referrals.questions import OpenQuestion, Question
from assistant.referrals.referral import Referral
from assistant.referrals.thread import EntryKind
from assistant.usecases.changing import put_down
from assistant.usecases.converse import TRIES
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.tell import Tell

READY = {"yes-no": ("yes", "no", "unknown"), "times": ("morning", "afternoon", "evening")}
"""Which of the ready answers in content go together."""


class Asking:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call.

    A question is not the answer that the municipality promised: the promise stands, and so does its reminder.
    """

    def __init__(self, *, units: UnitsOfWork, library: Library, clock: Clock, tell: Tell) -> None:
        self._units = units
        self._library = library
        self._clock = clock
        self._tell = tell

    @property
    def ready(self) -> Mapping[str, tuple[str, ...]]:
        """Sets of answers that can be offered as they are, by name."""
        labels = {choice.id: choice.label for choice in self._library.questions["asked-ready"].choices}
        return {name: tuple(labels[one] for one in ids) for name, ids in READY.items()}

    async def ask(self, member: StaffMember, number: str, version: int, question: Question, key: str) -> Referral:
        """Ask the person where they are; the same key twice is one question.

        The entry, what the person is told and what brings it to them are stored in one transaction. Raises
        ReferralNotFoundError, ReferralChangedError, ReferralAlreadyClosedError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._ask(work, member, number, version, question, key)
            except ConversationChangedError:
                # The person did something at the same moment; nothing was stored, so it is asked once more.
                continue
            except ReferralChangedError:
                if await self._is_asked(member, number, key):
                    # The same question, sent twice at once: the other one was stored.
                    break
                raise
        else:
            raise ReferralChangedError(number)
        async with self._units() as work:
            return await work.referrals.load(number, member.municipality)

    async def shown(self, member: StaffMember, number: str, what: Question | str) -> Message:
        """The question, or the reply, as the person will see it; nothing is stored. Raises ReferralNotFoundError."""
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
        event = (
            ReplyArrived(number, what)
            if isinstance(what, str)
            else QuestionArrived(number, OpenQuestion(len(known.thread), what))
        )
        # What is told does not depend on where the talk stands, but on whom it is with.
        talk = Conversation("", Channel.WEB, is_helper=known.request.for_other)
        return advance(talk, event, self._library, Moment(self._clock.today())).messages[0]

    async def _is_asked(self, member: StaffMember, number: str, key: str) -> bool:
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            return await work.conversations.heard(known.conversation, key) is not None

    async def _ask(
        self, work: UnitOfWork, member: StaffMember, number: str, version: int, question: Question, key: str
    ) -> Referral:
        known = await work.referrals.load(number, member.municipality)
        if await work.conversations.heard(known.conversation, key) is not None:
            # Read anew: the question may have been stored just after the first look.
            return await work.referrals.load(number, member.municipality)
        if known.version != version:
            raise ReferralChangedError(number)
        now = self._clock.now()
        asked = known.asked(member.email, question, now)
        await work.referrals.store(asked)
        position = len(known.thread)
        event = QuestionArrived(number, OpenQuestion(position, question))
        ids = await self._tell(work, asked, event, what=f"asked-{position}", letter=Carrier.PERSON_NEWS)
        await work.conversations.remember(known.conversation, key, ids, now)
        put_down(work, member, number, EntryKind.ASKED, now)
        stored = await work.referrals.load(number, member.municipality)
        await work.commit()
        return stored
