"""The log's page and the editors' corner without a browser: what is refused, given back, and downloaded."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from assistant.library.library import Library
from assistant.usecases.teaching_desk import TeachingDesk
from tests.api.inbox.pages import form_token_in, forms_in, words_in
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import Town, Visitor, town


@pytest.fixture
async def place(tmp_path: Path, library: Library) -> AsyncIterator[Town]:
    async with town(tmp_path, library) as place:
        yield place


@pytest.fixture
async def admin(place: Town) -> AsyncIterator[httpx.AsyncClient]:
    session, _ = await place.session(Visitor.ADMIN)
    async with a_browser(place.app, session) as browser:
        yield browser


async def sent(browser: httpx.AsyncClient, action: str, **values: str) -> httpx.Response:
    """A form of the editors' corner, with its proof."""
    proof = form_token_in(await browser.get("/inbox/editors"))
    return await browser.post(action, data={"form_token": proof} | values)


async def test_words_that_cannot_be_learned_are_given_back(place: Town, admin: httpx.AsyncClient) -> None:
    wish = await place.wish()

    answer = await sent(admin, f"/inbox/editors/words/{wish}/accept", topic="cost", text="Kiek kainuoja?")

    assert answer.status_code == 422
    assert "Programa negalėjo išmokti šių žodžių." in words_in(answer)
    assert forms_in(answer)[f"/inbox/editors/words/{wish}/accept"]["text"] == "Kiek kainuoja?"
    assert len(await place.assistant.missed.wishes()) == 1


async def test_where_content_cannot_be_written_the_words_are_downloaded_and_then_cleared(
    place: Town, admin: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a server whose content cannot be written
    monkeypatch.setattr(TeachingDesk, "_write", lambda *_: False)
    wish = await place.wish()
    answer = await sent(admin, f"/inbox/editors/words/{wish}/accept", topic="cost", service="case-management")
    assert answer.headers["location"] == "/inbox/editors?done=waits"

    # When the file is taken along
    page = await admin.get("/inbox/editors")
    file = await admin.get("/inbox/editors/taught.yaml")

    # Then it holds the words, and the list can be cleared
    assert "aiskiai missed learn" in words_in(page)
    assert file.headers["content-disposition"] == 'attachment; filename="aiskiai-taught.yaml"'
    assert file.text == "- text: kiek kašt pinigai\n  topic: cost\n  service: case-management\n"
    name = forms_in(page)["/inbox/editors/taught/taken"]["name"]
    assert (await sent(admin, "/inbox/editors/taught/taken", name=name)).status_code == 303
    assert await place.assistant.teaching.waiting() == ()


async def test_whoever_presses_twice_has_what_they_wanted(place: Town, admin: httpx.AsyncClient) -> None:
    wish = await place.wish()

    answers = [await sent(admin, f"/inbox/editors/words/{wish}/drop") for _ in range(2)]

    assert [answer.headers["location"] for answer in answers] == ["/inbox/editors?done=dropped", "/inbox/editors"]


async def test_a_fault_in_a_content_file_is_told_with_file_and_line(admin: httpx.AsyncClient, tmp_path: Path) -> None:
    (tmp_path / "content" / "lt" / "topics" / "case-management.yaml").write_text("service: 7\n", encoding="utf-8")

    answer = await admin.get("/inbox/editors/texts")

    assert answer.status_code == 409
    assert "case-management.yaml:1" in answer.text


@pytest.mark.parametrize("path", ["texts/nothing", "texts/what-is?service=nothing", "preview/nothing"])
async def test_a_text_that_is_none_is_not_found(admin: httpx.AsyncClient, path: str) -> None:
    answer = await admin.get(f"/inbox/editors/{path}")

    assert answer.status_code == 404
    assert "Tokio teksto nėra" in answer.text


async def test_a_checked_text_is_shown_as_it_is_and_never_as_markup(admin: httpx.AsyncClient) -> None:
    answer = await sent(admin, "/inbox/editors/check", text="<b>Paslaugos yra teikiamos.</b>", level="2")

    assert answer.status_code == 200
    assert "<b>" not in answer.text
    assert "<b>Paslaugos yra teikiamos.</b>" in words_in(answer)


async def test_too_long_a_text_is_given_back_unchecked(admin: httpx.AsyncClient) -> None:
    answer = await sent(admin, "/inbox/editors/check", text="Labas. " * 3_000, level="2")

    assert answer.status_code == 422
    assert "Tekstas per ilgas." in words_in(answer)
    assert "Labas. Labas." in answer.text


async def test_a_filter_that_cannot_be_read_is_passed_over(admin: httpx.AsyncClient) -> None:
    answer = await admin.get("/inbox/audit?did=nothing&day=31-31&number=&person=")

    assert answer.status_code == 200
    assert "Prisijungė" in words_in(answer)


async def test_the_log_shows_nothing_of_another_municipality(place: Town, admin: httpx.AsyncClient) -> None:
    await place.session(Visitor.STRANGER)

    answer = await admin.get("/inbox/audit")

    assert "admin@kretingos-rajono.example" in answer.text
    assert "neringos" not in answer.text
