"""What may no longer be kept is forgotten: batch by batch, so that nobody waits, and as often as somebody likes.

A term is counted in days of the Lithuanian calendar: what happened on a day is forgotten when that many days have gone
by, at midnight there, whatever the clock of the machine or summer time says.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import structlog

from assistant.conversation.news_events import ForgottenSoon
from assistant.conversation.own_data import anew
from assistant.eligibility.facts import Facts
from assistant.errors import ConversationChangedError, ConversationNotFoundError, ReferralChangedError
from assistant.i18n import LITHUANIA
from assistant.referrals.promise import may_speak
from assistant.referrals.referral import Referral
from assistant.usecases.auditing import Did, Operator
from assistant.usecases.erasing import Erasing
from assistant.usecases.forgetting import BY_AGE, Forgotten, Kind, OldFiles, Why
from assistant.usecases.ports import Clock, UnitOfWork, UnitsOfWork
from assistant.usecases.tell import Tell

BATCH = 200
WARNED_BEFORE = 5
"""Days before a draft is forgotten on which the person is told, where the channel lets us speak first."""
SESSIONS_KEPT = 1
MISSED_KEPT = 90

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Terms:
    """Days that things are kept: unsent answers, closed referrals, traces of what was done; the audit log, 0 for ever.

    A department may set a term of its own for closed referrals.
    """

    drafts: int = 30
    closed: int = 90
    traces: int = 30
    audit: int = 0


class Retain:
    """Forgets. Any number of processes may do so beside each other and beside all else; a killed one is no harm."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        tell: Tell,
        erasing: Erasing,
        terms: Terms,
        letters: OldFiles,
        batch: int = BATCH,
    ) -> None:
        self._units = units
        self._clock = clock
        self._tell = tell
        self._erasing = erasing
        self._terms = terms
        self._letters = letters
        self._batch = batch

    async def once(self, *, is_dry_run: bool = False) -> Mapping[Kind, int]:
        """How many of each kind were forgotten; in a dry run, how many would be, and nothing is changed."""
        found = Counter[tuple[Kind, str]]()
        for kind in BY_AGE:
            found[kind, ""] = await self._by_age(kind, is_dry_run=is_dry_run)
        found[Kind.CHECKS, ""] = await self._checks(is_dry_run=is_dry_run)
        found[Kind.ANSWERS, ""] = await self._answers(is_dry_run=is_dry_run)
        found.update(await self._closed(is_dry_run=is_dry_run))
        old = self._begin(self._terms.traces)
        found[Kind.LETTERS, ""] = self._letters.count(old) if is_dry_run else self._letters.forget(old)
        found[Kind.AUDIT, ""] = await self._audit(is_dry_run=is_dry_run)
        if not is_dry_run:
            await self._note(found)
        totals = Counter[Kind]()
        for (kind, _), times in found.items():
            totals[kind] += times
        return {kind: totals[kind] for kind in Kind if kind is not Kind.ERASED}

    async def warn(self) -> int:
        """Tell people whose answers are forgotten soon, once each and not at night; gives how many were told."""
        now = self._clock.now()
        if not may_speak(now):
            return 0
        since = self._begin(self._terms.drafts)
        before = self._begin(max(self._terms.drafts - WARNED_BEFORE, 0))
        async with self._units() as work:
            found = await work.forgetting.to_warn(since, before, self._batch)
        return sum([await self._warned(conversation, at) for conversation, at in found])

    def _begin(self, days: int) -> datetime:
        """What happened before this moment happened so many days ago, or more."""
        return datetime.combine(self._day(days) + timedelta(days=1), time(), LITHUANIA)

    def _day(self, days: int) -> date:
        return self._clock.today() - timedelta(days=days)

    def _kept(self, kind: Kind) -> int:
        """For how many days this kind is kept; of what ends by itself, after its end."""
        if kind is Kind.LINES:
            return self._terms.drafts
        if kind in {Kind.SESSIONS, Kind.ONCE}:
            return SESSIONS_KEPT
        return MISSED_KEPT if kind is Kind.MISSED else self._terms.traces

    async def _by_age(self, kind: Kind, *, is_dry_run: bool) -> int:
        before = self._begin(self._kept(kind))
        if is_dry_run:
            async with self._units() as work:
                return await work.forgetting.count(kind, before)
        total = 0
        while True:
            async with self._units() as work:
                some = await work.forgetting.forget(kind, before, self._batch)
                await work.commit()
            total += some
            if some < self._batch:
                return total

    async def _checks(self, *, is_dry_run: bool) -> int:
        before, total = self._begin(self._terms.drafts), 0
        while True:
            async with self._units() as work:
                if is_dry_run:
                    return await work.forgetting.count(Kind.CHECKS, before)
                some = await work.forgetting.forget_checks(before, self._batch)
                for conversation in some:
                    await self._erasing.destroy_key(work, conversation)
                await work.commit()
            total += len(some)
            if len(some) < self._batch:
                return total

    async def _audit(self, *, is_dry_run: bool) -> int:
        """The beginning of the log, where it has a term; the log itself says how much went."""
        if not self._terms.audit:
            return 0
        before, total = self._begin(self._terms.audit), 0
        while True:
            async with self._units() as work:
                if is_dry_run:
                    return await work.audit.older(before)
                some = await work.audit.prune(before, self._batch, self._clock.now())
                if some:
                    work.audit.note(Operator(), Did.PRUNED, "", self._clock.now(), {"count": some})
                await work.commit()
            total += some
            if some < self._batch:
                return total

    async def _answers(self, *, is_dry_run: bool) -> int:
        """Conversations stay where a request hangs on them, so that an answer finds its way; what was said does not."""
        before, after, total = self._begin(self._terms.drafts), "", 0
        while True:
            async with self._units() as work:
                some = await work.forgetting.idle(before, after, self._batch)
            for conversation in some:
                total += is_dry_run or await self._emptied(conversation)
                after = conversation
            if len(some) < self._batch:
                return total

    async def _emptied(self, conversation: str) -> bool:
        try:
            async with self._units() as work:
                known = await work.conversations.load(conversation)
                await work.forgetting.emptied(conversation)
                await self._erasing.destroy_key(work, conversation)
                await work.conversations.store(anew(known))
                await work.commit()
        except (ConversationChangedError, ConversationNotFoundError):
            # The person has come back at this very moment.
            return False
        return True

    async def _closed(self, *, is_dry_run: bool) -> Counter[tuple[Kind, str]]:
        async with self._units() as work:
            offices = await work.offices.all()
        own = {one.municipality: self._day(one.kept_days) for one in offices if one.kept_days is not None}
        until, after, found = self._day(self._terms.closed), "", Counter[tuple[Kind, str]]()
        while True:
            async with self._units() as work:
                some = await work.forgetting.ended(until, own, after, self._batch)
            for number in some:
                municipality = await self._one_closed(number, is_dry_run=is_dry_run)
                if municipality:
                    found[Kind.CLOSED, municipality] += 1
                after = number
            if len(some) < self._batch:
                return found

    async def _one_closed(self, number: str, *, is_dry_run: bool) -> str:
        """The municipality that had it; empty where it stays."""
        async with self._units() as work:
            known = await work.referrals.by_number(number)
            if known is None or not known.is_over or await _goes_on(work, known):
                return ""
            if is_dry_run:
                return known.request.municipality
            try:
                await self._erasing.erase(work, known, Why.TERM, idle_before=self._begin(self._terms.drafts))
            except ReferralChangedError:
                # Staff opened it again, or another process was faster.
                return ""
            who = Operator(known.request.municipality)
            work.audit.note(who, Did.ERASED, number, self._clock.now(), {"why": Why.TERM.value})
            await work.commit()
        return known.request.municipality

    async def _warned(self, conversation: str, last_word: datetime) -> bool:
        """Whether there was something to tell of; a conversation with nothing unsent is marked all the same."""
        day = last_word.astimezone(LITHUANIA).date() + timedelta(days=self._terms.drafts)
        try:
            async with self._units() as work:
                known = await work.conversations.load(conversation)
                is_told = known.draft.need is not None or known.facts != Facts()
                if is_told:
                    await self._tell.one(work, conversation, conversation, ForgottenSoon(day), what=f"forgotten-{day}")
                await work.forgetting.warned(conversation, last_word, self._clock.now())
                await work.commit()
        except (ConversationChangedError, ConversationNotFoundError):
            return False
        return is_told

    async def _note(self, found: Mapping[tuple[Kind, str], int]) -> None:
        today = self._clock.today()
        counts = [Forgotten(today, where, kind, times) for (kind, where), times in found.items() if times]
        if not counts:
            return
        async with self._units() as work:
            await work.forgetting.note(counts)
            await work.commit()
        log.info("forgotten", **{one.kind.value: one.times for one in counts})


async def _goes_on(work: UnitOfWork, referral: Referral) -> bool:
    """Whether the work on it goes on under another number, so that it is part of that one."""
    other = await work.referrals.by_number(referral.merged_with) if referral.merged_with else None
    return other is not None and not other.is_over
