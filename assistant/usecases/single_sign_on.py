"""Signing in by a service that staff have already; it opens accounts that exist and makes none."""

import hmac
import json
from datetime import timedelta

from assistant.errors import SignInServiceError
from assistant.usecases.ports import Clock, Secrets
from assistant.usecases.signing_in import Device, IdentityProvider, Seals
from assistant.usecases.staff import StaffDesk

AWAY_FOR = timedelta(minutes=10)
"""How long somebody may take at the other service."""

_PURPOSE = "sign-in elsewhere"


class SingleSignOn:
    """Sends a browser to the other service and lets it in when it comes back."""

    def __init__(
        self, *, provider: IdentityProvider, desk: StaffDesk, clock: Clock, secrets: Secrets, seals: Seals
    ) -> None:
        self._provider = provider
        self._desk = desk
        self._clock = clock
        self._secrets = secrets
        self._seals = seals

    async def begin(self) -> tuple[str, str]:
        """Where to send the browser, and what it must keep meanwhile, sealed. Raises SignInServiceError."""
        # A verifier of PKCE has 43 signs or more.
        state, nonce, verifier = self._secrets.token(), self._secrets.token(), self._secrets.token() * 2
        address = await self._provider.address(state, nonce, verifier)
        until = (self._clock.now() + AWAY_FOR).timestamp()
        return address, self._seals.sealed(json.dumps([state, nonce, verifier, until]), _PURPOSE)

    async def finish(self, kept: str, state: str, code: str, device: Device) -> str:
        """The session's secret for whoever came back. Raises SignInServiceError, NoAccountError."""
        opened = self._seals.opened(kept, _PURPOSE)
        if opened is None:
            raise SignInServiceError("this browser was not sent to the service")
        wanted, nonce, verifier, until = json.loads(opened)
        if not hmac.compare_digest(state.encode(), wanted.encode()):
            raise SignInServiceError("the state is another one")
        if self._clock.now().timestamp() >= until:
            raise SignInServiceError("it took too long")
        return await self._desk.enter(await self._provider.identity(code, nonce, verifier), device)
