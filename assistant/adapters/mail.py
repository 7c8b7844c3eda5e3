"""Hands letters over: to an SMTP server, or as files where none is set."""

import asyncio
import hashlib
import os
import re
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import parseaddr
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

import aiosmtplib

from assistant.errors import FailureReason, PermanentFailureError, SettingsError, TemporaryFailureError
from assistant.usecases.means import Letter

TIMEOUT_SECONDS = 30.0
DEFAULT_SENDER = "aiskiai@localhost"

_PERMANENT_FROM = 500
_ADDRESS = re.compile(r"[^\s<>\"']+@[^\s<>\"']+")
_SAFE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HOW_TO_WRITE_IT = "write it as smtp://[user:password@]host[:port][?starttls] or smtps://…"


@dataclass(frozen=True)
class SmtpServer:
    """Where letters go; the password is kept out of what is printed."""

    host: str
    port: int | None
    user: str | None
    password: str | None
    is_tls: bool
    is_starttls: bool

    @classmethod
    def of(cls, url: str) -> Self:
        """The server behind an address. Raises SettingsError, which does not repeat the password."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise SettingsError(f"the SMTP address cannot be read; {_HOW_TO_WRITE_IT}") from None
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise SettingsError(f"the SMTP address is not known; {_HOW_TO_WRITE_IT}")
        options = parse_qs(parts.query, keep_blank_values=True)
        return cls(
            host=parts.hostname,
            port=port,
            user=None if parts.username is None else unquote(parts.username),
            password=None if parts.password is None else unquote(parts.password),
            is_tls=parts.scheme == "smtps",
            is_starttls="starttls" in options and parts.scheme == "smtp",
        )

    def __repr__(self) -> str:
        return f"SmtpServer({self.host}:{self.port})"


class SmtpLetterbox:
    """The port Letterbox over SMTP; `sender` may carry a name: Aiškiai <prasymai@example.lt>.

    Raises SettingsError for an address that cannot be used.
    """

    def __init__(
        self, url: str, sender: str, *, timeout: float = TIMEOUT_SECONDS, tls: ssl.SSLContext | None = None
    ) -> None:
        self._server = SmtpServer.of(url)
        self._sender = sender
        self._timeout = timeout
        self._tls = tls

    async def post(self, letter: Letter) -> None:
        """Returns when the server has answered 250 to the whole letter.

        A server that breaks the line before that answer may have the letter all the same: it is posted again, with the
        same Message-ID. Raises TemporaryFailureError or PermanentFailureError.
        """
        message = _message(letter, self._sender)
        # The client's own way in and out is used, since a line lost while saying goodbye loses no letter.
        client = self._client()
        try:
            async with client:
                await client.send_message(message, sender=parseaddr(self._sender)[1], recipients=[letter.to])
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _failure_of(error.recipients) from error
        except (aiosmtplib.SMTPConnectError, aiosmtplib.SMTPAuthenticationError, aiosmtplib.SMTPHeloError) as error:
            # The server would not even talk to us, or does not know our password: nothing is wrong with the letter,
            # and it can go when that is mended.
            raise TemporaryFailureError(_words(error), FailureReason.NO_ANSWER) from error
        except aiosmtplib.SMTPResponseException as error:
            raise _failure_of([error]) from error
        except (aiosmtplib.SMTPException, OSError) as error:
            raise TemporaryFailureError(_words(error), FailureReason.NO_ANSWER) from error

    async def greet(self) -> None:
        """Come in, sign in where there is a password, and leave without a letter. Raises TemporaryFailureError."""
        try:
            async with self._client():
                pass
        except (aiosmtplib.SMTPException, OSError) as error:
            raise TemporaryFailureError(_words(error), FailureReason.NO_ANSWER) from error

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user,
            password=server.password,
            use_tls=server.is_tls,
            start_tls=server.is_starttls,
            timeout=self._timeout,
            tls_context=self._tls,
        )


class FileLetterbox:
    """The port Letterbox for a machine without mail: each letter is a file that any mail program opens."""

    def __init__(self, folder: Path, sender: str = DEFAULT_SENDER) -> None:
        self._folder = folder
        self._sender = sender

    async def post(self, letter: Letter) -> None:
        """Returns when the file is on the disk; the same letter is the same file. Raises DeliveryError's kinds."""
        content = _message(letter, self._sender).as_bytes()
        try:
            await asyncio.to_thread(_put, content, self._folder, f"{_safe(letter.id)}.eml")
        except OSError as error:
            raise TemporaryFailureError(_words(error)) from error


def _message(letter: Letter, sender: str) -> EmailMessage:
    """The letter for the wire. Raises PermanentFailureError where it can never become one."""
    message = EmailMessage(policy=SMTP_POLICY)
    try:
        message["From"] = sender
        message["To"] = letter.to
        message["Subject"] = letter.subject
        _refuse_more_lines(message)
    except ValueError as error:
        words = f"the letter's address or subject cannot be written: {error}"
        raise PermanentFailureError(words, FailureReason.REFUSED) from error
    message["Date"] = datetime.now(UTC)
    message["Message-ID"] = f"<{_safe(letter.id)}@{_domain(sender)}>"
    # Answering machines leave alone what says that a machine wrote it (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    if letter.attachment is not None:
        message.add_attachment(
            letter.attachment.content, maintype="application", subtype="pdf", filename=letter.attachment.name
        )
    return message


def _refuse_more_lines(message: EmailMessage) -> None:
    """Raises ValueError where a header would go on in another line: an encoded word may hold the end of one."""
    if any(sign in str(value) for value in message.values() for sign in "\r\n\0"):
        raise ValueError("a line ends in it")


def _domain(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"


def _safe(letter_id: str) -> str:
    """The id where it may stand in a Message-ID and a file name, else its fingerprint: the same at every try."""
    return letter_id if _SAFE_ID.fullmatch(letter_id) else hashlib.sha256(letter_id.encode()).hexdigest()


def _failure_of(
    refusals: Sequence[aiosmtplib.SMTPResponseException],
) -> TemporaryFailureError | PermanentFailureError:
    words = "; ".join(_words(refusal) for refusal in refusals)
    # One class stands for 451 and 550 alike, so the code decides.
    if any(refusal.code >= _PERMANENT_FROM for refusal in refusals):
        return PermanentFailureError(words, FailureReason.REFUSED)
    return TemporaryFailureError(words, FailureReason.LATER)


def _words(error: Exception) -> str:
    """What the other side said, without addresses: one may be a person's, and words go into logs and letters."""
    if isinstance(error, aiosmtplib.SMTPResponseException):
        return _ADDRESS.sub("…", f"{error.code} {error.message}")
    return _ADDRESS.sub("…", f"{type(error).__name__}: {error}")


def _put(content: bytes, folder: Path, name: str) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            part.replace(folder / name)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    # The name itself lasts only once the folder is on the disk too.
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
