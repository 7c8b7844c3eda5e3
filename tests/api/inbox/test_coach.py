"""The coach beside a reply: with a script while staff type, without one when they ask; it never stands in the way."""

import logging

import httpx
import pytest

from tests.api.inbox.fakes import JONAS, ONA, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import form_token_in, forms_in, words_in

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"
HARD = "Informuojame, kad Jūsų prašymas priimtas."


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


def staff(host: FakeHost) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(ONA))


async def remarks(host: FakeHost, text: str, **more: str) -> httpx.Response:
    async with staff(host) as browser:
        token = form_token_in(await browser.get("/inbox"))
        return await browser.post("/inbox/coach", data={"form_token": token, "text": text, **more})


async def test_the_script_gets_the_remarks_and_nothing_around_them(host: FakeHost) -> None:
    answer = await remarks(host, HARD)

    words = words_in(answer)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Sunkiau nei 2 lygis" in words
    assert "5 žodžiai, ilgiausiame sakinyje 5 žodžiai" in words
    assert "Išbraukti „Informuojame, kad“" in words
    assert "Pakeisti į „mes gavome Jūsų prašymą“" in words
    assert 'data-summary="2 pastabos. Sunkiau nei 2 lygis."' in answer.text


async def test_places_are_counted_as_the_browser_counts_letters(host: FakeHost) -> None:
    answer = await remarks(host, f"🙂\r\n{HARD}")

    # The picture is two units long, and the end of the line one.
    assert 'data-start="3" data-end="22" data-put="J"' in answer.text


async def test_an_easy_text_gets_its_level_and_no_remark(host: FakeHost) -> None:
    answer = await remarks(host, "Mes gavome prašymą.\nMes paskambinsime.")

    assert "1 lygis: labai lengva" in words_in(answer)
    assert 'data-summary="Pastabų nėra. 1 lygis: labai lengva."' in answer.text
    assert "<mark" not in answer.text


async def test_an_uncertain_remark_stands_apart(host: FakeHost) -> None:
    words = words_in(await remarks(host, "Mes gavome prasyma."))

    assert "1 mažesnė arba abejotina pastaba" in words
    assert "Pakeisti į „prašymą“" in words


async def test_a_blank_is_told_in_a_reply_but_not_in_a_template(host: FakeHost) -> None:
    text = "Ateikite [diena]."

    assert "Šios vietos dar neužpildėte." in words_in(await remarks(host, text))
    assert "Šios vietos" not in words_in(await remarks(host, text, is_template="true"))


async def test_nothing_and_very_much_are_no_trouble(host: FakeHost) -> None:
    assert words_in(await remarks(host, " \n")) == ""
    assert (await remarks(host, "Prašome atvykti. " * 2000)).status_code == 200


async def test_what_is_typed_is_never_markup_and_never_logged(
    host: FakeHost, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await remarks(host, "<script>alert(1)</script> prašome atvykti slaptai")

    assert "<script" not in answer.text
    told = capsys.readouterr()
    assert "slaptai" not in caplog.text + told.out + told.err


async def test_without_a_script_the_page_comes_back_with_the_remarks_and_the_text(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        page = await browser.post(f"{PAGE}/coach", data=form | {"text": HARD})

    assert page.status_code == 200
    assert "Pakeisti į „mes gavome Jūsų prašymą“" in words_in(page)
    kept = forms_in(page)[f"{PAGE}/reply"]
    assert (kept["text"], kept["key"], kept["version"]) == (HARD, form["key"], form["version"])
    assert len(host.casework.referrals[NUMBER].thread) == 1


async def test_without_a_script_a_press_mends_one_thing(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        page = await browser.post(f"{PAGE}/coach", data=form | {"text": HARD, "mend": "1"})

    assert forms_in(page)[f"{PAGE}/reply"]["text"] == "Jūsų prašymas priimtas."


async def test_who_asks_the_coach_after_a_colleague_replied_is_told_so(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        await host.casework.reply(JONAS, NUMBER, 1, "Kolegos tekstas.", "another-key")
        page = await browser.post(f"{PAGE}/coach", data=form | {"text": "Mano tekstas."})

    assert page.status_code == 409
    assert "Kolegos tekstas." in words_in(page)
    assert forms_in(page)[f"{PAGE}/reply"]["text"] == "Mano tekstas."


async def test_a_hard_reply_can_be_sent_all_the_same(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        sent = await browser.post(f"{PAGE}/reply", data=form | {"text": HARD})

    assert sent.headers["location"] == f"{PAGE}?done=replied"
    assert host.casework.referrals[NUMBER].thread[-1].text == HARD
