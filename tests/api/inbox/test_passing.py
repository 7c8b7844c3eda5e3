"""Staff pass a request on from its page; whoever did it sees that it is gone, and nothing of it any more."""

import httpx
import pytest

from assistant.referrals.office import Office
from assistant.referrals.thread import EntryKind
from assistant.usecases.access import Role
from tests.api.inbox.fakes import JONAS, ONA, STRANGER, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import forms_in, words_in
from tests.api.inbox.test_access import tells_nothing

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"
PASS = f"{PAGE}/pass"
WHY = "Žmogus gyvena Palangoje."


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


def staff(host: FakeHost) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(ONA))


async def passes(browser: httpx.AsyncClient, target: str = "palangos-miesto", why: str = WHY) -> httpx.Response:
    form = forms_in(await browser.get(PAGE))[PASS]
    return await browser.post(PASS, data=form | {"municipality": target, "text": why})


async def test_the_page_offers_all_others_and_says_which_receive(host: FakeHost) -> None:
    async with staff(host) as browser:
        page = (await browser.get(PAGE)).text
    receiving, _, others = page.partition("Dar neįjungta")
    assert 'value="palangos-miesto"' in receiving
    assert 'value="neringos"' in others
    assert 'value="kretingos-rajono"' not in page


async def test_after_passing_on_only_number_day_and_target_are_left_to_see(host: FakeHost) -> None:
    async with staff(host) as browser:
        done = await passes(browser)
        page = await browser.get(done.headers["location"])
        over = await browser.get("/inbox?view=over")
        again = await browser.post(PASS, data=forms_in(over)["/inbox/sign-out"] | FORM)
        document = await browser.get(f"{PAGE}/document")

    assert done.status_code == 303
    assert "Jūsų savivaldybė perdavė šį prašymą" in words_in(page)
    assert "Kam perduota Palangos miesto savivaldybė" in words_in(page)
    assert "Perduoti prašymai" in words_in(over)
    assert "47 12 80 35" in words_in(over)
    assert "Jūsų savivaldybė perdavė šį prašymą" in words_in(again)
    assert document.status_code == 404
    for answer in (page, over, again):
        assert tells_nothing_but_the_number(answer)
    assert host.reasons == [WHY]


FORM = {"version": "1", "seen": "1", "municipality": "palangos-miesto", "text": WHY}


def tells_nothing_but_the_number(answer: httpx.Response) -> bool:
    answer = httpx.Response(200, text=answer.text.replace("47 12 80 35", ""))
    return tells_nothing(answer) and WHY not in answer.text


async def test_a_municipality_that_switched_sending_off_receives_nothing_now(host: FakeHost) -> None:
    host.office_desk.offices["palangos-miesto"] = Office("palangos-miesto", is_sending=False)
    async with staff(host) as browser:
        page = (await browser.get(PAGE)).text
    receiving, _, others = page.partition("Dar neįjungta")
    assert 'value="palangos-miesto"' not in receiving
    assert 'value="palangos-miesto"' in others


async def test_the_new_municipality_reads_the_reason_and_from_whom(host: FakeHost) -> None:
    async with staff(host) as browser:
        await passes(browser)
    rasa = STRANGER.__class__("staff-9", "rasa@palanga.example", "palangos-miesto", Role.STAFF)
    async with a_browser(host, host.session_of(rasa)) as browser:
        words = words_in(await browser.get(PAGE))
    assert "Perduota iš: Kretingos rajono savivaldybė. Perduota kam: Palangos miesto savivaldybė" in words
    assert WHY in words
    assert "Vardenė Pavardenė" in words


async def test_where_nothing_can_be_passed_on_the_request_stays(host: FakeHost) -> None:
    async with staff(host) as browser:
        done = await passes(browser, "neringos")
        words = words_in(await browser.get(done.headers["location"]))
    assert "Prašymas lieka čia." in words
    assert "Žmogui gali padėti kita savivaldybė: Neringos savivaldybė. Tai žmogui pasakė: Jūs" in words
    assert host.casework.referrals[NUMBER].thread[-1].kind is EntryKind.POINTED


@pytest.mark.parametrize(
    ("target", "why", "told"),
    [
        ("", WHY, "Pasirinkite savivaldybę."),
        ("kretingos-rajono", WHY, "Pasirinkite savivaldybę."),
        ("atlantidos", WHY, "Pasirinkite savivaldybę."),
        ("palangos-miesto", "  ", "Parašykite, kodėl perduodate prašymą."),
        ("palangos-miesto", "ž" * 501, "Priežastis per ilga."),
    ],
)
async def test_what_is_missing_is_said_and_what_was_typed_stays(
    host: FakeHost, target: str, why: str, told: str
) -> None:
    async with staff(host) as browser:
        answer = await passes(browser, target, why)
    assert answer.status_code == 422
    assert told in words_in(answer)
    assert why.strip() in answer.text
    assert host.reasons == []


async def test_who_saw_an_older_page_is_told_what_happened_and_keeps_the_text(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[PASS]
        await host.casework.take(JONAS, NUMBER, 1)
        answer = await browser.post(PASS, data=form | {"municipality": "palangos-miesto", "text": WHY})
    assert answer.status_code == 409
    assert "jonas@kretinga.example" in words_in(answer)
    assert WHY in answer.text
    assert '<option value="palangos-miesto" selected>' in answer.text
    assert host.reasons == []
