"""Where nobody receives requests yet, the person still leaves with something in their hands: a finished letter."""

import pytest

from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Talk
from tests.journeys.test_journeys import sends_request


async def writes_letter(talk: Talk) -> None:
    """From the choice of a letter to the finished one."""
    await talk.presses("Rašyti laišką", "Parašysime laišką kartu.", "Koks Jūsų vardas ir pavardė?")
    await talk.says("Ona Onaitė", "Kaip darbuotojas gali Jums atsakyti?")
    await talk.presses("Aš atvyksiu", "Ar norite dar ką nors parašyti?")
    await talk.says("Noriu gyventi viena", "Toks bus Jūsų laiškas.", "Ar rašyti laišką?")
    await talk.presses("Rašyti laišką", "Štai Jūsų laiškas.", "Savivaldybei aš jo nesiunčiu.")


async def test_she_writes_a_letter_to_a_district_whose_council_sits_in_the_city(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Atvejo vadyba")
    await talk.says("Kaune", "Yra kelios tokios vietos.")
    await talk.presses("Kauno rajone", "Aš dar nesiunčiu prašymų šiai savivaldybei.", "pastatas yra Kaune.")
    await writes_letter(talk)

    letter = await talk.opens_document()
    for words in ("Kauno rajono savivaldybė", "Ona Onaitė", "Noriu gyventi viena", "Parašas", "pastatas yra Kaune"):
        assert words in letter
    assert "Prašymo numeris" not in letter
    await talk.presses("Laiško tekstas", "Vardas: Ona Onaitė", "Dar svarbu: Noriu gyventi viena")
    await talk.presses("Grįžti prie laiško", "Štai Jūsų laiškas.")
    await talk.presses("Keisti laišką", "Toks bus Jūsų laiškas.")
    await talk.presses("Keisti")
    await talk.presses("Vardą")
    await talk.says("Ona Jonaitė", "Vardas: Ona Jonaitė.")
    await talk.presses("Rašyti laišką", "Štai Jūsų laiškas.")
    assert "Ona Jonaitė" in await talk.opens_document()
    for seen in talk.seen:
        assert "gavo Jūsų prašymą" not in seen.text


async def test_from_neringa_she_gets_the_truth_other_help_and_a_letter(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Atvejo vadyba")
    read = await talk.says("Nidoje", "Suaugusiems čia atvejo vadybos gali nebūti.", "Telefonas: 0 469 52234.")
    assert {"Rašyti laišką", "Kita pagalba", "Kita savivaldybė"} <= set(read.buttons)
    await writes_letter(talk)
    assert "Neringos savivaldybė" in await talk.opens_document()


async def test_the_request_that_was_sent_can_be_printed(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Pagalba šeimai")
    number = await sends_request(talk, name="Rasa")
    await talk.presses("Spausdinti prašymą", "Štai Jūsų prašymas.")
    printed = await talk.opens_document()
    for words in (f"{number[:2]} {number[2:4]}", "Rasa", "Pagalba šeimai", "socialinių paslaugų įstaiga"):
        assert words in printed
    filed = await staff.opens(number)
    assert f"/inbox/{number}/document" in filed


@pytest.mark.parametrize(
    ("name", "city", "district"),
    [
        ("Alytus", "Alytaus mieste", "Alytaus rajone"),
        ("Klaipėda", "Klaipėdos mieste", "Klaipėdos rajone"),
        ("Panevėžyje", "Panevėžio mieste", "Panevėžio rajone"),
        ("Šiauliai", "Šiaulių mieste", "Šiaulių rajone"),
        ("Vilniuje", "Vilniaus mieste", "Vilniaus rajone"),
    ],
)
async def test_between_a_city_and_its_district_buttons_decide(talk: Talk, name: str, city: str, district: str) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Noriu pasikalbėti")
    read = await talk.says(name, "Kur Jūs gyvenate?")
    assert {city, district} <= set(read.buttons)
    await talk.presses(city, city.removesuffix("mieste") + "miesto savivaldybėje")
