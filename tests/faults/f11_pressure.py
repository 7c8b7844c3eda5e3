"""F11: little memory, a slow disk, and a machine that has better things to do."""

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size

MEMORY = 2 * 1024**3
SLOWER_MICROSECONDS = 20_000
ANSWERED_WITHIN = 5.0


async def pressure(house: House, kind: Kind, size: Size) -> Sum:
    """Nothing is lost, and every answer comes within five seconds."""
    otherwise: dict[str, object] = {"memory": MEMORY, "nice": 15}
    # Without a C compiler there is nobody to read it, and the disk stays as fast as it is.
    async with house.stage(kind, otherwise=otherwise, AISKIAI_TEST_SYNC_DELAY=str(SLOWER_MICROSECONDS)) as stage:
        await stage.people_send(size.submissions, at_once=4)
        stage.expect(stage.ledger.slowest < ANSWERED_WITHIN, f"an answer took {stage.ledger.slowest:.1f} s")
        stage.notes.append(f"slowest answer {stage.ledger.slowest:.1f} s; no packet loss: the kernel has no netem")
        return await stage.sum()
