"""Voice messages: fetched into memory, made into words where the operator has a speech model, and forgotten."""

import asyncio
import io

import structlog
from aiogram import Bot
from aiogram.methods import GetFile

from assistant.conversation.events import Event, HeardAloud, OtherInput, OtherReceived
from assistant.errors import NotHeardError, PermanentFailureError
from bot.calls import REQUEST_TIMEOUT, Pause, patiently
from bot.incoming import Voice
from bot.ports import Listener

MOST_BYTES = 2_000_000
"""A minute of Telegram's sound has a quarter of that."""

log = structlog.get_logger(__name__)


class Ears:
    """Turns a voice message into what happened in the conversation."""

    def __init__(self, bot: Bot, listener: Listener, *, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._listener = listener
        self._pause = pause

    @property
    def are_open(self) -> bool:
        """Whether anything can be understood at all."""
        return self._listener.is_on

    async def event_of(self, voice: Voice) -> Event:
        """The words that were said, or why there are none. Raises TemporaryFailureError where Telegram is away."""
        if voice.seconds > self._listener.longest or voice.size > MOST_BYTES:
            return OtherReceived(OtherInput.VOICE_LONG)
        try:
            return HeardAloud(await self._listener.words_of(await self._fetched(voice)))
        except (NotHeardError, PermanentFailureError) as failure:
            log.info("voice message not understood", reason=str(failure))
            return OtherReceived(OtherInput.VOICE_UNCLEAR)

    async def _fetched(self, voice: Voice) -> bytes:
        known = await patiently(self._bot, GetFile(file_id=voice.file), self._pause)
        sound = io.BytesIO()
        try:
            await self._bot.download_file(known.file_path or "", sound, timeout=REQUEST_TIMEOUT)
        except Exception as error:  # noqa: BLE001 - aiogram passes on what its HTTP library raises; the address in it holds the token
            raise NotHeardError(f"It could not be fetched ({type(error).__name__}).") from None
        return sound.getvalue()
