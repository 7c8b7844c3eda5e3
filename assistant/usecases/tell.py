"""Something is said to the person on behalf of staff: in the conversation, and to the chat that must be told."""

from assistant.conversation.events import Event
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.usecases.converse import Converse
from assistant.usecases.ports import Clock, Secrets, UnitOfWork


class TellPerson:
    """Says it in the unit of work that the caller commits, so that it is told exactly when it is stored."""

    def __init__(self, *, clock: Clock, secrets: Secrets, converse: Converse) -> None:
        self._clock = clock
        self._secrets = secrets
        self._converse = converse

    async def __call__(self, work: UnitOfWork, conversation_id: str, number: str, event: Event) -> tuple[str, ...]:
        """Take the turn; gives the ids of its messages. Raises ConversationChangedError, ConversationNotFoundError."""
        conversation = await work.conversations.load(conversation_id)
        messages = await self._converse.take_turn(work, conversation, event)
        ids = tuple(message.id for message in messages)
        if conversation.channel is Channel.TELEGRAM:
            now = self._clock.now()
            await work.outbox.add(
                OutboxEntry(
                    id=self._secrets.token(),
                    carrier=Carrier.TELEGRAM,
                    recipient=await work.conversations.external_id(conversation.id),
                    subject=number,
                    created_at=now,
                    next_try_at=now,
                    messages=ids,
                )
            )
        return ids
