"""Numbers, receipts and addresses cannot be found out by trying, and what was used is used up."""

from http import HTTPStatus

import pytest

from assistant.referrals.numbers import number_of
from assistant.referrals.referral import spoken_number
from assistant.usecases.access import Role
from tests.abuse.test_person_pages import a_person
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import AWAY, HOME, NAME, Town, Visitor
from tests.usecases.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("step", ["", "/document", "/changes?version=0"])
async def test_a_request_of_others_and_one_that_there_is_not_look_the_same(place: Town, step: str) -> None:
    theirs, none = await place.request_in(AWAY), number_of(9_999_999)
    held = await place.held(Visitor.ADMIN)

    async with a_browser(place.app, held.session) as browser:
        answers = [await browser.get(f"/inbox/{number}{step}") for number in (theirs, none)]

    assert [answer.status_code for answer in answers] == [HTTPStatus.NOT_FOUND] * 2
    assert answers[0].text.replace(theirs, "") == answers[1].text.replace(none, "")


async def test_all_numbers_in_a_row_tell_nothing(place: Town) -> None:
    held = await place.held(Visitor.STRANGER)
    number = int(await place.request_in(HOME))

    async with a_browser(place.app, held.session) as browser:
        answers = [await browser.get(f"/inbox/{number + step}") for step in range(-20, 20)]

    assert HTTPStatus.NOT_FOUND in {answer.status_code for answer in answers}
    assert not any(NAME[HOME] in answer.text for answer in answers)


async def test_a_receipt_cannot_be_guessed_and_no_number_is_given_away(place: Town) -> None:
    owner = Person(place.assistant)
    real = await owner.sends()
    known = [entry.word for entry in place.assistant.library.receipt_words if entry.word not in owner.words.split()]
    said = []
    numbers = (real, number_of(8_888_888))
    for number in numbers:
        thief = Person(place.assistant)
        await thief.opens()
        tries = [" ".join(known[at : at + 3]) for at in range(0, 18, 3)]
        said.append([(await thief.opens_receipt(number, words, "4567")).sentences for words in tries])

    told = [
        "\n".join(map(str, one)).replace(spoken_number(number), "") for one, number in zip(said, numbers, strict=True)
    ]
    assert told[0] == told[1]
    assert not any("Ona" in sentence or "sunku" in sentence for told in said[0] for sentence in told)


@pytest.mark.parametrize("email", ["nobody@nowhere.lt", "x@gmail.com", "known@office.lt", "visi@savivaldybe.lt"])
async def test_who_has_an_account_is_not_told(place: Town, email: str) -> None:
    known = f"known-{place.unique()}@office.example"
    await place.assistant.staff_desk.add(known, HOME, Role.STAFF)

    async with a_browser(place.app, "") as browser:
        real = await browser.post("/inbox/sign-in/link", data={"email": known})
        answer = await browser.post("/inbox/sign-in/link", data={"email": email})

    assert (answer.status_code, answer.text.replace(email, "")) == (real.status_code, real.text.replace(known, ""))


async def test_a_link_to_sign_in_works_once(place: Town) -> None:
    _, token = await place.link(HOME, Role.STAFF, f"once-{place.unique()}")

    async with a_browser(place.app, "") as browser:
        first = await browser.post("/inbox/sign-in", data={"token": token})
    async with a_browser(place.app, "") as browser:
        again = await browser.post("/inbox/sign-in", data={"token": token})

    assert first.status_code == HTTPStatus.SEE_OTHER
    assert "aiskiai-inbox=" in first.headers["set-cookie"]
    assert again.status_code != HTTPStatus.SEE_OTHER
    assert "aiskiai-inbox=" not in again.headers.get("set-cookie", "")


@pytest.mark.parametrize("change", ["cut", "longer", "other letters", "spaces"])
async def test_a_link_to_sign_in_that_was_changed_does_not_work(place: Town, change: str) -> None:
    _, token = await place.link(HOME, Role.STAFF, f"changed-{place.unique()}")
    spoilt = {"cut": token[:-1], "longer": f"{token}0", "other letters": token.swapcase() + "x", "spaces": f" {token}"}

    async with a_browser(place.app, "") as browser:
        answer = await browser.post("/inbox/sign-in", data={"token": spoilt[change]})

    assert "aiskiai-inbox=" not in answer.headers.get("set-cookie", "")


async def test_a_link_to_go_on_elsewhere_works_once(place: Town) -> None:
    opened = Person(place.assistant)
    await opened.opens()
    secret = await place.assistant.handing_on.offer(opened.conversation)

    taken = [await place.assistant.handing_on.take(secret, by=who) for who in ("first", "second")]

    assert [one is not None for one in taken] == [True, False]


async def test_a_session_that_somebody_put_into_the_browser_is_not_the_one_that_is_signed_in(place: Town) -> None:
    _, token = await place.link(HOME, Role.STAFF, f"fixed-{place.unique()}")

    async with a_browser(place.app, "put-there-by-somebody") as browser:
        answer = await browser.post("/inbox/sign-in", data={"token": token})

    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert "put-there-by-somebody" not in answer.headers["set-cookie"]
    assert await place.assistant.staff_desk.who("put-there-by-somebody") is None


async def test_a_session_of_somebody_else_in_the_browser_is_not_raised(place: Town) -> None:
    attacker = await place.comes(Visitor.STAFF, f"attacker-{place.unique()}")
    victim, token = await place.link(HOME, Role.ADMIN, f"victim-{place.unique()}")

    async with a_browser(place.app, attacker.session) as browser:
        await browser.post("/inbox/sign-in", data={"token": token})

    now = await place.assistant.staff_desk.who(attacker.session)
    assert now is None or now.id != victim.id


@pytest.mark.parametrize("cookie", ["aiskiai_pokalbis=a.b", "aiskiai_pokalbis=..", "aiskiai_pokalbis=" + "a" * 3000])
async def test_a_pass_that_somebody_made_up_is_not_taken_over(place: Town, cookie: str) -> None:
    async with a_person(place) as browser:
        page = await browser.get("/pokalbis", headers={"cookie": cookie})

    assert page.url.path == "/"
    assert cookie not in page.headers.get("set-cookie", "")


async def test_the_same_key_with_other_words_does_nothing_more(place: Town) -> None:
    async with a_person(place) as program:
        opened = (await program.post("/api/v1/conversations", json={})).json()
        path, held = f"/api/v1/conversations/{opened['conversation']}", {"Authorization": f"Bearer {opened['token']}"}
        keyed = held | {"Idempotency-Key": "the-same"}
        first = await program.post(f"{path}/events", json={"type": "text", "text": "labas"}, headers=keyed)
        before = (await program.get(path, headers=held)).json()
        again = await program.post(f"{path}/events", json={"type": "text", "text": "noriu žmogaus"}, headers=keyed)
        after = (await program.get(path, headers=held)).json()

    assert again.json() == first.json()
    assert after == before


async def test_a_key_of_one_conversation_tells_nothing_in_another(place: Town) -> None:
    answers = []
    async with a_person(place) as program:
        for words in ("labas", "kas yra socialinės dirbtuvės?"):
            opened = (await program.post("/api/v1/conversations", json={})).json()
            answer = await program.post(
                f"/api/v1/conversations/{opened['conversation']}/events",
                json={"type": "text", "text": words},
                headers={"Authorization": f"Bearer {opened['token']}", "Idempotency-Key": "everybodys"},
            )
            answers.append(answer.json()["messages"][0]["id"])

    assert answers[0] != answers[1]
