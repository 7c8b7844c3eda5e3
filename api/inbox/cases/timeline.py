"""The thread of a request as it is read: what happened, and what was delivered in between, by time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.delivery.outbox import OutboxEntry, State
from assistant.referrals.thread import Entry


@dataclass(frozen=True)
class Moment:
    """One line of it: an entry of the thread, or something that reached its recipient then."""

    at: datetime
    entry: Entry | None = None
    delivery: OutboxEntry | None = None


def timeline(thread: Sequence[Entry], deliveries: Sequence[OutboxEntry]) -> tuple[Moment, ...]:
    """Oldest first; the thread keeps its own order, and what was delivered at the same moment stands behind it."""
    moments = [Moment(entry.at, entry=entry) for entry in thread]
    sent = ((entry.sent_at, entry) for entry in deliveries if entry.state is State.SENT)
    for at, entry in sorted(((at, entry) for at, entry in sent if at is not None), key=lambda pair: pair[0]):
        place = next((place for place, moment in enumerate(moments) if moment.at > at), len(moments))
        moments.insert(place, Moment(at, delivery=entry))
    return tuple(moments)
