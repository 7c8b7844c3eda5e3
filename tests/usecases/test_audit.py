"""What staff do stands in the audit log of their municipality, without a word of what anybody wrote."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import ReferralChangedError, ReferralNotFoundError, SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.audit_chain import Damage
from assistant.usecases.audit_desk import PAGE, Asked
from assistant.usecases.auditing import AuditLine, Did
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

LINK = "made-up"


async def lines(assistant: Assistant) -> list[AuditLine]:
    async with assistant.units() as work:
        return list(await work.audit.lines(0, 1_000))


async def done(assistant: Assistant) -> list[str]:
    """What was done, without what set the scene."""
    return [line.did for line in await lines(assistant) if line.did != Did.CHANGED_STAFF]


async def a_lead(assistant: Assistant, municipality: str = "kretingos-rajono") -> StaffMember:
    member, _ = await assistant.staff_desk.add(f"rasa@{municipality}.example", municipality, Role.LEAD)
    return member


async def test_everything_that_staff_do_with_a_request_is_a_line(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()

    await assistant.casework.open(ona, number)
    taken = await assistant.casework.take(ona, number, 0)
    called = await assistant.casework.call(ona, number, taken.version)
    replied = await assistant.casework.reply(ona, number, called.version, "Laba diena.", "form-1")
    await assistant.casework.retry(ona, number)
    await assistant.papers.of_staff(ona, number)
    await assistant.casework.close(ona, number, replied.version)

    assert await done(assistant) == ["opened", "took", "called", "replied", "retried", "exported", "closed"]
    said = [line for line in await lines(assistant) if line.did != Did.CHANGED_STAFF]
    assert {(line.subject, line.email, line.municipality) for line in said} == {(number, ona.email, ona.municipality)}
    assert {line.at for line in said} == {assistant.clock.now()}


async def test_no_word_of_the_person_or_to_the_person_stands_in_the_log(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.reply(ona, number, 0, "Slaptas atsakymas.", "form-1")
    await assistant.passing.pass_on(ona, number, 1, "neringos", "Slapta priežastis.")

    told = " ".join(str(line) for line in await lines(assistant))

    assert not [word for word in ("Onaitė", "61234567", "Slapt", "telefonu") if word in told]
    assert '{"to": "neringos"}' in told


async def test_the_same_reply_twice_is_one_line(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    for _ in range(2):
        await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")

    assert await done(assistant) == ["replied"]


async def test_what_came_too_late_or_is_of_another_municipality_leaves_no_line(
    assistant: Assistant, ona: StaffMember
) -> None:
    number = await Person(assistant).sends()
    stranger = await a_lead(assistant, "neringos")

    with pytest.raises(ReferralChangedError):
        await assistant.casework.take(ona, number, 7)
    with pytest.raises(ReferralNotFoundError):
        await assistant.casework.open(stranger, number)
    with pytest.raises(ReferralNotFoundError):
        await assistant.papers.of_staff(stranger, number)

    assert await done(assistant) == []


async def test_signing_in_and_out_and_failing_to_are_lines(assistant: Assistant, ona: StaffMember) -> None:
    _, token = await assistant.staff_desk.add(ona.email, ona.municipality, ona.role)
    session = await assistant.staff_desk.sign_in(token)
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(token)
    await assistant.staff_desk.sign_out(session)
    await assistant.staff_desk.sign_out(session)

    assert await done(assistant) == ["signed-in", "sign-in-refused", "signed-out"]
    assert {line.email for line in await lines(assistant) if line.did != Did.CHANGED_STAFF} == {ona.email}


async def test_made_up_links_cannot_fill_the_log(assistant: Assistant, clock: FakeClock) -> None:
    for _ in range(3):
        with pytest.raises(SignInRefusedError):
            await assistant.staff_desk.sign_in(LINK)
    clock.passes(timedelta(minutes=1))
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(LINK)

    assert await done(assistant) == ["sign-in-refused", "sign-in-refused"]


async def test_a_lead_sees_the_log_of_the_own_municipality_and_that_is_a_line_too(
    assistant: Assistant, ona: StaffMember
) -> None:
    number = await Person(assistant).sends()
    await assistant.casework.open(ona, number)
    rasa, stranger = await a_lead(assistant), await a_lead(assistant, "neringos")

    own = await assistant.audit.page(rasa, Asked())
    again = await assistant.audit.page(rasa, Asked(number=number, did=Did.OPENED))
    others = await assistant.audit.page(stranger, Asked())

    assert [line.did for line in own.lines] == ["changed-staff", "opened", "changed-staff"]
    assert [line.subject for line in again.lines] == [number]
    assert own.people == (ona.email, rasa.email)
    assert [line.subject for line in others.lines] == [stranger.email]
    (*_, last) = (line for line in await lines(assistant) if line.email == rasa.email)
    assert (last.did, last.subject, last.details) == ("read-log", number, '{"by": "action number"}')


async def test_the_day_of_a_line_is_that_in_lithuania(assistant: Assistant, ona: StaffMember, clock: FakeClock) -> None:
    # Given something done at half past midnight in Lithuania, when it is still the day before in UTC
    clock.passes(timedelta(hours=14, minutes=30))
    assert clock.now().date() == date(2026, 11, 23)
    number = await Person(assistant).sends()
    await assistant.casework.open(ona, number)
    rasa = await a_lead(assistant)

    async def found(day: date) -> list[str]:
        shown = await assistant.audit.page(rasa, Asked(day=day, email=ona.email))
        return [line.did for line in shown.lines]

    assert await found(date(2026, 11, 24)) == ["opened"]
    assert await found(date(2026, 11, 23)) == []


async def test_a_long_log_comes_page_by_page(assistant: Assistant, ona: StaffMember) -> None:
    number = await Person(assistant).sends()
    for _ in range(PAGE + 5):
        await assistant.casework.open(ona, number)
    rasa = await a_lead(assistant)

    first = await assistant.audit.page(rasa, Asked(did=Did.OPENED))
    second = await assistant.audit.page(rasa, Asked(did=Did.OPENED, before=first.older))

    assert (len(first.lines), len(second.lines), second.older) == (PAGE, 5, None)
    positions = [line.position for line in (*first.lines, *second.lines)]
    assert positions == sorted(positions, reverse=True)


async def test_two_processes_keep_one_chain(two: tuple[Assistant, Assistant]) -> None:
    number = await Person(two[0]).sends()
    ona, _ = await two[0].staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    for turn in range(6):
        await two[turn % 2].casework.open(ona, number)

    for side in two:
        verdict = await side.audit.verify()
        assert (verdict.fault, verdict.whole) == (None, 7)


async def test_after_a_restore_the_log_goes_on_and_says_what_it_lost(assistant: Assistant, ona: StaffMember) -> None:
    # Given a log that was known to go further than the restored database has it
    number = await Person(assistant).sends()
    await assistant.casework.open(ona, number)
    known = (await assistant.audit.verify()).head
    assert known is not None
    assistant.audit._head.set_back(replace(known, position=known.position + 5))
    cut = (await assistant.audit.verify()).fault
    assert cut is not None
    assert cut.damage is Damage.CUT

    # When
    await assistant.audit.restored()

    # Then it is whole again, and everybody can see that it was cut
    assert (await assistant.audit.verify()).fault is None
    (*_, last) = await lines(assistant)
    assert last.did == "restored"
    assert f'"known_position": {known.position + 5}' in last.details
