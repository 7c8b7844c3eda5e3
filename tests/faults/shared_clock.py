"""One clock for all processes of an experiment: it can jump, and it can run faster than the machine's own."""

import mmap
import struct
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

_SHAPE = struct.Struct("ddd")


class SharedClock:
    """Seconds of the experiment, in a file that every process maps; only the experiment itself changes it."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            now = time.time()
            file.write_bytes(_SHAPE.pack(now, now, 1.0))
        with file.open("r+b") as opened:
            self._map = mmap.mmap(opened.fileno(), _SHAPE.size)

    def now(self) -> datetime:
        """The present moment of the experiment, aware, in UTC."""
        return datetime.fromtimestamp(self._seconds(), UTC)

    def jumps(self, seconds: float) -> None:
        """It is suddenly so much later, or earlier."""
        self._set(self._seconds() + seconds, self._rate)

    def stands_at(self, moment: datetime) -> None:
        """It is suddenly this moment."""
        self._set(moment.timestamp(), self._rate)

    def runs(self, times: float) -> None:
        """From now on it runs so many times as fast as the machine's clock."""
        self._set(self._seconds(), times)

    @property
    def _rate(self) -> float:
        return float(_SHAPE.unpack(self._map[:])[2])

    def _seconds(self) -> float:
        real, ours, rate = _SHAPE.unpack(self._map[:])
        return float(ours + (time.time() - real) * rate)

    def _set(self, ours: float, rate: float) -> None:
        self._map[:] = _SHAPE.pack(time.time(), ours, rate)


def reader(file: Path) -> Callable[[object], datetime]:
    """What stands in for the method `now` of a clock."""
    clock = SharedClock(file)
    return lambda _self: clock.now()
