"""Signs that nobody sees, that turn the direction or that look like others deceive nobody."""

import unicodedata
from typing import TYPE_CHECKING

import pytest

from assistant.adapters.mail import _message
from assistant.errors import PermanentFailureError
from assistant.understanding.emails import read_email
from assistant.understanding.names import read_name
from assistant.understanding.normalize import cleaned
from assistant.usecases.means import Letter
from tests.abuse.evil import HEADERS, UNSEEN
from tests.abuse.test_staff_pages import a_request
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import Town, Visitor

if TYPE_CHECKING:
    from email.message import EmailMessage

SEEN = frozenset({"Cf", "Cc", "Co", "Cs", "Cn"})


@pytest.mark.parametrize("written", UNSEEN.values(), ids=UNSEEN)
def test_a_name_is_kept_as_it_is_seen(written: str) -> None:
    kept = read_name(written)

    assert kept is not None
    assert kept in {"Ona Onaitė", "Onа Onaitė"}
    assert not any(unicodedata.category(sign) in SEEN for sign in kept)


@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize("written", UNSEEN.values(), ids=UNSEEN)
async def test_a_request_is_found_however_its_name_was_written(place: Town, written: str) -> None:
    surname = f"Slėptaitė{place.unique()}".translate(str.maketrans("0123456789", "abcdefghij"))
    number = await a_request(place, name=cleaned(f"{written} {surname}"))
    held = await place.held(Visitor.STAFF)

    async with a_browser(place.app, held.session) as browser:
        plain = await browser.get("/inbox", params={"q": f"ona {surname}"})
        odd = await browser.get("/inbox", params={"q": f"\u200b{surname}\u202e"})

    assert f"/inbox/{number}" in plain.text
    assert f"/inbox/{number}" in odd.text


@pytest.mark.parametrize("written", HEADERS, ids=ascii)
def test_an_address_is_one_address_or_none(written: str) -> None:
    address = read_email(written)

    assert address is None or (address.isascii() and address.isprintable() and " " not in address)
    assert address is None or address.count("@") == 1


@pytest.mark.parametrize("field", ["to", "subject"])
@pytest.mark.parametrize("written", HEADERS, ids=ascii)
def test_no_line_of_a_letters_head_can_be_added(written: str, field: str) -> None:
    letter = Letter("letter-1", "ona@pastas.lt", "Prašymas", "Labas.\r\nBcc: tai@tekstas.lt\r\n")
    changed = (
        Letter(letter.id, written, letter.subject, letter.body)
        if field == "to"
        else Letter(letter.id, letter.to, written, letter.body)
    )

    try:
        message: EmailMessage = _message(changed, "Aiškiai <prasymai@aiskiai.lt>")
    except PermanentFailureError:
        return

    head = message.as_bytes().partition(b"\r\n\r\n")[0]
    assert b"\nbcc:" not in head.lower()
    assert set(message.keys()) <= {
        *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"),
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "</body>", "&lt;"])
def test_a_letter_is_plain_text(words: str) -> None:
    message = _message(Letter("letter-1", "ona@pastas.lt", "Prašymas", words), "prasymai@aiskiai.lt")

    assert message.get_content_type() == "text/plain"
    assert message.get_content().strip() == words
