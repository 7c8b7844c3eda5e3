"""Telling the person news about their request, in every place where they are."""

from typing import Protocol

from assistant.conversation.events import Event
from assistant.conversation.messages import Message
from assistant.conversation.news_events import News
from assistant.conversation.state import Channel, Conversation
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.errors import ConversationNotFoundError
from assistant.referrals.referral import Referral
from assistant.usecases.ports import Clock, UnitOfWork


class TakeTurn(Protocol):
    """Takes a conversation one step further."""

    async def __call__(self, work: UnitOfWork, conversation: Conversation, event: Event) -> tuple[Message, ...]:
        """What is said, stored in the unit of work that the caller commits."""


class Tell:
    """Puts the news into the conversations; where a channel must be pushed, and for letters, into the outbox too.

    Everything is stored in the caller's unit of work. `what` names the news among all of this referral: the same news
    has the same outbox ids, so that it can never be sent twice.
    """

    def __init__(self, *, clock: Clock, take_turn: TakeTurn) -> None:
        self._clock = clock
        self._take_turn = take_turn

    async def __call__(
        self, work: UnitOfWork, referral: Referral, event: News, *, what: str, letter: Carrier
    ) -> tuple[str, ...]:
        """Tell the one who sent it, and followers that wish so; gives the ids of the messages to the former.

        Raises ConversationChangedError where a person did something at the same moment.
        """
        ids = await self.one(work, referral.conversation, referral.number, event, what=what)
        for follower in await work.followers.told(referral.number):
            await self.one(work, follower, referral.number, event, what=f"{what}-{follower}")
        if referral.letters_to:
            await work.outbox.add(
                self._entry(f"{referral.number}-{what}-letter", letter, referral.letters_to, referral.number)
            )
        return ids

    async def one(
        self, work: UnitOfWork, conversation_id: str, number: str, event: News, *, what: str
    ) -> tuple[str, ...]:
        """Tell one conversation; one that is no longer kept hears nothing."""
        try:
            conversation = await work.conversations.load(conversation_id)
        except ConversationNotFoundError:
            return ()
        messages = await self._take_turn(work, conversation, event)
        ids = tuple(message.id for message in messages)
        if conversation.channel is Channel.TELEGRAM:
            chat = await work.conversations.external_id(conversation_id)
            await work.outbox.add(self._entry(f"{number}-{what}", Carrier.TELEGRAM, chat, number, ids))
        return ids

    def _entry(
        self, entry_id: str, carrier: Carrier, recipient: str, number: str, messages: tuple[str, ...] = ()
    ) -> OutboxEntry:
        now = self._clock.now()
        return OutboxEntry(
            id=entry_id,
            carrier=carrier,
            recipient=recipient,
            subject=number,
            created_at=now,
            next_try_at=now,
            messages=messages,
        )
