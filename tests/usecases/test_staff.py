"""A sign-in link works once and for a day; a session ends by itself."""

import asyncio
from datetime import timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import SignInRefusedError
from assistant.usecases.access import Role
from tests.usecases.fake_clock import FakeClock

SECOND = timedelta(seconds=1)
EMAIL = "ona@kretinga.example"


async def link(assistant: Assistant, municipality: str = "kretingos-rajono", role: Role = Role.STAFF) -> str:
    _, token = await assistant.staff_desk.add(EMAIL, municipality, role)
    return token


async def test_whoever_signs_in_is_known_by_their_session(assistant: Assistant) -> None:
    session = await assistant.staff_desk.sign_in(await link(assistant))

    member = await assistant.staff_desk.who(session)

    assert member is not None
    assert (member.email, member.municipality, member.role) == (EMAIL, "kretingos-rajono", "staff")


async def test_a_link_works_once(assistant: Assistant) -> None:
    token = await link(assistant)
    await assistant.staff_desk.sign_in(token)

    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(token)


async def test_of_two_who_press_one_link_at_once_one_comes_in(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    token = await link(here)

    results = await asyncio.gather(
        *(at.staff_desk.sign_in(token) for at in (here, there, here, there)), return_exceptions=True
    )

    refused = [result for result in results if isinstance(result, SignInRefusedError)]
    [session] = [result for result in results if isinstance(result, str)]
    assert len(refused) == 3
    assert await there.staff_desk.who(session) is not None


async def test_a_link_works_for_24_hours_and_not_a_second_longer(assistant: Assistant, clock: FakeClock) -> None:
    in_time, too_late = await link(assistant), await link(assistant)

    clock.passes(timedelta(hours=24) - SECOND)
    await assistant.staff_desk.sign_in(in_time)
    clock.passes(SECOND)
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(too_late)


async def test_a_session_holds_for_12_hours(assistant: Assistant, clock: FakeClock) -> None:
    session = await assistant.staff_desk.sign_in(await link(assistant))

    clock.passes(timedelta(hours=12) - SECOND)
    assert await assistant.staff_desk.who(session) is not None
    clock.passes(SECOND)
    assert await assistant.staff_desk.who(session) is None


async def test_signing_out_ends_this_session_and_no_other(assistant: Assistant) -> None:
    office = await assistant.staff_desk.sign_in(await link(assistant))
    home = await assistant.staff_desk.sign_in(await link(assistant))

    await assistant.staff_desk.sign_out(office)

    assert await assistant.staff_desk.who(office) is None
    assert await assistant.staff_desk.who(home) is not None


@pytest.mark.parametrize("wrong", ["", "x", "ąžuolas", "' OR 1=1 --"])
async def test_what_is_no_secret_of_ours_opens_nothing(assistant: Assistant, wrong: str) -> None:
    await link(assistant)

    assert await assistant.staff_desk.who(wrong) is None
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(wrong)


async def test_a_link_opens_no_session_and_a_session_is_no_link(assistant: Assistant) -> None:
    token = await link(assistant)
    assert await assistant.staff_desk.who(token) is None
    session = await assistant.staff_desk.sign_in(token)

    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(session)


async def test_an_account_is_made_once_and_moves_with_its_owner(assistant: Assistant) -> None:
    # Given somebody who is signed in
    first, token = await assistant.staff_desk.add(EMAIL, "kretingos-rajono", Role.STAFF)
    session = await assistant.staff_desk.sign_in(token)

    # When they begin to work elsewhere
    second, _ = await assistant.staff_desk.add(f"  {EMAIL.upper()} ", "neringos", Role.LEAD)

    # Then it is the same account, and the session sees the new municipality alone
    assert second.id == first.id
    member = await assistant.staff_desk.who(session)
    assert member is not None
    assert (member.municipality, member.role) == ("neringos", "lead")


async def test_no_secret_is_kept_as_it_is(assistant: Assistant) -> None:
    token = await link(assistant)
    session = await assistant.staff_desk.sign_in(token)

    kept = b"".join(file.read_bytes() for file in assistant.settings.data_dir.glob("aiskiai.db*"))

    assert token.encode() not in kept
    assert session.encode() not in kept
