"""Editors accept a wish that was not understood: it is learned at once, or waits to be put into the content files."""

import asyncio
import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from assistant.errors import ContentError
from assistant.library.teaching import add_example, add_expectation, check_example
from assistant.understanding.private import REMOVED
from assistant.usecases.auditing import Did, Somebody
from assistant.usecases.missed_desk import MissedDesk, Wish
from assistant.usecases.ports import Clock, Secrets, UnitOfWork, UnitsOfWork
from assistant.usecases.taught import Taught

MayWrite = Callable[[Path], bool]


class Learned(StrEnum):
    """What became of accepted words."""

    WRITTEN = "written"
    """They are in the content files; the assistant knows them after its next start."""
    WAITS = "waits"
    """The content files cannot be written here; the words wait to be taken there."""


def may_write(path: Path) -> bool:
    """Whether this process may write the file, or make it where there is none yet."""
    return os.access(path if path.exists() else path.parent, os.W_OK)


class TeachingDesk:
    """Accepts wishes, drops them, and gives out what waits."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        content: Path,
        missed: MissedDesk,
        may_write: MayWrite = may_write,
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._phrases = content / "lt" / "phrases"
        self._expectations = content / "lt" / "regression" / "understanding.yaml"
        self._missed = missed
        self._may_write = may_write

    async def accept(self, who: Somebody, wish: Wish, topic: str, service: str, words: str) -> tuple[Learned, str]:
        """Teach the wish; gives what became of it, and the words.

        `words` are better words of the editor's own, empty for those of the wish. Raises ContentError where there is no
        such topic or service, where the words are an example already, or where nothing is left to learn from.
        """
        text = " ".join(words.split()) or without_gaps(wish.texts[0])
        if not text:
            raise ContentError('Nothing is left of these words. Say it in words of your own: --words "…".')
        can_write = await asyncio.to_thread(self._write, topic, service, text)
        async with self._units() as work:
            if not can_write:
                name = self._secrets.token()
                await work.taught.add(Taught(name, topic, service, text, self._clock.today()))
            await self._forget(work, who, wish, topic)
        return (Learned.WRITTEN if can_write else Learned.WAITS), text

    async def drop(self, who: Somebody, wish: Wish) -> int:
        """Throw the wish away; gives how many texts it had."""
        async with self._units() as work:
            return await self._forget(work, who, wish, "")

    async def waiting(self) -> tuple[Taught, ...]:
        """What was accepted and is not in the content files yet."""
        async with self._units() as work:
            return await work.taught.all()

    async def give_out(self, who: Somebody) -> tuple[Taught, ...]:
        """The same for somebody who takes it along."""
        async with self._units() as work:
            taught = await work.taught.all()
            work.audit.note(who, Did.EXPORTED, "taught-words", self._clock.now(), {"count": len(taught)})
            await work.commit()
        return taught

    async def taken(self, who: Somebody, names: Sequence[str]) -> int:
        """Forget what is in the content files by now; gives how many there were."""
        async with self._units() as work:
            dropped = await work.taught.drop(tuple(names))
            work.audit.note(who, Did.TAUGHT, "taught-words", self._clock.now(), {"count": dropped})
            await work.commit()
        return dropped

    async def _forget(self, work: UnitOfWork, who: Somebody, wish: Wish, topic: str) -> int:
        dropped = await work.missed.drop(tuple(one.id for one in wish.missed))
        work.audit.note(who, Did.TAUGHT, topic, self._clock.now(), {"count": dropped})
        await work.commit()
        return dropped

    def _write(self, topic: str, service: str, text: str) -> bool:
        """Whether the words could be written. Raises ContentError where they cannot be learned."""
        check_example(self._phrases, topic, service, text)
        if not (self._may_write(self._phrases / f"{topic}.yaml") and self._may_write(self._expectations)):
            return False
        add_example(self._phrases, topic, service, text)
        add_expectation(self._expectations, topic, service, text)
        return True


def without_gaps(text: str) -> str:
    """The words without the signs for what was taken out."""
    return " ".join(word for word in text.split() if word.strip(f"{REMOVED}.,!?"))
