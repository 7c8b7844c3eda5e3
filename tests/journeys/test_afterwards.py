"""Journeys after sending, in the users' words: change, letters, and the receipt on another device."""

import re
from collections.abc import AsyncIterator

import pytest

from tests.journeys.running import Product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import HttpDoor, Read, Talk
from tests.journeys.test_journeys import number_in, sends_request
from tests.journeys.test_letters import until

WORDS = re.compile(r"Šie 3 žodžiai atidaro Jūsų prašymą:\n(.+)\n(.+)\n(.+)\nNumerį ir žodžius užsirašykite\.")
PLAIN = str.maketrans("ąčęėįšųūž", "aceeisuuz")


def words_in(read: Read) -> list[str]:
    """The three words as they stand on the receipt; in Telegram each has its emoji before it."""
    found = WORDS.search(read.text)
    assert found, read.text
    return [line.split()[-1] for line in found.groups()]


@pytest.fixture
async def library_computer(product: Product) -> AsyncIterator[Talk]:
    """Another device: a browser at the library."""
    door = HttpDoor(product.base_url)
    yield Talk(door)
    await door.leaves()


async def asks(talk: Talk, name: str, phone: str = "") -> str:
    await talk.opens()
    for label in ("Man", "Siųsti prašymą", "Socialinės dirbtuvės"):
        await talk.presses(label)
    return await sends_request(talk, name=name, phone=phone)


async def test_he_changes_his_phone_and_the_department_sees_old_and_new(talk: Talk, staff: StaffAtInbox) -> None:
    number = await asks(talk, "Petras Petraitis", "8 612 34567")
    await staff.takes(number)
    await talk.presses("Mano prašymas", "Darbuotojas skaito Jūsų prašymą.")
    await talk.presses("Keisti prašymą", "Ką norite pakeisti?")
    await talk.presses("Telefoną", "Kaip darbuotojas gali Jums atsakyti?")
    await talk.says("0 698 76543", "Jūsų telefonas: 0 698 76543.", "Ar siųsti tai, ką pakeitėte?")
    read = await talk.presses("Siųsti", "Aš pakeičiau Jūsų prašymą.", "Šie 3 žodžiai atidaro Jūsų prašymą:")
    assert number_in(read) == number
    page = await staff.opens(number)
    assert "Žmogus pakeitė prašymą" in page
    assert "<del>0 612 34567</del>" in page
    assert "<ins>0 698 76543</ins>" in page
    assert "tel:+37069876543" in page
    await staff.closes(number)
    await talk.presses("Mano prašymas", "Savivaldybė baigė darbą su šiuo prašymu.")
    assert "Keisti prašymą" not in talk.seen[-1].buttons


async def test_she_wants_a_letter_when_an_answer_comes(talk: Talk, staff: StaffAtInbox, product: Product) -> None:
    number = await asks(talk, "Rasa Rasaitė")
    await talk.presses("Noriu laiško", "Koks Jūsų elektroninio pašto adresas?")
    await talk.says("nezinau kas tai yra", "Aš nesupratau adreso.")
    await talk.says(f"rasa{number}@pastas.lt", f"Jūsų adresas yra toks: rasa{number}@pastas.lt")
    await talk.presses("Taip, teisingas", "Aš parašysiu laišką, kai ateis atsakymas.")
    await staff.replies(number, "Laba diena.\nAteikite rytoj.")
    letters = product.letters()

    def arrived() -> list[str]:
        texts = [path.read_text(encoding="utf-8") for path in letters.glob("*.eml")]
        return [text for text in texts if f"To: rasa{number}@pastas.lt" in text]

    await until(arrived)
    [letter] = arrived()
    assert "/pokalbis/testi" in letter
    assert "rytoj" not in letter
    # The answer comes into the talk as well; only then does she go on.
    await talk.later("Jums atsakė savivaldybės darbuotojas.", "Ateikite rytoj.")
    await talk.says("kas su mano prašymu")
    await talk.presses("Nenoriu laiškų", "Aš laiškų nesiunčiu.")


async def test_she_lost_her_phone_and_reads_the_answer_at_the_library(
    talk: Talk, staff: StaffAtInbox, library_computer: Talk
) -> None:
    number = await asks(talk, "Ona Onaitė", "8 612 34567")
    one, other, third = words_in(talk.seen[-1])
    await staff.replies(number, "Laba diena.\nAteikite rytoj.")

    # At another device, without the marks on letters, in another order, with a slip
    await library_computer.opens()
    await library_computer.presses("Man")
    await library_computer.presses("Mano prašymas", "Šiame pokalbyje prašymo dar nėra.")
    await library_computer.presses("Turiu prašymo numerį", "Koks prašymo numeris?")
    await library_computer.says(f"numeris {number[:4]} {number[4:]}", "Kokie yra tie 3 žodžiai?")
    typed = f"{third.translate(PLAIN)} {one.translate(PLAIN).upper()} ir {other.translate(PLAIN)}{other[-1]}"
    await library_computer.says(typed, "Parašykite 4 paskutinius telefono skaitmenis.")
    await library_computer.says(
        "4567", "Aš radau Jūsų prašymą.", "Ateikite rytoj.", "Ar rašyti atsakymus šiame pokalbyje?"
    )
    await library_computer.presses("Taip, rašyti", "Darbuotojas atsakė į Jūsų prašymą.")

    # From now on answers come here too, and she is told in the old place
    await staff.replies(number, "Nepamirškite dokumento.")
    await library_computer.later("Nepamirškite dokumento.")
    await talk.later("Kažkas atidarė Jūsų prašymą kitame pokalbyje.")


async def test_three_wrong_tries_end_kindly_and_the_owner_reads_on(talk: Talk, library_computer: Talk) -> None:
    number = await asks(talk, "Ona Onaitė", "8 612 34567")
    words = " ".join(words_in(talk.seen[-1]))
    await library_computer.opens()
    await library_computer.presses("Man")
    await library_computer.presses("Mano prašymas")
    await library_computer.presses("Turiu prašymo numerį")
    for last in (
        "Prašymo atidaryti negaliu.",
        "Prašymo atidaryti negaliu.",
        "Dabar prašymo atidaryti negaliu.",
    ):
        await library_computer.says(number)
        await library_computer.says(words)
        await library_computer.says("0000", last)
    assert "Taip, paskambinkite" in library_computer.seen[-1].buttons
    await talk.presses("Mano prašymas", "Savivaldybė gavo Jūsų prašymą.")
