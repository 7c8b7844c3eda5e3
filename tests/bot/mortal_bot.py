"""A bot that dies by SIGKILL at a given point, with what it knows in a file: `python -m tests.bot.mortal_bot …`."""

import argparse
import asyncio
import os
import signal
import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from assistant.conversation.events import Event
from assistant.conversation.messages import Message
from assistant.conversation.state import Channel
from assistant.usecases.ports import StoredUpdate
from bot.door import TelegramDoor, bot_at, stop_on_signals
from bot.outgoing import TelegramCarrier
from tests.bot.fakes import FakeHands, NothingToDeliver, echo, question, some_words
from tests.papers import FakePapers
from tests.telegram_server.world import TOKEN

TABLES = """
create table if not exists updates (id integer primary key, chat text, payload text, claimed_by int, is_done int);
create table if not exists effects (key text primary key, said text);
"""


class Death(StrEnum):
    """Where the process ends."""

    NEVER = "never"
    BEFORE_STORE = "before-store"
    AFTER_STORE = "after-store"
    BEFORE_EFFECT = "before-effect"
    AFTER_EFFECT = "after-effect"
    AFTER_ANSWER = "after-answer"


class Memory:
    """What outlives the process: the updates, and the effects by key."""

    def __init__(self, file: Path, death: Death) -> None:
        self._rows = sqlite3.connect(file, isolation_level=None)
        self._rows.executescript(TABLES)
        self._death = death

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        self._may_die(Death.BEFORE_STORE)
        rows = [(update.id, update.chat, update.payload) for update in updates]
        self._rows.executemany("insert or ignore into updates values (?, ?, ?, 0, 0)", rows)
        self._may_die(Death.AFTER_STORE)

    async def claim(self, limit: int) -> tuple[StoredUpdate, ...]:
        # What a dead process had claimed is free again, as after its lease.
        found = self._rows.execute(
            "update updates set claimed_by = ? where id in (select min(id) from updates where not is_done group by chat"
            " limit ?) and claimed_by <> ? returning id, chat, payload",
            (os.getpid(), limit, os.getpid()),
        ).fetchall()
        return tuple(StoredUpdate(*row) for row in found)

    async def kept_waiting(self) -> tuple[str, ...]:
        return ()

    async def done(self, update_id: int) -> None:
        self._may_die(Death.AFTER_ANSWER)
        self._rows.execute("update updates set is_done = 1 where id = ?", (update_id,))

    async def hear_in_chat(self, channel: Channel, external_id: str, event: Event, key: str) -> tuple[Message, ...]:
        del channel, external_id
        self._may_die(Death.BEFORE_EFFECT)
        # A second row for the same key would be a second submission, and break this.
        heard = self._rows.execute("select said from effects where key = ?", (key,)).fetchone()
        if heard is None:
            heard = (echo(event),)
            self._rows.execute("insert into effects values (?, ?)", (key, *heard))
        self._may_die(Death.AFTER_EFFECT)
        return (question(*heard),)

    def _may_die(self, here: Death) -> None:
        if self._death is here:
            os.kill(os.getpid(), signal.SIGKILL)


def told(file: Path) -> tuple[list[str], list[int]]:
    """What was carried out, and the ids of updates that are not handled."""
    with sqlite3.connect(file) as rows:
        effects = [said for (said,) in rows.execute("select said from effects order by key")]
        unhandled = [update for (update,) in rows.execute("select id from updates where not is_done")]
    rows.close()
    return effects, unhandled


async def live(api_base: str, memory: Memory) -> None:
    bot = bot_at(TOKEN, api_base)
    carrier = TelegramCarrier(bot, some_words(), FakePapers())
    door = TelegramDoor(
        bot=bot,
        converse=memory,
        receive=memory,
        deliver=NothingToDeliver(),
        carrier=carrier,
        words=some_words(),
        hands=FakeHands(),
    )
    await door.run(stop_on_signals())
    await bot.session.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("api_base")
    parser.add_argument("file", type=Path)
    parser.add_argument("death", type=Death)
    asked = parser.parse_args()
    asyncio.run(live(asked.api_base, Memory(asked.file, asked.death)))
