"""What statistics keep of a referral: days, kinds and results, and nothing by which a person could be found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from assistant.referrals.promise import day_in_lithuania, working_days_between
from assistant.referrals.referral import Referral
from assistant.referrals.thread import ANSWERS, Entry, EntryKind

ENDS = frozenset({"closed", "withdrawn", "merged"})
"""Kinds of entries that end the work; merging, where the work goes on under another number, among them."""


@dataclass(frozen=True)
class ReplyLevels:
    """How many replies reached which level of easy language; those that nobody looked at are `unmeasured`."""

    first: int = 0
    second: int = 0
    harder: int = 0
    unmeasured: int = 0


@dataclass(frozen=True)
class ReferralFacts:
    """A referral as one municipality had it; one that was passed on has facts with each of them.

    `waited_days` are working days to the first reply or call, None where there was none. `settled_on` is the first day
    of reply, call or closing. `ended` is "closed", "withdrawn", "merged", "passed-on", or empty while it is open;
    `outcome` is the id of what came of a closed one. `verdict` is empty where nothing was checked before sending.
    `promised` is known only for the municipality that has it now.
    """

    number: str
    municipality: str
    received_on: date
    need: str
    for_other: bool
    verdict: str
    is_demo: bool
    is_here: bool
    waited_days: int | None = None
    settled_on: date | None = None
    promised: date | None = None
    ended: str = ""
    ended_on: date | None = None
    outcome: str = ""
    levels: ReplyLevels = ReplyLevels()


def facts_of(referral: Referral) -> tuple[ReferralFacts, ...]:
    """One for each municipality that had it, in that order; the last is the one that has it now."""
    passings = [at for at, entry in enumerate(referral.thread) if entry.kind is EntryKind.PASSED_ON]
    bounds = [0, *(at + 1 for at in passings), len(referral.thread)]
    stays = [referral.thread[start:end] for start, end in pairwise(bounds)]
    starts = [referral.sent_at, *(referral.thread[at].at for at in passings)]
    known: dict[str, ReferralFacts] = {}
    for stay, start in zip(stays, starts, strict=True):
        is_here = stay is stays[-1]
        passing = None if is_here else stay[-1].passing
        place = referral.request.municipality if passing is None else passing.origin
        # One that came back to where it was before counts there once, as it was received last.
        known.pop(place, None)
        known[place] = _facts(referral, place, start, stay, is_here=is_here)
    return tuple(known.values())


def _facts(referral: Referral, place: str, start: datetime, stay: Sequence[Entry], *, is_here: bool) -> ReferralFacts:
    received = day_in_lithuania(start)
    answered = next((day_in_lithuania(entry.at) for entry in stay if entry.kind in ANSWERS), None)
    # A closed referral can be opened again: what counts is how it stands.
    end = None if is_here else stay[-1]
    if is_here and referral.is_over:
        end = next((entry for entry in reversed(stay) if entry.kind.value in ENDS), None)
    closed = day_in_lithuania(end.at) if end is not None and end.kind is EntryKind.CLOSED else None
    days = [day for day in (answered, closed) if day is not None]
    preliminary = referral.request.preliminary
    return ReferralFacts(
        number=referral.number,
        municipality=place,
        received_on=received,
        need=referral.request.need,
        for_other=referral.request.for_other,
        verdict=preliminary.outcome if preliminary else "",
        is_demo=referral.is_demo,
        is_here=is_here,
        waited_days=None if answered is None else working_days_between(received, answered),
        settled_on=min(days, default=None),
        promised=referral.promised if is_here else None,
        ended=end.kind.value if end is not None else "",
        ended_on=day_in_lithuania(end.at) if end is not None else None,
        outcome=end.details.result if end is not None and end.kind is EntryKind.CLOSED else "",
        levels=_levels(stay),
    )


def _levels(stay: Sequence[Entry]) -> ReplyLevels:
    reached = Counter(entry.details.level for entry in stay if entry.kind is EntryKind.REPLIED)
    return ReplyLevels(
        first=reached[1],
        second=reached[2],
        harder=sum(times for level, times in reached.items() if level is not None and level not in {1, 2}),
        unmeasured=reached[None],
    )
