"""People see what the bot is before they begin; it is set once, and never keeps the bot from starting."""

import yaml
from aiogram import Bot
from structlog.testing import capture_logs

from assistant.library.library import Words
from bot.introduction import introduce, missing
from bot.words import door_words
from tests.bot.fakes import FakeConverser, FakeReceiver, eventually, running_door, some_words
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.limits import MOST_COMMAND_DESCRIPTION, MOST_DESCRIPTION, MOST_SHORT_DESCRIPTION
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import ROOT, TelegramServer

SETTERS = ("setMyCommands", "setChatMenuButton", "setMyDescription", "setMyShortDescription")


async def test_commands_menu_button_and_descriptions_are_set_at_the_start(bot: Bot, telegram: TelegramServer) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()):
        await eventually(lambda: telegram.calls("setMyShortDescription"))

    assert [(it.command, it.description) for it in await bot.get_my_commands()] == [*some_words().commands.items()]
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_my_description()).description == "Aš padedu."
    assert (await bot.get_my_short_description()).short_description == "Pagalba."


async def test_what_is_so_already_is_not_set_again(bot: Bot, telegram: TelegramServer) -> None:
    assert await missing(bot, some_words()) == SETTERS
    for _ in range(2):
        await introduce(bot, some_words())

    assert await missing(bot, some_words()) == ()
    assert [len(telegram.calls(name)) for name in SETTERS] == [1, 1, 1, 1]


async def test_where_telegram_refuses_it_the_bot_runs_all_the_same(telegram: TelegramServer) -> None:
    for name in SETTERS:
        telegram.fails(FaultKind.TOO_MANY, method=name, times=9, retry_after=3000)
    ona = TelegramPerson(telegram.base_url, 7)
    with capture_logs() as logs:
        async with running_door(telegram, FakeConverser(), FakeReceiver()):
            await ona.says("labas")
            assert await ona.reads()
            await eventually(lambda: len([log for log in logs if log["event"].endswith("as it should")]) == 4)

    assert telegram.token not in str(logs)


def test_the_real_words_fit_telegrams_limits() -> None:
    said = yaml.safe_load((ROOT / "content/lt/messages.yaml").read_text(encoding="utf-8"))
    words = door_words({name: Words(tuple(it["sentences"])) for name, it in said.items() if "sentences" in it})

    assert len(words.description) <= MOST_DESCRIPTION
    assert len(words.about) <= MOST_SHORT_DESCRIPTION
    assert all(len(said) <= MOST_COMMAND_DESCRIPTION for said in words.commands.values())
