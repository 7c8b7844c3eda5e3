"""Conversations, what was said in them, and which events they have heard."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, null, or_, select, update

from assistant.adapters.database.prepared import Prepared, prepared_insert
from assistant.adapters.database.records import IDS, MESSAGE, OUTLIVED_FLOW, read_conversation, written_conversation
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.repositories.offices import CHANGES, SqlOffices
from assistant.adapters.database.tables import ConversationRow, HeardEventRow, LineRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation
from assistant.errors import ConversationChangedError, ConversationNotFoundError
from assistant.frozen import replace
from assistant.usecases.keyed import by_each_key, is_kept_as
from assistant.usecases.ports import KEPT_LINES, Line

# What every turn asks for is one question, since each goes to the database and back.
_HEARD_BEFORE = (
    select(HeardEventRow.messages)
    .where(HeardEventRow.conversation == ConversationRow.id, HeardEventRow.key == bindparam("key"))
    .scalar_subquery()
)
_BESIDE = (wrapped_key_of(ConversationRow.id), _HEARD_BEFORE, CHANGES.scalar_subquery())
_LOAD = Prepared(
    select(
        ConversationRow.state,
        ConversationRow.channel,
        ConversationRow.version,
        ConversationRow.token_hash,
        *_BESIDE,
    ).where(ConversationRow.id == bindparam("id"))
)
_FIND = Prepared(
    select(
        ConversationRow.id,
        ConversationRow.state,
        ConversationRow.version,
        ConversationRow.address,
        *_BESIDE,
    ).where(
        ConversationRow.channel == bindparam("channel"),
        or_(
            ConversationRow.external_id == bindparam("hashed"),
            # As it is where an older program stored it and nobody has encrypted it yet.
            ConversationRow.external_id == bindparam("external_id"),
        ),
    )
)
_ADD = prepared_insert(ConversationRow, *("id", "channel", "external_id", "address", "token_hash", "state", "version"))


def _stored(*more: str) -> Prepared:
    values: dict[str, Any] = {name: bindparam(name) for name in ("state", "version", *more)}
    if "heard_at" in more:
        # Somebody has said something: nothing of what was warned about will happen soon.
        values["warned_at"] = null()
    return Prepared(
        update(ConversationRow)
        .where(ConversationRow.id == bindparam("which"), ConversationRow.version == bindparam("as_read"))
        .values(values)
    )


_STORE: dict[tuple[str, ...], Prepared] = {
    more: _stored(*more) for more in ((), ("heard_at",), ("address",), ("heard_at", "address"))
}
_HEARD = Prepared(
    select(HeardEventRow.messages).where(
        HeardEventRow.conversation == bindparam("conversation"), HeardEventRow.key == bindparam("key")
    )
)
_REMEMBER = prepared_insert(HeardEventRow, "conversation", "key", "messages", "at")
_SAY = prepared_insert(LineRow, "id", "conversation", "at", "said", "message")
# The newest that is no longer kept, and all before it; nothing where there are not so many. Before as many new ones
# come as are then missing.
_DROP_OLD = Prepared(
    delete(LineRow).where(
        LineRow.conversation == bindparam("conversation"),
        LineRow.position
        <= select(LineRow.position)
        .where(LineRow.conversation == bindparam("conversation"))
        .order_by(LineRow.position.desc())
        .limit(1)
        .offset(bindparam("kept", type_=Integer))
        .scalar_subquery(),
    )
)


class SqlConversations:
    """The port Conversations. A message is known by the id of its line.

    State and lines are encrypted under the conversation's own key; what is left of one whose key was destroyed begins
    anew, and no line of it is shown.
    """

    def __init__(
        self,
        transaction: Transaction,
        keys: SqlDataKeys,
        hashed: Callable[[str], str] | None = None,
        offices: SqlOffices | None = None,
    ) -> None:
        self._transaction = transaction
        self._keys = keys
        self._hashed = hashed
        self._offices = offices
        # By conversation and key, what was read with the conversation itself.
        self._heard: dict[tuple[str, str], str | None] = {}
        # Of conversations whose key was destroyed, where the chat itself has told its id again.
        self._told: dict[str, str] = {}

    async def add(self, conversation: Conversation, token_hash: str, external_id: str = "") -> None:
        """Store a new one. Raises ConversationChangedError if its id or its chat has one already."""
        clash = ConversationChangedError(conversation.id)
        self._keys.make_later(conversation.id, clash)
        sealed = await self._keys.sealing(conversation.id)
        row = {
            "id": conversation.id,
            "channel": conversation.channel.value,
            "external_id": found_by(self._hashed, conversation.channel, external_id) or None,
            "address": sealed(external_id, address_of(conversation.id)) or None,
            "token_hash": token_hash,
            "state": sealed(written_conversation(conversation), state_of(conversation.id)),
            "version": conversation.version,
        }
        self._transaction.later(_ADD, row, clash=clash)

    async def load(self, conversation_id: str, token_hash: str | None = None, *, key: str = "") -> Conversation:
        """Raises ConversationNotFoundError, also for another token; UnreadableRecordError where it is damaged."""
        found = await self._transaction.ask(_LOAD, id=conversation_id, key=key)
        for state, channel, version, kept, *beside in found:
            if token_hash is not None and not is_kept_as(kept, token_hash):
                break
            self._met(conversation_id, key, *beside)
            return self._read(state, conversation_id, Channel(channel), version)
        raise ConversationNotFoundError(conversation_id)

    async def token_hash(self, conversation_id: str) -> str:
        """The hash of the token that opens it. Raises ConversationNotFoundError."""
        query = select(ConversationRow.token_hash).where(ConversationRow.id == conversation_id)
        for (token_hash,) in await self._transaction.read(query):
            return token_hash
        raise ConversationNotFoundError(conversation_id)

    async def find(self, channel: Channel, external_id: str, *, key: str = "") -> Conversation | None:
        """The conversation of a chat."""
        # With an earlier key only where the newest one finds nothing: there is hardly ever one.
        for hashed in by_each_key(found_by(self._hashed, channel, external_id)):
            values = {"external_id": external_id, "hashed": hashed}
            found = await self._transaction.ask(_FIND, channel=channel.value, key=key, **values)
            for conversation_id, state, version, address, *beside in found:
                self._met(conversation_id, key, *beside)
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

    async def store(self, conversation: Conversation, heard_at: datetime | None = None) -> Conversation:
        """As the port says."""
        following = replace(conversation, version=conversation.version + 1)
        sealed = await self._keys.sealing(conversation.id)
        row: dict[str, object] = {
            "which": conversation.id,
            "as_read": conversation.version,
            "state": sealed(written_conversation(following), state_of(conversation.id)),
            "version": following.version,
        }
        more: dict[str, object] = {}
        if heard_at is not None:
            more["heard_at"] = heard_at
        if told := self._told.pop(conversation.id, ""):
            more["address"] = sealed(told, address_of(conversation.id))
        changed = ConversationChangedError(conversation.id)
        self._transaction.later(_STORE[tuple(more)], row | more, untouched=changed)
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
        self._transaction.later(_DROP_OLD, {"conversation": conversation_id, "kept": max(KEPT_LINES - len(lines), 0)})
        # Rows of one insert are stored one after the other, so positions follow the order in which they were said.
        self._transaction.later(_SAY, *rows, clash=ConversationChangedError(conversation_id))

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
        if (conversation_id, key) in self._heard:
            messages = self._heard[conversation_id, key]
            return None if messages is None else IDS.read(messages)
        for (messages,) in await self._transaction.ask(_HEARD, conversation=conversation_id, key=key):
            return IDS.read(messages)
        return None

    async def remember(self, conversation_id: str, key: str, message_ids: Sequence[str], at: datetime) -> None:
        """As the port says."""
        self._heard.pop((conversation_id, key), None)
        row = {"conversation": conversation_id, "key": key, "messages": IDS.written(tuple(message_ids)), "at": at}
        self._transaction.later(_REMEMBER, row, clash=ConversationChangedError(conversation_id))

    def _met(self, conversation_id: str, key: str, wrapped: str | None, heard: str | None, changes: int) -> None:
        """Keep what was read beside a conversation for who asks next."""
        self._keys.met(conversation_id, wrapped)
        if key:
            self._heard[conversation_id, key] = heard
        if self._offices is not None:
            self._offices.met(changes)

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
