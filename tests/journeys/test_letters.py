"""The letter to the department: over a real mail server or as a file, it arrives and says nothing of the person."""

import asyncio
import email
import email.policy
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant.referrals.referral import spoken_number
from tests.adapters.test_mail import Server, _mail_server
from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import HttpDoor, Talk
from tests.journeys.test_journeys import sends_request
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process

PRIVATE = ("Ona", "Onaitė", "612", "34567", "pasikalbėti", "Po pietų")
ARRIVES_WITHIN = 20.0


async def until(is_there: Callable[[], object]) -> None:
    """The worker looks once a second, in a process of its own."""
    async with asyncio.timeout(ARRIVES_WITHIN):
        while not is_there():  # noqa: ASYNC110 - another process writes the file, and it tells nobody
            await asyncio.sleep(0.05)


async def sent_at(base_url: str) -> str:
    """A person sends a request; gives its number."""
    door = HttpDoor(base_url)
    talk = Talk(door)
    await talk.opens()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        await talk.presses(label)
    number = await sends_request(talk, name="Ona Onaitė", phone="8 612 34567")
    await door.leaves()
    return number


def text_of(letter: EmailMessage) -> str:
    """All that stands in a letter, headers too, without the parts that are random."""
    headers = "\n".join(f"{name}: {value}" for name, value in letter.items() if name not in {"Message-ID", "Date"})
    return f"{headers}\n{letter.get_content()}"


async def test_a_letter_goes_to_the_department_with_number_and_link_and_nothing_else(tmp_path: Path) -> None:
    # Given a product with a mail server, and the address under which people know it
    server: Server
    async with _mail_server() as server:
        environment = environment_for(
            tmp_path / "var",
            free_port(),
            AISKIAI_SMTP_URL=server.url,
            AISKIAI_MAIL_FROM="Aiškiai <aiskiai@kretinga.example>",
            AISKIAI_PUBLIC_URL="https://aiskiai.example/",
        )
        with serving(environment):
            # When
            number = await sent_at(f"http://127.0.0.1:{environment['AISKIAI_PORT']}")
            await until(lambda: server.letters)

    # Then
    [letter] = server.letters
    assert letter["To"] == "socialine.parama@kretinga.example"
    assert spoken_number(number) in letter["Subject"]
    assert f"https://aiskiai.example/inbox/{number}" in letter.get_content()
    assert [private for private in PRIVATE if private in text_of(letter)] == []
    assert not (tmp_path / "var" / "letters").exists()


async def test_a_letter_that_was_refused_is_told_the_operator_and_arrives_when_staff_press_retry(
    tmp_path: Path,
) -> None:
    # Given a mail server that refuses the department once
    server: Server
    async with _mail_server() as server:
        server.recipient_answers = ["550 5.1.1 no such mailbox"]
        environment = environment_for(
            tmp_path / "var",
            free_port(),
            AISKIAI_SMTP_URL=server.url,
            AISKIAI_OPERATOR_EMAIL="budintis@aiskiai.example",
        )
        base_url = f"http://127.0.0.1:{environment['AISKIAI_PORT']}"
        with serving(environment):
            number = await sent_at(base_url)
            await until(lambda: server.letters)
            [alarm] = server.letters

            # When
            staff = StaffAtInbox(base_url)
            await staff.signs_in(Product(base_url, environment).sign_in_link())
            before = await staff.opens(number)
            after = await staff.retries(number)
            await until(lambda: server.letters[1:])
            await staff.leaves()

    # Then
    assert alarm["To"] == "budintis@aiskiai.example"
    assert spoken_number(number) in alarm["Subject"]
    assert "Nepavyko išsiųsti" in before
    assert "550 5.1.1 no such mailbox" in before
    assert "vėl laukia siuntimo" in after or "Išsiųsta" in after
    assert server.letters[1]["To"] == "socialine.parama@kretinga.example"
    assert [private for letter in server.letters for private in PRIVATE if private in text_of(letter)] == []


async def test_without_a_mail_server_the_letter_is_a_file(tmp_path: Path) -> None:
    # Given
    environment = environment_for(tmp_path / "var", free_port())
    folder = tmp_path / "var" / "letters"
    base_url = f"http://127.0.0.1:{environment['AISKIAI_PORT']}"

    # When
    with serving(environment):
        number = await sent_at(base_url)
        await until(lambda: list(folder.glob("*.eml")))

    # Then a mail program can open it
    [file] = folder.iterdir()
    letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(letter, EmailMessage)
    assert spoken_number(number) in letter["Subject"]
    assert f"{base_url}/inbox/{number}" in letter.get_content()
    assert [private for private in PRIVATE if private in text_of(letter)] == []
