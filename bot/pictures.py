"""The picture of a message: it comes above the words, as one message with them, and is uploaded once."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.methods import SendPhoto
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup
from aiogram.types import Message as SentMessage

from assistant.errors import PermanentFailureError
from bot.calls import Pause, patiently
from bot.pace import Lane
from bot.ports import Pictures

FILE_NAME = "aiskiai.png"

log = structlog.get_logger(__name__)


class PictureSender:
    """Sends words with their picture."""

    def __init__(self, bot: Bot, pictures: Pictures, *, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._pictures = pictures
        self._pause = pause

    async def send(
        self, lane: Lane, picture: str, words: str, buttons: InlineKeyboardMarkup | None
    ) -> SentMessage | None:
        """Send the words under the picture; None where it cannot come with them, so that the words go alone.

        Raises TemporaryFailureError where Telegram cannot be reached.
        """
        bot = str(self._bot.id)
        try:
            known = await self._pictures.known(picture, bot)
            if known:
                try:
                    return await self._send(lane, known, words, buttons)
                except PermanentFailureError as failure:
                    # Telegram promises its ids for good, yet a moved bot or another server knows none of them.
                    if "file" not in str(failure).lower():
                        raise
                    await self._pictures.refused(picture, bot)
            drawn = await self._pictures.drawn(picture)
            if not drawn:
                return None
            sent = await self._send(lane, BufferedInputFile(drawn, FILE_NAME), words, buttons)
        except PermanentFailureError as failure:
            # Nobody is there to see it, which the words will find out too; or no pictures are wanted in this chat.
            log.info("no picture", reason=str(failure))
            return None
        if sent.photo:
            # The last size is the largest; its id names the whole picture.
            await self._pictures.handed_over(picture, bot, sent.photo[-1].file_id)
        return sent

    async def _send(
        self, lane: Lane, photo: str | BufferedInputFile, words: str, buttons: InlineKeyboardMarkup | None
    ) -> SentMessage:
        call = SendPhoto(chat_id=lane.chat, photo=photo, caption=words, reply_markup=buttons)
        return await patiently(self._bot, call, self._pause, lane)
