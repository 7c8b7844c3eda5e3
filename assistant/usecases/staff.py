"""Staff accounts and signing in by a one-time link; only keyed hashes of secrets are kept."""

from datetime import timedelta

from assistant.errors import SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitsOfWork

LINK_HOLDS = timedelta(hours=24)
SESSION_HOLDS = timedelta(hours=12)


class StaffDesk:
    """Makes accounts, gives links, knows who is signed in."""

    def __init__(self, *, units: UnitsOfWork, clock: Clock, secrets: Secrets) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets

    async def add(self, email: str, municipality: str, role: Role) -> tuple[StaffMember, str]:
        """An account (the present one, where the e-mail has one) and a fresh one-time sign-in token."""
        token = self._secrets.token()
        async with self._units() as work:
            member = await work.staff.add(StaffMember(self._secrets.token(), email, municipality, role))
            await work.staff.add_link(self._secrets.hashed(token), member.id, self._clock.now() + LINK_HOLDS)
            await work.commit()
        return member, token

    async def sign_in(self, token: str) -> str:
        """Use up the link; gives the session's secret. Raises SignInRefusedError."""
        session = self._secrets.token()
        now = self._clock.now()
        async with self._units() as work:
            member = await work.staff.use_link(self._secrets.hashed(token), now)
            if member is None:
                raise SignInRefusedError
            await work.staff.add_session(self._secrets.hashed(session), member.id, now + SESSION_HOLDS)
            await work.commit()
        return session

    async def who(self, session: str) -> StaffMember | None:
        """Who is signed in with this secret, if anybody still is."""
        async with self._units() as work:
            return await work.staff.of_session(self._secrets.hashed(session), self._clock.now())

    async def sign_out(self, session: str) -> None:
        """End the session."""
        async with self._units() as work:
            await work.staff.end_session(self._secrets.hashed(session))
            await work.commit()
