"""How the assistant's messages look in Telegram, and how they get there."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from aiogram import Bot
from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
)
from aiogram.types import BufferedInputFile, InlineKeyboardMarkup, LinkPreviewOptions

from assistant.conversation.messages import Discretion, DocumentNotice, Kind, Message
from assistant.conversation.state import Channel
from assistant.errors import DocumentNotFoundError, PermanentFailureError
from bot.calls import Pause, once_at_best, patiently, typing
from bot.discreet import discreet, with_link, with_link_button
from bot.elsewhere import WayToWeb
from bot.incoming import Press
from bot.keyboards import OpenKeyboards, keyboard
from bot.own_phone import OwnPhoneButton
from bot.pace import Lane, Pace, Urgency
from bot.pictures import PictureSender
from bot.ports import Scribe
from bot.voice import VoiceReader, with_listen
from bot.words import DoorWords

MOST_TEXT_UNITS = 4096
"""UTF-16 units that one message may hold (https://core.telegram.org/bots/api#sendmessage)."""
MOST_CAPTION_UNITS = 1024
"""UTF-16 units that the words under a picture may have (https://core.telegram.org/bots/api#sendphoto)."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True)
class Part:
    """What one call of sendMessage carries; plain text, so that nothing a person wrote can turn into markup.

    With a picture it is one of sendPhoto, and the text its caption.
    """

    text: str
    buttons: InlineKeyboardMarkup | None = None
    picture: str = ""


def rendered(message: Message, words: DoorWords, link: str = "", *, can_listen: bool = False) -> tuple[Part, ...]:
    """The message in one part, or split between sentences where it is too long; the buttons stand under the last.

    `link` leads to the same conversation on the web.
    """
    message = with_link(discreet(message, words), link)
    sentences = message.sentences
    if message.progress is not None:
        sentences = (words.progress(message.progress.step, message.progress.of), *sentences)
    emoji = {mark.word: f"{mark.emoji} {mark.word}".strip() for mark in message.marks}
    sentences = tuple(emoji.get(sentence, sentence) for sentence in sentences)
    texts = tuple(_filled(piece for sentence in sentences for piece in _pieces(sentence)))
    last = len(texts) - 1
    # Nothing stands above 112, and nothing there waits for a picture.
    has_picture = message.kind is not Kind.DANGER and last == 0 and _units(texts[0]) <= MOST_CAPTION_UNITS
    buttons = keyboard(message.choices)
    if can_listen:
        buttons = with_listen(buttons, message.choices, words.listen)
    buttons = with_link_button(buttons, link, words.label("web"))
    return tuple(
        Part(text, buttons if place == last else None, message.picture if has_picture else "")
        for place, text in enumerate(texts)
    )


def marked(press: Press) -> str:
    """The pressed message with the person's answer under it; empty where it cannot be shown."""
    text = f"{press.message_text}\n\n✓ {press.label}"
    most = MOST_CAPTION_UNITS if press.has_picture else MOST_TEXT_UNITS
    return text if press.message_text and press.label and _units(text) <= most else ""


class TelegramCarrier:
    """Brings messages to a chat, at Telegram's pace."""

    def __init__(
        self,
        bot: Bot,
        words: DoorWords,
        papers: Scribe,
        *,
        pace: Pace | None = None,
        pause: Pause = asyncio.sleep,
        to_web: WayToWeb | None = None,
        voice: VoiceReader | None = None,
        pictures: PictureSender | None = None,
    ) -> None:
        self._bot = bot
        self._pace = pace or Pace()
        self._words = words
        self._papers = papers
        self._pause = pause
        self._to_web = to_web
        self._open = OpenKeyboards()
        self._own_phone = OwnPhoneButton(bot, words, pause)
        self._voice = voice
        self._pictures = pictures

    async def bring(self, chat: str, messages: Sequence[Message], urgency: Urgency = Urgency.ANSWER) -> None:
        """Returns only when Telegram has them. Raises TemporaryFailureError or PermanentFailureError."""
        lane = self._pace.lane(chat, urgency)
        before = self._open.of(chat)
        await self._own_phone.before(lane, messages[-1])
        for message in messages:
            # The document comes first, so that the buttons stay the last thing in the chat.
            document = discreet(message, self._words).document
            if document is not None:
                await self._bring_document(lane, document)
            link = await self._link(chat, message)
            for part in rendered(message, self._words, link, can_listen=self._voice is not None and self._voice.is_on):
                await self._bring_part(lane, part)
        if before is not None and before != self._open.of(chat):
            await self._remove_buttons(lane, before)

    async def bring_link(self, chat: str) -> bool:
        """Bring a link that goes on with the conversation on the web; False where there is none to go on with."""
        if self._to_web is None:
            return False
        link = await self._to_web.of_chat(chat)
        if not link:
            return False
        [part] = rendered(Message(Kind.NOTICE, self._words.texts["web"]), self._words, link)
        call = SendMessage(chat_id=chat, text=part.text, reply_markup=part.buttons, link_preview_options=NO_PREVIEW)
        await patiently(self._bot, call, self._pause, self._pace.lane(chat))
        return True

    async def tell_to_wait(self, chat: str) -> None:
        """Say that the answer takes longer now. Raises TemporaryFailureError or PermanentFailureError."""
        # Nothing else: the buttons of the chat are in the hands of whoever brings the answer meanwhile.
        [part] = rendered(Message(Kind.NOTICE, self._words.texts["wait"]), self._words)
        await self._bring_part(self._pace.lane(chat), part)

    async def take_back(self, chat: str, message: int) -> bool:
        """Take a person's message out of the chat; False where Telegram does not let us (after 48 hours).

        Raises TemporaryFailureError. See https://core.telegram.org/bots/api#deletemessage.
        """
        try:
            await patiently(self._bot, DeleteMessage(chat_id=chat, message_id=message), self._pause)
        except PermanentFailureError as failure:
            # Done already, before we were killed, or by the person.
            return "not found" in str(failure)
        return True

    async def _link(self, chat: str, message: Message) -> str:
        if self._to_web is None or message.discretion is Discretion.NONE:
            return ""
        return await self._to_web.of_chat(chat)

    async def _bring_document(self, lane: Lane, notice: DocumentNotice) -> None:
        try:
            paper = await self._papers.in_chat(Channel.TELEGRAM, lane.chat, notice)
        except DocumentNotFoundError:
            # The person has changed or forgotten the letter since; what the message says stays true.
            return
        file = BufferedInputFile(await self._papers.pdf(paper), f"{paper.name}.pdf")
        await patiently(self._bot, SendDocument(chat_id=lane.chat, document=file), self._pause, lane)

    async def _bring_part(self, lane: Lane, part: Part) -> None:
        sent = None
        if part.picture and self._pictures is not None:
            sent = await self._pictures.send(lane, part.picture, part.text, part.buttons)
        if sent is None:
            call = SendMessage(
                chat_id=lane.chat, text=part.text, reply_markup=part.buttons, link_preview_options=NO_PREVIEW
            )
            sent = await patiently(self._bot, call, self._pause, lane)
        if part.buttons is not None:
            self._open.opened(lane.chat, sent.message_id)

    async def show_answer(self, chat: str, press: Press, *, is_over: bool = False) -> None:
        """Turn the pressed buttons into the person's answer; an old message only loses its buttons.

        So does a question of staff, when it is over: whether the press was its answer stands in the message that
        follows. Until then its buttons stay.
        """
        lane = self._pace.lane(chat)
        if press.is_lasting:
            if is_over:
                await self._remove_buttons(lane, press.message)
                self._open.closed(chat, press.message)
            return
        text = marked(press)
        if text and self._open.of(chat) in {None, press.message}:
            await once_at_best(self._bot, _edit(chat, press, text), lane)
        else:
            await self._remove_buttons(lane, press.message)
        self._open.closed(chat, press.message)

    async def read_aloud(self, chat: str, text: str) -> None:
        """Send the words of a message as a voice message, or say kindly that there is no sound now."""
        is_read = False
        if self._voice is not None and text:
            async with self.typing(chat):
                is_read = await self._voice.read(self._pace.lane(chat), text)
        if not is_read:
            await self.bring(chat, (Message(Kind.NOTICE, self._words.no_sound),))

    def typing(self, chat: str) -> AbstractAsyncContextManager[None]:
        """Show the person that we are at work, if it takes longer than a second."""
        return typing(self._bot, self._pace.lane(chat), self._pause)

    async def _remove_buttons(self, lane: Lane, message: int) -> None:
        await once_at_best(self._bot, EditMessageReplyMarkup(chat_id=lane.chat, message_id=message), lane)


def _edit(chat: str, press: Press, text: str) -> EditMessageCaption | EditMessageText:
    """The call that puts other words into the pressed message and takes its buttons away."""
    if press.has_picture:
        return EditMessageCaption(chat_id=chat, message_id=press.message, caption=text)
    return EditMessageText(chat_id=chat, message_id=press.message, text=text, link_preview_options=NO_PREVIEW)


class NoticeCarrier:
    """Brings what the outbox holds, replies of the municipality, after the answers that somebody waits for."""

    def __init__(self, carrier: TelegramCarrier) -> None:
        self._carrier = carrier

    async def bring(self, chat: str, messages: Sequence[Message]) -> None:
        """Returns only when Telegram has them. Raises TemporaryFailureError or PermanentFailureError."""
        await self._carrier.bring(chat, messages, Urgency.NOTICE)


def _filled(lines: Iterable[str]) -> Iterator[str]:
    """As many lines together as one message can hold."""
    text = ""
    for line in lines:
        longer = f"{text}\n{line}" if text else line
        if _units(longer) > MOST_TEXT_UNITS:
            yield text
            text = line
        else:
            text = longer
    if text.strip():
        yield text


def _pieces(sentence: str) -> Iterator[str]:
    """The sentence, cut between words where it alone is too long (a long reply of the municipality may be)."""
    rest = sentence
    while _units(rest) > MOST_TEXT_UNITS:
        head = rest.encode("utf-16-le")[: MOST_TEXT_UNITS * 2].decode("utf-16-le", errors="ignore")
        cut = head.rfind(" ")
        head = head[:cut] if cut > 0 else head
        yield head
        rest = rest[len(head) :].lstrip()
    yield rest


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
