"""What the outbox holds is handed over: letters to departments, replies to chats, word of failures to the operator."""

import asyncio

import structlog

from assistant.delivery.outbox import LETTERS, WEBHOOKS, Carrier, OutboxEntry, needs_alarm
from assistant.errors import AiskiaiError, DeliveryError, FailureReason, PermanentFailureError, TemporaryFailureError
from assistant.usecases.means import Letterbox, ReplyCarrier, Webhooks
from assistant.usecases.ports import Clock, Secrets, UnitsOfWork
from assistant.usecases.writing import Writer

BATCH = 8
"""How many are tried before the caller hears of it."""
LONGEST_TRY_SECONDS = 240.0
"""Shorter than the lease: whoever is cut off here knows that nobody else has the entry yet."""

log = structlog.get_logger(__name__)


class Deliver:
    """Hands over at least once; an entry's id is the key by which the other side can tell a repetition.

    It carries what it was given the means for: letters with a letterbox, calls with webhooks, replies with a reply
    carrier. `operator` is the address that is told of what failed for good; empty where nobody is.
    """

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        writer: Writer,
        operator: str = "",
        letterbox: Letterbox | None = None,
        webhooks: Webhooks | None = None,
        replies: ReplyCarrier | None = None,
        longest_try_seconds: float = LONGEST_TRY_SECONDS,
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._operator = operator
        self._writer = writer
        self._letterbox = letterbox
        self._webhooks = webhooks
        self._replies = replies
        self._longest_try_seconds = longest_try_seconds

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """What this one can hand over."""
        means = (
            (tuple(sorted(LETTERS)), self._letterbox),
            (tuple(sorted(WEBHOOKS)), self._webhooks),
            ((Carrier.TELEGRAM,), self._replies),
        )
        return tuple(carrier for carriers, mean in means if mean is not None for carrier in carriers)

    async def once(self) -> int:
        """Hand over what is due; gives how many entries were tried."""
        tried = 0
        while tried < BATCH:
            entry = await self._claimed()
            if entry is None:
                break
            # No transaction is open while we talk to another server, which may be slow.
            await self._keep(await self._tried(entry))
            tried += 1
        return tried

    async def _claimed(self) -> OutboxEntry | None:
        # One at a time: of what is claimed nothing grows old behind another one, and a withdrawal meets it in line.
        async with self._units() as work:
            claimed = await work.outbox.claim(self.carriers, self._clock.now(), 1)
            await work.commit()
        return next(iter(claimed), None)

    async def _keep(self, outcome: OutboxEntry) -> None:
        async with self._units() as work:
            counted = await work.outbox.store(outcome)
            if counted and self._operator and needs_alarm(outcome):
                await work.outbox.add(self._alarm(outcome))
            await work.commit()

    def _alarm(self, failed: OutboxEntry) -> OutboxEntry:
        now = self._clock.now()
        return OutboxEntry(self._secrets.token(), Carrier.ALARM, self._operator, failed.id, now, now)

    async def _tried(self, entry: OutboxEntry) -> OutboxEntry:
        """The outcome; sent is only what the other side has acknowledged, whatever else happens."""
        try:
            async with asyncio.timeout(self._longest_try_seconds):
                await self._hand_over(entry)
        except TemporaryFailureError as error:
            return self._failed_for_now(entry, error.reason, str(error))
        except TimeoutError:
            return self._failed_for_now(entry, FailureReason.NO_ANSWER, "no answer in time")
        except AiskiaiError as error:
            # Also what cannot be read any more: left to break the round, it would hold up all that waits behind it.
            log.warning("handing over failed for good", entry=entry.id, carrier=entry.carrier, reason=str(error))
            reason = error.reason if isinstance(error, DeliveryError) else FailureReason.UNKNOWN
            return entry.failed_for_good(reason, str(error), self._clock.now())
        except Exception as error:  # noqa: BLE001 - a fault of ours stays with its entry, and the others get their turn
            name = type(error).__name__
            log.error("handing over stumbled", entry=entry.id, carrier=entry.carrier, error=name)  # noqa: TRY400 - a traceback could hold a person's words
            return entry.failed_for_now(FailureReason.UNKNOWN, name, self._clock.now())
        log.info("handed over", entry=entry.id, carrier=entry.carrier)
        return entry.sent(self._clock.now())

    def _failed_for_now(self, entry: OutboxEntry, reason: FailureReason, words: str) -> OutboxEntry:
        log.warning("handing over failed for now", entry=entry.id, carrier=entry.carrier, reason=words)
        return entry.failed_for_now(reason, words, self._clock.now())

    async def _hand_over(self, entry: OutboxEntry) -> None:
        if entry.carrier in LETTERS and self._letterbox is not None:
            await self._letterbox.post(await self._writer.letter(entry))
        elif entry.carrier in WEBHOOKS and self._webhooks is not None:
            await self._webhooks.call(await self._writer.parcel(entry))
        elif entry.carrier is Carrier.TELEGRAM and self._replies is not None:
            async with self._units() as work:
                messages = await work.conversations.messages(entry.messages)
            if len(messages) < len(entry.messages):
                # The person has begun anew, or has talked on for long; the reply itself stays in the referral.
                raise PermanentFailureError("what was to be brought is no longer kept", FailureReason.NOT_KEPT)
            await self._replies.bring(entry.recipient, messages)
