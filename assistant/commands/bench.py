"""Benchmarks as ratios: a whole turn beside the same database writes without an assistant, in the same run."""

import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.bootstrap import Assistant, assembled
from assistant.conversation.events import TextReceived
from assistant.conversation.state import Channel
from assistant.settings import Settings
from assistant.usecases.converse import Opened
from assistant.usecases.ports import Line

ROUNDS = 5
TURNS = 200

SAYS = (
    "man",
    "kas yra atvejo vadyba",
    "o kiek kainuoja?",
    "meniu",
    "ar man tinka",
    "socialinės dirbtuvės",
    "34",
    "atgal",
)
"""What is said again and again: typed words, since understanding them is the larger part of a turn."""


@dataclass(frozen=True)
class Pace:
    """How long each call took, in seconds."""

    seconds: tuple[float, ...]

    @property
    def per_second(self) -> float:
        """Calls a second, by the median."""
        return 1 / statistics.median(self.seconds)

    def percentile(self, share: int) -> float:
        """The time within which that share of the calls was done, in milliseconds."""
        return statistics.quantiles(self.seconds, n=100)[share - 1] * 1000


async def report_lines(settings: Settings) -> list[str]:
    """The benchmarks, on a fresh SQLite file: nothing is written into the operator's own database."""
    with tempfile.TemporaryDirectory() as folder:
        apart = settings.model_copy(update={"data_dir": Path(folder), "database_url": ""})
        async with assembled(apart) as assistant:
            turns, writes = await _side_by_side(assistant)
    ratio = statistics.median(writes.seconds) / statistics.median(turns.seconds)
    return [
        f"a turn:                 {turns.per_second:7.0f} a second, {_times(turns)}",
        f"the same writes alone:  {writes.per_second:7.0f} a second, {_times(writes)}",
        f"ratio (turn / writes):  {ratio:7.2f}",
    ]


def _times(pace: Pace) -> str:
    return f"p50 {pace.percentile(50):.1f} ms, p95 {pace.percentile(95):.1f} ms, p99 {pace.percentile(99):.1f} ms"


async def _side_by_side(assistant: Assistant) -> tuple[Pace, Pace]:
    """Turns and bare writes in alternating rounds, so that both meet the same machine."""
    opened = await assistant.converse.open(Channel.WEB)
    bare = await assistant.converse.open(Channel.WEB)
    words = itertools.cycle(SAYS)
    turns: list[float] = []
    writes: list[float] = []
    for _ in range(ROUNDS):
        turns += await _timed(lambda: assistant.converse.hear(opened.conversation, TextReceived(next(words))))
        writes += await _timed(lambda: _same_writes(assistant, bare))
    return Pace(tuple(turns)), Pace(tuple(writes))


async def _timed(call: Callable[[], Awaitable[object]]) -> list[float]:
    seconds = []
    for _ in range(TURNS):
        began = time.perf_counter()
        await call()
        seconds.append(time.perf_counter() - began)
    return seconds


async def _same_writes(assistant: Assistant, opened: Opened) -> None:
    """Load and store a conversation and add two lines, as a turn does."""
    now = assistant.clock.now()
    said = opened.messages[-1]
    async with assistant.units() as work:
        conversation = await work.conversations.load(opened.conversation)
        await work.conversations.store(replace(conversation, turn=conversation.turn + 1))
        ids = (f"{conversation.turn}-said", f"{conversation.turn}-message")
        await work.conversations.say(
            opened.conversation, (Line(ids[0], now, said="žodžiai"), Line(ids[1], now, message=said))
        )
        await work.commit()
