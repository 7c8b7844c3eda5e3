"""The button "Klausyti" in Telegram: the message comes once more as a voice message, when somebody asks for it."""

import asyncio
from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.methods import SendVoice
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.types import Message as SentMessage

from assistant.conversation.events import Event, TextReceived
from assistant.conversation.messages import Choice, Role
from assistant.errors import NoSoundError, PermanentFailureError
from assistant.understanding.steering import Steering, read_steering
from bot.calls import Pause, patiently
from bot.pace import Lane
from bot.ports import Voices
from bot.words import LISTEN, DoorWords

FILE_NAME = "klausyti.ogg"
MOST_STEPS = 30
"""More questions than any form has."""

log = structlog.get_logger(__name__)


def with_listen(
    markup: InlineKeyboardMarkup | None, choices: Sequence[Choice], label: str
) -> InlineKeyboardMarkup | None:
    """The keyboard with the button at its end, beside the last helper where there is room; None stays none."""
    if markup is None:
        return None
    *rows, last = markup.inline_keyboard
    button = InlineKeyboardButton(text=label, callback_data=LISTEN)
    has_room = len(last) == 1 and choices[-1].role is Role.HELPER
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [*last, button]] if has_room else [*rows, last, [button]])


def asks_to_listen(event: Event) -> bool:
    """Whether somebody wrote "klausyti" instead of pressing it."""
    return isinstance(event, TextReceived) and read_steering(event.text) is Steering.LISTEN


class VoiceReader:
    """Sends what a message says as a voice message."""

    def __init__(self, bot: Bot, voices: Voices, words: DoorWords, *, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._voices = voices
        self._words = words
        self._pause = pause
        self._progress = frozenset(words.progress(step, of) for of in range(1, MOST_STEPS) for step in range(1, of + 1))

    @property
    def is_on(self) -> bool:
        """Whether anything can be heard at all."""
        return self._voices.is_on

    async def read(self, lane: Lane, text: str) -> bool:
        """Send the words of a message; False where there is no sound now.

        Raises TemporaryFailureError where Telegram cannot be reached.
        """
        sentences = self._sentences(text)
        bot = str(self._bot.id)
        known = await self._voices.known(sentences, bot)
        if known:
            try:
                await self._send(lane, known)
            except PermanentFailureError:
                # Telegram promises its ids for good, yet a moved bot or another server knows none of them.
                await self._voices.refused(sentences, bot)
            else:
                return True
        try:
            sound = await self._voices.rendered(sentences)
            sent = await self._send(lane, BufferedInputFile(sound, FILE_NAME))
        except (NoSoundError, PermanentFailureError) as failure:
            # Some people let nobody send them voice messages.
            log.info("no voice message", reason=str(failure))
            return False
        if sent.voice is not None:
            await self._voices.handed_over(sentences, bot, sent.voice.file_id)
        return True

    async def _send(self, lane: Lane, voice: str | BufferedInputFile) -> SentMessage:
        return await patiently(self._bot, SendVoice(chat_id=lane.chat, voice=voice), self._pause, lane)

    def _sentences(self, text: str) -> tuple[str, ...]:
        """The sentences as the assistant said them, without how far one is."""
        return tuple(line for line in text.splitlines() if line.strip() and line not in self._progress)
