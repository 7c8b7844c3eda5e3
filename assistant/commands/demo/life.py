"""What becomes of one example: it is sent, and then staff and the person do what its fate says."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.bootstrap import Assistant
from assistant.commands.demo.invented import (
    ANSWERS,
    CHANGED_NOTE,
    HANDED_REASON,
    INSTITUTION,
    NOTE,
    QUESTION,
    REASON,
    REOPENED_REASON,
    SECOND_REPLY,
    Act,
    Invented,
)
from assistant.commands.demo.talking import Talker
from assistant.delivery.outbox import OutboxEntry
from assistant.errors import FailureReason
from assistant.i18n import LITHUANIA
from assistant.referrals.questions import Question
from assistant.referrals.thread import CallResult, Ending
from assistant.usecases.ports import StaffMember

WORKING_HOURS = 8
WORKING_DAYS = 5
EVENING = 19


class SetClock:
    """The port Clock: it stands where it is set, and never beyond the present."""

    def __init__(self, present: datetime) -> None:
        self._present = present
        self._now = present

    def set(self, at: datetime) -> None:
        """Stand there, or at the present where that is earlier."""
        self._now = min(at, self._present)

    def passes(self, hours: int) -> None:
        """Go on by working hours: eight make a working day."""
        days, rest = divmod(hours, 8)
        at = self._now + timedelta(hours=rest)
        while days:
            at += timedelta(days=1)
            days -= at.weekday() < 5  # noqa: PLR2004 - Monday to Friday
        self.set(at)

    def now(self) -> datetime:
        """The moment that is set."""
        return self._now

    def today(self) -> date:
        """Its day in Lithuania."""
        return self._now.astimezone(LITHUANIA).date()


class Life:
    """One example. `member` is who works on it, `colleague` to whom it may be given by e-mail.

    `elsewhere` is the municipality to which it may be passed on.
    """

    def __init__(
        self,
        assistant: Assistant,
        clock: SetClock,
        member: StaffMember,
        colleague: str,
        elsewhere: str,
        chance: random.Random,
    ) -> None:
        self._assistant = assistant
        self._clock = clock
        self._member = member
        self._colleague = colleague
        self._elsewhere = elsewhere
        self._chance = chance
        self._talker = Talker(assistant)

    async def of(self, person: Invented, place: str) -> int:
        """Let it be sent from this place, and let happen what happens; gives how many were sent. Raises LostError."""
        fate = person.fate
        days = self._chance.randint(fate.least_days_ago, fate.most_days_ago)
        hour, minute = self._chance.randint(WORKING_HOURS, EVENING), self._chance.randrange(60)
        self._clock.set((self._clock.now() - timedelta(days=days)).replace(hour=hour, minute=minute))
        types = [words for words in (place, person.name, person.phone, person.note) if words]
        sent = [await self._talker.sends(person.presses, types)]
        for act, hours in fate.acts:
            self._clock.passes(hours)
            if act is Act.SEND_AGAIN:
                sent.append(await self._talker.sends(person.presses, types))
            elif act is Act.MERGE:
                await self._merge(*sent)
            else:
                await self._happens(act, sent[0], person)
        return len(sent)

    async def _merge(self, number: str, other: str) -> None:
        versions = [(await self._assistant.casework.open(self._member, one)).version for one in (number, other)]
        await self._assistant.merging.merge(self._member, number, versions[0], other, versions[1])

    async def _happens(self, act: Act, number: str, person: Invented) -> None:
        cases, member = self._assistant.casework, self._member
        known = await cases.open(member, number)
        match act:
            case Act.TAKE:
                await cases.take(member, number, known.version)
            case Act.CALL:
                await cases.call(member, number, known.version)
            case Act.TRY:
                await cases.call(member, number, known.version, CallResult.NO_ANSWER)
            case Act.REPLY | Act.REPLY_AGAIN:
                text = person.reply if act is Act.REPLY else SECOND_REPLY
                await cases.reply(member, number, known.version, text, f"reply:example-{number}-{act}")
            case Act.ASK:
                question = Question(QUESTION, ANSWERS)
                await self._assistant.asking.ask(member, number, known.version, question, f"ask:example-{number}")
            case Act.NOTE:
                await self._assistant.colleagues.note(member, number, NOTE)
            case Act.CLOSE:
                ending = Ending(person.fate.ending) if person.fate.ending else None
                await cases.close(member, number, known.version, ending)
            case Act.WITHDRAW:
                await self._talker.does("status", "withdraw", "yes")
            case Act.CHANGE:
                # What a helper changes is read back to the person, who sends it.
                sends = ("yes", "send", "send") if person.is_helped else ("send",)
                await self._talker.does("status", "change", "note", f"={CHANGED_NOTE}", *sends)
            case Act.FAIL:
                await self._deliveries(number, self._failed)
            case _:
                await self._changes_hands(act, number, known.version)

    async def _changes_hands(self, act: Act, number: str, version: int) -> None:
        member, passing = self._member, self._assistant.passing
        match act:
            case Act.GIVE:
                await self._assistant.colleagues.give(member, number, version, self._colleague)
            case Act.HAND:
                await passing.hand(member, number, version, INSTITUTION, HANDED_REASON)
            case Act.PASS_ON:
                await passing.pass_on(member, number, version, self._elsewhere, REASON)
            case Act.REOPEN:
                await self._assistant.casework.reopen(member, number, version, REOPENED_REASON)
            case _:
                raise ValueError(act)

    async def _deliveries(self, number: str, change: Callable[[OutboxEntry], OutboxEntry]) -> None:
        async with self._assistant.units() as work:
            await work.outbox.change(number, change)
            await work.commit()

    def _failed(self, entry: OutboxEntry) -> OutboxEntry:
        words = "550 5.1.1 mailbox unavailable"
        return replace(entry, sent_at=None).failed_for_good(FailureReason.REFUSED, words, self._clock.now())
