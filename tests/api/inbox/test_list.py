from datetime import UTC, datetime

from tests.api.inbox.fakes import JONAS, ONA, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import words_in

AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def a_busy_host() -> FakeHost:
    host = FakeHost()
    host.holds(
        a_referral("47128035"),
        a_referral("10293847", name="Petras Petraitis", need="talk", preliminary=None),
        a_referral("55512340", name="Jonė Jonaitė").taken(JONAS.email, AT),
        a_referral("66612341", name="Marija Marijaitė").replied(ONA.email, "Labas.", AT),
        a_referral("77712342", name="Kazys Kazlauskas").closed(ONA.email, AT),
        a_referral("88812343", name="Rūta Rūtelė").withdrawn(AT),
    )
    return host


async def test_a_row_says_number_name_need_time_and_who_has_it() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        words = words_in(await browser.get("/inbox"))

    assert (
        "47 12 80 35 Vardenė Pavardenė Atvejo vadyba Išsiųsta 2026 m. gruodžio 1 d. 00:05 Darbuotojas Dar nėra" in words
    )
    assert "10 29 38 47 Petras Petraitis Pokalbis su darbuotoju" in words
    assert "Darbuotojas jonas@kretinga.example" in words
    assert "Darbuotojas Jūs" in words


async def test_open_requests_stand_by_status_with_their_counts() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        words = words_in(await browser.get("/inbox"))

    assert "Neužbaigti 4 Užbaigti 2" in words
    places = [
        words.index(heading)
        for heading in (
            "Nauji prašymai 2 prašymai",
            "Paimti prašymai 1 prašymas",
            "Atsakyti prašymai 1 prašymas",
        )
    ]
    assert places == sorted(places)
    assert "Kazys Kazlauskas" not in words
    assert "Rūta Rūtelė" not in words


async def test_finished_requests_have_a_page_of_their_own() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        words = words_in(await browser.get("/inbox", params={"show": "over"}))

    assert "Užbaigti prašymai 1 prašymas 77 71 23 42 Kazys Kazlauskas" in words
    assert "Atsiimti prašymai 1 prašymas 88 81 23 43 Rūta Rūtelė" in words
    assert "Vardenė Pavardenė" not in words


async def test_an_empty_inbox_says_when_something_will_appear() -> None:
    host = FakeHost()

    async with a_browser(host, host.session_of(ONA)) as browser:
        open_half = words_in(await browser.get("/inbox"))
        over_half = words_in(await browser.get("/inbox", params={"show": "over"}))

    assert "Čia prašymų nėra Naujas prašymas čia atsiranda, kai tik žmogus jį išsiunčia." in open_half
    assert "Čia prašymų nėra Čia yra prašymai, kuriuos Jūs užbaigėte." in over_half


async def test_what_a_person_wrote_is_never_markup() -> None:
    host = FakeHost()
    host.holds(a_referral(name="<script>alert(1)</script>", note="<img src=x onerror=alert(2)>"))

    async with a_browser(host, host.session_of(ONA)) as browser:
        pages = (await browser.get("/inbox")).text + (await browser.get("/inbox/47128035")).text

    assert "<script>" not in pages
    assert "<img" not in pages
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages
