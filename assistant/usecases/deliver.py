"""What the outbox holds is handed over: letters to departments and people, replies to chats."""

from collections.abc import Mapping
from dataclasses import replace

import structlog

from assistant.delivery.outbox import LETTERS, Carrier, OutboxEntry, State, is_hopeless, next_try
from assistant.errors import AiskiaiError, PermanentFailureError, TemporaryFailureError
from assistant.library.library import Words
from assistant.usecases.letters import LetterWriter
from assistant.usecases.ports import Clock, Letter, Letterbox, ReplyCarrier, UnitsOfWork

BATCH = 8
"""So few that even a silent mail server cannot hold them longer than their lease."""

log = structlog.get_logger(__name__)


class Deliver:
    """Hands over at least once; an entry's id is the key by which the other side can tell a repetition.

    It carries what it was given the means for: letters with a letterbox, replies with a reply carrier. `messages` are
    the words for letters to people.
    """

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        public_url: str,
        messages: Mapping[str, Words] | None = None,
        letterbox: Letterbox | None = None,
        replies: ReplyCarrier | None = None,
    ) -> None:
        self._units = units
        self._clock = clock
        self._letters = LetterWriter(messages=messages or {}, public_url=public_url)
        self._letterbox = letterbox
        self._replies = replies

    @property
    def carriers(self) -> tuple[Carrier, ...]:
        """What this one can hand over."""
        letters = sorted(LETTERS) if self._letterbox is not None else []
        return (*letters, Carrier.TELEGRAM) if self._replies is not None else tuple(letters)

    async def once(self) -> int:
        """Hand over what is due; gives how many entries were tried."""
        async with self._units() as work:
            claimed = await work.outbox.claim(self.carriers, self._clock.now(), BATCH)
            await work.commit()
        # The transaction is over before anybody talks to another server, which may be slow.
        for entry in claimed:
            outcome = await self._tried(entry)
            async with self._units() as work:
                await work.outbox.store(outcome)
                await work.commit()
        return len(claimed)

    async def _tried(self, entry: OutboxEntry) -> OutboxEntry:
        attempts = entry.attempts + 1
        try:
            await self._hand_over(entry)
        except TemporaryFailureError as error:
            now = self._clock.now()
            log.warning("handing over failed for now", entry=entry.id, carrier=entry.carrier, reason=str(error))
            state = State.FAILED if is_hopeless(entry, now) else State.WAITING
            return replace(
                entry, state=state, attempts=attempts, last_error=str(error), next_try_at=next_try(attempts, now)
            )
        except AiskiaiError as error:
            # Also what cannot be read any more: left to break the round, it would hold up all that waits behind it.
            log.warning("handing over failed for good", entry=entry.id, carrier=entry.carrier, reason=str(error))
            return replace(entry, state=State.FAILED, attempts=attempts, last_error=str(error))
        log.info("handed over", entry=entry.id, carrier=entry.carrier)
        return replace(entry, state=State.SENT, attempts=attempts, last_error="", sent_at=self._clock.now())

    async def _hand_over(self, entry: OutboxEntry) -> None:
        if entry.carrier in LETTERS and self._letterbox is not None:
            text = self._letters.text_of(entry)
            await self._letterbox.post(Letter(entry.id, entry.recipient, text.subject, text.body))
        elif self._replies is not None:
            async with self._units() as work:
                messages = await work.conversations.messages(entry.messages)
            if len(messages) < len(entry.messages):
                # The person has begun anew, or has talked on for long; the reply itself stays in the referral.
                raise PermanentFailureError("what was to be brought is no longer kept")
            await self._replies.bring(entry.recipient, messages)
