"""The command `missed`: editors see what was not understood, teach it, or throw it away."""

import asyncio
from collections.abc import Iterator, Sequence

import structlog

from assistant.bootstrap import assembled
from assistant.errors import ContentError
from assistant.library.library import Library
from assistant.library.teaching import add_example, add_expectation
from assistant.settings import Settings
from assistant.understanding.private import REMOVED
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
        text = words.strip() or without_gaps(wish.texts[0])
        if not text:
            raise ContentError('Nothing is left of these words. Say it in words of your own: --words "…".')
        folder = settings.content_dir / "lt"
        add_example(folder / "phrases", topic, service, text)
        add_expectation(folder / "regression" / "understanding.yaml", topic, service, text)
        await assistant.missed.done(wish)
    return text


async def drop(settings: Settings, name: str, library: Library | None = None) -> int:
    """Throw the wish away; gives how many texts it had. Raises ContentError where there is no such wish."""
    async with assembled(settings, library=library) as assistant:
        return await assistant.missed.done(await _found(assistant.missed, name))


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


def without_gaps(text: str) -> str:
    """The words without the signs for what was taken out."""
    return " ".join(word for word in text.split() if word.strip(f"{REMOVED}.,!?"))


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
