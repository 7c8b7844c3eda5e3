"""Staff accounts and signing in by a one-time link; only keyed hashes of secrets are kept."""

from datetime import datetime, timedelta

from assistant.errors import SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did, Operator
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork

LINK_HOLDS = timedelta(hours=24)
SESSION_HOLDS = timedelta(hours=12)
STRANGERS_NOTED = timedelta(minutes=1)
"""How often a made-up link is put into the audit log at most: nobody shall be able to fill it from outside."""


class StaffDesk:
    """Makes accounts, gives links, knows who is signed in."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, secrets: Secrets) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._stranger_noted: datetime | None = None

    async def add(self, email: str, municipality: str, role: Role) -> tuple[StaffMember, str]:
        """An account (the present one, where the e-mail has one) and a fresh one-time sign-in token."""
        token = self._secrets.token()
        async with self._units() as work:
            member = await work.staff.add(StaffMember(self._secrets.token(), email, municipality, role))
            now = self._clock.now()
            await work.staff.add_link(self._secrets.hashed(token), member.id, now + LINK_HOLDS)
            work.audit.note(Operator(municipality), Did.CHANGED_STAFF, member.email, now, {"role": role.value})
            await work.commit()
        return member, token

    async def sign_in(self, token: str) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""
        session = self._secrets.token()
        now = self._clock.now()
        async with self._units() as work:
            member = await work.staff.use_link(self._secrets.hashed(token), now)
            if member is None:
                await self._refused(work, self._secrets.hashed(token), now)
                raise SignInRefusedError
            await work.staff.add_session(self._secrets.hashed(session), member.id, now + SESSION_HOLDS)
            work.audit.note(member, Did.SIGNED_IN, "", now)
            await work.commit()
        return session

    async def who(self, session: str) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is."""
        async with self._units() as work:
            return await work.staff.of_session(self._secrets.hashed(session), self._clock.now())

    async def sign_out(self, session: str) -> None:
        """End the session."""
        token_hash = self._secrets.hashed(session)
        now = self._clock.now()
        async with self._units() as work:
            member = await work.staff.of_session(token_hash, now)
            await work.staff.end_session(token_hash)
            if member is not None:
                work.audit.note(member, Did.SIGNED_OUT, "", now)
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
