"""The fault matrix: which experiments there are, on which database each runs, and how much of each."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from tests.faults import (
    f01_killed,
    f02_database_away,
    f03_disk_full,
    f04_mail,
    f05_telegram,
    f06_repeated,
    f07_clock,
    f08_power_loss,
    f09_new_flow,
    f10_restored,
    f11_pressure,
    f12_bad_release,
)
from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size

Run = Callable[[House, Kind, Size], Awaitable[Sum]]

SMALL = Size(kills=4, submissions=40)


@dataclass(frozen=True)
class Experiment:
    """One line of the matrix. `share` is its part of all kills and submissions; 0 where it has its own small size."""

    fault: str
    what: str
    run: Run
    share: float = 0.0
    kinds: tuple[Kind, ...] = (Kind.SQLITE, Kind.POSTGRES)

    def size(self, kills: int, submissions: int) -> Size:
        """How much of it, for so much of everything."""
        if not self.share:
            return SMALL
        return Size(max(round(kills * self.share), 3), max(round(submissions * self.share), 20))


async def conducted(run: Run, house: House, kind: Kind, size: Size) -> Sum:
    """What an experiment found; one that broke off has failed."""
    try:
        return await run(house, kind, size)
    except Exception as error:  # noqa: BLE001 - the outermost loop: the other experiments are still to come
        return Sum(0, 0, (), (), failures=tuple(_causes(error)))


def _causes(error: BaseException) -> Iterator[str]:
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _causes(inner)
    else:
        yield f"{type(error).__name__}: {str(error)[:300]}"


MATRIX: tuple[Experiment, ...] = (
    Experiment("F1", "killed at random", f01_killed.at_random, share=0.5),
    Experiment("F1", "killed at every commit, letter and call", f01_killed.at_every_boundary),
    Experiment("F2", "database cut off, restarted or held", f02_database_away.away),
    Experiment("F3", "disk full, then freed", f03_disk_full.disk_full),
    Experiment("F4", "mail down for a day, slow, busy, rude, dropping", f04_mail.mail_trouble),
    Experiment("F5", "Telegram slowing down, breaking, blocked", f05_telegram.telegram_trouble),
    Experiment("F6", "the same 100 times, out of order, two devices", f06_repeated.repeated),
    Experiment("F7", "clock jumps, summer time", f07_clock.clock_jumps),
    Experiment("F8", "power loss", f08_power_loss.power_fails),
    Experiment("F9", "new flow in the middle of a form", f09_new_flow.new_flow),
    Experiment("F10", "a backup put back", f10_restored.restored),
    Experiment("F11", "little memory, slow disk, busy machine", f11_pressure.pressure),
    Experiment("F12", "bad content and settings refused", f12_bad_release.bad_release),
)
