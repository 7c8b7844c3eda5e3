"""Leads change the settings of their own department; what is wrong is told at its field, and nothing typed is lost."""

from dataclasses import replace
from datetime import date, time

import httpx
import pytest

from assistant.errors import TeamRefusal
from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import Absence, Closing, Notice, Office, PromiseLength, Span
from assistant.referrals.routing import Contact, Recipient, Way
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.api.inbox.fakes import JONAS, ONA, RASA, STRANGER, FakeHost, a_browser
from tests.api.inbox.pages import forms_in, words_in

KRETINGA = "kretingos-rajono"
SETTINGS = "/inbox/settings"
SECTIONS = ("team", "contact", "days", "promise", "notice", "sending", "recipients")
CONTACT = {
    "department": "Socialinių reikalų skyrius",
    "address": "Vilniaus gatvė 8, Kretinga",
    "phone-1": "0 445 51008",
    "phone-2": "+370 445 51 145",
    "email": "Skyrius@kretinga.lt",
    "opens-0": "8",
    "closes-0": "17.00",
    "lunch-from": "12:00",
    "lunch-until": "12:45",
}
CLOSING = {"first": "2026-12-23", "last": "2026-12-24", "reason": "Šventinė savaitė"}
AWAY = {"who": ONA.email, "away-first": "2026-12-07", "away-last": "2026-12-11"}
NOTICE = {"text": "Gruodžio 24 dieną mes nedirbame.", "first": "2026-12-01", "last": "2026-12-24"}


LATER = "Pabaiga turi būti vėliau negu pradžia."


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


def at_desk(host: FakeHost, member: StaffMember = RASA) -> httpx.AsyncClient:
    return a_browser(host, host.session_of(member))


async def sends(browser: httpx.AsyncClient, section: str, path: str = "", **fields: str) -> httpx.Response:
    """Fills in a form of the section's page as a browser does, and sends it."""
    address = f"{SETTINGS}/{section}{path}"
    form = forms_in(await browser.get(f"{SETTINGS}/{section}"))[address]
    return await browser.post(address, data=form | fields)


def office(host: FakeHost) -> Office:
    return host.office_desk.of(KRETINGA)


async def test_the_overview_says_what_holds_and_leads_everywhere(host: FakeHost) -> None:
    host.office_desk.offices[KRETINGA] = Office(
        KRETINGA,
        contact=Contact("Socialinių reikalų skyrius", phones=("+37044551008",)),
        promise=PromiseLength(5),
        closings=(Closing(Span(date(2026, 12, 24), date(2026, 12, 24)), "Kūčios"),),
        notice=Notice("Mes nedirbame.", Span(date(2026, 12, 1), date(2026, 12, 2))),
        is_sending=False,
    )
    async with at_desk(host) as browser:
        page = await browser.get(SETTINGS)
    words = words_in(page)
    for told in ("Socialinių reikalų skyrius", "0 445 51008", "Per 5 darbo dienas.", "Kūčios", "Mes nedirbame."):
        assert told in words
    assert "Siuntimas išjungtas." in words
    assert all(f'href="{SETTINGS}/{section}"' in page.text for section in SECTIONS)


async def test_only_leads_see_the_way_to_the_settings(host: FakeHost) -> None:
    for member, is_there in ((ONA, False), (RASA, True)):
        async with at_desk(host, member) as browser:
            assert (f'href="{SETTINGS}"' in (await browser.get("/inbox")).text) is is_there


FORMS = (
    "/contact",
    "/days/close",
    "/days/away",
    "/days/remove",
    "/promise",
    "/notice",
    "/notice/remove",
    "/sending",
    "/recipients",
    "/recipients/default",
    "/recipients/test",
    "/team/add",
    "/team/staff-2/role",
    "/team/staff-2/remove",
)


@pytest.mark.parametrize("path", FORMS)
async def test_nobody_below_a_lead_changes_anything(host: FakeHost, path: str) -> None:
    before = dict(host.team_desk.team)
    async with at_desk(host) as browser:
        token = forms_in(await browser.get("/inbox"))["/inbox/sign-out"]["form_token"]
    async with at_desk(host, ONA) as browser:
        own = forms_in(await browser.get("/inbox"))["/inbox/sign-out"]["form_token"]
        for proof in (own, token):
            answer = await browser.post(
                SETTINGS + path, data={"form_token": proof, "version": "0", **CONTACT, **NOTICE}
            )
            assert answer.status_code == 403
    async with a_browser(host) as browser:
        assert (await browser.post(SETTINGS + path, data={"version": "0"})).status_code == 401
    assert host.office_desk.offices == {}
    assert host.team_desk.team == before
    assert host.office_desk.tried == []


@pytest.mark.parametrize("section", ["", *(f"/{section}" for section in SECTIONS)])
async def test_nobody_below_a_lead_reads_a_page(host: FakeHost, section: str) -> None:
    async with at_desk(host, ONA) as browser:
        assert (await browser.get(SETTINGS + section)).status_code == 403
    async with a_browser(host) as browser:
        assert (await browser.get(SETTINGS + section)).status_code == 303


async def test_another_municipality_sees_and_changes_only_its_own(host: FakeHost) -> None:
    host.office_desk.offices[KRETINGA] = Office(
        KRETINGA, contact=Contact("Kretingos skyrius"), notice=Notice("Kretinga.", Span(date.min, date.max)), version=4
    )
    async with at_desk(host, STRANGER) as browser:
        for section in ("", *(f"/{section}" for section in SECTIONS)):
            page = await browser.get(SETTINGS + section)
            assert page.status_code == 200
            assert not {"Kretingos skyrius", "Kretinga."} & set(words_in(page).split("  "))
            assert "kretinga" not in page.text.casefold()
        await sends(browser, "contact", **CONTACT)
        gone = await sends(browser, "team", "/add", email="nauja@neringa.lt")
        token = forms_in(gone)[f"{SETTINGS}/team/add"]["form_token"]
        foreign = await browser.post(f"{SETTINGS}/team/{JONAS.id}/role", data={"form_token": token, "role": "lead"})
        await browser.post(f"{SETTINGS}/team/{JONAS.id}/remove", data={"form_token": token})
    assert foreign.status_code == 422
    assert host.team_desk.team[JONAS.id] == JONAS
    assert office(host).contact == Contact("Kretingos skyrius")
    assert host.office_desk.of("neringos").contact is not None


async def test_contact_and_hours_are_stored_whole(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        done = await sends(browser, "contact", **CONTACT)
        page = await browser.get(done.headers["location"])
    opening = Hours((OpenDay(0, time(8), time(17)),), time(12), time(12, 45))
    assert office(host).contact == Contact(
        "Socialinių reikalų skyrius",
        "Vilniaus gatvė 8, Kretinga",
        ("+37044551008", "+37044551145"),
        "Skyrius@kretinga.lt",
        opening=opening,
    )
    assert "Įrašyta." in words_in(page)
    assert forms_in(page)[f"{SETTINGS}/contact"]["opens-0"] == "8:00"
    assert forms_in(page)[f"{SETTINGS}/contact"]["phone-2"] == "0 445 51145"


@pytest.mark.parametrize(
    ("section", "path", "fields", "wrong", "told"),
    [
        ("contact", "", CONTACT | {"department": " "}, "department", "Šis laukas tuščias."),
        ("contact", "", CONTACT | {"department": "ž" * 121}, "department", "Tekstas per ilgas."),
        ("contact", "", CONTACT | {"address": "ž" * 161}, "address", "Tekstas per ilgas."),
        ("contact", "", CONTACT | {"phone-1": "44551008123"}, "phone-1", "Tai ne telefono numeris."),
        ("contact", "", CONTACT | {"phone-3": "112"}, "phone-3", "Tai ne telefono numeris."),
        ("contact", "", CONTACT | {"phone-1": "0 445 51008 Rasa"}, "phone-1", "Tai ne telefono numeris."),
        ("contact", "", CONTACT | {"email": "skyrius@kretinga"}, "email", "Tai ne elektroninio pašto adresas."),
        ("contact", "", CONTACT | {"email": "a@b.lt, c@d.lt"}, "email", "Tai ne elektroninio pašto adresas."),
        ("contact", "", CONTACT | {"closes-0": ""}, "closes-0", "Trūksta vieno laiko."),
        ("contact", "", CONTACT | {"closes-0": "07:59"}, "closes-0", LATER),
        ("contact", "", CONTACT | {"opens-0": "25:00"}, "opens-0", "Tai ne laikas."),
        ("contact", "", CONTACT | {"lunch-from": "13:00"}, "lunch-until", LATER),
        ("days", "/close", CLOSING | {"first": ""}, "first", "Šis laukas tuščias."),
        ("days", "/close", CLOSING | {"first": "rytoj"}, "first", "Tai ne data."),
        ("days", "/close", CLOSING | {"last": "2026-12-22"}, "last", "Paskutinė diena yra anksčiau už pirmą."),
        ("days", "/close", CLOSING | {"last": "2027-12-24"}, "last", "Per daug dienų."),
        ("days", "/close", CLOSING | {"first": "2026-11-01", "last": "2026-11-02"}, "first", "Ši diena jau praėjo."),
        ("days", "/close", CLOSING | {"reason": ""}, "reason", "Šis laukas tuščias."),
        ("days", "/close", CLOSING | {"reason": "ž" * 101}, "reason", "Tekstas per ilgas."),
        ("days", "/away", AWAY | {"who": STRANGER.email}, "who", "Pasirinkite iš sąrašo."),
        ("days", "/away", AWAY | {"away-first": ""}, "away-first", "Šis laukas tuščias."),
        ("promise", "", {"kind": "days", "days": "0"}, "days", "Rašykite skaičių nuo 1 iki 60."),
        ("promise", "", {"kind": "days", "days": "61"}, "days", "Rašykite skaičių nuo 1 iki 60."),
        ("promise", "", {"kind": "days", "days": "²"}, "days", "Rašykite skaičių nuo 1 iki 60."),
        ("promise", "", {"kind": "maybe"}, "kind", "Pasirinkite iš sąrašo."),
        ("notice", "", NOTICE | {"text": ""}, "text", "Šis laukas tuščias."),
        ("notice", "", NOTICE | {"text": "ž" * 201}, "text", "Tekstas per ilgas."),
        ("notice", "", NOTICE | {"last": ""}, "last", "Šis laukas tuščias."),
        ("notice", "", NOTICE | {"last": "2026-11-30", "first": "2026-11-01"}, "last", "Ši diena jau praėjo."),
        ("sending", "", {}, "confirmed", "Pažymėkite langelį"),
        ("recipients", "", {"letters": "ona@kretinga"}, "letters", "Tai ne elektroninio pašto adresas."),
        ("recipients", "", {"letters": "a@b.lt c@d.lt"}, "letters", "Tai ne elektroninio pašto adresas."),
        ("recipients", "", {"letters": "a@b.lt", "documents": "a@b.lt"}, "documents", "abiejuose sąrašuose"),
        ("recipients", "", {"letters": "\n".join(f"a{n}@b.lt" for n in range(11))}, "letters", "Jų per daug."),
        ("team", "/add", {"email": "nauja", "role": "staff"}, "email", "Tai ne elektroninio pašto adresas."),
        ("team", "/add", {"email": "nauja@kretinga.lt", "role": "king"}, "role", "Pasirinkite iš sąrašo."),
    ],
)
async def test_what_is_wrong_is_told_at_its_field_and_on_top_and_what_was_typed_stays(
    host: FakeHost, section: str, path: str, fields: dict[str, str], wrong: str, told: str
) -> None:
    before = dict(host.team_desk.team)
    async with at_desk(host) as browser:
        answer = await sends(browser, section, path, **fields)
    assert answer.status_code == 422
    assert words_in(answer).count(told) == 2
    assert f'href="#{wrong}"' in answer.text
    assert f'id="{wrong}"' in answer.text
    form = forms_in(answer)[f"{SETTINGS}/{section}{path}"]
    hidden_away = {"kind", "role", "who"}
    assert {name: form.get(name) for name in fields if name not in hidden_away} == {
        name: value.strip() for name, value in fields.items() if name not in hidden_away
    }
    assert host.office_desk.offices == {}
    assert host.team_desk.team == before


@pytest.mark.parametrize(
    ("section", "path", "fields"),
    [
        ("contact", "", CONTACT),
        ("days", "/close", CLOSING),
        ("days", "/away", AWAY),
        ("promise", "", {"kind": "days", "days": "5"}),
        ("notice", "", NOTICE),
        ("sending", "", {"confirmed": "yes"}),
        ("recipients", "", {"letters": "kita@kretinga.lt"}),
    ],
)
async def test_two_leads_at_once_lose_nothing(host: FakeHost, section: str, path: str, fields: dict[str, str]) -> None:
    async with at_desk(host) as browser:
        address = f"{SETTINGS}/{section}{path}"
        form = forms_in(await browser.get(f"{SETTINGS}/{section}"))[address]
        await host.office_desk.change(RASA, 0, lambda known: replace(known, promise=PromiseLength(9)))
        stored = office(host)
        clash = await browser.post(address, data=form | fields)
        assert clash.status_code == 409
        assert "Kolega pakeitė nuostatas." in words_in(clash)
        assert office(host) == stored
        again = forms_in(clash)[address]
        assert all(again.get(name, value) == value for name, value in fields.items())

        # Sent once more, with the new version that the page carries now, it is stored
        done = await browser.post(address, data=again | fields)
    assert done.status_code == 303
    assert office(host).version == stored.version + 1


async def test_closed_days_and_absences_are_kept_in_order_and_taken_out(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        await sends(browser, "days", "/close", **CLOSING)
        await sends(browser, "days", "/close", first="2026-12-08", last="", reason="Mokymai")
        await sends(browser, "days", "/away", **AWAY)
        assert [row.reason for row in office(host).closings] == ["Mokymai", "Šventinė savaitė"]
        assert office(host).absences == (Absence(ONA.email, Span(date(2026, 12, 7), date(2026, 12, 11))),)
        page = await browser.get(f"{SETTINGS}/days")
        proof = forms_in(page)[f"{SETTINGS}/days/close"]
        await browser.post(f"{SETTINGS}/days/remove", data=proof | {"list": "closings", "row": "0"})
        old = await browser.post(f"{SETTINGS}/days/remove", data=proof | {"list": "closings", "row": "0"})
    assert [row.reason for row in office(host).closings] == ["Šventinė savaitė"]
    assert old.status_code == 409


async def test_what_is_over_for_long_makes_room(host: FakeHost) -> None:
    old, lately = (Closing(Span(day, day), "Senas") for day in (date(2026, 10, 1), date(2026, 11, 20)))
    host.office_desk.offices[KRETINGA] = Office(KRETINGA, closings=(old, lately))
    async with at_desk(host) as browser:
        await sends(browser, "days", "/close", **CLOSING)
    assert [row.reason for row in office(host).closings] == ["Senas", "Šventinė savaitė"]


@pytest.mark.parametrize(
    ("fields", "promise"),
    [
        ({"kind": "days", "days": "5"}, PromiseLength(5)),
        ({"kind": "none"}, PromiseLength(None)),
        ({"kind": "unset"}, None),
    ],
)
async def test_the_promise_is_a_length_nothing_or_the_operators(
    host: FakeHost, fields: dict[str, str], promise: PromiseLength | None
) -> None:
    async with at_desk(host) as browser:
        done = await sends(browser, "promise", **fields)
        assert done.status_code == 303
    assert office(host).promise == promise


async def test_a_notice_is_shown_as_people_read_it_and_remarks_forbid_nothing(host: FakeHost) -> None:
    text = "Prašymai bus nagrinėjami <b>vėliau</b>.\nAčiū."
    async with at_desk(host) as browser:
        done = await sends(browser, "notice", **NOTICE | {"text": text})
        page = await browser.get(done.headers["location"])
        assert office(host).notice == Notice(text, Span(date(2026, 12, 1), date(2026, 12, 24)))
        assert "<p>Prašymai bus nagrinėjami &lt;b&gt;vėliau&lt;/b&gt;.</p><p>Ačiū.</p>" in page.text
        assert "Tai neveikiamoji rūšis." in words_in(page)
        gone = await sends(browser, "notice", "/remove")
    assert gone.status_code == 303
    assert office(host).notice is None


async def test_sending_is_switched_off_with_a_confirmation_and_on_again(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        off = await sends(browser, "sending", confirmed="yes")
        assert "Jūs išjungėte siuntimą." in words_in(await browser.get(off.headers["location"]))
        assert not office(host).is_sending
        assert "Siuntimas išjungtas." in words_in(await browser.get(SETTINGS))
        on = await sends(browser, "sending")
        assert "Siuntimas įjungtas." in words_in(await browser.get(on.headers["location"]))
    assert office(host).is_sending


async def test_recipients_are_addresses_and_the_operators_webhooks_alone(host: FakeHost) -> None:
    route = host.library.routes[KRETINGA]
    webhook = Recipient(Way.WEBHOOK, "https://dvs.kretinga.lt/in", "kretinga-dvs")
    host.library.routes[KRETINGA] = replace(route, recipients=(*route.recipients, webhook))
    async with at_desk(host) as browser:
        fields = {"letters": "ona@kretinga.lt\r\n\r\nona@kretinga.lt", "documents": "rasa@kretinga.lt"}
        await sends(browser, "recipients", **fields, **{"webhook-kretinga-dvs": "yes", "webhook-palanga": "yes"})
        assert office(host).recipients == (
            Recipient(Way.LETTER, "ona@kretinga.lt"),
            Recipient(Way.DOCUMENT, "rasa@kretinga.lt"),
            Recipient(Way.WEBHOOK, "", "kretinga-dvs"),
        )
        # Neither the page nor the record holds where the system listens
        page = await browser.get(f"{SETTINGS}/recipients")
        assert "dvs.kretinga.lt" not in page.text

        await sends(browser, "recipients", "/default")
        assert office(host).recipients is None
        form = forms_in(await browser.get(f"{SETTINGS}/recipients"))[f"{SETTINGS}/recipients"]
        nothing = {"letters": "", "documents": ""}
        await browser.post(
            f"{SETTINGS}/recipients", data={key: form[key] for key in ("form_token", "version")} | nothing
        )
    assert office(host).recipients == (Recipient(Way.INBOX),)


async def test_a_test_letter_goes_to_a_recipient_of_ones_own_and_the_page_shows_how_it_stands(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        done = await sends(browser, "recipients", "/test")
        page = words_in(await browser.get(done.headers["location"]))
        assert "Bandomasis laiškas adresu skyrius@kretingos-rajono.example" in page
        assert "Laukia siuntimo" in page
        again = await sends(browser, "recipients", "/test")
        assert "Programa bandymo nesiuntė." in words_in(await browser.get(again.headers["location"]))
        other = await sends(browser, "recipients", "/test", recipient="letter:kas.nors@kitur.lt")
        assert other.headers["location"].endswith("done=waits")
    assert [entry.recipient for entry in host.office_desk.tried] == ["skyrius@kretingos-rajono.example"]


async def test_where_the_operator_has_opened_no_route_nothing_can_be_switched(host: FakeHost) -> None:
    lead = replace(STRANGER, role=Role.LEAD)
    async with at_desk(host, lead) as browser:
        for section in ("sending", "recipients"):
            page = await browser.get(f"{SETTINGS}/{section}")
            assert "Siuntimą įjungia administratorius." in words_in(page)
            assert f"{SETTINGS}/{section}" not in forms_in(page)


async def test_somebody_added_gets_a_link_that_is_shown_once(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        answer = await sends(browser, "team", "/add", email="Nauja@Kretinga.lt", role="staff")
        assert "http://inbox.test/inbox/sign-in?token=one-time-token" in words_in(answer)
        assert answer.headers["cache-control"] == "no-store"
        assert "one-time-token" not in (await browser.get(f"{SETTINGS}/team")).text
    assert host.team_desk.team["nauja@kretinga.lt"].municipality == KRETINGA


async def test_the_link_of_somebody_added_may_go_by_letter_and_is_shown_to_nobody(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        answer = await sends(browser, "team", "/add", email="nauja@kretinga.lt", role="staff", by_letter="1")
    assert "Šiuo adresu ateis laiškas su prisijungimo nuoroda." in words_in(answer)
    assert "token=" not in answer.text


async def test_roles_are_changed_and_people_removed(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        await sends(browser, "team", f"/{JONAS.id}/role", role="lead")
        assert host.team_desk.team[JONAS.id].role is Role.LEAD
        gone = await sends(browser, "team", f"/{JONAS.id}/remove")
        assert "Paskyros nebėra." in words_in(await browser.get(gone.headers["location"]))
        # Whoever presses twice has what they wanted
        form = forms_in(await browser.get(f"{SETTINGS}/team"))[f"{SETTINGS}/team/{ONA.id}/remove"]
        again = await browser.post(f"{SETTINGS}/team/{JONAS.id}/remove", data=form)
    assert again.status_code == 303
    assert JONAS.id not in host.team_desk.team


async def test_a_lead_is_offered_no_role_above_their_own(host: FakeHost) -> None:
    async with at_desk(host) as browser:
        page = await browser.get(f"{SETTINGS}/team")
        assert 'value="admin"' not in page.text
        refused = await sends(browser, "team", f"/{JONAS.id}/role", role="admin")
    assert refused.status_code == 422
    assert "Su šiomis pareigomis to daryti negalite." in words_in(refused)


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (TeamRefusal.LAST_LEAD, "Skyriui reikia vadovo."),
        (TeamRefusal.ELSEWHERE, "Šio žmogaus čia pridėti negalite."),
        (TeamRefusal.KNOWN, "Šis žmogus čia jau dirba."),
    ],
)
async def test_a_rule_against_it_is_told_in_words(host: FakeHost, refusal: TeamRefusal, told: str) -> None:
    host.team_desk.refuses = refusal
    async with at_desk(host) as browser:
        for path, fields in (
            ("/add", {"email": "nauja@kretinga.lt", "role": "staff"}),
            (f"/{JONAS.id}/role", {"role": "lead"}),
            (f"/{JONAS.id}/remove", {}),
        ):
            answer = await sends(browser, "team", path, **fields)
            assert answer.status_code == 422
            assert told in words_in(answer)
