"""A sign-in link works once and for a day; a session ends by itself."""

import asyncio
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import NoAccountError, SignInRefusedError
from assistant.usecases.access import Role
from assistant.usecases.signing_in import Device
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

    for _ in range(24):
        assert await assistant.staff_desk.who(session) is not None
        clock.passes(timedelta(minutes=30) - SECOND)
    assert await assistant.staff_desk.who(session) is not None
    clock.passes(timedelta(seconds=24))
    assert await assistant.staff_desk.who(session) is None


async def test_a_session_without_use_is_over_after_an_hour(assistant: Assistant, clock: FakeClock) -> None:
    session = await assistant.staff_desk.sign_in(await link(assistant))

    clock.passes(timedelta(minutes=60) - SECOND)
    assert await assistant.staff_desk.who(session) is not None
    clock.passes(timedelta(minutes=60) - SECOND)
    assert await assistant.staff_desk.who(session) is not None
    clock.passes(timedelta(minutes=60))
    assert await assistant.staff_desk.who(session) is None


async def test_a_page_that_asks_by_itself_keeps_no_session_alive(assistant: Assistant, clock: FakeClock) -> None:
    session = await assistant.staff_desk.sign_in(await link(assistant))

    for _ in range(6):
        clock.passes(timedelta(minutes=10) - SECOND)
        assert await assistant.staff_desk.who(session, is_act=False) is not None
    clock.passes(6 * SECOND)
    assert await assistant.staff_desk.who(session, is_act=False) is None


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


async def test_sessions_are_listed_and_each_can_be_ended(assistant: Assistant, clock: FakeClock) -> None:
    # Given somebody who is signed in at two places
    desk = assistant.staff_desk
    office = await desk.sign_in(await link(assistant), Device("Firefox", "Windows"))
    clock.passes(timedelta(minutes=5))
    home = await desk.sign_in(await link(assistant), Device("Safari", "iOS"))
    member = await desk.who(home)
    assert member is not None

    # Then both are listed, the one used last first, and the list knows which is which
    listed = await desk.sessions(member)
    assert [session.device.browser for session in listed] == ["Safari", "Firefox"]
    assert [session.id for session in listed] == [await desk.session_id(home), await desk.session_id(office)]

    # When one ends the other
    await desk.end_session(member, listed[1].id)

    # Then it is over, and this one is not
    assert await desk.who(office) is None
    assert await desk.who(home) is not None


async def test_nobody_ends_a_session_of_somebody_else(assistant: Assistant) -> None:
    desk = assistant.staff_desk
    session = await desk.sign_in(await link(assistant))
    stranger, _ = await desk.add("rasa@neringa.example", "neringos", Role.ADMIN)

    await desk.end_session(stranger, await desk.session_id(session))
    await desk.end_others(stranger, "")

    assert await desk.who(session) is not None


async def test_all_other_sessions_are_ended_at_once(assistant: Assistant) -> None:
    desk = assistant.staff_desk
    kept, *others = [await desk.sign_in(await link(assistant)) for _ in range(3)]
    member = await desk.who(kept)
    assert member is not None

    await desk.end_others(member, kept)

    assert [await desk.who(other) for other in others] == [None, None]
    assert await desk.who(kept) == member


async def test_whoever_is_removed_is_signed_out_at_once(assistant: Assistant) -> None:
    session, token = await assistant.staff_desk.sign_in(await link(assistant)), await link(assistant)

    await assistant.staff_desk.remove(f" {EMAIL.upper()}")

    assert await assistant.staff_desk.who(session) is None
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(token)
    with pytest.raises(NoAccountError):
        await assistant.staff_desk.remove(EMAIL)


async def letters(assistant: Assistant) -> list[str]:
    """What lies in the folder of letters, after the worker went round."""
    await assistant.deliver(letters=True).once()
    found = assistant.settings.letters_dir.glob("*.eml")
    return [message_from_bytes(path.read_bytes(), policy=policy.default).get_content() for path in sorted(found)]


def token_in(letter: str) -> str:
    return next(line for line in letter.splitlines() if "?token=" in line).partition("?token=")[2]


async def test_a_link_comes_by_letter_and_signs_in(assistant: Assistant) -> None:
    await link(assistant)

    await assistant.staff_desk.ask_link(f" {EMAIL.upper()} ", "192.0.2.1")
    [letter] = await letters(assistant)
    session = await assistant.staff_desk.sign_in(token_in(letter))

    assert "https://aiskiai.example/inbox/sign-in?token=" in letter
    assert "10 minučių" in letter
    assert await assistant.staff_desk.who(session) is not None
    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(token_in(letter))


async def test_a_link_in_a_letter_works_for_10_minutes(assistant: Assistant, clock: FakeClock) -> None:
    await link(assistant)
    await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")
    [letter] = await letters(assistant)

    clock.passes(timedelta(minutes=15))

    with pytest.raises(SignInRefusedError):
        await assistant.staff_desk.sign_in(token_in(letter))


async def test_a_letter_that_would_come_too_late_is_not_sent(assistant: Assistant, clock: FakeClock) -> None:
    await link(assistant)
    await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")

    clock.passes(timedelta(minutes=15))

    assert await letters(assistant) == []


async def test_an_address_without_an_account_gets_no_letter(assistant: Assistant) -> None:
    await assistant.staff_desk.ask_link("nobody@kretinga.example", "192.0.2.1")

    assert await letters(assistant) == []


async def test_the_token_of_a_letter_is_nowhere_in_the_database(assistant: Assistant) -> None:
    await link(assistant)
    await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")
    [letter] = await letters(assistant)

    kept = b"".join(file.read_bytes() for file in assistant.settings.data_dir.glob("aiskiai.db*"))

    assert token_in(letter).encode() not in kept


async def test_an_address_gets_three_letters_and_then_one_a_quarter_of_an_hour(
    assistant: Assistant, clock: FakeClock
) -> None:
    await link(assistant)
    for _ in range(6):
        await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")
    assert len(await letters(assistant)) == 3

    clock.passes(timedelta(minutes=15))
    for _ in range(3):
        await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")
    found = await letters(assistant)
    assert len(found) == 4

    # Whoever comes in is not counted against any more
    await assistant.staff_desk.sign_in(await link(assistant))
    clock.passes(timedelta(minutes=15))
    for _ in range(6):
        await assistant.staff_desk.ask_link(EMAIL, "192.0.2.1")
    assert len(await letters(assistant)) == 7


async def test_one_source_cannot_write_to_everybody(assistant: Assistant) -> None:
    for number in range(30):
        await assistant.staff_desk.add(f"staff-{number}@kretinga.example", "kretingos-rajono", Role.STAFF)

    for number in range(30):
        await assistant.staff_desk.ask_link(f"staff-{number}@kretinga.example", "192.0.2.1")
    for _ in range(5):
        found = await letters(assistant)

    assert len(found) == 20
    await assistant.staff_desk.ask_link("staff-29@kretinga.example", "192.0.2.2")
    assert len(await letters(assistant)) == 21
