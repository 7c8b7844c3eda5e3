from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from api.inbox.list_labels import list_labels
from tests.api.inbox.fakes import JONAS, ONA, STRANGER, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import words_in

AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
TODAY = date(2026, 12, 1)
"""A Tuesday; by the clock of the fakes it is night in Lithuania."""


def a_busy_host() -> FakeHost:
    host = FakeHost()
    host.holds(
        a_referral("47128035"),
        a_referral("10293847", name="Petras Petraitis", need="talk", preliminary=None),
        replace(a_referral("55512340", name="Jonė Jonaitė"), promised=TODAY - timedelta(days=4)).taken(JONAS.email, AT),
        replace(a_referral("66612341", name="Marija Marijaitė"), promised=TODAY).taken(ONA.email, AT),
        a_referral("77712342", name="Kazys Kazlauskas").closed(ONA.email, AT),
        a_referral("88812343", name="Rūta Rūtelė").withdrawn(AT),
    )
    return host


async def seen(host: FakeHost, address: str = "/inbox") -> str:
    async with a_browser(host, host.session_of(ONA)) as browser:
        answer = await browser.get(address)
    assert answer.status_code == 200
    return words_in(answer)


async def test_a_row_says_number_name_need_state_holder_promise_and_time() -> None:
    words = await seen(a_busy_host())

    assert (
        "55 51 23 40 Jonė Jonaitė Atvejo vadyba Paimtas Darbuotojas jonas @kretinga.example Vėluoja 2 d. d. "
        "Išsiųsta gruodžio 1 d. 00:05" in words
    )
    assert "66 61 23 41 Marija Marijaitė Atvejo vadyba Paimtas Darbuotojas Jūs Atsakyti šiandien" in words
    assert "10 29 38 47 Petras Petraitis Pokalbis su darbuotoju Naujas Darbuotojas Dar nėra Išsiųsta" in words


async def test_what_is_late_stands_first_then_what_is_due_then_what_is_new() -> None:
    words = await seen(a_busy_host())

    places = [words.index(name) for name in ("Jonė Jonaitė", "Marija Marijaitė", "Petras Petraitis", "Vardenė")]
    assert places == sorted(places)
    assert "Kazys Kazlauskas" not in words


async def test_each_view_says_how_many_it_has() -> None:
    assert "Nauji 2 Mano 1 Vėluoja 1 Laukia žmogaus 0 Visi atviri 4 Baigti 2" in await seen(a_busy_host())


@pytest.mark.parametrize(
    ("address", "there", "away"),
    [
        ("?view=new", "Petras Petraitis", "Jonė Jonaitė"),
        ("?view=mine", "Marija Marijaitė", "Jonė Jonaitė"),
        ("?view=late", "Jonė Jonaitė", "Marija Marijaitė"),
        ("?view=over", "Kazys Kazlauskas", "Jonė Jonaitė"),
        ("?need=talk", "Petras Petraitis", "Jonė Jonaitė"),
        ("?outcome=-", "Petras Petraitis", "Jonė Jonaitė"),
        ("?promise=today", "Marija Marijaitė", "Jonė Jonaitė"),
        ("?holder=jonas@kretinga.example", "Jonė Jonaitė", "Marija Marijaitė"),
        ("?whom=self&view=new&holder=-", "Petras Petraitis", "Jonė Jonaitė"),
        ("?q=kazys", "Kazys Kazlauskas", "Jonė Jonaitė"),
        ("?view=made-up&whom=&promise=&page=x&outcome=", "Jonė Jonaitė", "Kazys Kazlauskas"),
    ],
)
async def test_what_the_address_says_is_shown(address: str, there: str, away: str) -> None:
    words = await seen(a_busy_host(), f"/inbox{address}")

    assert there in words
    assert away not in words


async def test_filters_stay_in_the_form_and_in_the_links_and_can_be_cleared() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        text = (await browser.get("/inbox?view=new&need=talk")).text

    assert '<option value="talk" selected>' in text
    assert 'href="/inbox?view=late&amp;need=talk"' in text
    assert '<input type="hidden" name="view" value="new">' in text
    assert 'href="/inbox?view=new"' in text


async def test_a_long_list_has_pages() -> None:
    host = FakeHost()
    host.holds(*(a_referral(str(10_000_000 + number)) for number in range(60)))

    assert "1 puslapis iš 2 Kitas puslapis" in await seen(host)
    second = await seen(host, "/inbox?page=2")
    assert "Ankstesnis puslapis 2 puslapis iš 2" in second
    assert "10 00 00 50" in second
    assert "10 00 00 49" not in second


async def test_an_empty_view_says_when_something_will_appear() -> None:
    host = FakeHost()

    assert "Čia prašymų nėra Naujas prašymas čia atsiranda, kai tik žmogus jį išsiunčia." in await seen(host)
    assert "Čia yra prašymai, kuriuos Jūs užbaigėte." in await seen(host, "/inbox?view=over")
    assert "Pakeiskite filtrus." in await seen(host, "/inbox?need=talk")


async def test_a_change_is_told_once_with_the_count_of_new_requests() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        first = (await browser.get("/inbox/changes")).json()
        quiet = await browser.get("/inbox/changes", params={"mark": first["mark"]})
        host.holds(a_referral("99912344", name="Nauja Naujaitė"))
        told = await browser.get("/inbox/changes", params={"mark": first["mark"]})
        host.casework.stored(host.casework.referrals["47128035"].taken(JONAS.email, AT))
        changed = await browser.get("/inbox/changes", params={"mark": told.json()["mark"]})

    assert (quiet.status_code, quiet.content) == (204, b"")
    assert told.json()["words"] == "1 naujas prašymas"
    assert changed.json()["words"] == "Sąrašas pasikeitė."
    assert told.headers["cache-control"] == "no-store"


async def test_what_happens_elsewhere_changes_no_mark() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(STRANGER)) as browser:
        mark = (await browser.get("/inbox/changes")).json()["mark"]
        host.casework.stored(host.casework.referrals["47128035"].taken(JONAS.email, AT))
        answer = await browser.get("/inbox/changes", params={"mark": mark})

    assert answer.status_code == 204


async def test_a_request_tells_whether_it_has_changed() -> None:
    host = a_busy_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        same = await browser.get("/inbox/47128035/changes", params={"version": 1})
        host.casework.stored(host.casework.referrals["47128035"].taken(JONAS.email, AT))
        other = await browser.get("/inbox/47128035/changes", params={"version": 1})

    assert same.status_code == 204
    assert other.json() == {"version": 2}


async def test_what_a_person_wrote_is_never_markup() -> None:
    host = FakeHost()
    host.holds(a_referral(name="<script>alert(1)</script>", note="<img src=x onerror=alert(2)>"))

    async with a_browser(host, host.session_of(ONA)) as browser:
        pages = (await browser.get("/inbox")).text + (await browser.get("/inbox/47128035")).text

    assert "<script>" not in pages
    assert "<img" not in pages
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, ""),
        (date(2026, 12, 1), "Atsakyti šiandien"),
        (date(2026, 12, 3), "Atsakyti iki gruodžio 3 d."),
        (date(2027, 1, 4), "Atsakyti iki 2027 m. sausio 4 d."),
        (date(2026, 11, 27), "Vėluoja 2 d. d."),
        (date(2026, 11, 30), "Vėluoja 1 d. d."),
    ],
)
def test_a_promise_is_told_in_plain_words(due: date | None, words: str) -> None:
    assert list_labels().due(due, TODAY) == words


def test_on_a_weekend_no_working_day_is_counted_as_late() -> None:
    assert list_labels().due(date(2026, 11, 27), date(2026, 11, 29)) == "Vėluoja"


async def test_who_is_away_is_told_in_the_list_and_where_a_request_is_given() -> None:
    host = FakeHost()
    host.absences[JONAS.email] = date(2026, 12, 4)
    host.holds(a_referral("47128035").taken(JONAS.email, AT), a_referral("10293847"))
    async with a_browser(host, host.session_of(ONA)) as browser:
        listed = words_in(await browser.get("/inbox"))
        given = words_in(await browser.get("/inbox/10293847"))

    assert "jonas@kretinga.example (nėra iki gruodžio 4 d.)" in listed.replace(" @", "@")
    assert "jonas@kretinga.example (nėra iki gruodžio 4 d.)" in given
    assert "ona@kretinga.example (nėra" not in given
