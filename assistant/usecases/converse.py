"""Somebody talks with the assistant: one event, one transaction, one answer."""

from dataclasses import dataclass

from assistant.conversation.engine import advance
from assistant.conversation.events import Event, Started
from assistant.conversation.messages import Discretion, Message
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.turn import Moment
from assistant.errors import ConversationChangedError, ConversationNotFoundError, ReferralChangedError
from assistant.frozen import replace
from assistant.usecases.answers import Answers
from assistant.usecases.effects import Effects
from assistant.usecases.keyed import is_kept_as
from assistant.usecases.own_data import OwnData
from assistant.usecases.ports import Clock, Line, Secrets, UnitOfWork, UnitsOfWork
from assistant.usecases.present import PresentLibrary
from assistant.usecases.receipts import Receipts
from assistant.usecases.submit import SubmitRequest
from assistant.usecases.tell import Tell

TRIES = 20
"""How often a turn is taken again when somebody else stored the conversation, or a referral of it, first."""


@dataclass(frozen=True)
class Opened:
    """A new conversation, the secret that opens it, and the first messages."""

    conversation: str
    token: str
    messages: tuple[Message, ...]


class Converse:
    """Takes a conversation one step further and stores everything that follows in one transaction."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        present: PresentLibrary,
        clock: Clock,
        secrets: Secrets,
        submit: SubmitRequest,
        own_data: OwnData,
        learns_from_misses: bool = True,
    ) -> None:
        self._units = units
        self._present = present
        self._clock = clock
        self._secrets = secrets
        self._learns_from_misses = learns_from_misses
        self.tell = Tell(clock=clock, take_turn=self.take_turn)
        """Tells people news, in the turns that are taken here."""
        receipts = Receipts(library=present.library, clock=clock, secrets=secrets, tell=self.tell)
        answers = Answers(present=present, clock=clock)
        self._effects = Effects(submit=submit, receipts=receipts, answers=answers, own_data=own_data)

    async def open(self, channel: Channel, payload: str = "", *, is_simple: bool = False) -> Opened:
        """Begin a conversation; its id and token are unguessable, and only the token's keyed hash is kept."""
        token = self._secrets.token()
        conversation = Conversation(id=self._secrets.token(), channel=channel, is_simple=is_simple)
        async with self._units() as work:
            await work.conversations.add(conversation, self._secrets.hashed(token))
            messages = await self.take_turn(work, conversation, Started(payload))
            await work.commit()
        return Opened(conversation.id, token, messages)

    async def check(self, conversation: str, token: str) -> None:
        """Raises ConversationNotFoundError where the token does not open the conversation."""
        async with self._units() as work:
            kept = await work.conversations.token_hash(conversation)
        if not is_kept_as(kept, self._secrets.hashed(token)):
            raise ConversationNotFoundError

    async def hear(
        self, conversation: str, event: Event, key: str = "", token: str | None = None
    ) -> tuple[Message, ...]:
        """Answer an event. The same key again gives the same answer and changes nothing.

        Where a token is shown it must open the conversation; without one the caller has checked already. Raises
        ConversationNotFoundError.
        """
        token_hash = None if token is None else self._secrets.hashed(token)
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._hear(
                        work, await work.conversations.load(conversation, token_hash, key=key), event, key
                    )
            except (ConversationChangedError, ReferralChangedError):
                continue
        raise ConversationChangedError(conversation)

    async def hear_in_chat(self, channel: Channel, external_id: str, event: Event, key: str) -> tuple[Message, ...]:
        """Answer an event in a channel's chat, whose conversation is begun when there is none yet."""
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    known = await work.conversations.find(channel, external_id, key=key)
                    if known is None:
                        known = Conversation(id=self._secrets.token(), channel=channel)
                        # The token is told to nobody: the chat itself proves who speaks.
                        await work.conversations.add(known, self._secrets.hashed(self._secrets.token()), external_id)
                    return await self._hear(work, known, event, key)
            except (ConversationChangedError, ReferralChangedError):
                continue
        raise ConversationChangedError(external_id)

    async def conversation_of(self, channel: Channel, external_id: str) -> str | None:
        """The id of a chat's conversation, if it has begun."""
        async with self._units() as work:
            known = await work.conversations.find(channel, external_id)
        return known.id if known else None

    async def lines(self, conversation: str) -> tuple[Line, ...]:
        """What was said lately, oldest first."""
        async with self._units() as work:
            return await work.conversations.lines(conversation)

    async def take_turn(self, work: UnitOfWork, conversation: Conversation, event: Event) -> tuple[Message, ...]:
        """One step of the engine with its effects, stored in the unit of work that the caller commits."""
        library, moment = await self._present.of(work), Moment(self._clock.today())
        turn = advance(conversation, event, library, moment)
        heard, takes_back = turn.heard, turn.takes_back
        while turn.effects:
            result = await self._effects.carry_out(work, turn.conversation, turn.effects[0])
            turn = advance(turn.conversation, result, library, moment)
            # What a button said may be known only by now.
            heard = heard or turn.heard
        messages = tuple(replace(message, id=self._secrets.token()) for message in turn.messages)
        if takes_back:
            messages = (*messages[:-1], replace(messages[-1], discretion=Discretion.TAKE_BACK))
        if turn.is_repeat:
            # A double tap changed nothing, so there is nothing to store.
            return messages
        now = self._clock.now()
        said = (Line(self._secrets.token(), now, said=heard),) if heard else ()
        spoken = tuple(Line(message.id, now, message=message) for message in messages)
        await work.conversations.store(turn.conversation, now if said or spoken else None)
        if turn.tally is not None:
            await work.tallies.add(turn.tally)
        if turn.told is not None:
            await work.statistics.add_told(turn.told, self._clock.today())
        if turn.missed is not None and self._learns_from_misses:
            await work.missed.add(self._secrets.token(), turn.missed, self._clock.today())
        if turn.forgets:
            await work.conversations.forget(conversation.id)
        await work.conversations.say(conversation.id, said + spoken)
        return messages

    async def _hear(self, work: UnitOfWork, conversation: Conversation, event: Event, key: str) -> tuple[Message, ...]:
        if key:
            answered = await work.conversations.heard(conversation.id, key)
            if answered is not None:
                # An answer that was only the present question once more was not kept a second time.
                return await work.conversations.messages(answered) or await self._newest(work, conversation)
        messages = await self.take_turn(work, conversation, event)
        if key:
            ids = [message.id for message in messages]
            await work.conversations.remember(conversation.id, key, ids, self._clock.now())
        await work.commit()
        return messages

    @staticmethod
    async def _newest(work: UnitOfWork, conversation: Conversation) -> tuple[Message, ...]:
        lines = await work.conversations.lines(conversation.id)
        return tuple(line.message for line in lines if line.message is not None)[-1:]
