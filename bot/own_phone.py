"""The button below the chat by which a person gives their own number, while it is asked and no longer."""

import asyncio

from aiogram import Bot
from aiogram.methods import SendMessage
from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from assistant.conversation.messages import Kind, Message, OwnPhone
from bot.calls import Pause, patiently
from bot.keyboards import OpenKeyboards
from bot.pace import Lane
from bot.words import DoorWords


class OwnPhoneButton:
    """Telegram takes one kind of buttons a message, so this one comes and goes with a short message of its own.

    The buttons of the question stay under the question. Whoever does not want to press writes the number.
    """

    def __init__(self, bot: Bot, words: DoorWords, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._words = words
        self._pause = pause
        self._open = OpenKeyboards()

    async def before(self, lane: Lane, message: Message) -> None:
        """Show the button, or take it away, as it befits the message that comes next.

        Raises TemporaryFailureError or PermanentFailureError.
        """
        standing = self._open.of(lane.chat)
        if message.own_phone is OwnPhone.ASKED:
            if standing is None:
                self._open.opened(lane.chat, await self._say(lane, "own-phone", self._keyboard()))
        # In danger nothing stands above 112; the button goes with the next message.
        elif message.kind is not Kind.DANGER and (standing is not None or message.own_phone is OwnPhone.OVER):
            await self._say(lane, "own-phone-over", ReplyKeyboardRemove(remove_keyboard=True))
            if standing is not None:
                self._open.closed(lane.chat, standing)

    async def _say(self, lane: Lane, text: str, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove) -> int:
        call = SendMessage(chat_id=lane.chat, text="\n".join(self._words.texts[text]), reply_markup=markup)
        return (await patiently(self._bot, call, self._pause, lane)).message_id

    def _keyboard(self) -> ReplyKeyboardMarkup:
        button = KeyboardButton(text=self._words.label("own-phone"), request_contact=True)
        return ReplyKeyboardMarkup(
            keyboard=[[button]],
            resize_keyboard=True,
            input_field_placeholder=self._words.label("own-phone-write"),
        )
