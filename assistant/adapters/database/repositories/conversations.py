"""Conversations, what was said in them, and which events they have heard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, null, or_, select, update

from assistant.adapters.database.prepared import Prepared, prepared_insert
from assistant.adapters.database.records import IDS, MESSAGE, OUTLIVED_FLOW, read_conversation, written_conversation
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.tables import ConversationRow, HeardEventRow, LineRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.errors import ConversationChangedError, ConversationNotFoundError
from assistant.usecases.keyed import by_each_key, is_kept_as
from assistant.usecases.ports import KEPT_LINES, Line

_LOAD = Prepared(
    select(
        ConversationRow.state,
        ConversationRow.channel,
        ConversationRow.version,
        ConversationRow.token_hash,
        wrapped_key_of(ConversationRow.id),
    ).where(ConversationRow.id == bindparam("id"))
)
_FIND = Prepared(
    select(
        ConversationRow.id,
        ConversationRow.state,
        ConversationRow.version,
        ConversationRow.address,
        wrapped_key_of(ConversationRow.id),
    ).where(
        ConversationRow.channel == bindparam("channel"),
        or_(
            ConversationRow.external_id == bindparam("hashed"),
            # As it is where an older program stored it and nobody has encrypted it yet.
            ConversationRow.external_id == bindparam("external_id"),
        ),
    )
)
_NEXT = (
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("which"), ConversationRow.version == bindparam("as_read"))
    .values(state=bindparam("state"), version=bindparam("version"))
)
_STORE = Prepared(_NEXT)
_STORE_WITH_ADDRESS = Prepared(_NEXT.values(address=bindparam("address")))
_HEARD_AT = Prepared(
    update(ConversationRow)
    .where(ConversationRow.id == bindparam("which"))
    .values(heard_at=bindparam("heard_at"), warned_at=null())
)
_HEARD = Prepared(
    select(HeardEventRow.messages).where(
        HeardEventRow.conversation == bindparam("conversation"), HeardEventRow.key == bindparam("key")
    )
)
_REMEMBER = prepared_insert(HeardEventRow, "conversation", "key", "messages", "at")
_SAY = prepared_insert(LineRow, "id", "conversation", "at", "said", "message")
# The newest that is no longer kept, and all before it; nothing where there are not so many.
_DROP_OLD = Prepared(
    delete(LineRow).where(
        LineRow.conversation == bindparam("conversation"),
        LineRow.position
        <= select(LineRow.position)
        .where(LineRow.conversation == bindparam("conversation"))
        .order_by(LineRow.position.desc())
        .limit(1)
        .offset(KEPT_LINES)
        .scalar_subquery(),
    )
)


class SqlConversations:
    """The port Conversations. A message is known by the id of its line.

    State and lines are encrypted under the conversation's own key; what is left of one whose key was destroyed begins
    anew, and no line of it is shown.
    """

    def __init__(self, transaction: Transaction, keys: SqlDataKeys, hashed: Callable[[str], str] | None = None) -> None:
        self._transaction = transaction
        self._keys = keys
        self._hashed = hashed
        # Of conversations whose key was destroyed, where the chat itself has told its id again.
        self._told: dict[str, str] = {}

    async def add(self, conversation: Conversation, token_hash: str, external_id: str = "") -> None:
        """Store a new one. Raises ConversationChangedError if its id or its chat has one already."""
        await self._keys.make(conversation.id)
        sealed = await self._keys.sealing(conversation.id)
        statement = insert(ConversationRow).values(
            id=conversation.id,
            channel=conversation.channel.value,
            external_id=found_by(self._hashed, conversation.channel, external_id) or None,
            address=sealed(external_id, address_of(conversation.id)) or None,
            token_hash=token_hash,
            state=sealed(written_conversation(conversation), state_of(conversation.id)),
            version=conversation.version,
        )
        await self._transaction.insert(statement, ConversationChangedError(conversation.id))

    async def load(self, conversation_id: str, token_hash: str | None = None) -> Conversation:
        """Raises ConversationNotFoundError, also for another token; UnreadableRecordError where it is damaged."""
        found = await self._transaction.ask(_LOAD, id=conversation_id)
        for state, channel, version, kept, key in found:
            if token_hash is not None and not is_kept_as(kept, token_hash):
                break
            self._keys.met(conversation_id, key)
            return self._read(state, conversation_id, Channel(channel), version)
        raise ConversationNotFoundError(conversation_id)

    async def token_hash(self, conversation_id: str) -> str:
        """The hash of the token that opens it. Raises ConversationNotFoundError."""
        query = select(ConversationRow.token_hash).where(ConversationRow.id == conversation_id)
        for (token_hash,) in await self._transaction.read(query):
            return token_hash
        raise ConversationNotFoundError(conversation_id)

    async def find(self, channel: Channel, external_id: str) -> Conversation | None:
        """The conversation of a chat."""
        # With an earlier key only where the newest one finds nothing: there is hardly ever one.
        for hashed in by_each_key(found_by(self._hashed, channel, external_id)):
            values = {"external_id": external_id, "hashed": hashed}
            found = await self._transaction.ask(_FIND, channel=channel.value, **values)
            for conversation_id, state, version, address, key in found:
                self._keys.met(conversation_id, key)
                if not self._keys.opened(conversation_id, address or "", address_of(conversation_id)):
                    self._told[conversation_id] = external_id
                return self._read(state, conversation_id, channel, version)
        return None

    async def external_id(self, conversation_id: str) -> str:
        """The chat's id in its channel, empty where it has none. Raises ConversationNotFoundError."""
        query = select(ConversationRow.external_id, ConversationRow.address, wrapped_key_of(ConversationRow.id))
        for plain, address, key in await self._transaction.read(query.where(ConversationRow.id == conversation_id)):
            self._keys.met(conversation_id, key)
            kept = (
                plain if address is None else self._keys.opened(conversation_id, address, address_of(conversation_id))
            )
            return kept or ""
        raise ConversationNotFoundError(conversation_id)

    async def store(self, conversation: Conversation) -> Conversation:
        """Store the next version; gives it with the new version. Raises ConversationChangedError."""
        following = replace(conversation, version=conversation.version + 1)
        sealed = await self._keys.sealing(conversation.id)
        told = self._told.pop(conversation.id, "")
        row = {
            "which": conversation.id,
            "as_read": conversation.version,
            "state": sealed(written_conversation(following), state_of(conversation.id)),
            "version": following.version,
        }
        if told:
            row["address"] = sealed(told, address_of(conversation.id))
        if await self._transaction.carry_out(_STORE_WITH_ADDRESS if told else _STORE, row) == 0:
            raise ConversationChangedError(conversation.id)
        return following

    async def say(self, conversation_id: str, lines: Sequence[Line]) -> None:
        """Add lines to what was said; only the newest KEPT_LINES stay."""
        if not lines:
            return
        sealed = await self._keys.sealing(conversation_id)
        rows = [
            {
                "id": line.id,
                "conversation": conversation_id,
                "at": line.at,
                "said": sealed(line.said, said_of(line.id)),
                "message": None if line.message is None else sealed(MESSAGE.written(line.message), message_of(line.id)),
            }
            for line in lines
        ]
        heard = {"which": conversation_id, "heard_at": max(line.at for line in lines)}
        await self._transaction.carry_out(_HEARD_AT, heard)
        # Drivers insert rows one by one, so their positions follow the order in which they were said.
        await self._transaction.add(_SAY, ConversationChangedError(conversation_id), *rows)
        await self._transaction.carry_out(_DROP_OLD, {"conversation": conversation_id})

    async def forget(self, conversation_id: str) -> None:
        """Erase all that was said."""
        await self._transaction.write(delete(LineRow).where(LineRow.conversation == conversation_id))

    async def lines(self, conversation_id: str) -> tuple[Line, ...]:
        """What was said, oldest first."""
        await self._keys.look_up([conversation_id])
        query = select(LineRow.id, LineRow.at, LineRow.said, LineRow.message)
        rows = await self._transaction.read(
            query.where(LineRow.conversation == conversation_id).order_by(LineRow.position)
        )
        found = []
        for line_id, at, sealed_said, sealed_message in rows:
            said = self._keys.opened(conversation_id, sealed_said, said_of(line_id))
            message = self._message(conversation_id, sealed_message, line_id)
            if said or message is not None:
                found.append(Line(id=line_id, at=at, said=said or "", message=message))
        return tuple(found)

    async def messages(self, message_ids: Sequence[str]) -> tuple[Message, ...]:
        """These messages of the assistant, in the order asked; those no longer kept are left out."""
        query = select(LineRow.id, LineRow.conversation, LineRow.message).where(LineRow.id.in_(message_ids))
        rows = await self._transaction.read(query)
        await self._keys.look_up(conversation for _, conversation, _ in rows)
        read = {line_id: self._message(conversation, message, line_id) for line_id, conversation, message in rows}
        return tuple(message for message_id in message_ids if (message := read.get(message_id)) is not None)

    async def heard(self, conversation_id: str, key: str) -> tuple[str, ...] | None:
        """The ids of the messages that answered the event with this key, or None if it was never heard."""
        for (messages,) in await self._transaction.ask(_HEARD, conversation=conversation_id, key=key):
            return IDS.read(messages)
        return None

    async def remember(self, conversation_id: str, key: str, message_ids: Sequence[str], at: datetime) -> None:
        """Note that the event with this key was answered. Raises ConversationChangedError for a key known already."""
        row = {"conversation": conversation_id, "key": key, "messages": IDS.written(tuple(message_ids)), "at": at}
        await self._transaction.add(_REMEMBER, ConversationChangedError(conversation_id), row)

    def _read(self, state: str, conversation_id: str, channel: Channel, version: int) -> Conversation:
        opened = self._keys.opened(conversation_id, state, state_of(conversation_id))
        if opened is None:
            # Every turn is a version, so that no button of before and no draft of before is taken for a new one.
            return Conversation(
                id=conversation_id,
                channel=channel,
                flow=OUTLIVED_FLOW,
                version=version,
                turn=version,
                drafts=version,
            )
        return read_conversation(opened, conversation_id, channel, version)

    def _message(self, conversation_id: str, stored: str | None, line_id: str) -> Message | None:
        opened = self._keys.opened(conversation_id, stored or "", message_of(line_id))
        return replace(MESSAGE.read(opened), id=line_id) if opened else None


def state_of(conversation_id: str) -> str:
    """The place to which an encrypted state is bound."""
    return f"conversations.state/{conversation_id}"


def address_of(conversation_id: str) -> str:
    """The place to which a chat's id is bound."""
    return f"conversations.address/{conversation_id}"


def found_by(hashed: Callable[[str], str] | None, channel: Channel, external_id: str) -> str:
    """By what a chat is found: the keyed hash of its id, which tells nobody whose it is."""
    return hashed(f"chat {channel.value} {external_id}") if hashed and external_id else external_id


def said_of(line_id: str) -> str:
    """The place to which what a person said is bound."""
    return f"conversation_lines.said/{line_id}"


def message_of(line_id: str) -> str:
    """The place to which an encrypted message is bound."""
    return f"conversation_lines.message/{line_id}"
