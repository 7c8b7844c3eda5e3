"""Asks our own site as a browser does: whether it answers, and how long its certificate is good."""

import asyncio
import ssl
from datetime import UTC, datetime
from urllib.parse import urlsplit

import aiohttp

from assistant.errors import TemporaryFailureError

TIMEOUT_SECONDS = 8.0
HTTPS_PORT = 443


class OwnSite:
    """The site under its public address."""

    def __init__(self, timeout: float = TIMEOUT_SECONDS) -> None:
        self._timeout = timeout

    async def status(self, url: str) -> int:
        """The status of the answer; nobody is followed elsewhere.

        Raises TemporaryFailureError where there is no answer or the certificate is not accepted, with which of the two.
        """
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=self._timeout)) as session,
                session.get(url, allow_redirects=False) as answer,
            ):
                return answer.status
        except aiohttp.ClientConnectorCertificateError as error:
            raise TemporaryFailureError(f"its certificate is not accepted ({error.certificate_error})") from error
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise TemporaryFailureError(f"there is no answer ({type(error).__name__})") from error

    async def certificate_ends(self, url: str) -> datetime | None:
        """When its certificate ends; None where it has none that can be read."""
        address = urlsplit(url)
        if address.scheme != "https":
            return None
        try:
            async with asyncio.timeout(self._timeout):
                _, writer = await asyncio.open_connection(
                    address.hostname, address.port or HTTPS_PORT, ssl=ssl.create_default_context()
                )
        except (OSError, TimeoutError):
            return None
        certificate = writer.get_extra_info("peercert") or {}
        writer.close()
        ends = certificate.get("notAfter")
        return datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC) if ends else None
