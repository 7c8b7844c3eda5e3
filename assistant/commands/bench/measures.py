"""What is measured: turns by the clock, submissions as fast as they go, letters handed over, memory."""

import asyncio
import contextlib
import itertools
import statistics
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fastapi import FastAPI
from pydantic import BaseModel

from api.app import create_app
from assistant.bootstrap import Assistant
from assistant.commands.bench.calling import post
from assistant.commands.bench.pace import Call, Pace, at_rate, one_after_the_other
from assistant.commands.bench.people import Person, newcomer, senders, talkers
from assistant.commands.bench.served import journey, served
from assistant.commands.serve import work_on
from assistant.commands.settling import settle
from assistant.usecases.ports import StoredUpdate

TURNS_A_SECOND = 25
TALKERS = 100
AT_ONCE = 8
"""So many submissions are under way at the same time."""
JOURNEYS = 4
"""For so many submissions one is made from its beginning."""
ROUNDS = 4
"""So many turns product and bare route take inside the process."""
LETTERS_A_SECOND = 5

ROWS = "/rows"
ROW: dict[str, object] = {"text": "žodžiai " * 40}

_ids = itertools.count(1)


class Written(BaseModel):
    """What the bare route takes."""

    text: str


def bare_app(assistant: Assistant) -> FastAPI:
    """One route that checks a body, stores a row and commits: what any product on these libraries pays at least."""
    app = FastAPI()

    @app.post(ROWS)
    async def store(written: Written) -> Written:
        async with assistant.units() as work:
            await work.updates.add([StoredUpdate(next(_ids), "bare", written.text)], assistant.clock.now())
            await work.commit()
        return written

    return app


@dataclass(frozen=True)
class Measured:
    """One round of the benchmarks, on a database of one size."""

    turns: Pace
    bare_turns: Pace
    submissions: Pace
    bare_submissions: Pace
    journeys: Pace
    bare_journeys: Pace
    served_journeys: Pace
    served_bare_journeys: Pace
    served_ratios: tuple[float, ...]
    """Of product and bare route over HTTP, turn by turn."""

    calls: int
    """So many calls, each with its commit, make a journey."""


async def measured(assistant: Assistant, seconds: int, submissions: int, http_rounds: int, name: str) -> Measured:
    """Product and bare route in turn, so that both meet the same machine; the more turns, the less its moods tell."""
    app, bare = create_app(assistant), bare_app(assistant)
    settle()
    people = await talkers(assistant, TALKERS)
    sending = await senders(assistant, submissions, name)
    row = partial(post, bare, ROWS, ROW)
    turns = [
        partial(person.acts, app) for person in itertools.islice(itertools.cycle(people), seconds * TURNS_A_SECOND)
    ]
    # The first calls pay for what is made once: compiled statements, the memory of the topics.
    await one_after_the_other(turns[:TALKERS] + [row] * TALKERS, AT_ONCE)
    rounds = [
        (await at_rate(half, TURNS_A_SECOND), await at_rate([row] * len(half), TURNS_A_SECOND))
        for half in (turns[::2], turns[1::2])
    ]
    sends = [partial(person.acts, app) for person in sending]
    fast = [
        (await one_after_the_other(part, AT_ONCE), await one_after_the_other([row] * len(part), AT_ONCE))
        for part in _parts(sends)
    ]
    somebody = await newcomer(assistant)
    journeys = [partial(somebody.comes_and_sends, app)] * (submissions // JOURNEYS)

    async def as_many_rows() -> None:
        for _ in range(somebody.calls):
            await row()

    whole = [
        (await one_after_the_other(part, AT_ONCE), await one_after_the_other([as_many_rows] * len(part), AT_ONCE))
        for part in _parts(journeys)
    ]
    over_http = [
        (
            await served(app, journey(somebody.events), len(journeys) // 2, AT_ONCE),
            await served(bare, [(ROWS, ROW)] * somebody.calls, len(journeys) // 2, AT_ONCE),
        )
        for _ in range(http_rounds)
    ]
    return Measured(
        _together([turn for turn, _ in rounds]),
        _together([row for _, row in rounds]),
        _together([sent for sent, _ in fast]),
        _together([row for _, row in fast]),
        _together([journey for journey, _ in whole]),
        _together([rows for _, rows in whole]),
        _together([sent for sent, _ in over_http]),
        _together([rows for _, rows in over_http]),
        tuple(sent.per_second / rows.per_second for sent, rows in over_http),
        somebody.calls,
    )


def _parts(calls: Sequence[Call]) -> list[Sequence[Call]]:
    return [calls[nth::ROUNDS] for nth in range(ROUNDS)]


def _together(paces: Sequence[Pace]) -> Pace:
    return Pace(tuple(itertools.chain.from_iterable(pace.seconds for pace in paces)), sum(pace.whole for pace in paces))


async def hand_over(assistant: Assistant, letters: int, name: str) -> Pace:
    """From a referral being stored to its letter being with the mail server, with the worker running beside."""
    app = create_app(assistant)
    sending = await senders(assistant, letters, name)
    async with _working(assistant):
        await at_rate([partial(person.acts, app) for person in sending], LETTERS_A_SECOND)
        waited = await _waits(assistant, sending)
    return Pace(tuple(waited), sum(waited))


@contextlib.asynccontextmanager
async def _working(assistant: Assistant) -> AsyncIterator[None]:
    task = asyncio.create_task(work_on(assistant.deliver(letters=True)))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _waits(assistant: Assistant, people: Sequence[Person]) -> list[float]:
    """For each of their letters, the seconds it waited; waits for those that are not handed over yet."""
    waited = []
    for person in people:
        async with assistant.units() as work:
            [referral] = await work.referrals.of_conversation(person.conversation)
        while True:
            async with assistant.units() as work:
                [entry] = await work.outbox.of_subject(referral.number)
            if entry.sent_at is not None:
                waited.append((entry.sent_at - entry.created_at).total_seconds())
                break
            await asyncio.sleep(0.1)
    return waited


def memory() -> float:
    """What this process has in memory now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def ratio(product: Pace, bare: Pace) -> float:
    """How many times as long a call of the product takes, by the median."""
    return statistics.median(product.seconds) / statistics.median(bare.seconds)
