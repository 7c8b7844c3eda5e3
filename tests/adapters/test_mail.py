"""Letters over a real SMTP server on this machine, and as files."""

import asyncio
import email
import email.policy
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from assistant.adapters.mail import FileLetterbox, SmtpLetterbox
from assistant.errors import (
    DeliveryError,
    FailureReason,
    PermanentFailureError,
    SettingsError,
    TemporaryFailureError,
)
from assistant.usecases.means import Letter

SENDER = "aiskiai@kretinga.example"
LETTER = Letter(
    id="Kq3-z_letter",
    to="skyrius@kretinga.example",
    subject="Naujas prašymas 47 12 80 35 – ąčęėįšųūž",
    body="Laba diena!\n\nGavote naują prašymą.\nĄČĘĖĮŠŲŪŽ „ąčęėįšųūž“ – €\nhttps://aiskiai.example/inbox/47128035\n",
)


@dataclass
class Server:
    """A mail server that answers as it is told: one answer a letter, then "250 OK"."""

    port: int = 0
    recipient_answers: list[str] = field(default_factory=list)
    data_answers: list[str] = field(default_factory=list)
    is_dropping_line: bool = False
    is_silent: bool = False
    signed_in: list[bytes] = field(default_factory=list)
    letters: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd finds it by this name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.is_silent:
            await asyncio.Event().wait()
        answer = self.recipient_answers.pop(0) if self.recipient_answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - aiosmtpd finds it by this name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        answer = self.data_answers.pop(0) if self.data_answers else "250 OK"
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            message = email.message_from_bytes(content, policy=email.policy.default)
            assert isinstance(message, EmailMessage)
            self.letters.append(message)
        if self.is_dropping_line:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        return answer

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: LoginPassword
    ) -> AuthResult:
        self.signed_in.append(data.password)
        return AuthResult(success=data.password == "rūta ir@medus".encode(), handled=False)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@asynccontextmanager
async def _mail_server(*, has_password: bool = False) -> AsyncIterator[Server]:
    told = Server()
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        with warnings.catch_warnings():
            # It warns of passwords without encryption, which on this machine nobody overhears.
            warnings.simplefilter("ignore")
            return SMTP(
                told,
                hostname="test.example",
                loop=loop,
                authenticator=told.authenticate,
                auth_required=has_password,
                auth_require_tls=False,
            )

    listening = await loop.create_server(protocol, "127.0.0.1", 0)
    told.port = listening.sockets[0].getsockname()[1]
    try:
        yield told
    finally:
        listening.close()


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with _mail_server() as told:
        yield told


async def test_a_lithuanian_letter_arrives_as_it_was_written(server: Server) -> None:
    await SmtpLetterbox(server.url, SENDER).post(LETTER)

    [letter] = server.letters
    assert letter["Subject"] == LETTER.subject
    assert letter.get_content().replace("\r\n", "\n") == LETTER.body
    assert (letter["From"], letter["To"]) == (SENDER, LETTER.to)
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"] is not None


async def test_every_try_of_a_letter_has_the_same_message_id(server: Server) -> None:
    letterbox = SmtpLetterbox(server.url, SENDER)
    await letterbox.post(LETTER)
    await letterbox.post(LETTER)
    await letterbox.post(Letter("another", LETTER.to, "Kitas", "Kitas"))

    ids = [letter["Message-ID"] for letter in server.letters]
    assert ids == ["<Kq3-z_letter@kretinga.example>"] * 2 + ["<another@kretinga.example>"]


async def test_an_id_that_cannot_stand_in_a_message_id_is_replaced_by_its_fingerprint(server: Server) -> None:
    letterbox = SmtpLetterbox(server.url, f"Aiškiai <{SENDER}>")
    await letterbox.post(Letter("laiškas/1 @x", LETTER.to, "a", "b"))
    await letterbox.post(Letter("laiškas/1 @x", LETTER.to, "a", "b"))

    first, second = (letter["Message-ID"] for letter in server.letters)
    assert first == second
    assert first.isascii()
    assert first.endswith("@kretinga.example>")


async def test_a_later_answer_is_a_temporary_failure_and_the_next_try_goes_through(server: Server) -> None:
    letterbox = SmtpLetterbox(server.url, SENDER)
    server.recipient_answers = ["451 4.7.1 try later"]

    with pytest.raises(TemporaryFailureError, match="451"):
        await letterbox.post(LETTER)
    await letterbox.post(LETTER)

    assert len(server.letters) == 1


async def test_an_unknown_mailbox_is_a_permanent_failure(server: Server) -> None:
    server.recipient_answers = ["550 5.1.1 no such mailbox"]

    with pytest.raises(PermanentFailureError, match="550"):
        await SmtpLetterbox(server.url, SENDER).post(LETTER)

    assert server.letters == []


@pytest.mark.parametrize(
    ("answer", "failure"),
    [("452 4.3.1 disk full", TemporaryFailureError), ("554 5.6.0 not this letter", PermanentFailureError)],
)
async def test_the_answer_to_the_letter_itself_decides_as_well(
    server: Server, answer: str, failure: type[Exception]
) -> None:
    server.data_answers = [answer]

    with pytest.raises(failure, match=answer[:3]):
        await SmtpLetterbox(server.url, SENDER).post(LETTER)


async def test_a_line_that_drops_after_the_letter_is_a_temporary_failure(server: Server) -> None:
    # Given a server that has the letter and is gone before it says so
    server.is_dropping_line = True

    # When
    with pytest.raises(TemporaryFailureError):
        await SmtpLetterbox(server.url, SENDER).post(LETTER)
    server.is_dropping_line = False
    await SmtpLetterbox(server.url, SENDER).post(LETTER)

    # Then the repeated letter is known by its id
    first, second = server.letters
    assert first["Message-ID"] == second["Message-ID"]


async def test_a_server_that_does_not_answer_is_a_temporary_failure(server: Server) -> None:
    server.is_silent = True

    with pytest.raises(TemporaryFailureError):
        await SmtpLetterbox(server.url, SENDER, timeout=0.2).post(LETTER)


async def test_no_server_is_a_temporary_failure() -> None:
    async with _mail_server() as gone:
        url = gone.url

    with pytest.raises(TemporaryFailureError):
        await SmtpLetterbox(url, SENDER).post(LETTER)


async def test_user_and_password_are_shown_to_the_server() -> None:
    async with _mail_server(has_password=True) as server:
        secret = quote("rūta ir@medus", safe="")
        await SmtpLetterbox(f"smtp://aiskiai:{secret}@127.0.0.1:{server.port}", SENDER).post(LETTER)

    assert len(server.letters) == 1
    assert server.signed_in == ["rūta ir@medus".encode()]


async def test_a_wrong_password_loses_no_letter() -> None:
    async with _mail_server(has_password=True) as server:
        with pytest.raises(TemporaryFailureError, match="535"):
            await SmtpLetterbox(f"smtp://aiskiai:wrong@127.0.0.1:{server.port}", SENDER).post(LETTER)


async def test_a_server_without_encryption_gets_nothing_where_encryption_is_asked(server: Server) -> None:
    with pytest.raises(TemporaryFailureError):
        await SmtpLetterbox(f"{server.url}?starttls", SENDER).post(LETTER)

    assert server.letters == []


@pytest.mark.parametrize("url", ["http://mail.example", "smtp://", "mail.example:25", "smtp://mail:twentyfive", ""])
def test_an_address_that_is_none_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(SettingsError):
        SmtpLetterbox(url, SENDER)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [("450 4.2.1 <ona@pastas.example> try later", "later"), ("550 5.1.1 ona@pastas.example unknown", "refused")],
)
async def test_what_the_server_says_is_kept_with_its_reason_and_without_addresses(
    server: Server, answer: str, reason: str
) -> None:
    server.recipient_answers = [answer]

    with pytest.raises(DeliveryError) as failed:
        await SmtpLetterbox(server.url, SENDER).post(LETTER)

    assert failed.value.reason == reason
    assert str(failed.value) in {"450 4.2.1 <…> try later", "550 5.1.1 … unknown"}


async def test_a_server_that_is_away_gives_no_answer() -> None:
    with pytest.raises(TemporaryFailureError) as failed:
        await SmtpLetterbox("smtp://127.0.0.1:1", SENDER).post(LETTER)

    assert failed.value.reason is FailureReason.NO_ANSWER


async def test_a_letter_that_breaks_out_of_its_headers_is_never_sent(server: Server) -> None:
    with pytest.raises(PermanentFailureError):
        await SmtpLetterbox(server.url, SENDER).post(Letter("x", LETTER.to, "Labas\r\nBcc: all@example.lt", ""))

    assert server.letters == []


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_without_a_server_a_letter_is_a_file_that_mail_programs_open(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "letters"

    await FileLetterbox(folder).post(LETTER)

    assert _files(folder) == ["Kq3-z_letter.eml"]
    letter = email.message_from_bytes((folder / "Kq3-z_letter.eml").read_bytes(), policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    assert letter["Subject"] == LETTER.subject
    assert letter.get_content().replace("\r\n", "\n") == LETTER.body


async def test_the_same_letter_is_the_same_file(tmp_path: Path) -> None:
    letterbox = FileLetterbox(tmp_path)
    await letterbox.post(LETTER)
    await letterbox.post(LETTER)
    await letterbox.post(Letter("../../etc/passwd", LETTER.to, "a", "b"))

    names = _files(tmp_path)
    assert len(names) == 2
    assert "Kq3-z_letter.eml" in names


async def test_a_folder_that_cannot_be_written_is_a_temporary_failure(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("a file where the folder should be")

    with pytest.raises(TemporaryFailureError):
        await FileLetterbox(tmp_path / "letters").post(LETTER)


async def test_a_greeting_signs_in_and_leaves_no_letter() -> None:
    async with _mail_server(has_password=True) as server:
        await SmtpLetterbox(f"smtp://ona:{quote('rūta ir@medus')}@127.0.0.1:{server.port}", SENDER).greet()

        assert server.letters == []
        assert len(server.signed_in) == 1
        with pytest.raises(TemporaryFailureError, match="535"):
            await SmtpLetterbox(f"smtp://ona:kita@127.0.0.1:{server.port}", SENDER).greet()
