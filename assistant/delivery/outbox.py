"""What waits to be handed over, and when it is tried again (pure)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Carrier(StrEnum):
    """Who hands an entry over."""

    LETTER = "letter"
    TELEGRAM = "telegram"
    LETTER_CHANGED = "letter-changed"
    LETTER_REMINDER = "letter-reminder"
    LETTER_OVERDUE = "letter-overdue"
    PERSON_ANSWER = "person-answer"
    PERSON_NEWS = "person-news"


TO_STAFF = frozenset({Carrier.LETTER, Carrier.LETTER_CHANGED, Carrier.LETTER_REMINDER, Carrier.LETTER_OVERDUE})
TO_PERSON = frozenset({Carrier.PERSON_ANSWER, Carrier.PERSON_NEWS})
LETTERS = TO_STAFF | TO_PERSON
"""All that goes through a letterbox; they differ in their words."""


class State(StrEnum):
    """How the handing over stands; sent only after the other side said so."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True)
class OutboxEntry:
    """One thing to hand over, without personal data.

    `id` is also the idempotency key on the way out. `recipient` is an e-mail address or a chat id, `subject` the
    referral's number, `messages` the ids of conversation messages to deliver (Telegram). Times are UTC.
    """

    id: str
    carrier: Carrier
    recipient: str
    subject: str
    created_at: datetime
    next_try_at: datetime
    messages: tuple[str, ...] = ()
    state: State = State.WAITING
    attempts: int = 0
    last_error: str = ""
    sent_at: datetime | None = None


FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)
GIVE_UP_AFTER = timedelta(hours=72)
LEASE = timedelta(minutes=5)


def next_try(attempts: int, now: datetime) -> datetime:
    """When to try again after that many failures: 1, 2, 4 … minutes, never more than 30."""
    doublings = min(max(attempts - 1, 0), 10)
    return now + min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def is_hopeless(entry: OutboxEntry, now: datetime) -> bool:
    """Whether it has been tried for so long that a human must look."""
    return now - entry.created_at >= GIVE_UP_AFTER
