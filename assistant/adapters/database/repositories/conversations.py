"""Conversations, what was said in them, and which events they have heard."""

import hmac
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from assistant.adapters.database.records import IDS, MESSAGE, read_conversation, written_conversation
from assistant.adapters.database.tables import ConversationRow, HeardEventRow, LineRow
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.errors import ConversationChangedError, ConversationNotFoundError
from assistant.usecases.ports import KEPT_LINES, Line


class SqlConversations:
    """The port Conversations. A message is known by the id of its line."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, conversation: Conversation, token_hash: str, external_id: str = "") -> None:
        """Store a new one. Raises ConversationChangedError if its id or its chat has one already."""
        statement = insert(ConversationRow).values(
            id=conversation.id,
            channel=conversation.channel.value,
            external_id=external_id or None,
            token_hash=token_hash,
            state=written_conversation(conversation),
            version=conversation.version,
        )
        await self._transaction.insert(statement, ConversationChangedError(conversation.id))

    async def load(self, conversation_id: str, token_hash: str | None = None) -> Conversation:
        """Raises ConversationNotFoundError, also for another token; UnreadableRecordError where it is damaged."""
        query = select(
            ConversationRow.state, ConversationRow.channel, ConversationRow.version, ConversationRow.token_hash
        )
        rows = await self._transaction.read(query.where(ConversationRow.id == conversation_id))
        for state, channel, version, kept in rows:
            if token_hash is not None and not hmac.compare_digest(kept, token_hash):
                break
            return read_conversation(state, conversation_id, Channel(channel), version)
        raise ConversationNotFoundError(conversation_id)

    async def token_hash(self, conversation_id: str) -> str:
        """The hash of the token that opens it. Raises ConversationNotFoundError."""
        query = select(ConversationRow.token_hash).where(ConversationRow.id == conversation_id)
        for (token_hash,) in await self._transaction.read(query):
            return token_hash
        raise ConversationNotFoundError(conversation_id)

    async def find(self, channel: Channel, external_id: str) -> Conversation | None:
        """The conversation of a chat."""
        query = select(ConversationRow.id, ConversationRow.state, ConversationRow.version).where(
            ConversationRow.channel == channel.value, ConversationRow.external_id == external_id
        )
        for conversation_id, state, version in await self._transaction.read(query):
            return read_conversation(state, conversation_id, channel, version)
        return None

    async def external_id(self, conversation_id: str) -> str:
        """The chat's id in its channel, empty where it has none. Raises ConversationNotFoundError."""
        query = select(ConversationRow.external_id).where(ConversationRow.id == conversation_id)
        for (external_id,) in await self._transaction.read(query):
            return external_id or ""
        raise ConversationNotFoundError(conversation_id)

    async def store(self, conversation: Conversation) -> Conversation:
        """Store the next version; gives it with the new version. Raises ConversationChangedError."""
        following = replace(conversation, version=conversation.version + 1)
        statement = (
            update(ConversationRow)
            .where(ConversationRow.id == conversation.id, ConversationRow.version == conversation.version)
            .values(state=written_conversation(following), version=following.version)
        )
        if await self._transaction.write(statement) == 0:
            raise ConversationChangedError(conversation.id)
        return following

    async def say(self, conversation_id: str, lines: Sequence[Line]) -> None:
        """Add lines to what was said; only the newest KEPT_LINES stay."""
        if not lines:
            return
        rows = [
            {
                "id": line.id,
                "conversation": conversation_id,
                "at": line.at,
                "said": line.said,
                "message": None if line.message is None else MESSAGE.written(line.message),
            }
            for line in lines
        ]
        await self._transaction.write(
            update(ConversationRow)
            .where(ConversationRow.id == conversation_id)
            .values(heard_at=max(line.at for line in lines), warned_at=None)
        )
        # Drivers insert rows one by one, so their positions follow the order in which they were said.
        await self._transaction.insert(insert(LineRow), ConversationChangedError(conversation_id), rows)
        newest = (
            select(LineRow.position)
            .where(LineRow.conversation == conversation_id)
            .order_by(LineRow.position.desc())
            .limit(KEPT_LINES)
        )
        await self._transaction.write(
            delete(LineRow).where(LineRow.conversation == conversation_id, LineRow.position.not_in(newest))
        )

    async def forget(self, conversation_id: str) -> None:
        """Erase all that was said."""
        await self._transaction.write(delete(LineRow).where(LineRow.conversation == conversation_id))

    async def lines(self, conversation_id: str) -> tuple[Line, ...]:
        """What was said, oldest first."""
        query = select(LineRow.id, LineRow.at, LineRow.said, LineRow.message)
        rows = await self._transaction.read(
            query.where(LineRow.conversation == conversation_id).order_by(LineRow.position)
        )
        return tuple(
            Line(id=line_id, at=at, said=said, message=None if message is None else _message(message, line_id))
            for line_id, at, said, message in rows
        )

    async def messages(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """These messages of the assistant, in the order asked; those no longer kept are left out."""
        query = select(LineRow.id, LineRow.message).where(LineRow.id.in_(message_ids))
        rows = await self._transaction.read(query)
        found = {line_id: _message(message, line_id) for line_id, message in rows if message is not None}
        return tuple(found[message_id] for message_id in message_ids if message_id in found)

    async def heard(self, conversation_id: str, key: str) -> tuple[str, ...] | None:
        """The ids of the messages that answered the event with this key, or None if it was never heard."""
        query = select(HeardEventRow.messages).where(
            HeardEventRow.conversation == conversation_id, HeardEventRow.key == key
        )
        for (messages,) in await self._transaction.read(query):
            return IDS.read(messages)
        return None

    async def remember(self, conversation_id: str, key: str, message_ids: Sequence[str], at: datetime) -> None:
        """Note that the event with this key was answered. Raises ConversationChangedError for a key known already."""
        statement = insert(HeardEventRow).values(
            conversation=conversation_id, key=key, messages=IDS.written(tuple(message_ids)), at=at
        )
        await self._transaction.insert(statement, ConversationChangedError(conversation_id))


def _message(stored: str, line_id: str) -> Message:
    return replace(MESSAGE.read(stored), id=line_id)
