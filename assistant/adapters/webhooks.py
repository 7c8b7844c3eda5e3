"""Calls the systems of municipalities over HTTP: signed, to public addresses only, following nobody elsewhere."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from assistant.adapters.addresses import is_public
from assistant.delivery.webhook import secret_of, signed_headers
from assistant.errors import FailureReason, PermanentFailureError, SettingsError, TemporaryFailureError
from assistant.usecases.means import Parcel
from assistant.usecases.ports import Clock

TIMEOUT_SECONDS = 30.0
_LATER = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})


@dataclass(frozen=True)
class Target:
    """Where a recipient listens, and the secret that only they and we know."""

    url: str
    secret: bytes = field(repr=False)

    @classmethod
    def of(cls, name: str, url: str, secret: str) -> "Target":
        """Raises SettingsError where there is no secret for it, or none that can be used; it is not repeated."""
        usable = secret_of(secret)
        if usable is None:
            raise SettingsError(
                f'There is no usable secret for the webhook "{name}". Put one into AISKIAI_WEBHOOK_SECRETS as '
                "docs/webhook.md shows."
            )
        return cls(url, usable)


class HttpWebhooks:
    """The port Webhooks; `targets` are recipients by their names."""

    def __init__(
        self,
        targets: Mapping[str, Target],
        clock: Clock,
        *,
        may_reach_private: bool = False,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self._targets = targets
        self._clock = clock
        self._may_reach_private = may_reach_private
        self._timeout = aiohttp.ClientTimeout(total=timeout)

    async def call(self, parcel: Parcel) -> None:
        """Returns when the other side has answered with a code from 200 to 299, and only then.

        408, 429, 5xx, silence and a broken line are tried again under the same id. Raises TemporaryFailureError or
        PermanentFailureError.
        """
        target = self._targets.get(parcel.to)
        if target is None:
            raise PermanentFailureError("this webhook is in no route any more", FailureReason.NOT_ALLOWED)
        self._refuse_private_host(target.url)
        headers = signed_headers(target.secret, parcel.id, self._clock.now(), parcel.body)
        try:
            status = await self._status(target.url, parcel.body, headers)
        except (aiohttp.ClientError, OSError) as error:
            raise TemporaryFailureError(type(error).__name__, FailureReason.NO_ANSWER) from error
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return
        words = f"HTTP {status}"
        if status in _LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TemporaryFailureError(words, FailureReason.LATER)
        raise PermanentFailureError(words, FailureReason.REFUSED)

    async def _status(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        # The name is resolved once, and what was looked at is what is connected to: it cannot change in between.
        resolver = ThreadedResolver() if self._may_reach_private else PublicResolver(ThreadedResolver())
        connector = aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False)
        async with (
            aiohttp.ClientSession(connector=connector, timeout=self._timeout, trust_env=False) as session,
            session.post(
                url,
                data=body,
                headers={**headers, "content-type": "application/json"},
                # Somebody at the other end may not send the request on to where they like.
                allow_redirects=False,
            ) as answer,
        ):
            return answer.status

    def _refuse_private_host(self, url: str) -> None:
        """A host written as a number is never resolved, so it is looked at here."""
        try:
            is_refused = not self._may_reach_private and not is_public(urlsplit(url).hostname or "")
        except ValueError:
            return
        if is_refused:
            raise PermanentFailureError(PRIVATE, FailureReason.NOT_ALLOWED)


PRIVATE = "the address is not one of the open internet"


class PublicResolver(AbstractResolver):
    """Finds only addresses of the open internet; a name that leads elsewhere, even in part, is refused."""

    def __init__(self, inner: AbstractResolver) -> None:
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises PermanentFailureError, and OSError where the name is not known."""
        found = await self._inner.resolve(host, port, family)
        if not all(is_public(one["host"]) for one in found):
            raise PermanentFailureError(PRIVATE, FailureReason.NOT_ALLOWED)
        return found

    async def close(self) -> None:
        """Nothing is kept open."""
        await self._inner.close()
