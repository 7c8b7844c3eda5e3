"""Ready replies of a municipality: those that everybody has and its own, most used first, filled in for a person."""

from datetime import timedelta

import pytest

from assistant.errors import ReadyReplyChangedError, ReadyReplyNotFoundError
from assistant.library.ready_replies import ReadyText
from assistant.referrals.referral import Referral
from assistant.referrals.request import Request
from assistant.referrals.routing import Contact, Municipality
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from assistant.usecases.ready import ReadyDesk
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.ready_in_memory import Kept, a_ready_desk

ONA = StaffMember("1", "ona@kretinga.example", "kretingos-rajono", Role.LEAD)
STRANGER = StaffMember("2", "rasa@neringa.example", "neringos", Role.LEAD)
ALL = "{vardas:kreipinys}|{diena:kilmininkas}|{telefonas}|{numeris}|{savivaldybė:vietininkas}"
BUILT_IN = {
    "come": ReadyText("come", "Kviečiame", "Ateikite, {vardas:kreipinys}."),
    "all": ReadyText("all", "Viskas", ALL),
}


def kretinga(*phones: str) -> Municipality:
    return Municipality(
        id="kretingos-rajono",
        iso="LT-21",
        name="Savivaldybė",
        genitive="Savivaldybės",
        accusative="Savivaldybę",
        locative="Savivaldybėje",
        towns=(),
        other_places=(),
        website="",
        gives_case_management=True,
        contact=Contact(phones=phones),
        general=Contact(),
    )


@pytest.fixture
def kept() -> Kept:
    return {}


@pytest.fixture
def desk(kept: Kept) -> ReadyDesk:
    return a_ready_desk(kept, BUILT_IN, {"kretingos-rajono": kretinga("+37044551008")}, FakeClock())


def a_referral(name: str = "Ona Onaitė", *, for_other: bool = False, days: int = 3) -> Referral:
    request = Request("kretingos-rajono", "case-management", for_other=for_other, name=name)
    return Referral("47128035", "draft", "talk", request, START, promised=(START + timedelta(days=days)).date())


async def test_the_most_used_come_first_and_own_ones_last(desk: ReadyDesk) -> None:
    own = await desk.add(ONA, "Mūsų", "Labas.")
    before = [one.id for one in await desk.offered(ONA)]
    await desk.use(ONA, "all", a_referral())

    assert before == ["come", "all", own]
    assert [one.id for one in await desk.offered(ONA)] == ["all", "come", own]
    assert [one.id for one in await desk.offered(STRANGER)] == ["come", "all"]


async def test_everything_that_is_known_is_filled_in(desk: ReadyDesk) -> None:
    promised = (START + timedelta(days=3)).day
    text = await desk.use(ONA, "all", a_referral())

    name, day, phone, number, municipality = text.split("|")
    assert (name, phone, number, municipality) == ("Ona", "0 445 51008", "47 12 80 35", "Savivaldybėje")
    assert f" {promised} dienos" in day


async def test_who_asks_for_another_person_is_not_called_by_that_persons_name(desk: ReadyDesk) -> None:
    assert await desk.use(ONA, "come", a_referral()) == "Ateikite, Ona."
    assert await desk.use(ONA, "come", a_referral(for_other=True)) == "Ateikite."


async def test_a_day_that_is_over_and_a_phone_that_is_not_known_stay_blank(kept: Kept) -> None:
    desk = a_ready_desk(kept, BUILT_IN, {"kretingos-rajono": kretinga()}, FakeClock())

    text = await desk.use(ONA, "all", a_referral(days=-1))

    assert text.split("|")[1:3] == ["[diena]", "[telefonas]"]


async def test_one_that_everybody_has_is_changed_for_ones_own_and_can_be_restored(desk: ReadyDesk) -> None:
    await desk.change(ONA, "come", 0, "Kviečiame", "Ateikite rytoj.")
    changed = await desk.one(ONA, "come")
    theirs = await desk.one(STRANGER, "come")
    await desk.restore(ONA, "come", changed.version)
    restored = await desk.one(ONA, "come")

    assert (changed.text, changed.is_changed, changed.is_own) == ("Ateikite rytoj.", True, False)
    assert theirs.text == restored.text == "Ateikite, {vardas:kreipinys}."
    assert not restored.is_changed


async def test_a_removed_one_is_offered_to_nobody_until_it_is_put_back(desk: ReadyDesk) -> None:
    own = await desk.add(ONA, "Mūsų", "Labas.")
    await desk.remove(ONA, own, 1)
    await desk.remove(ONA, "come", 0)
    offered = [one.id for one in await desk.offered(ONA)]
    with pytest.raises(ReadyReplyNotFoundError):
        await desk.use(ONA, "come", a_referral())
    await desk.put_back(ONA, own, 2)
    await desk.put_back(ONA, "come", 1)

    assert offered == ["all"]
    assert [one.id for one in await desk.offered(ONA)] == ["come", "all", own]
    assert (await desk.one(ONA, own)).text == "Labas."


async def test_two_leads_at_once_lose_nothing(desk: ReadyDesk) -> None:
    await desk.change(ONA, "come", 0, "Kviečiame", "Vienas.")

    with pytest.raises(ReadyReplyChangedError):
        await desk.change(ONA, "come", 0, "Kviečiame", "Du.")

    assert (await desk.one(ONA, "come")).text == "Vienas."


async def test_another_municipalitys_own_one_is_not_found(desk: ReadyDesk) -> None:
    own = await desk.add(ONA, "Mūsų", "Labas.")

    for call in (
        desk.one(STRANGER, own),
        desk.use(STRANGER, own, a_referral()),
        desk.change(STRANGER, own, 1, "Jų", "Ne."),
        desk.remove(STRANGER, own, 1),
        desk.restore(STRANGER, own, 1),
        desk.restore(ONA, own, 1),
    ):
        with pytest.raises(ReadyReplyNotFoundError):
            await call
