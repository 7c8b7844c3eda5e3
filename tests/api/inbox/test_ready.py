"""Ready replies in the inbox: put into a reply by staff, looked after by leads."""

from dataclasses import replace

import httpx
import pytest

from assistant.usecases.access import Role
from tests.api.inbox.fakes import ONA, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import forms_in, words_in

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"
LEAD = replace(ONA, role=Role.LEAD)
OTHER_LEAD = replace(LEAD, id="staff-9", email="jonas@kretinga.example")


@pytest.fixture
def host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER))
    return host


def lead(host: FakeHost) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(LEAD))


async def send(browser: httpx.AsyncClient, page: str, action: str, **fields: str) -> httpx.Response:
    """Fill in the form of a page that is sent to `action`, and send it."""
    form = forms_in(await browser.get(page))[action]
    return await browser.post(action, data=form | fields)


async def test_a_script_gets_the_text_filled_in_and_the_use_is_counted(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(ONA)) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        answer = await browser.post(
            f"{PAGE}/ready", data=form | {"ready": "come"}, headers={"accept": "application/json"}
        )

    assert answer.json() == {"text": "Laba diena, Vardene.\nAteikite [diena]."}
    assert host.ready.kept["kretingos-rajono", "come"].used == 1


async def test_without_a_script_the_text_comes_behind_what_was_typed(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(ONA)) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        page = await browser.post(f"{PAGE}/ready", data=form | {"text": "Sveiki.", "ready": "done"})

    assert page.status_code == 200
    kept = forms_in(page)[f"{PAGE}/reply"]
    assert kept["text"] == "Sveiki.\nMes baigėme darbą.\nJūsų numeris yra 47 12 80 35."
    assert kept["key"] == form["key"]


async def test_pressing_without_a_choice_loses_nothing(host: FakeHost) -> None:
    async with a_browser(host, host.session_of(ONA)) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        page = await browser.post(f"{PAGE}/ready", data=form | {"text": "Sveiki.", "ready": ""})

    assert forms_in(page)[f"{PAGE}/reply"]["text"] == "Sveiki."


async def test_the_most_used_stands_first_in_the_picker(host: FakeHost) -> None:
    async with lead(host) as browser:
        before = (await browser.get(PAGE)).text
        await send(browser, PAGE, f"{PAGE}/reply", text="Labas.")
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        await browser.post(f"{PAGE}/ready", data=form | {"ready": "done"})
        after = (await browser.get(PAGE)).text
        words = words_in(await browser.get("/inbox/ready"))

    assert before.index("Kviečiame ateiti") < before.index("Prašymas baigtas")
    assert after.index("Kviečiame ateiti") > after.index("Prašymas baigtas")
    assert "naudotas 1 kartą" in words


@pytest.mark.parametrize("path", ["/inbox/ready", "/inbox/ready/new", "/inbox/ready/come"])
async def test_staff_who_lead_nobody_may_not_look_after_them(host: FakeHost, path: str) -> None:
    async with a_browser(host, host.session_of(ONA)) as browser:
        answer = await browser.get(path)
        front = await browser.get("/inbox")

    assert answer.status_code == 403
    assert "Jūs negalite to daryti" in answer.text
    assert "/inbox/ready" not in front.text


async def test_a_lead_adds_changes_removes_and_puts_back(host: FakeHost) -> None:
    async with lead(host) as browser:
        added = await send(browser, "/inbox/ready/new", "/inbox/ready/new", title="Mūsų", text="Ateikite.")
        assert "Programa įrašė šį atsakymą." in words_in(await browser.get(added.headers["location"]))
        [own] = [name for (_, name) in host.ready.kept]
        path = f"/inbox/ready/{own}"

        await send(browser, path, path, text="Ateikite rytoj.")
        assert "Ateikite rytoj." in words_in(await browser.get("/inbox/ready"))

        await send(browser, path, f"{path}/remove")
        assert "Nebesiūlomi Mūsų" in words_in(await browser.get("/inbox/ready"))
        assert "Mūsų" not in words_in(await browser.get(PAGE)).split("Jūsų atsakymas")[0]

        await send(browser, "/inbox/ready", f"{path}/back")
        assert "Nebesiūlomi" not in words_in(await browser.get("/inbox/ready"))


async def test_one_that_everybody_has_can_be_made_as_it_was(host: FakeHost) -> None:
    path = "/inbox/ready/done"
    async with lead(host) as browser:
        await send(browser, path, path, text="Viskas.")
        changed = words_in(await browser.get("/inbox/ready"))
        await send(browser, path, f"{path}/restore")
        restored = words_in(await browser.get("/inbox/ready"))

    assert "Jūsų savivaldybė pakeitė" in changed
    assert "Jūsų savivaldybė pakeitė" not in restored
    assert "Mes baigėme darbą." in restored


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": "", "text": "Labas."}, "Pavadinimas tuščias."),
        ({"title": "a" * 61, "text": "Labas."}, "Pavadinimas per ilgas."),
        ({"title": "Mūsų", "text": " "}, "Atsakymas tuščias."),
        ({"title": "Mūsų", "text": "a" * 2001}, "Atsakymas per ilgas."),
        ({"title": "Mūsų", "text": "Labas, {vardas}."}, "Programa negali užpildyti: {vardas}."),
    ],
)
async def test_what_cannot_be_stored_stays_on_the_page(host: FakeHost, fields: dict[str, str], told: str) -> None:
    async with lead(host) as browser:
        page = await send(browser, "/inbox/ready/new", "/inbox/ready/new", **fields)

    assert page.status_code == 422
    assert told in words_in(page)
    assert forms_in(page)["/inbox/ready/new"]["text"] == fields["text"].strip()
    assert host.ready.kept == {}


async def test_of_two_leads_the_second_sees_what_the_first_wrote_and_keeps_their_own(host: FakeHost) -> None:
    path = "/inbox/ready/come"
    async with lead(host) as one, a_browser(host, host.session_of(OTHER_LEAD)) as other:
        form = forms_in(await one.get(path))[path]
        await send(other, path, path, text="Kolegos tekstas.")

        page = await one.post(path, data=form | {"text": "Mano tekstas."})

        assert page.status_code == 409
        assert "Kolega pakeitė šį paruoštą atsakymą" in words_in(page)
        assert "Kolegos tekstas." in words_in(page)
        again = forms_in(page)[path]
        assert again["text"] == "Mano tekstas."
        stored = await one.post(path, data=again)

    assert stored.status_code == 303
    assert host.ready.kept["kretingos-rajono", "come"].text == "Mano tekstas."


async def test_who_presses_twice_has_what_they_wanted(host: FakeHost) -> None:
    path = "/inbox/ready/come"
    async with lead(host) as browser:
        form = forms_in(await browser.get(path))[path] | {"text": "Ateikite rytoj."}
        first, second = [await browser.post(path, data=form) for _ in range(2)]

    assert first.headers["location"] == second.headers["location"] == "/inbox/ready?done=stored"


async def test_removing_what_a_colleague_just_changed_shows_the_change(host: FakeHost) -> None:
    path = "/inbox/ready/come"
    async with lead(host) as one, a_browser(host, host.session_of(OTHER_LEAD)) as other:
        form = forms_in(await one.get(path))[f"{path}/remove"]
        await send(other, path, path, text="Kolegos tekstas.")
        page = await one.post(f"{path}/remove", data=form)

    assert page.status_code == 409
    assert forms_in(page)[path]["text"] == "Kolegos tekstas."
    assert not host.ready.kept["kretingos-rajono", "come"].is_removed


async def test_the_coach_looks_at_a_ready_reply_too(host: FakeHost) -> None:
    path = "/inbox/ready/come"
    async with lead(host) as browser:
        page = await send(browser, path, path, text="Prašome atvykti, {vardas:kreipinys}, [diena].")
        form = forms_in(await browser.get(path))[path]
        page = await browser.post(f"{path}/coach", data=form)

    assert "Pakeisti į „Ateikite“" in words_in(page)
    assert "Šios vietos dar neužpildėte." not in words_in(page)


async def test_an_unknown_one_is_not_found(host: FakeHost) -> None:
    async with lead(host) as browser:
        assert (await browser.get("/inbox/ready/nothing")).status_code == 404
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/reply"]
        assert (await browser.post(f"{PAGE}/ready", data=form | {"ready": "nothing"})).status_code == 404
