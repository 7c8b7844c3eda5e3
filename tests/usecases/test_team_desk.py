"""Leads say who works in their department; somebody always leads, and nobody climbs above their own role."""

import asyncio
from datetime import timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import SignInRefusedError, TeamRefusal, TeamRefusedError
from assistant.referrals.office import Absence, Span
from assistant.referrals.referral import Status
from assistant.referrals.thread import EntryKind
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.usecases.delivering import Chats, Post, delivering
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import Person
from tests.usecases.promising import KRETINGA


async def somebody(assistant: Assistant, name: str, role: Role, municipality: str = KRETINGA) -> StaffMember:
    member, _ = await assistant.staff_desk.add(f"{name}@kretinga.example", municipality, role)
    return member


async def refused(assistant: Assistant, act: str, *words: object) -> TeamRefusal:
    with pytest.raises(TeamRefusedError) as caught:
        await getattr(assistant.team_desk, act)(*words)
    return caught.value.why


@pytest.fixture
async def rasa(assistant: Assistant) -> StaffMember:
    return await somebody(assistant, "rasa", Role.LEAD)


async def test_whoever_is_added_signs_in_by_the_link(assistant: Assistant, rasa: StaffMember) -> None:
    token = await assistant.team_desk.add(rasa, "nauja@kretinga.lt", Role.STAFF)
    member = await assistant.staff_desk.who(await assistant.staff_desk.sign_in(token))
    assert member is not None
    assert (member.email, member.municipality, member.role) == ("nauja@kretinga.lt", KRETINGA, Role.STAFF)


async def test_the_link_may_go_to_the_new_colleague_alone(assistant: Assistant, rasa: StaffMember) -> None:
    assert await assistant.team_desk.add(rasa, "nauja@kretinga.lt", Role.STAFF, has_letter=True) == ""

    post = Post()
    await delivering(assistant, post, Chats()).once()
    [letter] = post.letters
    assert letter.to == "nauja@kretinga.lt"
    assert "Kolega sukūrė Jums paskyrą." in letter.body
    token = next(line for line in letter.body.splitlines() if "?token=" in line).partition("?token=")[2]
    member = await assistant.staff_desk.who(await assistant.staff_desk.sign_in(token))
    assert member is not None
    assert (member.email, member.role) == ("nauja@kretinga.lt", Role.STAFF)


async def test_such_a_letter_is_not_sent_once_its_link_is_over(
    assistant: Assistant, rasa: StaffMember, clock: FakeClock
) -> None:
    await assistant.team_desk.add(rasa, "nauja@kretinga.lt", Role.STAFF, has_letter=True)
    clock.passes(timedelta(hours=24))
    post = Post()
    await delivering(assistant, post, Chats()).once()
    assert post.letters == []


async def test_an_account_of_another_municipality_cannot_be_taken_over(assistant: Assistant, rasa: StaffMember) -> None:
    other = await somebody(assistant, "jonas", Role.ADMIN, "neringos")
    assert await refused(assistant, "add", rasa, " JONAS@kretinga.example", Role.STAFF) is TeamRefusal.ELSEWHERE
    for act in (("change_role", rasa, other.id, Role.STAFF), ("remove", rasa, other.id)):
        assert await refused(assistant, *act) is TeamRefusal.GONE
    assert await assistant.team_desk.members(other) == (other,)


async def test_somebody_who_works_here_is_not_added_again(assistant: Assistant, rasa: StaffMember) -> None:
    assert await refused(assistant, "add", rasa, rasa.email, Role.STAFF) is TeamRefusal.KNOWN


async def test_a_lead_makes_and_touches_no_administrator(assistant: Assistant, rasa: StaffMember) -> None:
    ona = await somebody(assistant, "ona", Role.STAFF)
    admin = await somebody(assistant, "admin", Role.ADMIN)
    for act in (
        ("add", rasa, "nauja@kretinga.lt", Role.ADMIN),
        ("change_role", rasa, ona.id, Role.ADMIN),
        ("change_role", rasa, rasa.id, Role.ADMIN),
        ("change_role", rasa, admin.id, Role.STAFF),
        ("remove", rasa, admin.id),
    ):
        assert await refused(assistant, *act) is TeamRefusal.TOO_HIGH
    assert (await assistant.team_desk.change_role(admin, ona.id, Role.ADMIN)).role is Role.ADMIN


async def test_the_last_lead_neither_goes_nor_steps_down(assistant: Assistant, rasa: StaffMember) -> None:
    ona = await somebody(assistant, "ona", Role.STAFF)
    assert await refused(assistant, "remove", rasa, rasa.id) is TeamRefusal.LAST_LEAD
    assert await refused(assistant, "change_role", rasa, rasa.id, Role.STAFF) is TeamRefusal.LAST_LEAD
    await assistant.team_desk.change_role(rasa, ona.id, Role.LEAD)
    assert (await assistant.team_desk.change_role(rasa, rasa.id, Role.STAFF)).role is Role.STAFF


async def test_of_two_leads_who_step_down_at_once_one_stays(two: tuple[Assistant, Assistant]) -> None:
    leads = [await somebody(two[0], name, Role.LEAD) for name in ("rasa", "jonas")]
    results = await asyncio.gather(
        *(at.team_desk.change_role(lead, lead.id, Role.STAFF) for at, lead in zip(two, leads, strict=True)),
        return_exceptions=True,
    )
    assert sum(isinstance(result, TeamRefusedError) for result in results) == 1
    roles = [member.role for member in await two[0].team_desk.members(leads[0])]
    assert sorted(roles) == [Role.LEAD, Role.STAFF]


async def test_whoever_is_removed_is_out_at_once_and_their_open_requests_wait_for_a_colleague(
    assistant: Assistant, rasa: StaffMember
) -> None:
    # Given somebody signed in, who has taken one request, answered another, closed a third, and is away next week
    ona, token = await assistant.staff_desk.add("ona@kretinga.example", KRETINGA, Role.STAFF)
    session = await assistant.staff_desk.sign_in(token)
    _, link = await assistant.staff_desk.add(ona.email, KRETINGA, Role.STAFF)
    taken, answered, closed = [await Person(assistant).sends() for _ in range(3)]
    for number in (taken, answered, closed):
        await assistant.casework.take(ona, number, 0)
    await assistant.casework.reply(ona, answered, 1, "Laba diena.", "form-1")
    await assistant.casework.close(ona, closed, 1)
    day = START.date()
    await assistant.office_desk.change(
        rasa, 0, lambda office: office.__class__(office.municipality, absences=(Absence(ona.email, Span(day, day)),))
    )

    # When
    assert await assistant.team_desk.remove(rasa, ona.id) == 2

    # Then
    assert await assistant.staff_desk.who(session) is None
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(link)
    assert await assistant.team_desk.members(rasa) == (rasa,)
    seen = {referral.number: referral for referral in await assistant.casework.inbox(rasa)}
    assert (seen[taken].status, seen[taken].taken_by) == (Status.NEW, "")
    assert (seen[answered].status, seen[answered].taken_by) == (Status.ANSWERED, "")
    assert (seen[closed].status, seen[closed].taken_by) == (Status.CLOSED, ona.email)
    last = seen[taken].thread[-1]
    assert (last.kind, last.by, last.text) == (EntryKind.RELEASED, rasa.email, ona.email)
    assert (await assistant.office_desk.now(rasa)).office.absences == ()
    # And a colleague can take it on
    assert (await assistant.casework.take(rasa, taken, seen[taken].version)).status is Status.TAKEN
    # Whoever presses twice has what they wanted
    assert await refused(assistant, "remove", rasa, ona.id) is TeamRefusal.GONE
