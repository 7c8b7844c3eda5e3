"""What waits to be handed over, how that stands, and when it is tried again (pure)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from assistant.errors import FailureReason


class Carrier(StrEnum):
    """How an entry is handed over, and to whom.

    To a department: LETTER (number and link), DOCUMENT (the same with the request as a locked PDF) and WEBHOOK (the
    whole request, to its own system). To staff, about what they know: that it was changed, is due, is overdue, was
    given to them, that a note calls them, that the person answered their question or wishes it to be erased;
    LETTER_SIGN_IN, a link that opens the inbox; and LETTER_INVITED, the first such link of somebody who has just got an
    account. To a person: TELEGRAM, and letters that there is an answer or other news. To the operator: ALARM (one
    handing over failed for good) and SUMMARY (what is stuck, once a day). LETTER_TEST and WEBHOOK_TEST show a lead
    whether a recipient can be reached; they are about no referral.
    """

    LETTER = "letter"
    DOCUMENT = "document"
    WEBHOOK = "webhook"
    TELEGRAM = "telegram"
    LETTER_CHANGED = "letter-changed"
    LETTER_REMINDER = "letter-reminder"
    LETTER_OVERDUE = "letter-overdue"
    LETTER_GIVEN = "letter-given"
    LETTER_MENTIONED = "letter-mentioned"
    LETTER_TOLD = "letter-told"
    LETTER_ERASURE = "letter-erasure"
    PERSON_ANSWER = "person-answer"
    PERSON_NEWS = "person-news"
    LETTER_SIGN_IN = "letter-sign-in"
    LETTER_INVITED = "letter-invited"
    ALARM = "alarm"
    SUMMARY = "summary"
    LETTER_TEST = "letter-test"
    WEBHOOK_TEST = "webhook-test"


TO_STAFF = frozenset(
    {
        Carrier.LETTER_CHANGED,
        Carrier.LETTER_REMINDER,
        Carrier.LETTER_OVERDUE,
        Carrier.LETTER_GIVEN,
        Carrier.LETTER_MENTIONED,
        Carrier.LETTER_TOLD,
        Carrier.LETTER_ERASURE,
    }
)
"""Letters to staff about a request that they know."""
TO_DEPARTMENT = TO_STAFF | {Carrier.LETTER, Carrier.DOCUMENT, Carrier.WEBHOOK}
"""What brings a referral, or word of it, to a department: of no use once the referral is over."""
TO_PERSON = frozenset({Carrier.PERSON_ANSWER, Carrier.PERSON_NEWS})
"""Letters to the person: that there is something to read, and nothing of it."""
TO_OPERATOR = frozenset({Carrier.ALARM, Carrier.SUMMARY})
"""What tells of other entries; it is never told of itself, or one dead mail server would make letters for ever."""
TRIALS = frozenset({Carrier.LETTER_TEST, Carrier.WEBHOOK_TEST})
"""What a lead sends to try a recipient out: the page shows how it went, and nobody else need know."""
WEBHOOKS = frozenset({Carrier.WEBHOOK, Carrier.WEBHOOK_TEST})
"""All that goes to a municipality's own system."""
TO_SIGN_IN = frozenset({Carrier.LETTER_SIGN_IN, Carrier.LETTER_INVITED})
"""Letters to staff with a link that opens the inbox."""
LETTERS = (TO_DEPARTMENT - WEBHOOKS) | TO_PERSON | TO_OPERATOR | TO_SIGN_IN | {Carrier.LETTER_TEST}
"""All that goes through a letterbox; they differ in their words."""


class State(StrEnum):
    """How the handing over stands.

    CREATED waits in line. SENDING is in the hands of a worker until its lease ends. SENT only after the other side
    said that it has it. FAILED_TEMPORARILY is tried again by itself, FAILED_FOR_GOOD only when a person presses retry.
    CANCELLED is not sent any more because the referral is over.
    """

    CREATED = "created"
    SENDING = "sending"
    SENT = "sent"
    FAILED_TEMPORARILY = "failed-temporarily"
    FAILED_FOR_GOOD = "failed-for-good"
    CANCELLED = "cancelled"


WAITING = frozenset({State.CREATED, State.FAILED_TEMPORARILY})
"""In line: whoever has the means takes it when it is due."""
UNSENT = WAITING | {State.SENDING}
"""Still to be handed over without anybody's help."""
FAILED = frozenset({State.FAILED_TEMPORARILY, State.FAILED_FOR_GOOD})
"""Where pressing retry makes sense."""

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)
GIVE_UP_AFTER = timedelta(hours=72)
LEASE = timedelta(minutes=5)
LATE_AFTER = timedelta(minutes=15)
"""An unsent entry older than this is an alarm."""


@dataclass(frozen=True)
class OutboxEntry:
    """One thing to hand over to one recipient, without personal data.

    `id` is also the idempotency key on the way out, the same at every try. `recipient` is an e-mail address, a chat
    id or a webhook's name. `subject` is what it is about: a referral's number, for an ALARM another entry's id, for a
    SUMMARY the day, for a trial the municipality, for what opens the inbox nothing. `messages` are the ids of
    conversation messages to deliver (Telegram). Times are UTC.

    `attempts` counts the tries since it was put in line, by the program or by a person who pressed retry;
    `failing_since` is the first of them that failed. `reason` and `last_error` tell why the last try failed, in a word
    of ours and in the other side's own words; they stay until a try succeeds.
    """

    id: str
    carrier: Carrier
    recipient: str
    subject: str
    created_at: datetime
    next_try_at: datetime
    messages: tuple[str, ...] = ()
    state: State = State.CREATED
    attempts: int = 0
    failing_since: datetime | None = None
    reason: FailureReason | None = None
    last_error: str = ""
    sent_at: datetime | None = None

    def taken(self) -> Self:
        """A worker has it in hand."""
        return replace(self, state=State.SENDING)

    def sent(self, now: datetime) -> Self:
        """The other side said that it has it."""
        return replace(
            self,
            state=State.SENT,
            attempts=self.attempts + 1,
            sent_at=now,
            failing_since=None,
            reason=None,
            last_error="",
        )

    def failed_for_now(self, reason: FailureReason, words: str, now: datetime) -> Self:
        """It is tried again after 1, 2, 4 … 30 minutes; after 72 hours of failures once more and then no more."""
        attempts = self.attempts + 1
        since = self.failing_since or now
        gives_up_at = since + GIVE_UP_AFTER
        if now >= gives_up_at:
            return self.failed_for_good(reason, words, now)
        return replace(
            self,
            state=State.FAILED_TEMPORARILY,
            attempts=attempts,
            failing_since=since,
            reason=reason,
            last_error=words,
            next_try_at=min(now + wait_after(attempts), gives_up_at),
        )

    def failed_for_good(self, reason: FailureReason, words: str, now: datetime) -> Self:
        """No later time will help; a person must look."""
        return replace(
            self,
            state=State.FAILED_FOR_GOOD,
            attempts=self.attempts + 1,
            failing_since=self.failing_since or now,
            reason=reason,
            last_error=words,
        )

    def put_back(self, now: datetime) -> Self:
        """A person pressed retry: due at once, and all waits are counted from now. What is not failed stays."""
        if self.state not in FAILED:
            return self
        return replace(self, state=State.CREATED, attempts=0, failing_since=None, next_try_at=now)

    def cancelled(self) -> Self:
        """Nobody needs it any more; what is sent stays sent."""
        return self if self.state is State.SENT else replace(self, state=State.CANCELLED)


def needs_alarm(entry: OutboxEntry) -> bool:
    """Whether the operator is told at once: a department has no word of a referral and will have none by itself."""
    return entry.state is State.FAILED_FOR_GOOD and entry.carrier in TO_DEPARTMENT


def without_department(entry: OutboxEntry) -> OutboxEntry:
    """The entry once its referral is over: no department needs word of it; a reply still goes to the person."""
    return entry.cancelled() if entry.carrier in TO_DEPARTMENT else entry


def wait_after(failures: int) -> timedelta:
    """How long to wait after that many failures: 1, 2, 4 … minutes, never more than 30."""
    doublings = min(max(failures - 1, 0), 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
