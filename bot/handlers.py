"""What is done with one stored update: acknowledge, hear, answer, mark as handled."""

import json
from dataclasses import replace

import structlog
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import Update

from assistant.conversation.events import CameOver, Started
from assistant.conversation.messages import Discretion, Kind, Message
from assistant.conversation.state import Channel
from assistant.errors import PermanentFailureError
from assistant.usecases.ports import StoredUpdate
from bot.calls import once_at_best
from bot.discreet import discreet
from bot.ears import Ears
from bot.incoming import Arrived, CalledInGroup, Heard, WantsToListen, WantsWeb, meaning_of
from bot.outgoing import TelegramCarrier
from bot.ports import Converser, Hands, Receiver
from bot.voice import asks_to_listen
from bot.words import DoorWords

log = structlog.get_logger(__name__)


class Handler:
    """Handles an update so that doing it again repeats at most a message, never an effect."""

    def __init__(
        self,
        *,
        bot: Bot,
        username: str,
        converse: Converser,
        receive: Receiver,
        carrier: TelegramCarrier,
        words: DoorWords,
        hands: Hands,
        ears: Ears | None = None,
    ) -> None:
        self._bot = bot
        self._username = username
        self._converse = converse
        self._receive = receive
        self._carrier = carrier
        self._words = words
        self._hands = hands
        self._ears = ears

    async def handle(self, stored: StoredUpdate) -> None:
        """Answer and mark as handled. Raises TemporaryFailureError where Telegram cannot be reached for now."""
        update = Update.model_validate(json.loads(stored.payload), context={"bot": self._bot})
        if update.callback_query is not None:
            # The button stops spinning at once, whatever the press will mean.
            await once_at_best(self._bot, AnswerCallbackQuery(callback_query_id=update.callback_query.id))
        try:
            match meaning_of(update, self._username):
                case Heard() as heard:
                    await self._answer(heard, key=f"update:{stored.id}")
                case Arrived(chat=chat, secret=secret):
                    is_here = await self._hands.take_in_chat(secret, Channel.TELEGRAM, chat)
                    await self._answer(Heard(chat, CameOver(is_here=is_here)), key=f"update:{stored.id}")
                case WantsWeb(chat=chat):
                    if not await self._carrier.bring_link(chat):
                        await self._answer(Heard(chat, Started()), key=f"update:{stored.id}")
                case CalledInGroup(chat=chat):
                    link = f"https://t.me/{self._username}"
                    await self._carrier.bring(chat, (Message(Kind.NOTICE, (*self._words.group, link)),))
                case WantsToListen(chat=chat, text=text):
                    await self._carrier.read_aloud(chat, text)
                case None:
                    pass
        except PermanentFailureError as failure:
            # Nobody is there to read it (blocked, chat deleted); what was asked for is stored all the same.
            log.info("telegram chat cannot be answered", update=stored.id, reason=str(failure))
        await self._receive.done(stored.id)

    async def _taken_back(self, heard: Heard, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """Take the person's message out of the chat; the answer begins with a word about it."""
        is_gone = await self._carrier.take_back(heard.chat, heard.message)
        said = self._words.texts["taken-back" if is_gone else "take-back-yourself"]
        first, *others = messages
        told = replace(first, sentences=said + first.sentences, terms=(), discretion=Discretion.TAKE_BACK)
        return (told, *others)

    async def apologise(self, stored: StoredUpdate) -> None:
        """We could not handle it: say so to the person, and let go of it so that their next words are heard.

        Raises TemporaryFailureError where Telegram cannot be reached either.
        """
        if stored.chat and not stored.chat.startswith("-"):
            try:
                await self._carrier.bring(stored.chat, (Message(Kind.NOTICE, self._words.trouble),))
            except PermanentFailureError as failure:
                log.info("telegram chat cannot be answered", update=stored.id, reason=str(failure))
        await self._receive.done(stored.id)

    async def _answer(self, heard: Heard, key: str) -> None:
        async with self._carrier.typing(heard.chat):
            event = heard.event
            if heard.voice is not None and self._ears is not None and self._ears.are_open:
                event = await self._ears.event_of(heard.voice)
            messages = await self._converse.hear_in_chat(Channel.TELEGRAM, heard.chat, event, key)
            if heard.press is not None:
                is_over = any(message.asked is not None and not message.asked.is_open for message in messages)
                await self._carrier.show_answer(heard.chat, heard.press, is_over=is_over)
            is_red = heard.is_red or messages[-1].discretion is Discretion.TAKE_BACK
            # Nothing may stand above 112.
            if heard.message and is_red and messages[0].kind is not Kind.DANGER:
                messages = await self._taken_back(heard, messages)
            await self._carrier.bring(heard.chat, messages)
            if asks_to_listen(heard.event):
                shown = (discreet(message, self._words) for message in messages)
                await self._carrier.read_aloud(heard.chat, "\n".join(message.text for message in shown))
