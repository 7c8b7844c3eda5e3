"""What the person changed stands in the thread, old and new; a call is noted."""

from dataclasses import replace
from datetime import date

from assistant.referrals.confirming import Confirmation
from assistant.referrals.referral import Status
from assistant.referrals.thread import EntryKind
from tests.api.inbox.fakes import ONA, SENT_AT, FakeHost, a_browser, a_referral
from tests.api.inbox.pages import forms_in, words_in

NUMBER = "47128035"
PAGE = f"/inbox/{NUMBER}"


async def test_old_and_new_of_every_line_stand_in_the_thread() -> None:
    known = a_referral(NUMBER)
    after = replace(known.request, for_other=True, phone="", note="<b>Vakare</b>")
    host = FakeHost()
    host.holds(known.changed(known.request, after, SENT_AT))
    async with a_browser(host, host.session_of(ONA)) as browser:
        page = await browser.get(PAGE)
    words = words_in(page)
    assert "Žmogus pakeitė prašymą" in words
    assert "Kam Buvo: Sau Dabar: Kitam žmogui" in words
    assert "Telefonas Buvo: 0 612 34567 Dabar: Nieko" in words
    assert "Žmogus dar rašo Buvo: Man patogu prieš pietus. Dabar: <b>Vakare</b>" in words
    assert "<b>Vakare" not in page.text


async def test_who_confirmed_a_change_stands_in_the_thread_too() -> None:
    known = a_referral(NUMBER, for_other=True)
    host = FakeHost()
    changed = known.changed(known.request, replace(known.request, confirmation=Confirmation.NOT_HERE), SENT_AT)
    changed = changed.changed(changed.request, replace(known.request, confirmation=Confirmation.PERSON), SENT_AT)
    host.holds(changed)
    async with a_browser(host, host.session_of(ONA)) as browser:
        words = words_in(await browser.get(PAGE))
    assert "Kas patvirtino Buvo: Nebuvo klausta Dabar: Tik padėjėjas. Padėjėjas sako: žmogus apie prašymą žino" in words
    assert "bet yra toli. Dabar: Pats žmogus" in words


async def test_staff_who_still_look_at_the_old_page_are_shown_the_change() -> None:
    known = a_referral(NUMBER)
    host = FakeHost()
    host.holds(known)
    async with a_browser(host, host.session_of(ONA)) as browser:
        form = forms_in(await browser.get(PAGE))[f"{PAGE}/take"]
        changed = known.changed(known.request, replace(known.request, name="Rasa"), SENT_AT)
        host.holds(replace(changed, version=known.version + 1))
        answer = await browser.post(f"{PAGE}/take", data=form)
    assert answer.status_code == 409
    assert "Vardas Buvo: Vardenė Pavardenė Dabar: Rasa" in words_in(answer)


async def test_a_call_is_noted_once_and_counts_as_an_answer() -> None:
    host = FakeHost()
    host.holds(replace(a_referral(NUMBER), promised=date(2026, 12, 4)))
    async with a_browser(host, host.session_of(ONA)) as browser:
        page = await browser.get(PAGE)
        assert "Pažadėta atsakyti iki 2026 m. gruodžio 4 d." in words_in(page)
        form = forms_in(page)[f"{PAGE}/call"] | {"result": "reached"}
        for _ in range(2):
            answer = await browser.post(f"{PAGE}/call", data=form, follow_redirects=True)
    assert "Programa įrašė, kad paskambinote žmogui." in words_in(answer)
    known = host.casework.referrals[NUMBER]
    assert [entry.kind for entry in known.thread] == [EntryKind.SENT, EntryKind.CALLED]
    assert known.status is Status.ANSWERED
