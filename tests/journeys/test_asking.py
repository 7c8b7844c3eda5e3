"""Staff ask, and the person answers: by a button, in their own words, later, or from another device."""

import email
import email.policy
from collections.abc import AsyncIterator

import pytest

from tests.journeys.running import Product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import HttpDoor, Talk
from tests.journeys.test_afterwards import asks, words_in
from tests.journeys.test_letters import text_of, until

ASKED = "Norime su Jumis susitikti.\nKurią dieną galite ateiti?"


@pytest.fixture
async def library_computer(product: Product) -> AsyncIterator[Talk]:
    """Another device: a browser at the library."""
    door = HttpDoor(product.base_url)
    yield Talk(door)
    await door.leaves()


async def test_he_answers_by_a_button_after_he_has_talked_of_other_things(
    talk: Talk, staff: StaffAtInbox, product: Product
) -> None:
    number = await asks(talk, "Petras Petraitis")
    page = await staff.asks(number, ASKED, "Trečiadienį", "Penktadienį")
    assert "Laukiama žmogaus" in page

    # The question comes where he is, and waits while he asks something else
    await talk.later("Savivaldybės darbuotojas nori Jūsų paklausti.", "Kurią dieną galite ateiti?")
    await talk.says("kas yra socialinės dirbtuvės?", "Socialinės dirbtuvės yra vieta")
    await talk.presses("Meniu", "Ką norite daryti?")
    await talk.presses("Penktadienį", "Ačiū!", "Jūsų atsakymas: Penktadienį")

    page = await staff.opens(number)
    assert "Žmogus atsakė į klausimą" in page
    assert '<p class="text">Penktadienį</p>' in page

    # Staff get a letter that says where to read it, and nothing more
    def letters() -> list[str]:
        files = product.letters().glob("*.eml")
        texts = [text_of(email.message_from_bytes(path.read_bytes(), policy=email.policy.default)) for path in files]
        return [text for text in texts if f"/inbox/{number}" in text and "atsakė į klausimą" in text]

    await until(letters)
    [letter] = letters()
    assert "Penktadien" not in letter


async def test_she_writes_in_her_own_words_and_reads_them_before_they_go(talk: Talk, staff: StaffAtInbox) -> None:
    number = await asks(talk, "Rasa Rasaitė")
    await staff.asks(number, ASKED, "Trečiadienį", "Penktadienį")

    await talk.later("Kurią dieną galite ateiti?")
    await talk.presses("Noriu parašyti", "Parašykite savo atsakymą.", "Kurią dieną galite ateiti?")
    await talk.says(
        "Mano kodas 39001010077. Galiu tik šeštadienį", "Čia nerašykite asmens kodo.", "Ar siųsti šį atsakymą?"
    )
    await talk.presses("Rašysiu kitaip", "Parašykite savo atsakymą.")
    await talk.says("Galiu tik šeštadienį", "Jūsų atsakymas: Galiu tik šeštadienį", "Ar siųsti šį atsakymą?")
    assert "šeštadienį" not in await staff.opens(number)
    await talk.presses("Taip, siųsti", "Ačiū!", "Darbuotojas perskaitys Jūsų atsakymą.")

    assert '<p class="text">Galiu tik šeštadienį</p>' in await staff.opens(number)


async def test_she_answers_at_the_library_and_once_is_enough(
    talk: Talk, staff: StaffAtInbox, library_computer: Talk
) -> None:
    number = await asks(talk, "Ona Onaitė", "8 612 34567")
    words = " ".join(words_in(talk.seen[-1]))
    await staff.asks(number, ASKED, "Trečiadienį", "Penktadienį")
    await talk.later("Kurią dieną galite ateiti?")

    await library_computer.opens()
    await library_computer.presses("Man")
    await library_computer.presses("Mano prašymas")
    await library_computer.presses("Turiu prašymo numerį")
    await library_computer.says(number)
    await library_computer.says(words)
    await library_computer.says("4567", "Darbuotojas laukia Jūsų atsakymo.")
    await library_computer.presses("Taip, rašyti", "Kurią dieną galite ateiti?")
    await library_computer.presses("Trečiadienį", "Jūsų atsakymas: Trečiadienį")

    await talk.later("Kažkas atidarė Jūsų prašymą kitame pokalbyje.")
    await talk.presses("Penktadienį", "Į šį klausimą Jūs jau atsakėte.")
    page = await staff.opens(number)
    assert '<p class="text">Trečiadienį</p>' in page
    assert '<p class="text">Penktadienį</p>' not in page
