"""How a message looks in Telegram where not everything may be said there: a word about it, and a way to the web."""

from dataclasses import replace

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from assistant.conversation.discretion import REPLIES_ELSEWHERE, REPLIES_HERE
from assistant.conversation.messages import Choice, Discretion, Kind, Message
from assistant.referrals.referral import spoken_number
from bot.elsewhere import can_be_a_button
from bot.words import DoorWords

WITHHELD = {Kind.REPLY: "reply", Kind.ASKED: "question", Kind.NEWS: "news"}
"""What comes from staff, unasked."""


def discreet(message: Message, words: DoorWords) -> Message:
    """The message as it may stand in Telegram: of what staff wrote or decided only that it is there."""
    if message.kind not in WITHHELD or message.discretion not in {Discretion.TELL, Discretion.ASK}:
        return message
    what = WITHHELD[message.kind]
    number = spoken_number(message.referral.number) if message.referral is not None else ""
    # A document, the buttons and the picture of a question would tell of it, too.
    told = replace(
        message,
        sentences=words.waits(what, number),
        picture="",
        choices=(),
        document=None,
        marks=(),
        terms=(),
        asked=None,
    )
    if message.discretion is Discretion.TELL:
        return told
    choices = (
        Choice(REPLIES_HERE, words.label("replies-here")),
        Choice(REPLIES_ELSEWHERE, words.label("replies-elsewhere")),
    )
    return replace(told, sentences=told.sentences + words.texts[f"{what}-asked"], choices=choices)


def with_link(message: Message, link: str) -> Message:
    """The message with the address in words where it cannot be a button."""
    return message if not link or can_be_a_button(link) else replace(message, sentences=(*message.sentences, link))


def with_link_button(buttons: InlineKeyboardMarkup | None, link: str, label: str) -> InlineKeyboardMarkup | None:
    """The buttons with the link above them, where it can be one."""
    if not link or not can_be_a_button(link):
        return buttons
    row = [InlineKeyboardButton(text=label, url=link)]
    return InlineKeyboardMarkup(inline_keyboard=[row, *(buttons.inline_keyboard if buttons is not None else [])])
