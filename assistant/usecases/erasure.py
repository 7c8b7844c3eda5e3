"""Staff erase a request that its person wished to be erased; leads see what was forgotten; proofs are checked."""

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.conversation.gone import Gone
from assistant.conversation.news_events import ReferralErased
from assistant.errors import ConversationChangedError, ErasureNotWishedError, ReferralChangedError
from assistant.referrals.referral import Referral
from assistant.usecases.auditing import Did
from assistant.usecases.erasing import Erasing, Proof
from assistant.usecases.forgetting import Erased, Forgotten, Kind, Why
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.tell import Tell

TRIES = 20
SHOWN_DAYS = 90
MOST_ERASED = 200


@dataclass(frozen=True)
class ForgottenPage:
    """What was forgotten lately, newest first, and the requests of the municipality that are no more."""

    counts: tuple[Forgotten, ...]
    erased: tuple[Erased, ...]
    since: date


class ErasureDesk:
    """Every call names the member of staff; another municipality's referral is not found, whatever the call."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, erasing: Erasing, tell: Tell) -> None:
        self._units = units
        self._clock = clock
        self._erasing = erasing
        self._tell = tell

    async def erase(self, member: StaffMember, number: str, version: int) -> Proof:
        """Erase it, and bring the proof to the person; only where the person wished so.

        Raises ReferralNotFoundError, ReferralChangedError, ErasureNotWishedError.
        """
        for _ in range(TRIES):
            try:
                async with self._units() as work:
                    return await self._erase(work, member, number, version)
            except ConversationChangedError:
                # The person did something at the same moment; nothing was stored.
                continue
        raise ReferralChangedError(number)

    async def gone(self, member: StaffMember, number: str) -> Erased | None:
        """What is known of a request that the municipality had and that is no more."""
        async with self._units() as work:
            erased = await work.erased.of_number(number)
        return erased if erased is not None and erased.municipality == member.municipality else None

    async def page(self, member: StaffMember) -> ForgottenPage:
        """What was forgotten lately, for a lead."""
        since = self._clock.today() - timedelta(days=SHOWN_DAYS)
        async with self._units() as work:
            counts = await work.forgetting.noted(member.municipality, since)
            erased = await work.erased.of_municipality(member.municipality, MOST_ERASED)
        return ForgottenPage(counts, erased, since)

    async def check(self, number: str, code: str) -> Erased | None:
        """The erased referral that number and code prove; None where they prove nothing."""
        async with self._units() as work:
            erased = await work.erased.of_number(number)
        return erased if erased is not None and self._erasing.fits(erased, code) else None

    async def _erase(self, work: UnitOfWork, member: StaffMember, number: str, version: int) -> Proof:
        known = await work.referrals.load(number, member.municipality)
        if known.version != version:
            raise ReferralChangedError(number)
        if known.erasure_due is None:
            raise ErasureNotWishedError(number)
        told = (known.conversation, *await work.followers.told(number))
        proof = await self._erasing.erase(work, known, Why.STAFF)
        await self._forget_talk(work, known, told, Gone(proof.number, proof.at, proof.code))
        today = self._clock.today()
        await work.forgetting.note([Forgotten(today, member.municipality, Kind.ERASED, 1)])
        work.audit.note(member, Did.ERASED, number, self._clock.now(), {"why": Why.STAFF.value})
        await work.commit()
        return proof

    async def _forget_talk(self, work: UnitOfWork, known: Referral, told: tuple[str, ...], gone: Gone) -> None:
        """What was said of it may stand in the talk too: that goes, and the proof is what stands there then."""
        for conversation in told:
            await work.conversations.forget(conversation)
            event = ReferralErased(gone, known.request.municipality)
            await self._tell.one(work, conversation, known.number, event, what=f"erased-{conversation}")
