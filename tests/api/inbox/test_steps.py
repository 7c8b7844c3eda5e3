"""What staff do with a request besides answering: calls, notes, colleagues, institutions, doubles, endings."""

import re
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from assistant.delivery.outbox import State
from assistant.referrals.referral import Status
from assistant.referrals.thread import CallResult, EntryKind
from tests.api.inbox.fakes import JONAS, ONA, SENT_AT, STRANGER, FakeHost, a_browser, a_letter, a_referral
from tests.api.inbox.pages import forms_in, words_in

NUMBER, OTHER = "47128035", "55512340"
PAGE = f"/inbox/{NUMBER}"
CALL, NOTE, GIVE, HAND = f"{PAGE}/call", f"{PAGE}/note", f"{PAGE}/give", f"{PAGE}/institution"
MERGE, CLOSE, REOPEN = f"{PAGE}/merge", f"{PAGE}/close", f"{PAGE}/reopen"

FILLED_IN = {
    CALL: {"result": "no-answer", "text": "Mano tekstas."},
    NOTE: {"text": "Mano tekstas."},
    GIVE: {"colleague": JONAS.email},
    HAND: {"institution": "Globos namai", "text": "Mano tekstas."},
    CLOSE: {"ending": "advice"},
}


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


def staff(host: FakeHost) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(ONA))


def kinds(host: FakeHost, number: str = NUMBER) -> list[EntryKind]:
    return [entry.kind for entry in host.casework.referrals[number].thread[1:]]


@pytest.mark.parametrize(
    ("address", "kind", "told"),
    [
        (CALL, EntryKind.TRIED, "Programa įrašė skambutį. Toks skambutis nėra atsakymas."),
        (NOTE, EntryKind.NOTED, "Programa įrašė Jūsų pastabą. Ją mato tik darbuotojai."),
        (GIVE, EntryKind.GIVEN, "Prašymą dabar turi kolega. Jis gaus laišką."),
        (HAND, EntryKind.HANDED, "Programa žmogui pasakė, kuri įstaiga turi prašymą."),
        (CLOSE, EntryKind.CLOSED, "Jūs užbaigėte prašymą."),
    ],
)
async def test_a_form_sent_twice_is_done_once_and_the_page_says_so(
    host: FakeHost, address: str, kind: EntryKind, told: str
) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[address] | FILLED_IN[address]
        pages = [await browser.post(address, data=form, follow_redirects=True) for _ in range(2)]

    assert kinds(host) == [kind]
    assert all(told in words_in(page) for page in pages)


@pytest.mark.parametrize("address", [CALL, GIVE, HAND, CLOSE])
async def test_when_a_colleague_was_faster_nothing_is_done_and_all_that_was_filled_in_stays(
    host: FakeHost, address: str
) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[address] | FILLED_IN[address]
        await host.colleagues.note(JONAS, NUMBER, "Aš jau dirbu.")
        page = await browser.post(address, data=form)
        kept = forms_in(page)[address]
        again = await browser.post(address, data=kept | FILLED_IN[address])

    assert page.status_code == 409
    assert "Pastaba. Parašė jonas@kretinga.example" in words_in(page)
    assert "Jūsų tekstas liko žemiau." in words_in(page)
    for value in FILLED_IN[address].values():
        assert value in page.text
    if "result" in form or "ending" in form:
        [own] = re.findall(rf'action="{address}".*?</form>', page.text, re.DOTALL)
        assert own.count(" checked") == 1
    assert again.status_code == 303
    assert len(kinds(host)) == 2


async def test_a_note_goes_on_top_of_what_a_colleague_did_even_after_the_end(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[NOTE]
        await host.casework.close(JONAS, NUMBER, 1)
        page = await browser.post(NOTE, data=form | {"text": "Mano pastaba."}, follow_redirects=True)

    assert kinds(host) == [EntryKind.CLOSED, EntryKind.NOTED]
    assert "Jūsų pastaba Mato tik darbuotojai" in words_in(page)
    assert "Mano pastaba." in words_in(page)


@pytest.mark.parametrize(
    ("address", "filled_in", "told"),
    [
        (CALL, {"result": "", "text": "Kalbėjome."}, "Pasirinkite, kaip baigėsi skambutis."),
        (CALL, {"result": "reached", "text": "ž" * 2001}, "Tekstas per ilgas. Telpa ne daugiau kaip 2000 ženklų."),
        (NOTE, {"text": " "}, "Pastaba tuščia. Parašykite tekstą."),
        (NOTE, {"text": "ž" * 2001}, "Tekstas per ilgas."),
        (NOTE, {"text": "@jonsas, ar pameni?"}, "Kolegos @jonsas nėra."),
        (GIVE, {"colleague": ""}, "Pasirinkite kolegą."),
        (GIVE, {"colleague": "rasa@neringa.example"}, "Pasirinkite kolegą."),
        (HAND, {"institution": " . ", "text": "Ten padės."}, "Parašykite įstaigos pavadinimą."),
        (HAND, {"institution": "ž" * 121, "text": "Ten padės."}, "Telpa ne daugiau kaip 120 ženklų."),
        (HAND, {"institution": "Globos namai", "text": ""}, "Parašykite kodėl."),
        (CLOSE, {"ending": "made-up"}, "Pasirinkite, kaip baigėsi darbas."),
    ],
)
async def test_what_is_missing_is_said_and_what_was_typed_stays(
    host: FakeHost, address: str, filled_in: dict[str, str], told: str
) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[address]
        page = await browser.post(address, data=form | filled_in)

    assert page.status_code == 422
    assert words_in(page).count(told) == 2
    assert 'aria-invalid="true"' in page.text
    assert forms_in(page)[address].get("text", "") == filled_in.get("text", "").strip()
    assert forms_in(page)[address].get("institution", "") == filled_in.get("institution", "").strip()
    assert kinds(host) == []


async def test_a_call_that_reached_the_person_is_an_answer(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[CALL] | {"result": "reached", "text": "Sutarėme susitikti."}
        words = words_in(await browser.post(CALL, data=form, follow_redirects=True))

    assert host.casework.referrals[NUMBER].status is Status.ANSWERED
    assert "Sutarėme susitikti." in words


async def test_a_colleague_is_called_by_the_name_that_the_form_names(host: FakeHost) -> None:
    async with staff(host) as browser:
        page = await browser.get(PAGE)
        form = forms_in(page)[NOTE] | {"text": "@Jonas, pažiūrėk."}
        noted = await browser.post(NOTE, data=form, follow_redirects=True)

    assert "Galite kviesti: @jonas ." in words_in(page)
    assert host.letters == [JONAS.email]
    assert "Laišką gauna: jonas@kretinga.example" in words_in(noted)


async def test_who_got_it_reads_so_and_who_helped_is_told(host: FakeHost) -> None:
    given = a_referral(NUMBER, for_other=True).given(JONAS.email, ONA.email, SENT_AT)
    host.holds(given.called(ONA.email, SENT_AT, CallResult.AGAIN))

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    assert "Prašymą padėjo rašyti kitas žmogus." in words
    assert "jonas@kretinga.example perdavė prašymą Jums" in words
    assert "Jūs skambinote žmogui 2026 m. gruodžio 1 d. 00:05 Skambinsime dar kartą" in words


async def test_what_was_delivered_stands_in_the_thread_at_its_time(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER).taken(ONA.email, SENT_AT + timedelta(hours=1)))
    host.casework.letters[NUMBER] = (a_letter(NUMBER), replace(a_letter(NUMBER, State.CREATED), recipient="b@c.lt"))

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    delivered = "Laiškas adresu skyrius@kretinga.example, išsiųsta 2026 m. gruodžio 1 d. 00:06 Jūs paėmėte prašymą"
    assert f"Žmogus išsiuntė prašymą 2026 m. gruodžio 1 d. 00:05 {delivered}" in words
    assert words.count("b@c.lt") == 1


async def test_a_double_is_offered_and_merged_into_the_earlier_one(host: FakeHost) -> None:
    later = replace(a_referral(OTHER, name="Kita Pavardė"), sent_at=SENT_AT + timedelta(days=1))
    host.holds(later)

    async with staff(host) as browser:
        page = await browser.get(PAGE)
        there = forms_in(await browser.get(f"/inbox/{OTHER}"))[f"/inbox/{OTHER}/merge"]
        done = [await browser.post(MERGE, data=forms_in(page)[MERGE], follow_redirects=True) for _ in range(2)]
        from_there = await browser.post(f"/inbox/{OTHER}/merge", data=there)
        double = await browser.get(f"/inbox/{OTHER}")

    assert "Galbūt tas pats prašymas" in words_in(page)
    assert "Liks prašymas 47 12 80 35 ir ankstesnis pažadas. Prašymą 55 51 23 40 programa užbaigs." in words_in(page)
    assert all("Dabar tai vienas prašymas. Dirbkite čia." in words_in(answer) for answer in done)
    assert from_there.headers["location"].startswith(PAGE)
    assert (kinds(host), kinds(host, OTHER)) == ([EntryKind.JOINED], [EntryKind.MERGED])
    assert "Jūs prijungėte šį prašymą prie prašymo 47 12 80 35 2026" in words_in(double)
    assert f'href="{PAGE}"' in double.text


async def test_of_a_double_that_changed_the_page_says_so(host: FakeHost) -> None:
    host.holds(replace(a_referral(OTHER), sent_at=SENT_AT + timedelta(days=1)))

    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[MERGE]
        await host.casework.take(JONAS, OTHER, 1)
        page = await browser.post(MERGE, data=form)

    assert page.status_code == 409
    assert "Tuo metu pasikeitė kitas prašymas." in words_in(page)
    assert kinds(host) == []


async def test_without_a_double_none_is_offered(host: FakeHost) -> None:
    host.holds(a_referral(OTHER, phone="+37069999999"))

    async with staff(host) as browser:
        assert "Galbūt tas pats prašymas" not in (await browser.get(PAGE)).text


async def test_what_was_closed_is_opened_again_with_a_reason(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER).taken(JONAS.email, SENT_AT).closed(JONAS.email, SENT_AT, "not-reached"))

    async with staff(host) as browser:
        page = await browser.get(PAGE)
        form = forms_in(page)[REOPEN]
        empty = await browser.post(REOPEN, data=form)
        done = [await browser.post(REOPEN, data=form | {"text": "Paskambino."}, follow_redirects=True) for _ in "12"]

    assert "Kaip baigėsi: Su žmogumi nepavyko susisiekti" in words_in(page)
    assert empty.status_code == 422
    assert "Jūs vėl atvėrėte prašymą. Dabar galite atsakyti." in words_in(done[0])
    assert kinds(host) == [EntryKind.TAKEN, EntryKind.CLOSED, EntryKind.REOPENED]
    assert host.casework.referrals[NUMBER].status is Status.TAKEN


async def test_what_the_person_took_back_stays_so(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER).withdrawn(SENT_AT))

    async with staff(host) as browser:
        page = await browser.get(PAGE)

    assert REOPEN not in forms_in(page)


async def test_when_the_request_is_over_a_text_for_it_can_still_be_copied(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[CALL] | FILLED_IN[CALL]
        await host.casework.close(JONAS, NUMBER, 1)
        page = await browser.post(CALL, data=form)

    assert page.status_code == 409
    assert "Mano tekstas.</textarea>" in page.text


async def test_when_the_request_moved_away_the_text_is_given_back(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[NOTE]
        await host.passing.pass_on(JONAS, NUMBER, 1, "palangos-miesto", "Ten gyvena.")
        page = await browser.post(NOTE, data=form | {"text": "Mano pastaba."})

    assert page.status_code == 404
    assert "Mano pastaba." in page.text


async def test_who_works_alone_is_not_offered_a_colleague(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER, municipality="neringos"))
    async with a_browser(host, host.session_of(STRANGER)) as browser:
        page = await browser.get(PAGE)
    assert GIVE not in forms_in(page)


async def test_what_staff_wrote_is_never_markup(host: FakeHost) -> None:
    markup = "<script>alert(1)</script>"
    noted = a_referral(NUMBER).noted(JONAS.email, markup, (), SENT_AT)
    host.holds(noted.handed(JONAS.email, markup, markup, SENT_AT).called(JONAS.email, SENT_AT, text=markup))

    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[HAND]
        page = await browser.post(HAND, data=form | {"institution": f'">{markup}'})

    assert markup not in page.text
    assert page.text.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 5
