"""A referral goes out as a locked PDF with a letter, over a real server; its password is told in the inbox alone."""

from email.message import EmailMessage
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from assistant.adapters.mail import SmtpLetterbox
from assistant.bootstrap import Assistant
from assistant.delivery.outbox import State
from assistant.errors import ReferralNotFoundError
from assistant.referrals.referral import spoken_number
from assistant.referrals.routing import Recipient, Way
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.adapters.test_mail import Server, _mail_server
from tests.usecases.conftest import Opens
from tests.usecases.delivering import FIRST, SECOND, about, all_about, delivering
from tests.usecases.person import Person

LOCKED = Recipient(Way.DOCUMENT, FIRST)


@pytest.fixture
async def assistant(opens: Opens) -> Assistant:
    return await opens(recipients=(LOCKED,))


async def sent(assistant: Assistant, *answers: str) -> list[EmailMessage]:
    """What arrives at a real mail server, which gives these answers first."""
    server: Server
    async with _mail_server() as server:
        server.data_answers = list(answers)
        await delivering(assistant, SmtpLetterbox(server.url, "aiskiai@kretinga.example")).once()
        return server.letters


def words_in(pdf: bytes, password: str) -> str:
    with pypdfium2.PdfDocument(pdf, password=password) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


async def test_the_whole_request_arrives_and_only_the_password_of_the_inbox_opens_it(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    number = await Person(assistant).sends()

    # When
    [letter] = await sent(assistant)

    # Then what everybody can read says nothing about the person
    [attached] = letter.iter_attachments()
    pdf = attached.get_content()
    body = letter.get_body()
    assert body is not None
    clear = f"{letter['Subject']} {body.get_content()} {attached.get_filename()}"
    assert spoken_number(number) in clear
    assert f"https://aiskiai.example/inbox/{number}" in clear
    assert "užrakintas dokumentas" in clear
    assert not any(private in clear for private in ("Ona", "Onaitė", "612", "telefonu"))
    assert attached.get_content_type() == "application/pdf"
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(pdf))

    # And the password that staff see opens the request, still tagged for screen readers
    entry = await about(assistant, number)
    [password] = (await assistant.casework.passwords(ona, number))[entry.id]
    words = words_in(pdf, password)
    assert all(told in words for told in ("Ona Onaitė", "0 612 34567", "Man sunku kalbėti telefonu"))
    with pikepdf.open(BytesIO(pdf), password=password) as opened:
        assert opened.Root.MarkInfo.Marked
        assert opened.encryption.bits == 256
    assert password not in clear
    assert entry.state is State.SENT


async def test_the_password_is_kept_nowhere_and_differs_from_entry_to_entry(opens: Opens) -> None:
    assistant = await opens(recipients=(LOCKED, Recipient(Way.DOCUMENT, SECOND), Recipient(Way.LETTER, FIRST)))
    member, _ = await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    number = await Person(assistant).sends()

    passwords = await assistant.casework.passwords(member, number)

    entries = await all_about(assistant, number)
    assert set(passwords) == {entry.id for entry in entries[:2]}
    assert len(set(passwords.values())) == 2
    assert not any(password in str(entries) for [password] in passwords.values())


async def test_a_document_that_is_tried_again_has_the_same_password(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    before = await assistant.casework.passwords(ona, number)
    assert await sent(assistant, "550 5.7.1 refused") == []

    await assistant.casework.retry(ona, number)
    [letter] = await sent(assistant)

    [attached] = letter.iter_attachments()
    entry = await about(assistant, number)
    assert await assistant.casework.passwords(ona, number) == before
    assert "Ona Onaitė" in words_in(attached.get_content(), before[entry.id][0])
    assert letter["Message-ID"].startswith(f"<{entry.id}@")


async def test_staff_of_another_municipality_do_not_get_the_password(assistant: Assistant) -> None:
    number = await Person(assistant).sends()
    stranger, _ = await assistant.staff_desk.add("rasa@neringa.example", "neringos", Role.ADMIN)

    with pytest.raises(ReferralNotFoundError):
        await assistant.casework.passwords(stranger, number)
