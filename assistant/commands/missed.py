"""The command `missed`: editors see what was not understood, teach it, or throw it away."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

import structlog

from assistant.bootstrap import assembled
from assistant.errors import ContentError
from assistant.library.library import Library
from assistant.library.teaching import add_example, add_expectation, load_expectations
from assistant.settings import Settings
from assistant.usecases.auditing import Operator
from assistant.usecases.missed_desk import MissedDesk, Wish

EVERY_SECONDS = 3600.0
SHORT_ID = 8
MOST_TEXTS = 4
"""Different texts of a wish that the list shows."""

log = structlog.get_logger(__name__)


async def missed_lines(settings: Settings, library: Library | None = None) -> Sequence[str]:
    """The wishes that were not understood, the commonest first, with what to do next."""
    async with assembled(settings, library=library) as assistant:
        wishes = await assistant.missed.wishes()
    return [line for wish in wishes for line in _shown(wish)] or ["Nothing waits: everything was understood."]


async def accept(
    settings: Settings, name: str, topic: str, service: str, words: str, library: Library | None = None
) -> str:
    """Teach the wish: its words become an example of the topic, and an expectation that tests hold on to.

    `words` are better words of the editor's own, empty for those of the wish. Raises ContentError where there is no
    such wish or topic, or nothing is left to learn from.
    """
    async with assembled(settings, library=library) as assistant:
        wish = await _found(assistant.missed, name)
        _, text = await assistant.teaching.accept(Operator(), wish, topic, service, words)
    return text


async def drop(settings: Settings, name: str, library: Library | None = None) -> int:
    """Throw the wish away; gives how many texts it had. Raises ContentError where there is no such wish."""
    async with assembled(settings, library=library) as assistant:
        return await assistant.teaching.drop(Operator(), await _found(assistant.missed, name))


def learn(content: Path, taken_along: Path) -> int:
    """Put words that editors accepted on a server, and took along, into the content files; gives how many were new.

    Raises ContentError where the file cannot be read, or has a topic or service that there is not.
    """
    folder = content / "lt"
    learned = 0
    known = {one.text for one in load_expectations(folder / "regression" / "understanding.yaml")}
    for one in load_expectations(taken_along):
        if one.text in known:
            continue
        add_example(folder / "phrases", one.topic, one.service, one.text)
        add_expectation(folder / "regression" / "understanding.yaml", one.topic, one.service, one.text)
        learned += 1
    return learned


async def forget_missed_regularly(desk: MissedDesk) -> None:
    """Forget what nobody looked at in time, now and once an hour, until cancelled."""
    while True:
        try:
            forgotten = await desk.forget_old()
            if forgotten:
                log.info("missed words are forgotten", texts=forgotten)
        except Exception:  # the outermost loop: whatever happened, the next round tries again
            log.exception("missed words could not be forgotten")
        await asyncio.sleep(EVERY_SECONDS)


async def _found(desk: MissedDesk, name: str) -> Wish:
    wish = await desk.wish(name)
    if wish is None:
        raise ContentError(f'No wish is called "{name}". See `aiskiai missed list`.')
    return wish


def _shown(wish: Wish) -> Iterator[str]:
    about = f", about {wish.service}" if wish.service else ""
    yield f"{wish.id[:SHORT_ID]}  {len(wish.missed)} times{about}"
    for text in wish.texts[:MOST_TEXTS]:
        yield f"    {text}"
    if len(wish.texts) > MOST_TEXTS:
        yield f"    and {len(wish.texts) - MOST_TEXTS} more"
    yield f"    nearest: {', '.join(wish.nearest) or 'nothing'}"
