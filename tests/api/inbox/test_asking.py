"""The form with which staff ask the person, and the look at what the person will see."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import httpx
import pytest

from api.chat.rendering import Pages, make_pages
from api.chat.words import page_words
from assistant.library.library import Library
from assistant.library.pictures import read_pictures
from assistant.referrals.questions import Question
from assistant.referrals.referral import Status
from assistant.referrals.thread import EntryKind
from tests.api.inbox.fakes import JONAS, ONA, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import forms_in, words_in
from tests.conftest import CONTENT

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"
ASK, REPLY, PREVIEW, DRAFT = f"{PAGE}/ask", f"{PAGE}/reply", f"{PAGE}/preview", f"{PAGE}/draft"
TEXT = "Ar galite ateiti trečiadienį?"

Filled = Mapping[str, str | list[str]]


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


@pytest.fixture(scope="module")
def pages(library: Library) -> Pages:
    return make_pages(page_words(library.messages), read_pictures(CONTENT / "pictures"))


def staff(host: FakeHost, pages: Pages | None = None) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(ONA), pages)


async def filled(browser: httpx.AsyncClient, **fields: str | list[str]) -> dict[str, str | list[str]]:
    """The question form of the page, with these fields filled in."""
    form = forms_in(await browser.get(PAGE))[ASK]
    hidden = {name: form[name] for name in ("form_token", "version", "seen", "key")}
    return {**hidden, "text": TEXT, "answers": "yes-no", **fields}


@pytest.mark.parametrize(
    ("fields", "options", "may_write"),
    [
        ({}, ("Taip", "Ne", "Nežinau"), False),
        ({"answers": "times", "may_write": "1"}, ("Ryte", "Po pietų", "Vakare"), True),
        ({"answers": "own", "option": ["Ateisiu", "", "  Ne šią  savaitę ", ""]}, ("Ateisiu", "Ne šią savaitę"), False),
        ({"answers": "words"}, (), True),
        # What was written for other answers does not count.
        ({"answers": "yes-no", "option": ["Ateisiu", "", "", ""]}, ("Taip", "Ne", "Nežinau"), False),
    ],
)
async def test_a_question_is_asked_with_the_answers_that_were_chosen(
    host: FakeHost, fields: Filled, options: tuple[str, ...], may_write: bool
) -> None:
    async with staff(host) as browser:
        answer = await browser.post(ASK, data=await filled(browser, **fields))

    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?done=asked")
    known = host.casework.referrals[NUMBER]
    assert known.status is Status.WAITING
    assert known.question is not None
    assert known.question.question == Question(TEXT, options, may_write)


async def test_afterwards_the_page_says_that_the_promise_stands_and_the_list_that_the_person_is_waited_for(
    host: FakeHost,
) -> None:
    host.holds(replace(a_referral(NUMBER), promised=date(2026, 12, 4)))
    async with staff(host) as browser:
        await browser.post(ASK, data=await filled(browser))
        words = words_in(await browser.get(f"{PAGE}?done=asked"))
        listed = words_in(await browser.get("/inbox"))

    assert "Klausimas jau yra pokalbyje." in words
    assert "Galioja pažadas atsakyti iki 2026 m. gruodžio 4 d." in words
    assert "Jūs paklausėte žmogaus" in words
    assert "Žmogus galėjo paspausti: Taip / Ne / Nežinau" in words
    assert "Žmogus dar neatsakė į klausimą: „Ar galite ateiti trečiadienį?“" in words
    assert "Laukia žmogaus 1" in listed


async def test_the_persons_answer_stands_in_the_thread(host: FakeHost) -> None:
    asked = a_referral(NUMBER).asked(JONAS.email, Question(TEXT, ("Taip", "Ne")), host.casework.now)
    host.holds(asked.told("Taip", host.casework.now))

    async with staff(host) as browser:
        words = words_in(await browser.get(PAGE))

    assert f"{JONAS.email} paklausė žmogaus" in words
    assert "Žmogus atsakė į klausimą" in words
    assert "dar neatsakė" not in words


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"text": "  "}, "Klausimas tuščias."),
        ({"text": "a" * 301}, "Klausimas per ilgas. Telpa ne daugiau kaip 300 ženklų."),
        ({"answers": "own", "option": ["", " "]}, "Parašykite bent vieną atsakymą arba pasirinkite kitus atsakymus."),
        ({"answers": "own", "option": ["a" * 41]}, "Ant mygtuko telpa ne daugiau kaip 40 ženklų."),
        ({"answers": "own", "option": ["Ateisiu", "ateisiu"]}, "Du atsakymai vienodi."),
    ],
)
async def test_a_question_that_cannot_be_asked_stays_on_the_page_and_says_why(
    host: FakeHost, fields: Filled, fault: str
) -> None:
    async with staff(host) as browser:
        answer = await browser.post(ASK, data=await filled(browser, **fields))

    assert answer.status_code == 422
    assert fault in words_in(answer)
    assert '<details class="sheet question" id="ask" open>' in answer.text
    assert forms_in(answer)[ASK]["text"] == str(fields.get("text", TEXT)).strip()
    assert [entry.kind for entry in host.casework.referrals[NUMBER].thread] == [EntryKind.SENT]


async def test_more_answers_than_buttons_are_refused_and_the_text_is_given_back(host: FakeHost) -> None:
    async with staff(host) as browser:
        answer = await browser.post(ASK, data=await filled(browser, answers="own", option=list("abcde")))

    assert answer.status_code == 422
    assert TEXT in answer.text


async def test_the_same_page_sent_twice_is_one_question(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = await filled(browser)
        first = await browser.post(ASK, data=form)
        again = await browser.post(ASK, data=form)

    assert first.status_code == again.status_code == 303
    assert [entry.kind for entry in host.casework.referrals[NUMBER].thread] == [EntryKind.SENT, EntryKind.ASKED]


async def test_where_a_colleague_was_faster_the_question_stays_on_the_page(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = await filled(browser, answers="own", option=["Ateisiu", "Neateisiu", "", ""])
        await host.casework.reply(JONAS, NUMBER, 1, "Laba diena.", "reply:another")
        answer = await browser.post(ASK, data=form)

    assert answer.status_code == 409
    assert f"{JONAS.email} atsakė" in words_in(answer)
    assert "Jūsų klausimas tebėra žemiau." in words_in(answer)
    assert forms_in(answer)[ASK]["text"] == TEXT
    assert 'value="Neateisiu"' in answer.text
    assert 'value="own" checked' in answer.text


async def test_the_look_at_a_question_has_the_chats_own_page_and_sends_nothing(host: FakeHost, pages: Pages) -> None:
    async with staff(host, pages) as browser:
        form = await filled(browser, answers="times", may_write="1")
        shown = await browser.post(PREVIEW, data=form)

        # Then it is a message of the chat, with buttons that cannot be pressed here
        assert shown.status_code == 200
        assert '<link rel="stylesheet" href="/static/chat.css' in shown.text
        assert "kind-asked" in shown.text
        assert TEXT in words_in(shown)
        assert shown.text.count('value="ask:') == shown.text.count(" disabled>") == 4
        assert len(host.casework.referrals[NUMBER].thread) == 1
        # And the way back gives everything that was typed
        kept = {name: value for name, value in forms_in(shown)[ASK].items() if name}
        back = await browser.post(DRAFT, data=kept)
        assert back.status_code == 200
        assert forms_in(back)[ASK]["text"] == TEXT
        assert forms_in(back)[ASK]["key"] == form["key"]
        assert 'value="times" checked' in back.text
        assert 'name="may_write" value="1" checked' in back.text
        # And it can be sent from there
        sent = await browser.post(ASK, data=kept)

    assert sent.status_code == 303
    assert host.casework.referrals[NUMBER].status is Status.WAITING


async def test_the_look_at_a_reply_keeps_its_lines(host: FakeHost, pages: Pages) -> None:
    text = "Laba diena.\nAteikite rytoj."
    async with staff(host, pages) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY] | {"text": text, "is_reply": "1"}
        shown = await browser.post(PREVIEW, data=form)
        assert "kind-reply" in shown.text
        assert "<p>Laba diena.</p>" in shown.text
        kept = forms_in(shown)[REPLY]
        assert kept["text"] == text
        back = await browser.post(DRAFT, data=kept | {"is_reply": "1"})
        assert forms_in(back)[REPLY]["text"] == text
        await browser.post(REPLY, data=kept)

    assert host.casework.referrals[NUMBER].thread[-1].text == text


async def test_there_is_nothing_to_look_at_where_the_text_is_missing(host: FakeHost) -> None:
    async with staff(host) as browser:
        form = forms_in(await browser.get(PAGE))[REPLY]
        reply = await browser.post(PREVIEW, data=form | {"text": "", "is_reply": "1"})
        question = await browser.post(PREVIEW, data=await filled(browser, text=""))

    assert reply.status_code == question.status_code == 422
    assert "Atsakymas tuščias." in words_in(reply)
    assert "Klausimas tuščias." in words_in(question)


@pytest.mark.parametrize("path", [ASK, PREVIEW, DRAFT])
async def test_another_municipalitys_request_is_not_found(host: FakeHost, path: str) -> None:
    host.holds(a_referral(NUMBER))
    async with staff(host) as browser:
        form = await filled(browser)
        host.holds(a_referral(NUMBER, municipality="palangos-miesto"))
        answer = await browser.post(path, data=form)

    assert answer.status_code == 404
    assert len(host.casework.referrals[NUMBER].thread) == 1


async def test_nothing_is_asked_once_the_work_is_over(host: FakeHost) -> None:
    host.holds(a_referral(NUMBER).closed(ONA.email, host.casework.now))

    async with staff(host) as browser:
        page = await browser.get(PAGE)

    assert ASK not in forms_in(page)
