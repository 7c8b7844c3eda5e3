"""Editors look at what was not understood: the commonest wishes first, each with the topics that may be meant."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from assistant.understanding.clusters import clustered
from assistant.understanding.topics import OUT_OF_SCOPE, TopicFinder
from assistant.usecases.missed import Missed
from assistant.usecases.ports import Clock, UnitsOfWork

KEPT_FOR = timedelta(days=90)
MOST_LOOKED_AT = 2_000
"""Texts that are compared with each other at once; older ones wait until these are done."""
MOST_NEAREST = 3


@dataclass(frozen=True)
class Wish:
    """Texts that are alike, those written most often first; `nearest` are topic ids, the likeliest first."""

    missed: tuple[Missed, ...]
    nearest: tuple[str, ...]
    service: str

    @property
    def id(self) -> str:
        """The id of the first text, by which the wish is named."""
        return self.missed[0].id

    @property
    def texts(self) -> tuple[str, ...]:
        """The different texts, those written most often first."""
        return tuple(dict.fromkeys(one.words.text for one in self.missed))


class MissedDesk:
    """Shows what was not understood, and forgets what nobody looked at in time."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, finder: TopicFinder) -> None:
        self._units = units
        self._clock = clock
        self._finder = finder

    async def wishes(self) -> tuple[Wish, ...]:
        """What people wrote and was not understood, the commonest wish first."""
        async with self._units() as work:
            missed = await work.missed.newest(MOST_LOOKED_AT)
        groups = clustered([one.words.text for one in missed])
        wishes = [self._wish([missed[at] for at in group]) for group in groups]
        return tuple(sorted(wishes, key=lambda wish: (-len(wish.missed), wish.id)))

    async def wish(self, name: str) -> Wish | None:
        """The wish that holds the text whose id begins so; None where none or more than one does."""
        held = [wish for wish in await self.wishes() if any(one.id.startswith(name) for one in wish.missed)]
        return held[0] if len(held) == 1 else None

    async def forget_old(self) -> int:
        """Forget what nobody looked at in time; gives how many there were."""
        async with self._units() as work:
            forgotten = await work.missed.forget_before(self._clock.today() - KEPT_FOR)
            await work.commit()
        return forgotten

    def _wish(self, missed: Sequence[Missed]) -> Wish:
        times = Counter(one.words.text for one in missed)
        ordered = sorted(missed, key=lambda one: (-times[one.words.text], one.words.text, one.id))
        services = Counter(one.words.service for one in missed)
        nearest = self._finder.find(ordered[0].words.text).guesses
        topics = [guess.topic for guess in nearest if guess.topic != OUT_OF_SCOPE]
        topics += [topic for one in ordered for topic in one.words.nearest]
        return Wish(tuple(ordered), tuple(dict.fromkeys(topics))[:MOST_NEAREST], services.most_common(1)[0][0])
