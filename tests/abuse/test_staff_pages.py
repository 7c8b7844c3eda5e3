"""What a person or a colleague wrote is shown to staff as it is, and does nothing."""

from dataclasses import replace
from typing import Any

import pytest

from assistant.conversation.state import Channel
from tests.abuse.evil import MARK, MARKUP
from tests.abuse.reading import faults_in
from tests.adapters.database.examples import referral
from tests.api.inbox.pages import words_in
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import HOME, Town, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")

evil = pytest.mark.parametrize("words", MARKUP.values(), ids=MARKUP)


async def a_request(place: Town, **fields: Any) -> str:
    number = place.unique()
    opened = await place.assistant.converse.open(Channel.WEB)
    async with place.assistant.units() as work:
        added = referral(number, HOME, conversation=opened.conversation)
        await work.referrals.add(replace(added, request=replace(added.request, **fields)))
        await work.commit()
    return number


def stands_in(words: str, text: str) -> bool:
    return " ".join(words.split()) in text


@evil
async def test_what_a_person_wrote_is_only_read(place: Town, words: str) -> None:
    number = await a_request(place, name=words, call_time=words, note=words)
    held = await place.held(Visitor.ADMIN)

    async with a_browser(place.app, held.session) as browser:
        pages = [await browser.get(path) for path in (f"/inbox/{number}", "/inbox", "/inbox/audit")]
        found = await browser.get("/inbox", params={"q": words})

    assert [page.status_code for page in pages] == [200] * 3
    assert [faults_in(page.text) for page in (*pages, found)] == [[], [], [], []]
    assert words_in(pages[0]).count(MARK) >= 3
    assert stands_in(words, words_in(pages[0]))
    assert found.status_code == 200


@evil
@pytest.mark.parametrize("step", ["reply", "note"])
async def test_what_a_colleague_wrote_is_only_read(place: Town, words: str, step: str) -> None:
    number = await a_request(place)
    held = await place.held(Visitor.ADMIN)
    known = await place.referral(number)
    form = {
        "form_token": held.proof,
        "version": str(known.version),
        "seen": str(len(known.thread)),
        "key": f"key-of-sixteen-chars-{place.unique()}",
        "text": words,
    }

    async with a_browser(place.app, held.session) as browser:
        answer = await browser.post(f"/inbox/{number}/{step}", data=form)
        page = await browser.get(f"/inbox/{number}")

    assert answer.status_code in {200, 303}
    assert faults_in(answer.text) == []
    assert faults_in(page.text) == []
    assert MARK in words_in(page) + words_in(answer)


@evil
async def test_what_somebody_is_called_in_the_team_is_only_read(place: Town, words: str) -> None:
    held = await place.held(Visitor.LEAD)
    form = {"form_token": held.proof, "email": f'"{words}"@office.example', "role": "staff"}

    async with a_browser(place.app, held.session) as browser:
        pages = [await browser.post("/inbox/settings/team/add", data=form), await browser.get("/inbox/settings/team")]

    assert [faults_in(page.text) for page in pages] == [[], []]


SETTINGS = {
    "contact": {"department": "", "phone": "", "hours": "", "address": ""},
    "notice": {"text": "", "first": "2026-11-22", "last": "2026-11-22"},
    "days/close": {"first": "2026-11-22", "reason": ""},
}


@evil
@pytest.mark.parametrize("page", SETTINGS)
async def test_what_a_lead_sets_is_only_read(place: Town, words: str, page: str) -> None:
    held = await place.held(Visitor.LEAD)
    assert held.member is not None
    version = (await place.assistant.office_desk.now(held.member)).office.version
    fields = {name: value or words for name, value in SETTINGS[page].items()}

    async with a_browser(place.app, held.session) as browser:
        form = {"form_token": held.proof, "version": str(version), **fields}
        answer = await browser.post(f"/inbox/settings/{page}", data=form)
        pages = [
            answer,
            await browser.get("/inbox/settings"),
            await browser.get(f"/inbox/settings/{page.partition('/')[0]}"),
        ]
        # What a department says is read by everybody.
        pages += [await browser.get(path) for path in ("/", "/kontaktai", "/valdiklis?savivaldybe=kretingos-rajono")]

    assert all(page.status_code < 500 for page in pages)
    assert [faults_in(page.text, "https://") for page in pages] == [[]] * len(pages)
