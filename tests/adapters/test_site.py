"""Our own site as the doctor asks it, on this machine."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from assistant.adapters.site import OwnSite
from assistant.errors import TemporaryFailureError
from tests.telegram_server.process import free_port

ENDS = datetime(2040, 1, 2, 3, 4, 5, tzinfo=UTC)


@asynccontextmanager
async def answering(status: str, tls: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server that gives every request this answer."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\nLocation: /away\r\n\r\n".encode())
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{port}"
    finally:
        server.close()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A key and a certificate of our own, which nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(ENDS - timedelta(days=10_000))
        .not_valid_after(ENDS)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def of(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.mark.parametrize(("line", "status"), [("200 OK", 200), ("503 Away", 503), ("302 Found", 302)])
async def test_the_status_is_told_as_it_is_and_nobody_is_followed_elsewhere(line: str, status: int) -> None:
    async with answering(line) as address:
        assert await OwnSite().status(f"{address}/health/ready") == status
        assert await OwnSite().certificate_ends(address) is None


async def test_where_nobody_answers_that_is_told() -> None:
    with pytest.raises(TemporaryFailureError, match="there is no answer"):
        await OwnSite().status(f"http://127.0.0.1:{free_port()}/")


async def test_a_certificate_that_nobody_vouches_for_is_told(certificate: Path) -> None:
    async with answering("200 OK", of(certificate)) as address:
        with pytest.raises(TemporaryFailureError, match="its certificate is not accepted"):
            await OwnSite().status(address)
        assert await OwnSite().certificate_ends(address) is None
