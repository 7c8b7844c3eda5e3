"""How the bot shows itself at Telegram: commands, menu button, descriptions; never a reason not to start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import (
    GetChatMenuButton,
    GetMyCommands,
    GetMyDescription,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import BotCommand, MenuButtonCommands

from bot.calls import REQUEST_TIMEOUT, described
from bot.words import DoorWords

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Feature:
    """One thing that people see of the bot: how it is asked for, what it shall be, and how it is set."""

    ask: TelegramMethod[Any]
    read: Callable[[Any], object]
    wanted: object
    set: TelegramMethod[bool]


def features(words: DoorWords) -> tuple[Feature, ...]:
    """All that we set, in Lithuanian and for everybody: the bot itself speaks no other language."""
    commands = [BotCommand(command=name, description=said) for name, said in words.commands.items()]
    return (
        Feature(
            GetMyCommands(),
            lambda now: [(it.command, it.description) for it in now],
            [*words.commands.items()],
            SetMyCommands(commands=commands),
        ),
        Feature(
            GetChatMenuButton(),
            lambda now: now.type,
            "commands",
            SetChatMenuButton(menu_button=MenuButtonCommands()),
        ),
        Feature(
            GetMyDescription(),
            lambda now: now.description,
            words.description,
            SetMyDescription(description=words.description),
        ),
        Feature(
            GetMyShortDescription(),
            lambda now: now.short_description,
            words.about,
            SetMyShortDescription(short_description=words.about),
        ),
    )


async def introduce(bot: Bot, words: DoorWords) -> None:
    """Set what is not so yet; Telegram refuses who sets the same again and again. What fails is logged and left."""
    for feature in features(words):
        try:
            if feature.read(await bot(feature.ask, request_timeout=REQUEST_TIMEOUT)) != feature.wanted:
                await bot(feature.set, request_timeout=REQUEST_TIMEOUT)
        except AiogramError as error:
            log.warning(
                "telegram does not show the bot as it should",
                at=feature.set.__api_method__,
                error=described(error, bot),
            )


async def missing(bot: Bot, words: DoorWords) -> tuple[str, ...]:
    """The names of the calls that would have to be made. Raises AiogramError."""
    return tuple(
        [
            feature.set.__api_method__
            for feature in features(words)
            if feature.read(await bot(feature.ask, request_timeout=REQUEST_TIMEOUT)) != feature.wanted
        ]
    )
