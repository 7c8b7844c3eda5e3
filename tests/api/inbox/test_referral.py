from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest

from assistant.delivery.outbox import Carrier, State
from assistant.errors import FailureReason
from assistant.referrals.referral import Status
from assistant.referrals.thread import EntryKind
from tests.api.inbox.fakes import JONAS, ONA, FakeHost, a_browser, a_letter, a_referral
from tests.api.inbox.pages import forms_in, words_in

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"
TAKE, REPLY, CLOSE, RETRY = f"{PAGE}/take", f"{PAGE}/reply", f"{PAGE}/close", f"{PAGE}/retry"
AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


def staff(host: FakeHost) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(ONA))


async def test_the_page_shows_everything_that_the_person_sent(host: FakeHost) -> None:
    async with staff(host) as browser:
        page = await browser.get(PAGE)

    words = words_in(page)
    for shown in (
        "Prašymas 47 12 80 35",
        "Naujas",
        "Pagalba Atvejo vadyba",
        "Kam Sau",
        "Vardas Vardenė Pavardenė",
        "Telefonas 0 612 34567",
        "Kada skambinti Ryte",
        "Žmogus dar rašo Man patogu prieš pietus.",
        "Savivaldybė Kretingos rajono savivaldybė",
        "Išsiųsta 2026 m. gruodžio 1 d. 00:05",
        "Žmogus išsiuntė prašymą 2026 m. gruodžio 1 d. 00:05",
    ):
        assert shown in words
    assert 'href="tel:+37061234567"' in page.text


async def test_the_preliminary_check_comes_with_each_reason_and_its_source(host: FakeHost) -> None:
    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    assert "Paslauga gali tikti" in words
    assert "Sprendžiate Jūs." in words
    assert "Taip Jums jau yra 18 metų. Šaltinis: Įsakymas A1-141, 5 punktas" in words
    assert "Nežinoma Dar neaišku, kiek pagalbos reikia. Šaltinis: Pertvarka, atvejo vadyba" in words


async def test_what_the_person_left_out_is_said_to_be_left_out(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER, phone="", call_time="", note="", preliminary=None, for_other=True, need="talk"))

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    assert "Telefonas Nenurodytas. Žmogus laukia atsakymo pokalbyje." in words
    assert "Kam Kitam žmogui" in words
    assert "Pagalba Pokalbis su darbuotoju" in words
    assert "Žmogus patikrinimo nedarė." in words
    assert "Kada skambinti" not in words
    assert "Žmogus dar rašo" not in words


async def test_the_page_says_of_each_delivery_how_it_stands_and_why(host: FakeHost) -> None:
    failed = replace(
        a_letter(NUMBER, State.FAILED_TEMPORARILY, attempts=2), reason=FailureReason.LATER, last_error="451 4.3.0 busy"
    )
    host.casework.letters[NUMBER] = (
        a_letter(NUMBER),
        a_letter(NUMBER, State.CREATED, attempts=0),
        a_letter(NUMBER, State.SENDING, attempts=0),
        failed,
        replace(failed, state=State.FAILED_FOR_GOOD, carrier=Carrier.TELEGRAM, recipient="chat-17"),
        a_letter(NUMBER, State.CANCELLED, attempts=0),
    )

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    letter = "Laiškas adresu skyrius@kretinga.example"
    why = "Gavėjo sistema prašo bandyti vėliau. Administratoriui: 451 4.3.0 busy"
    for told in (
        f"{letter} Išsiųsta Gavėjo sistema priėmė 2026 m. gruodžio 1 d. 00:06. Bandyta 1 kartą.",
        f"{letter} Laukia siuntimo",
        f"{letter} Vyksta siuntimas",
        f"{letter} Dar neišsiųsta Bandyta 2 kartus. Kitas bandymas – 2026 m. gruodžio 1 d. 00:06. {why}",
        f"pokalbį Nepavyko išsiųsti Bandyta 2 kartus. Programa nebebando. Pasakykite savo administratoriui. {why}",
        f"{letter} Atšaukta, nebereikia",
    ):
        assert told in words
    assert "chat-17" not in words


async def test_the_password_of_a_locked_document_stands_beside_its_letter(host: FakeHost) -> None:
    document = replace(a_letter(NUMBER), carrier=Carrier.DOCUMENT)
    webhook = replace(a_letter(NUMBER), id="entry-2", carrier=Carrier.WEBHOOK, recipient="kretinga-dvs")
    host.casework.letters[NUMBER] = (document, webhook)

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    assert "Laiškas su užrakintu dokumentu adresu skyrius@kretinga.example Išsiųsta Dokumento" in words
    assert "Dokumento slaptažodis: x7k2-90ab-" in words
    assert words.count("Dokumento slaptažodis") == 1
    assert "Prašymas į sistemą „kretinga-dvs“ Išsiųsta" in words


async def test_pressing_retry_puts_what_failed_back_in_line_and_calls_nothing_sent(host: FakeHost) -> None:
    host.casework.letters[NUMBER] = (a_letter(NUMBER), a_letter(NUMBER, State.FAILED_FOR_GOOD))

    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[RETRY]
        page = await browser.post(RETRY, data=form, follow_redirects=True)

    assert [entry.state for entry in host.casework.letters[NUMBER]] == [State.SENT, State.CREATED]
    assert "Laiškas vėl laukia siuntimo." in words_in(page)
    assert "Laukia siuntimo" in words_in(page)
    assert RETRY not in forms_in(page)


async def test_where_nothing_failed_there_is_nothing_to_press(host: FakeHost) -> None:
    host.casework.letters[NUMBER] = tuple(
        a_letter(NUMBER, state) for state in (State.SENT, State.CREATED, State.SENDING, State.CANCELLED)
    )

    async with staff(host) as browser:
        page = await browser.get(PAGE)

    assert RETRY not in forms_in(page)


async def test_a_made_up_address_does_not_say_that_something_is_in_line(host: FakeHost) -> None:
    host.casework.letters[NUMBER] = (a_letter(NUMBER, State.FAILED_FOR_GOOD),)

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE, params={"note": "retried"}))

    assert "vėl laukia" not in words


async def test_taking_gives_the_request_to_whoever_took_it(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[TAKE]
        page = await browser.post(TAKE, data=form, follow_redirects=True)

    assert host.casework.referrals[NUMBER].taken_by == ONA.email
    assert "Jūs paėmėte prašymą. Dabar galite atsakyti." in words_in(page)
    assert TAKE not in forms_in(page)


async def test_taking_twice_is_taking_once(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[TAKE]
        await browser.post(TAKE, data=form)
        again = await browser.post(TAKE, data=form)

    assert again.status_code == 303
    assert [entry.kind for entry in host.casework.referrals[NUMBER].thread] == [EntryKind.SENT, EntryKind.TAKEN]


async def test_a_request_can_be_taken_over_from_a_colleague(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER).taken(JONAS.email, AT))

    async with staff(host) as browser:
        page = await browser.get(PAGE)
        await browser.post(TAKE, data=forms_in(page)[TAKE])

    assert "Perimti iš kolegos" in page.text
    assert host.casework.referrals[NUMBER].taken_by == ONA.email


async def test_a_reply_is_stored_as_written_and_shown_in_the_thread(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        page = await browser.post(
            REPLY, data=form | {"text": "Laba diena.\r\nAteikite rytoj.\x00 👩‍👧 \r\n"}, follow_redirects=True
        )

    stored = host.casework.referrals[NUMBER]
    assert stored.status is Status.ANSWERED
    assert stored.thread[-1].text == "Laba diena.\nAteikite rytoj. 👩‍👧"
    assert "Programa įrašė Jūsų atsakymą." in words_in(page)
    assert "Jūs atsakėte 2026 m. gruodžio 1 d. 01:05 Laba diena. Ateikite rytoj." in words_in(page)
    assert forms_in(page)[REPLY]["text"] == ""


async def test_the_same_page_sent_twice_is_one_reply(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY] | {"text": "Labas."}
        first = await browser.post(REPLY, data=form)
        second = await browser.post(REPLY, data=form)

    assert first.status_code == second.status_code == 303
    assert [entry.text for entry in host.casework.referrals[NUMBER].thread] == ["", "Labas."]


async def test_two_pages_opened_one_after_the_other_are_two_replies(host: FakeHost) -> None:
    async with staff(host) as browser:
        for text in ("Pirmas.", "Antras."):
            form = forms_in(await browser.get(PAGE))[REPLY] | {"text": text}
            await browser.post(REPLY, data=form)

    assert [entry.text for entry in host.casework.referrals[NUMBER].thread] == ["", "Pirmas.", "Antras."]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "Atsakymas tuščias. Parašykite tekstą."),
        (" \r\n ", "Atsakymas tuščias. Parašykite tekstą."),
        ("ž" * 2001, "Atsakymas per ilgas. Telpa ne daugiau kaip 2000 ženklų."),
    ],
)
async def test_a_reply_that_cannot_be_sent_says_why_and_keeps_the_text(host: FakeHost, text: str, fault: str) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        page = await browser.post(REPLY, data=form | {"text": text})

    assert page.status_code == 422
    assert fault in words_in(page)
    assert 'aria-invalid="true"' in page.text
    assert forms_in(page)[REPLY]["text"] == text.strip()
    assert forms_in(page)[REPLY]["key"] == form["key"]
    assert host.casework.referrals[NUMBER].status is Status.NEW


async def test_the_longest_reply_counts_a_line_end_as_one_character(host: FakeHost) -> None:
    text = "\r\n".join(["ž" * 99] * 20)

    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        answer = await browser.post(REPLY, data=form | {"text": text})

    assert answer.status_code == 303
    assert len(host.casework.referrals[NUMBER].thread[-1].text) == 1999


async def test_when_a_colleague_was_faster_the_text_stays_and_the_page_says_what_changed(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        await host.casework.reply(JONAS, NUMBER, 1, "Aš paskambinsiu rytoj.", "key-of-jonas")
        page = await browser.post(REPLY, data=form | {"text": "\nMano tekstas.\nAntra eilutė."})
        words = words_in(page)
        kept = forms_in(page)[REPLY]
        sent = await browser.post(REPLY, data=kept)

    assert page.status_code == 409
    assert "Jūsų veiksmas neįvyko." in words
    assert "jonas@kretinga.example atsakė, 2026 m. gruodžio 1 d. 01:05 Aš paskambinsiu rytoj." in words
    assert kept["text"] == "Mano tekstas.\nAntra eilutė."
    assert sent.status_code == 303
    assert [entry.text for entry in host.casework.referrals[NUMBER].thread[1:]] == [
        "Aš paskambinsiu rytoj.",
        "Mano tekstas.\nAntra eilutė.",
    ]


async def test_when_the_request_is_over_the_text_can_still_be_copied(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        host.casework.referrals[NUMBER] = replace(host.casework.referrals[NUMBER].withdrawn(AT), version=2)
        page = await browser.post(REPLY, data=form | {"text": "Mano tekstas."})

    assert page.status_code == 409
    assert "Žmogus atsiėmė prašymą" in words_in(page)
    assert "Mano tekstas." in page.text
    assert forms_in(page).keys() == {"/inbox/sign-out", f"{PAGE}/note"}


@pytest.mark.parametrize("address", [TAKE, CLOSE])
async def test_taking_or_closing_what_somebody_changed_shows_the_change_first(host: FakeHost, address: str) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[address] | ({"ending": "advice"} if address == CLOSE else {})
        await host.casework.take(JONAS, NUMBER, 1)
        page = await browser.post(address, data=form)

    assert page.status_code == 409
    assert "jonas@kretinga.example paėmė prašymą" in words_in(page)
    assert host.casework.referrals[NUMBER].taken_by == JONAS.email


async def test_closing_says_what_it_means_and_ends_the_work(host: FakeHost) -> None:
    async with staff(host) as browser:
        before = await browser.get(PAGE)
        form = forms_in(before)[CLOSE] | {"ending": "advice"}
        page = await browser.post(CLOSE, data=form, follow_redirects=True)
        again = await browser.post(CLOSE, data=form)

    assert "Žmogus dar negavo atsakymo. Po to į šį prašymą atsakyti negalima." in words_in(before)
    assert host.casework.referrals[NUMBER].status is Status.CLOSED
    assert "Darbas su šiuo prašymu pasibaigė. Jūs jau negalite į jį atsakyti." in words_in(page)
    assert "Kaip baigėsi: Žmogus gavo patarimą" in words_in(page)
    assert forms_in(page).keys() == {"/inbox/sign-out", f"{PAGE}/note", f"{PAGE}/reopen"}
    assert again.status_code == 303
    assert [entry.kind for entry in host.casework.referrals[NUMBER].thread] == [EntryKind.SENT, EntryKind.CLOSED]


async def test_a_made_up_address_cannot_make_the_page_say_what_did_not_happen(host: FakeHost) -> None:
    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE, params={"done": "closed"}))

    assert "Jūs užbaigėte prašymą." not in words


async def test_when_the_session_ends_while_somebody_types_the_text_is_given_back(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        host.staff_desk.sessions.clear()
        page = await browser.post(REPLY, data=form | {"text": "Ilgas mano tekstas."})

    assert page.status_code == 401
    assert "Jūsų prisijungimas baigėsi" in words_in(page)
    assert "Ilgas mano tekstas." in page.text


@pytest.mark.parametrize("broken", [{"version": "x"}, {"version": "-1"}, {"key": "short"}, {"seen": "9" * 30}])
async def test_a_form_that_no_page_gave_is_refused_and_the_text_given_back(
    host: FakeHost, broken: dict[str, str]
) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY] | {"text": "Mano tekstas."}
        page = await browser.post(REPLY, data=form | broken)

    assert page.status_code == 422
    assert "Mano tekstas." in page.text
    assert host.casework.referrals[NUMBER].status is Status.NEW


async def test_no_page_of_a_request_is_kept_by_a_cache(host: FakeHost) -> None:
    async with staff(host) as browser:
        answers = [await browser.get(path) for path in ("/inbox", PAGE, "/inbox/999")]

    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}


async def test_the_request_can_be_opened_as_a_document_to_file() -> None:
    host = FakeHost()
    host.holds(a_referral("47128035"))
    async with a_browser(host, host.session_of(ONA)) as browser:
        page = await browser.get("/inbox/47128035")
        document = await browser.get("/inbox/47128035/document")
    assert 'href="/inbox/47128035/document"' in page.text
    assert document.status_code == 200
    assert document.headers["content-type"] == "application/pdf"
    assert document.headers["content-disposition"] == 'inline; filename="prasymas-47128035.pdf"'
    assert document.headers["cache-control"] == "no-store"
    assert document.content == "%PDF-1.7 Vardenė Pavardenė".encode()


async def test_of_a_family_staff_read_who_gives_case_management() -> None:
    host = FakeHost()
    host.holds(a_referral("47128035", need="family-case-management"), a_referral("47128043"))
    words = "Atvejo vadybą šeimai teikia socialinių paslaugų įstaiga"
    async with a_browser(host, host.session_of(ONA)) as browser:
        assert words in (await browser.get("/inbox/47128035")).text
        assert words not in (await browser.get("/inbox/47128043")).text
