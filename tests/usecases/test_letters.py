"""A letter to the person says that there is an answer and where, and nothing else; one tap ends it."""

from assistant.bootstrap import Assistant
from assistant.delivery.outbox import Carrier
from assistant.usecases.ports import StaffMember
from tests.usecases.delivering import Post, delivering
from tests.usecases.person import Person

ADDRESS = "ona@pastas.lt"


async def wants_letters(person: Person) -> None:
    await person.presses("Noriu laiško")
    message = await person.says(f"mano adresas {ADDRESS}")
    assert f"Jūsų adresas yra toks: {ADDRESS}" in message.sentences
    await person.presses("Taip, teisingas")


async def test_the_letter_says_only_that_there_is_an_answer_and_where(assistant: Assistant, ona: StaffMember) -> None:
    # Given
    person = Person(assistant)
    number = await person.sends()
    await wants_letters(person)

    # When
    await assistant.casework.reply(ona, number, 0, "Dirbtuvės laukia Jūsų.", "form-1")
    post = Post()
    await delivering(assistant, post).once()

    # Then
    [letter] = [letter for letter in post.letters if letter.to == ADDRESS]
    whole = f"{letter.subject}\n{letter.body}"
    assert "Savivaldybė atsakė į Jūsų prašymą." in whole
    assert "https://aiskiai.example/pokalbis/testi" in whole
    assert not any(private in whole for private in ("Ona", "Dirbtuvės", number, "Kreting", "34567"))


async def test_one_tap_ends_it(assistant: Assistant, ona: StaffMember) -> None:
    person = Person(assistant)
    number = await person.sends()
    await wants_letters(person)
    message = await person.presses("Nenoriu laiškų")
    assert "Aš laiškų nesiunčiu." in message.sentences
    await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")
    assert [entry.carrier for entry in await assistant.casework.deliveries(ona, number)] == [Carrier.LETTER]


async def test_who_asked_for_no_letter_gets_none(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")
    assert [entry.carrier for entry in await assistant.casework.deliveries(ona, number)] == [Carrier.LETTER]


async def test_an_address_with_a_slip_is_asked_again(assistant: Assistant) -> None:
    person = Person(assistant)
    await person.sends()
    await person.presses("Noriu laiško")
    message = await person.says("ona kablelis pastas.lt")
    assert "Aš nesupratau adreso." in message.sentences
    await person.says("ona@pastass.lt")
    message = await person.presses("Kitas adresas")
    assert message.sentences[-1] == "Koks Jūsų elektroninio pašto adresas?"
