"""What was sent can be changed: the department sees old and new, and nothing done in the meantime is lost."""

from dataclasses import replace

import pytest

from assistant.bootstrap import Assistant
from assistant.commands.talk import SeededSecrets
from assistant.conversation.messages import Kind
from assistant.conversation.turn import ChangeReferral
from assistant.delivery.outbox import Carrier
from assistant.errors import ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import Status
from assistant.referrals.thread import Change, EntryKind
from assistant.usecases.ports import StaffMember
from assistant.usecases.submit import SubmitRequest
from tests.usecases.delivering import Post, delivering
from tests.usecases.person import Person


async def begins_change(person: Person) -> None:
    await person.says("kas su mano prašymu")
    await person.presses("Keisti prašymą")


async def test_old_and_new_stand_in_the_thread_and_a_letter_tells_the_department(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    post = Post()
    await delivering(assistant, post).once()

    # When
    await begins_change(person)
    await person.presses("Telefoną")
    await person.presses("Paskambinti man")
    await person.says("0 698 76543")
    await person.presses("Siųsti")

    # Then
    changed = await assistant.casework.open(ona, number)
    assert changed.request.phone == "+37069876543"
    assert changed.thread[-1].kind is EntryKind.CHANGED
    assert changed.thread[-1].changes == (Change("phone", "+37061234567", "+37069876543"),)
    assert changed.status is Status.NEW
    assert person.message.kind is Kind.RECEIPT
    await delivering(assistant, post).once()
    letter = post.letters[-1]
    assert "Pakeistas prašymas" in letter.subject
    assert f"/inbox/{number}" in letter.body
    assert not any(private in letter.body for private in ("Ona", "98", "76543"))


async def test_every_line_that_may_change_can_be_changed(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Petraitė")
    await person.presses("Keisti dar")
    await person.presses("Ką parašiau")
    await person.says("Skambinkite vakare")
    await person.presses("Keisti dar")
    await person.presses("Kita")
    await person.presses("Skambučio laiką")
    await person.presses("Po pietų")
    await person.presses("Keisti dar")
    await person.presses("Kita")
    # The name is of whoever needs help, so it is asked anew where that is another person.
    message = await person.presses("Kam reikia pagalbos")
    assert message.sentences[-1] == "Koks žmogaus vardas ir pavardė?"
    message = await person.says("Jonas Jonaitis")
    assert message.sentences[-1] == "Ar tas žmogus dabar yra šalia?"
    await person.presses("Ne")
    await person.presses("Negali pasakyti")
    await person.presses("Siųsti")
    changed = await assistant.casework.open(ona, number)
    assert [change.field for change in changed.thread[-1].changes] == [
        *("for_other", "name", "call_time", "note", "confirmation")
    ]
    assert changed.request.municipality == "kretingos-rajono"
    assert changed.request.name == "Jonas Jonaitis"


async def test_to_send_what_was_not_changed_is_told_as_it_is(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Onaitė")
    message = await person.presses("Siųsti")
    assert "Prašymas liko toks pat." in message.sentences
    assert "Aš pakeičiau Jūsų prašymą." not in message.sentences
    assert [entry.kind for entry in (await assistant.casework.open(ona, number)).thread] == [EntryKind.SENT]


async def test_leaving_it_as_it_was_changes_nothing_and_sends_no_letter(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Petraitė")
    message = await person.presses("Palikti seną prašymą")
    assert "Darbuotojas dar nepradėjo jo skaityti." in message.sentences
    assert (await assistant.casework.open(ona, number)).request.name == "Ona Onaitė"
    assert [entry.carrier for entry in await assistant.casework.deliveries(ona, number)] == [Carrier.LETTER]


async def test_what_was_being_filled_in_is_there_again_after_a_change(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.sends()
    await person.presses("Meniu")
    await person.presses("Siųsti prašymą")
    await person.presses("Socialinės dirbtuvės")
    await person.presses("Meniu")
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Petraitė")
    await person.presses("Siųsti")
    await person.presses("Gerai")
    message = await person.presses("Siųsti prašymą")
    while message.sentences[-1] != "Ar siųsti prašymą?":
        message = await person.presses("Nežinau")
    assert any("Socialinės dirbtuvės" in sentence for sentence in message.sentences)


async def test_staff_and_person_at_the_same_time_lose_nothing(assistant: Assistant, ona: StaffMember) -> None:
    # Given the person is changing while staff take it
    person = Person(assistant)
    number = await person.sends()
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Petraitė")
    await assistant.casework.take(ona, number, 0)

    # When the person sends the change
    await person.presses("Siųsti")

    # Then both stand in the thread, and staff who still look at the old page are told so
    both = await assistant.casework.open(ona, number)
    assert [entry.kind for entry in both.thread] == [EntryKind.SENT, EntryKind.TAKEN, EntryKind.CHANGED]
    assert both.status is Status.TAKEN
    with pytest.raises(ReferralChangedError):
        await assistant.casework.reply(ona, number, 1, "Laba diena.", "form-1")


async def test_two_changes_of_different_lines_both_stay(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    first = (await assistant.casework.open(ona, number)).request
    async with assistant.units() as work:
        conversation = await work.conversations.load(person.conversation)
        submit = SubmitRequest(present=assistant.present, clock=assistant.clock, secrets=SeededSecrets(9))
        await submit.change(work, conversation, ChangeReferral(number, first, replace(first, name="Rasa")))
        await submit.change(work, conversation, ChangeReferral(number, first, replace(first, note="Vakare")))
        await work.commit()
    changed = (await assistant.casework.open(ona, number)).request
    assert (changed.name, changed.note) == ("Rasa", "Vakare")


async def test_what_is_closed_or_withdrawn_cannot_be_changed(assistant: Assistant, ona: StaffMember) -> None:
    # Given a change under way when staff close the request
    person = Person(assistant)
    number = await person.sends()
    await begins_change(person)
    await person.presses("Vardą")
    await person.says("Ona Petraitė")
    await assistant.casework.close(ona, number, 0)

    # When
    message = await person.presses("Siųsti")

    # Then
    assert message.sentences[0] == "Šio prašymo keisti jau negalima."
    assert "Keisti prašymą" not in [choice.label for choice in message.choices]
    assert (await assistant.casework.open(ona, number)).request.name == "Ona Onaitė"


async def test_nobody_else_may_change_it(assistant: Assistant, ona: StaffMember) -> None:
    person, stranger = Person(assistant), Person(assistant)
    number = await person.sends()
    await stranger.opens()
    request = (await assistant.casework.open(ona, number)).request
    async with assistant.units() as work:
        conversation = await work.conversations.load(stranger.conversation)
        submit = SubmitRequest(present=assistant.present, clock=assistant.clock, secrets=SeededSecrets(9))
        with pytest.raises(ReferralNotFoundError):
            await submit.change(work, conversation, ChangeReferral(number, request, request))
