"""Staff accounts, one-time sign-in links and sign-in sessions; only keyed hashes of secrets are kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.errors import NoAccountError, SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did, Operator, Somebody
from assistant.usecases.known_elsewhere import account_of
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.signing_in import UNKNOWN_DEVICE, Device, Identity, SecondFactorRule, StaffSession
from assistant.usecases.writing import LETTER_LINK_HOLDS, LINK_HOLDS, link_token_of

SESSION_HOLDS = timedelta(hours=12)
SESSION_RESTS = timedelta(minutes=60)
"""A session that is not used for so long is over."""
FRESH = timedelta(minutes=15)
"""How long after signing in somebody may change what opens their account."""
THRESHOLD_HOLDS = timedelta(minutes=15)
"""How long somebody may take for the second factor."""

NOTED_EVERY = timedelta(minutes=1)
"""A use is noted at most so often, so that reading pages does not become writing."""

STRANGERS_NOTED = timedelta(minutes=1)
"""How often a made-up link is put into the audit log at most: nobody shall be able to fill it from outside."""

FREE_LETTERS = 3
FREE_OF_SOURCE = 20
"""A whole office may come from one address of the network."""
LETTERS_PAUSE = timedelta(minutes=15)


@dataclass(frozen=True)
class Threshold:
    """Somebody who has shown the first thing and not the second; `must_set_up` where they have no second one yet."""

    member: StaffMember
    must_set_up: bool


class StaffDesk:
    """Makes accounts, gives links, knows who is signed in."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        rule: SecondFactorRule = SecondFactorRule.OFFERED,
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._rule = rule
        self._stranger_noted: datetime | None = None

    async def add(
        self, email: str, municipality: str, role: Role, *, by: Somebody | None = None, has_letter: bool = False
    ) -> tuple[StaffMember, str]:
        """An account (the present one, where the e-mail has one) and a fresh one-time sign-in token.

        `by` is who makes it, None at the command line. With `has_letter` the token goes to the address in a letter.
        """
        now = self._clock.now()
        async with self._units() as work:
            member = await work.staff.add(StaffMember(self._secrets.token(), email, municipality, role))
            entry = OutboxEntry(self._secrets.token(), Carrier.LETTER_INVITED, member.email, "", now, now)
            token = link_token_of(entry, self._secrets) if has_letter else self._secrets.token()
            if has_letter:
                await work.outbox.add(entry)
            await work.staff.add_link(self._secrets.hashed(token), member.id, now + LINK_HOLDS)
            by = by or Operator(municipality)
            work.audit.note(by, Did.CHANGED_STAFF, member.email, now, {"role": role.value})
            await work.commit()
        return member, token

    async def remove(self, email: str) -> None:
        """Take an account away; whoever is signed in with it is so no longer. Raises NoAccountError."""
        async with self._units() as work:
            member = await self._known(work, email)
            await work.staff.remove(member.id)
            self._noted_by_operator(work, member, "removed")
            await work.commit()

    async def reset_factors(self, email: str) -> None:
        """Take all that opens an account but its mailbox away, and end its sessions. Raises NoAccountError.

        That is: second factors, recovery codes, and who it belongs to at another sign-in service.
        """
        async with self._units() as work:
            member = await self._known(work, email)
            await work.factors.remove_all(member.id)
            await work.known_elsewhere.forget(member.id)
            await work.sessions.end_others(member.id, "")
            await work.tries.forget((factor_subject(member.id),))
            self._noted_by_operator(work, member, "second factors taken away")
            await work.commit()

    async def end_all(self, emails: Sequence[str]) -> None:
        """End all sessions of these accounts. Raises NoAccountError, and then none is ended."""
        async with self._units() as work:
            for email in emails:
                member = await self._known(work, email)
                await work.sessions.end_others(member.id, "")
                self._noted_by_operator(work, member, "signed out everywhere")
            await work.commit()

    async def emails(self, municipalities: Iterable[str]) -> tuple[str, ...]:
        """The addresses of all accounts in these municipalities."""
        async with self._units() as work:
            found = [member.email for name in municipalities for member in await work.staff.of_municipality(name)]
        return tuple(found)

    async def ask_link(self, email: str, source: str) -> None:
        """Send a link to this address, if it has an account; nothing tells whether it has.

        `source` is where the wish came from in the network. Neither may ask too often; then nothing is sent.
        """
        now = self._clock.now()
        subjects = {
            f"sign-in-from:{self._secrets.hashed(source)}": FREE_OF_SOURCE,
            f"sign-in-of:{self._secrets.hashed(email.strip().lower())}": FREE_LETTERS,
        }
        async with self._units() as work:
            if await work.tries.locked_until(tuple(subjects), now) is not None:
                return
            for subject, free in subjects.items():
                if await work.tries.fail(subject) >= free:
                    await work.tries.lock(subject, now + LETTERS_PAUSE)
            member = await work.staff.by_email(email)
            if member is not None:
                entry = OutboxEntry(self._secrets.token(), Carrier.LETTER_SIGN_IN, member.email, "", now, now)
                token = link_token_of(entry, self._secrets)
                await work.staff.add_link(self._secrets.hashed(token), member.id, now + LETTER_LINK_HOLDS)
                await work.outbox.add(entry)
            await work.commit()

    async def sign_in(self, token: str, device: Device = UNKNOWN_DEVICE) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""
        now = self._clock.now()
        async with self._units() as work:
            member = await work.staff.use_link(self._secrets.hashed(token), now)
            if member is None:
                await self._refused(work, self._secrets.hashed(token), now)
                raise SignInRefusedError
            await work.tries.forget((f"sign-in-of:{self._secrets.hashed(member.email)}",))
            session = await self._first_step(work, member, device)
            await work.commit()
        return session

    async def enter(self, identity: Identity, device: Device) -> str:
        """Let in whom another sign-in service vouches for; gives the session's secret.

        Who signs in for the first time is found by e-mail; from then on by the subject alone. Raises NoAccountError,
        and SignInServiceError where the address now belongs to somebody else there.
        """
        async with self._units() as work:
            member = await account_of(work, identity, self._clock.now())
            if identity.is_strong:
                session = await begin_session(work, self._secrets, self._clock.now(), member.id, device)
            else:
                session = await self._first_step(work, member, device)
            await work.commit()
        return session

    async def who(self, session: str, *, is_act: bool = True) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is and has shown all that is asked for.

        `is_act` is False where a page asks by itself: that keeps no session from being over.
        """
        now = self._clock.now()
        async with self._units() as work:
            known = await self._session(work, session)
            if known is None or not known.is_whole:
                return None
            member = await work.staff.of_id(known.staff)
            if is_act and now - known.used_at >= NOTED_EVERY:
                await work.sessions.touch(known.id, now)
                await work.commit()
        return member

    async def threshold(self, session: str) -> Threshold | None:
        """Who has shown the first thing with this secret and still has to show the second."""
        async with self._units() as work:
            known = await self._session(work, session)
            if known is None or known.is_whole:
                return None
            member = await work.staff.of_id(known.staff)
            factors = await work.factors.of_staff(known.staff)
        return None if member is None else Threshold(member, must_set_up=not factors)

    async def is_offered(self, session: str) -> bool:
        """Whether whoever is signed in with this secret has no second factor and is to be offered one."""
        if self._rule is SecondFactorRule.OFF:
            return False
        async with self._units() as work:
            known = await self._session(work, session)
            return known is not None and known.is_whole and not await work.factors.of_staff(known.staff)

    async def is_fresh(self, session: str) -> bool:
        """Whether whoever is signed in with this secret showed all that is asked for in the last FRESH."""
        async with self._units() as work:
            known = await self._session(work, session)
        return known is not None and known.is_whole and self._clock.now() - known.since < FRESH

    async def sessions(self, member: StaffMember) -> tuple[StaffSession, ...]:
        """Where this member is signed in, last used first."""
        now = self._clock.now()
        async with self._units() as work:
            found = await work.sessions.of_staff(member.id)
        return tuple(session for session in found if session.is_whole and holds(session, now))

    async def session_id(self, session: str) -> str:
        """What the session with this secret is called in the list; empty where there is none."""
        async with self._units() as work:
            known = await self._session(work, session)
        return known.id if known is not None else ""

    async def end_session(self, member: StaffMember, session_id: str) -> None:
        """End one session of this member."""
        async with self._units() as work:
            if session_id not in {known.id for known in await work.sessions.of_staff(member.id)}:
                # It ended already, or is somebody else's.
                return
            await work.sessions.end(member.id, session_id)
            work.audit.note(member, Did.SIGNED_OUT, "", self._clock.now(), {"session": "another"})
            await work.commit()

    async def end_others(self, member: StaffMember, session: str) -> None:
        """End all sessions of this member but the one with this secret."""
        async with self._units() as work:
            known = await self._session(work, session)
            await work.sessions.end_others(member.id, known.id if known is not None else "")
            work.audit.note(member, Did.SIGNED_OUT, "", self._clock.now(), {"session": "all others"})
            await work.commit()

    async def sign_out(self, session: str) -> None:
        """End the session, also one that waits for the second factor."""
        async with self._units() as work:
            known = await work.sessions.of_token(self._secrets.hashed(session))
            if known is not None:
                await work.sessions.end(known.staff, known.id)
                member = await work.staff.of_id(known.staff)
                if member is not None:
                    work.audit.note(member, Did.SIGNED_OUT, "", self._clock.now())
            await work.commit()

    async def _refused(self, work: UnitOfWork, token_hash: str, now: datetime) -> None:
        """Put a refused link into the audit log, under the account that it was made for where there is one."""
        owner = await work.staff.of_link(token_hash)
        if owner is None:
            if self._stranger_noted is not None and now - self._stranger_noted < STRANGERS_NOTED:
                return
            self._stranger_noted = now
        work.audit.note(owner or Operator(), Did.SIGN_IN_REFUSED, "", now)
        await work.commit()

    def _noted_by_operator(self, work: UnitOfWork, member: StaffMember, what: str) -> None:
        by = Operator(member.municipality)
        work.audit.note(by, Did.CHANGED_STAFF, member.email, self._clock.now(), {"what": what})

    async def _known(self, work: UnitOfWork, email: str) -> StaffMember:
        member = await work.staff.by_email(email)
        if member is None:
            raise NoAccountError(f"No account has the address {email}.")
        return member

    async def _session(self, work: UnitOfWork, session: str) -> StaffSession | None:
        known = await work.sessions.of_token(self._secrets.hashed(session))
        return known if known is not None and holds(known, self._clock.now()) else None

    async def _first_step(self, work: UnitOfWork, member: StaffMember, device: Device) -> str:
        has_factor = bool(await work.factors.of_staff(member.id))
        is_enough = self._rule is SecondFactorRule.OFF or (self._rule is SecondFactorRule.OFFERED and not has_factor)
        return await begin_session(work, self._secrets, self._clock.now(), member.id, device, is_whole=is_enough)


def holds(session: StaffSession, now: datetime) -> bool:
    """Whether the session is not over."""
    return now < session.ends_at and now - session.used_at < SESSION_RESTS


def factor_subject(staff_id: str) -> str:
    """Under which name wrong codes of this member are counted."""
    return f"second-factor:{staff_id}"


async def begin_session(
    work: UnitOfWork, secrets: Secrets, now: datetime, staff_id: str, device: Device, *, is_whole: bool = True
) -> str:
    """A fresh session; gives its secret. A whole one is put into the audit log."""
    token = secrets.token()
    ends_at = now + (SESSION_HOLDS if is_whole else THRESHOLD_HOLDS)
    session = StaffSession(secrets.token(), staff_id, now, now, ends_at, is_whole, device)
    await work.sessions.add(secrets.hashed(token), session)
    member = await work.staff.of_id(staff_id) if is_whole else None
    if member is not None:
        work.audit.note(member, Did.SIGNED_IN, "", now)
    return token
