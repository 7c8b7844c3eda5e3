"""Whole journeys in the users' words, the same through web, Telegram and terminal."""

import re

from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Read, Talk

NUMBER = re.compile(r"numeris yra (\d\d \d\d \d\d \d\d)")
HELPERS = ("Nežinau", "Atgal", "Pakartoti", "Noriu žmogaus", "Meniu")


def number_in(read: Read) -> str:
    """The number as it stands in an address: digits only."""
    found = NUMBER.search(read.text)
    assert found, read.text
    return found[1].replace(" ", "")


async def sends_request(talk: Talk, *, name: str, phone: str = "", wants_call: bool = False) -> str:
    """From the first question of the request to the receipt; gives the number."""
    await talk.says("Kretinga", "Koks Jūsų vardas ir pavardė?")
    await talk.says(name, "Koks Jūsų telefono numeris?" if wants_call else "Kaip darbuotojas gali Jums atsakyti?")
    if phone:
        if not wants_call:
            await talk.presses("Paskambinti man", "Koks Jūsų telefono numeris?")
        await talk.says(phone, "Kada Jums gerai kalbėti?")
        await talk.presses("Po pietų", "Ar norite dar ką nors parašyti?")
    else:
        await talk.presses("Parašyti čia", "Ar norite dar ką nors parašyti?")
    await talk.presses("Ne, tai viskas", "Toks yra Jūsų prašymas.", name, "Ar siųsti prašymą?")
    return number_in(await talk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą."))


async def test_she_asks_checks_sends_and_reads_the_answer_where_she_asked(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens("Sveiki!", "Aš esu programa, o ne žmogus.", "Kam reikia pagalbos?")
    await talk.presses("Man", "Ką norite daryti?")
    await talk.presses("Sužinoti apie pagalbą", "Apie kokią pagalbą norite sužinoti?")
    await talk.presses("Atvejo vadyba", "Yra 2 skirtingos atvejo vadybos.", "Kam reikia pagalbos?")
    await talk.presses("Suaugusiam žmogui", "Atvejo vadyba yra pagalba žmogui su negalia.")
    await talk.presses("Ar man tinka?", "Vardo čia nereikia.")
    await answers_all_questions(talk)
    await talk.presses("Siųsti prašymą", "Koks Jūsų vardas ir pavardė?")
    await talk.says("Ona Onaitė", "Kaip darbuotojas gali Jums atsakyti?")
    await talk.presses("Paskambinti man", "Koks Jūsų telefono numeris?")
    await talk.says("8 612 34567", "Kada Jums gerai kalbėti?")
    await talk.presses("Ryte", "Ar norite dar ką nors parašyti?")
    await talk.says(
        "Man sunku kalbėti telefonu", "Kretingos rajono savivaldybė", "0 612 34567", "Man sunku kalbėti telefonu"
    )
    number = number_in(await talk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą."))

    assert "Ona Onaitė" in await staff.sees_list()
    page = await staff.opens(number)
    assert "Man sunku kalbėti telefonu" in page
    assert "tel:+37061234567" in page
    await staff.takes(number)
    await staff.replies(number, "Laba diena.\nMes Jums paskambinsime rytoj.")

    await talk.later("Jums atsakė savivaldybės darbuotojas.", "Mes Jums paskambinsime rytoj.")
    await staff.closes(number)
    await talk.says("kas su mano prasymu", "Savivaldybė baigė darbą su šiuo prašymu.")


async def answers_all_questions(talk: Talk) -> None:
    """Answers of a 34-year-old from Kretinga whom the service fits, in whatever order they are asked."""
    answers = {
        "Kiek Jums metų?": "34",
        "Kokia yra Jūsų negalia?": "Intelekto negalia",
        "Koks ten skaičius?": "55 arba mažiau",
        "Ar Jums ilgai reikia kelių įstaigų pagalbos?": "Taip",
        "Kur Jūs gyvenate?": "gyvenu Kretingoje",
    }
    while "Ši pagalba" not in talk.seen[-1].text:
        question = talk.seen[-1].text.splitlines()[-1]
        answer = answers.pop(question)
        if answer in talk.seen[-1].buttons:
            await talk.presses(answer)
        else:
            await talk.says(answer)
    assert "Ši pagalba Jums gali tikti." in talk.seen[-1].text


async def test_a_relative_who_does_not_know_gets_an_honest_unsure_and_may_still_send(
    talk: Talk, staff: StaffAtInbox
) -> None:
    await talk.opens("Kam reikia pagalbos?")
    await talk.presses("Kitam žmogui", "Ką norite daryti?")
    await talk.presses("Ar žmogui tinka?", "Kurią pagalbą tikriname?")
    await talk.presses("Socialinės dirbtuvės")
    await talk.presses_until("dar negaliu pasakyti", "Nežinau", "Nieko tokio.")
    await talk.presses("Kodėl taip?", "Štai ką aš žinau.")
    await talk.presses("Iš kur žinote?", "Patikros diena:")
    await talk.presses("Atgal", "Štai ką aš žinau.")
    await talk.presses("Atgal", "dar negaliu pasakyti")
    await talk.presses("Siųsti prašymą", "Kur gyvena žmogus?")
    await talk.says("kretingos r.", "Koks žmogaus vardas ir pavardė?")
    await talk.says("Jonas Jonaitis")
    await talk.presses("Parašyti čia")
    await talk.presses("Ne, tai viskas", "Ar tas žmogus dabar yra šalia?")
    await talk.presses("Ne", "Darbuotojas matys, kad siunčiate Jūs.", "Kodėl žmogus pats neatsako?")
    await talk.presses(
        "Negali pasakyti",
        "Pagalbos reikia: kitam žmogui.",
        "Žmogus pats nepatvirtino prašymo.",
        "Atsakymas: šiame pokalbyje.",
    )
    number = number_in(await talk.presses("Siųsti", "Savivaldybė gavo Jūsų prašymą."))
    page = await staff.opens(number)
    assert "Jonas Jonaitis" in page
    assert "Prašymą siuntė kitas žmogus. Žmogus pats jo nepatvirtino." in page
    assert "Padėjėjas sako: žmogus negali to pasakyti." in page


async def test_a_brother_helps_and_the_person_decides_what_is_sent(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens("Kam reikia pagalbos?")
    await talk.says("padedu broliui", "Ką norite daryti?")
    await talk.presses("Siųsti prašymą", "Kokios pagalbos reikia žmogui?")
    await talk.presses("Socialinės dirbtuvės")
    await talk.says("Kretinga")
    await talk.says("Petras Petraitis")
    await talk.presses("Parašyti čia")
    await talk.presses("Ne, tai viskas", "Ar tas žmogus dabar yra šalia?")
    await talk.presses("Taip", "Dar paklausiu paties žmogaus.", "Ar siųsti prašymą?")
    read_back = ("Dabar klausiu Jūsų.", "Jūsų vardas: Petras Petraitis.", "Ar norite siųsti šį prašymą?")
    await talk.presses("Siųsti", *read_back)
    await talk.presses("Ne, nesiųsti", "Prašymo nesiunčiu.")
    await talk.presses("Siųsti prašymą", "Žmogus atsakė „ne“.", "Ar siųsti prašymą?")
    await talk.presses("Siųsti", *read_back)
    number = number_in(await talk.presses("Taip, siųsti", "Savivaldybė gavo Jūsų prašymą."))
    page = await staff.opens(number)
    assert "Prašymą padėjo rašyti kitas žmogus. Žmogus pats jį patvirtino." in page


async def test_typed_without_diacritics_and_with_slips_it_is_still_understood(talk: Talk) -> None:
    await talk.opens()
    await talk.says("man", "Ką norite daryti?")
    await talk.says("kas yra socialines dirbtuves", "Socialinės dirbtuvės")
    await talk.says("o kiek kainuoja?", "nežinau")
    await talk.says("noriu siusti prasyma", "Parašysime prašymą kartu.")
    if "Kokios pagalbos Jums reikia?" in talk.seen[-1].text:
        await talk.says("Socialines dirbtuves")
    await talk.says("gyvenu kretingoj", "Koks Jūsų vardas ir pavardė?")
    await talk.says("mano vardas Petras", "Kaip darbuotojas gali Jums atsakyti?")
    await talk.says("+370 612 34567", "Kada Jums gerai kalbėti?")
    await talk.says("po pietu", "Ar norite dar ką nors parašyti?")
    await talk.says("mano kodas 38703181745", "Čia nerašykite asmens kodo.")
    assert "38703181745" not in talk.seen[-1].text
    await talk.presses("Nesiųsti", "Prašymo nesiunčiu.")


async def test_kaunas_is_asked_apart_and_a_municipality_not_switched_on_is_told_honestly(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą", "Kokios pagalbos Jums reikia?")
    await talk.presses("Atvejo vadyba", "Kur Jūs gyvenate?")
    read = await talk.says("Kaune", "Yra kelios tokios vietos.")
    assert {"Kauno mieste", "Kauno rajone"} <= set(read.buttons)
    await talk.presses("Kauno rajone", "Aš dar nesiunčiu prašymų šiai savivaldybei.")
    await talk.presses("Kokių dokumentų reikia?")
    await talk.presses("Atgal", "Aš dar nesiunčiu prašymų šiai savivaldybei.")
    await talk.presses("Kita savivaldybė", "Kur Jūs gyvenate?")
    await talk.says("Kretinga", "Koks Jūsų vardas ir pavardė?")


async def test_neringa_gets_the_truth_and_the_way_on(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Ar man tinka?")
    await talk.presses("Atvejo vadyba")
    await talk.presses("Suaugusiam žmogui")
    await talk.presses_until("Kur Jūs gyvenate?", "Nežinau")
    read = await talk.says("Nidoje", "Ši pagalba Jums gali netikti.", "Ar vis tiek norite siųsti prašymą?")
    assert "Siųsti prašymą" in read.buttons
    assert "Noriu žmogaus" in read.buttons


async def test_a_human_is_one_tap_away_and_can_be_asked_to_call(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens()
    await talk.presses("Noriu žmogaus", "Darbuotojas gali Jums paskambinti.")
    await talk.presses("Taip, paskambinkite", "Kam reikia pagalbos?")
    await talk.presses("Man", "Kur Jūs gyvenate?")
    number = await sends_request(talk, name="Birutė", phone="0 698 76543", wants_call=True)
    page = await staff.opens(number)
    assert "tel:+37069876543" in page


async def test_danger_in_the_middle_of_a_form_comes_first_and_nothing_is_lost(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Noriu pasikalbėti")
    await talk.says("Kretinga", "Koks Jūsų vardas ir pavardė?")
    danger = await talk.says("nebenoriu gyventi")
    assert danger.text.startswith("Skambinkite 112 dabar.")
    await talk.presses("Tęsti pokalbį", "Koks Jūsų vardas ir pavardė?")
    await talk.says("vyras mane muša", "Skambinkite 112 dabar.")
    await talk.presses("Tęsti pokalbį", "Koks Jūsų vardas ir pavardė?")


async def test_the_request_can_be_looked_up_and_taken_back(talk: Talk, staff: StaffAtInbox) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Pagalba šeimai")
    number = await sends_request(talk, name="Rasa")
    await talk.presses("Mano prašymas", "Darbuotojas dar nepradėjo jo skaityti.")
    await staff.takes(number)
    await talk.says("kas su mano prašymu?", "Darbuotojas skaito Jūsų prašymą.")
    await talk.presses("Atsiimti prašymą", "Ar norite atsiimti šį prašymą?")
    await talk.presses("Taip, atsiimti", "Jūs atsiėmėte šį prašymą.")


async def test_every_line_can_be_changed_and_back_keeps_the_answers(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Siųsti prašymą")
    await talk.presses("Atvejo vadyba")
    await talk.says("Kretinga")
    await talk.says("Onutė")
    await talk.presses("Atgal", "Koks Jūsų vardas ir pavardė?")
    await talk.says("Ona Petraitė")
    await talk.presses("Parašyti čia")
    await talk.presses("Ne, tai viskas", "Vardas: Ona Petraitė.")
    await talk.presses("Keisti", "Ką norite pakeisti?")
    await talk.presses("Vardą", "Koks Jūsų vardas ir pavardė?")
    await talk.says("Ona Jonaitė", "Vardas: Ona Jonaitė.", "Kretingos rajono savivaldybė")
    await talk.presses("Keisti")
    await talk.presses("Kita")
    await talk.presses("Telefoną", "Kaip darbuotojas gali Jums atsakyti?")
    await talk.presses("Paskambinti man")
    await talk.says("061234567")
    await talk.presses("Bet kada", "Jūsų telefonas: 0 612 34567.", "Vardas: Ona Jonaitė.")
    await talk.presses("Keisti")
    await talk.presses("Kita")
    await talk.presses("Kam reikia pagalbos", "Koks žmogaus vardas ir pavardė?")
    await talk.says("Jonas Jonaitis", "Ar tas žmogus dabar yra šalia?")
    await talk.presses("Taip", "Pagalbos reikia: kitam žmogui.", "Žmogaus vardas: Jonas Jonaitis.")
    await talk.presses("Nesiųsti", "Prašymo nesiunčiu.")


async def test_an_answer_is_told_more_simply_and_asked_about(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.says("kas yra atvejo vadyba", "Šis žmogus yra atvejo vadybininkas.")
    await talk.presses("Paprasčiau", "Jis padeda rasti pagalbą.")
    await talk.presses("Plačiau", "Šis žmogus yra atvejo vadybininkas.")
    await talk.presses("Iš kur žinote?", "Patikros diena:")
    await talk.presses("Gerai", "Šis žmogus yra atvejo vadybininkas.")
    await talk.presses("Ar gerai supratau?", "Ar atvejo vadybininkas padeda rasti pagalbą?")
    await talk.presses("Ne", "Aš papasakosiu aiškiau.", "Jis padeda rasti pagalbą.")
    await talk.presses("Ar gerai supratau?")
    await talk.presses("Taip", "Jūs gerai supratote.")


async def test_case_management_of_families_is_another_service(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Ar man tinka?")
    await talk.presses("Atvejo vadyba", "Kam reikia pagalbos?")
    await talk.presses("Šeimai su vaikais", "Ar Jūs auginate vaiką arba laukiatės?")
    await talk.presses("Taip", "Ši pagalba Jums gali tikti.", "Pagalba šeimai")


async def test_twice_not_understood_offers_a_human_and_never_blames(talk: Talk) -> None:
    await talk.opens()
    await talk.says("asdf qwer", "To aš nežinau.", "Kam reikia pagalbos?")
    await talk.says("zxcv bnm", "Ar norite kalbėti su žmogumi?")
    await talk.presses("Ne, tęsti", "Kam reikia pagalbos?")


async def test_a_hard_word_is_explained_to_whoever_asks_and_the_question_stays(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.says("noriu skųstis", "Skundą galite rašyti ir savivaldybei.")
    explained = await talk.says("ka reiskia skundas?", "Skundas yra tekstas apie tai, kas negerai.")
    assert "Savivaldybės telefonas" in explained.buttons
    await talk.presses("Savivaldybės telefonas", "Aš galiu padėti rasti telefoną.")


async def test_the_same_helpers_stand_last_in_every_message(talk: Talk) -> None:
    await talk.opens()
    await talk.presses("Man")
    await talk.presses("Ar man tinka?")
    await talk.presses("Socialinės dirbtuvės")
    for read in talk.seen:
        # In Telegram the button to hear a message stands below all of them.
        buttons = tuple(button for button in read.buttons if "Klausyti" not in button)
        assert buttons[-5:] == HELPERS
        assert len(buttons) <= 9
