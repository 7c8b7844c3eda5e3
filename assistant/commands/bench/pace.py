"""How long calls took: measured, and told."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

Call = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Pace:
    """How long each call took, and all of them together, in seconds."""

    seconds: tuple[float, ...]
    whole: float

    @property
    def per_second(self) -> float:
        """Calls a second, as they came through together."""
        return len(self.seconds) / self.whole

    def percentile(self, share: int) -> float:
        """The time within which that share of the calls was done, in milliseconds."""
        return statistics.quantiles(self.seconds, n=100)[share - 1] * 1000


async def one_after_the_other(calls: Sequence[Call], at_once: int) -> Pace:
    """So many callers, each of whom begins a new call when the last is answered."""
    waiting = list(reversed(calls))
    seconds: list[float] = []

    async def calls_on() -> None:
        while waiting:
            call = waiting.pop()
            began = time.perf_counter()
            await call()
            seconds.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(calls_on() for _ in range(at_once)))
    return Pace(tuple(seconds), time.perf_counter() - began)


async def at_rate(calls: Sequence[Call], per_second: float) -> Pace:
    """Calls begin by the clock, whether or not those before are answered; a call that had to wait has taken longer."""
    seconds: list[float] = []
    began = time.perf_counter()

    async def on_time(call: Call, due: float) -> None:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await call()
        seconds.append(time.perf_counter() - due)

    await asyncio.gather(*(on_time(call, began + nth / per_second) for nth, call in enumerate(calls)))
    return Pace(tuple(seconds), time.perf_counter() - began)
