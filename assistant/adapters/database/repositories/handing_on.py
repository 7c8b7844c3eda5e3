"""Conversations that go on in another place."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, not_, select, update

from assistant.adapters.database.recognising import is_known_as
from assistant.adapters.database.repositories.conversations import address_of, found_by
from assistant.adapters.database.repositories.data_keys import SqlDataKeys
from assistant.adapters.database.tables import ConversationRow, FollowerRow, ReferralRow
from assistant.adapters.database.tables_handing_on import OfferRow
from assistant.adapters.database.tables_keys import wrapped_key_of
from assistant.adapters.database.transaction import Transaction
from assistant.conversation.state import Channel
from assistant.errors import ConversationChangedError
from assistant.usecases.handing_ports import Seat
from assistant.usecases.keyed import by_each_key


class SqlHandingOver:
    """The port HandingOver."""

    def __init__(self, transaction: Transaction, keys: SqlDataKeys, hashed: Callable[[str], str] | None = None) -> None:
        self._transaction = transaction
        self._keys = keys
        self._hashed = hashed

    async def add(self, secret_hash: str, conversation: str, expires_at: datetime, now: datetime) -> None:
        """Store a secret. What ran out before `now` is forgotten."""
        await self._transaction.write(delete(OfferRow).where(OfferRow.expires_at <= now))
        row = insert(OfferRow).values(
            secret_hash=secret_hash, conversation=conversation, expires_at=expires_at, taken_by=""
        )
        await self._transaction.write(row)

    async def seat(self, secret_hash: str, now: datetime) -> Seat | None:
        """Where the conversation stands that a secret leads to; None where it is used, too old or not known."""
        return await self._seat(
            is_known_as(OfferRow.secret_hash, secret_hash), OfferRow.expires_at > now, OfferRow.taken_by == ""
        )

    async def use(self, secret_hash: str, taken_by: str, now: datetime) -> Seat | None:
        """Use the secret up, and with it all others of its conversation. None where it leads nowhere."""
        # One statement, so that of two who come at once only one finds it unused.
        statement = (
            update(OfferRow)
            .where(
                is_known_as(OfferRow.secret_hash, secret_hash),
                OfferRow.expires_at > now,
                OfferRow.taken_by.in_(("", *by_each_key(taken_by))),
            )
            .values(taken_by=taken_by)
        )
        if not await self._transaction.write(statement):
            return None
        seat = await self._seat(is_known_as(OfferRow.secret_hash, secret_hash))
        if seat is not None:
            others = OfferRow.conversation == seat.conversation, not_(is_known_as(OfferRow.secret_hash, secret_hash))
            await self._transaction.write(delete(OfferRow).where(*others))
        return seat

    async def _seat(self, *conditions: ColumnElement[bool]) -> Seat | None:
        query = select(
            ConversationRow.id, ConversationRow.channel, ConversationRow.address, wrapped_key_of(ConversationRow.id)
        ).join(OfferRow, OfferRow.conversation == ConversationRow.id)
        for conversation, channel, address, key in await self._transaction.read(query.where(*conditions)):
            self._keys.met(conversation, key)
            opened = self._keys.opened(conversation, address or "", address_of(conversation))
            return Seat(conversation, Channel(channel), opened or "")
        return None

    async def lock(self, conversation: str, token_hash: str) -> None:
        """From now on the token with this hash opens it, and none that did before."""
        await self._transaction.write(
            update(ConversationRow).where(ConversationRow.id == conversation).values(token_hash=token_hash)
        )

    async def move(self, conversation: str, channel: Channel, external_id: str) -> None:
        """It stands in this chat from now on. Raises ConversationChangedError where the chat has another."""
        sealed = await self._keys.sealing(conversation)
        statement = (
            update(ConversationRow)
            .where(ConversationRow.id == conversation)
            .values(
                channel=channel.value,
                external_id=found_by(self._hashed, channel, external_id),
                address=sealed(external_id, address_of(conversation)),
            )
        )
        await self._transaction.insert(statement, ConversationChangedError(conversation))

    async def of_chat(self, channel: Channel, external_id: str) -> str:
        """The conversation of a chat, empty where it has none."""
        query = select(ConversationRow.id).where(
            ConversationRow.channel == channel.value,
            # As it is where an older program stored it and nobody has encrypted it yet.
            ConversationRow.external_id.in_([*by_each_key(found_by(self._hashed, channel, external_id)), external_id]),
        )
        for (conversation,) in await self._transaction.read(query):
            return conversation
        return ""

    async def merge(self, gone: str, into: str) -> None:
        """What the first sent and followed belongs to the second, and the first is erased."""
        own = select(ReferralRow.number).where(ReferralRow.conversation == into)
        kept = select(FollowerRow.referral).where(FollowerRow.conversation == into)
        await self._transaction.write(
            update(ReferralRow).where(ReferralRow.conversation == gone).values(conversation=into)
        )
        await self._transaction.write(
            update(FollowerRow)
            .where(FollowerRow.conversation == gone, FollowerRow.referral.not_in(kept))
            .values(conversation=into)
        )
        # Who sent a request needs not follow it.
        await self._transaction.write(
            delete(FollowerRow).where(FollowerRow.conversation == into, FollowerRow.referral.in_(own))
        )
        await self._transaction.write(delete(ConversationRow).where(ConversationRow.id == gone))
        await self._keys.destroy(gone)
