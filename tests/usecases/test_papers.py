"""Papers are made of what is stored: each person gets their own, staff those of their municipality."""

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import DocumentNotice
from assistant.conversation.state import Channel
from assistant.delivery.paper import plain_text
from assistant.errors import DocumentNotFoundError, ReferralNotFoundError
from assistant.usecases.ports import StaffMember
from tests.usecases.person import CHAT, Person
from tests.usecases.test_casework import member_in

LETTER = DocumentNotice()


async def writes_letter(person: Person) -> None:
    """Up to the finished letter to a municipality that is not switched on."""
    await person.opens()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        await person.presses(label)
    await person.says("Kauno mieste")
    await person.presses("Rašyti laišką")
    await person.says("Ona Onaitė")
    await person.presses("Aš atvyksiu")
    await person.presses("Ne, tai viskas")
    await person.presses("Rašyti laišką")


async def test_the_person_gets_what_was_sent_and_staff_get_the_same(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    notice = (await person.presses("Spausdinti prašymą")).document
    assert notice == DocumentNotice(number)

    paper = await assistant.papers.of_conversation(person.conversation, notice)

    assert "Vardas: Ona Onaitė" in plain_text(paper)
    assert "Dar svarbu: Man sunku kalbėti telefonu" in plain_text(paper)
    assert await assistant.papers.of_staff(ona, number) == paper
    assert (await assistant.papers.pdf(paper)).startswith(b"%PDF-")


async def test_nobody_gets_what_is_not_theirs(assistant: Assistant) -> None:
    person, stranger = Person(assistant), Person(assistant)
    number = await person.sends()
    await stranger.opens()
    with pytest.raises(DocumentNotFoundError):
        await assistant.papers.of_conversation(stranger.conversation, DocumentNotice(number))
    with pytest.raises(ReferralNotFoundError):
        await assistant.papers.of_staff(await member_in(assistant, "neringos"), number)
    with pytest.raises(DocumentNotFoundError):
        await assistant.papers.in_chat(Channel.TELEGRAM, "0815", LETTER)


async def test_the_letter_is_made_of_the_draft_and_nothing_is_sent(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant, Channel.TELEGRAM)
    await writes_letter(person)
    assert person.message.document == LETTER

    words = plain_text(await assistant.papers.in_chat(Channel.TELEGRAM, CHAT, LETTER))

    assert "Savivaldybė: Kauno miesto savivaldybė" in words
    assert "Vardas: Ona Onaitė" in words
    assert "Atsakymas: Atvyksiu į savivaldybę" in words
    assert await assistant.casework.inbox(await member_in(assistant, "kauno-miesto")) == ()
    assert await assistant.casework.inbox(ona) == ()


async def test_the_letter_is_gone_with_the_draft(assistant: Assistant) -> None:
    person = Person(assistant)
    await writes_letter(person)
    await person.says("iš naujo")
    await person.presses("Taip, iš naujo")
    with pytest.raises(DocumentNotFoundError):
        await assistant.papers.of_conversation(person.conversation, LETTER)


async def test_before_all_is_filled_in_there_is_no_letter(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.opens()
    with pytest.raises(DocumentNotFoundError):
        await assistant.papers.of_conversation(person.conversation, LETTER)
