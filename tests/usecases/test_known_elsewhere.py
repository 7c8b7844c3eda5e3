"""Whom a sign-in service vouches for is known by what never changes, not by an address that changes hands."""

import pytest

from assistant.bootstrap import Assistant
from assistant.errors import SignInServiceError
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.ports import StaffMember
from assistant.usecases.signing_in import UNKNOWN_DEVICE, Identity

SERVICE = "https://sign-in.example"
ONA = Identity("ona@kretinga.example", SERVICE, "248")
SUCCESSOR = Identity("ona@kretinga.example", SERVICE, "901")


async def _enters(assistant: Assistant, who: Identity) -> StaffMember | None:
    return await assistant.staff_desk.who(await assistant.staff_desk.enter(who, UNKNOWN_DEVICE))


async def test_who_has_a_new_address_there_keeps_the_account(assistant: Assistant, ona: StaffMember) -> None:
    assert await _enters(assistant, ONA) == ona

    assert await _enters(assistant, Identity("ona.onaite@kretinga.example", SERVICE, "248")) == ona


async def test_a_successor_with_the_old_address_is_refused_and_the_log_says_so(
    assistant: Assistant, ona: StaffMember
) -> None:
    await _enters(assistant, ONA)

    with pytest.raises(SignInServiceError):
        await assistant.staff_desk.enter(SUCCESSOR, UNKNOWN_DEVICE)

    async with assistant.units() as work:
        last = (await work.audit.lines(0, 100))[-1]
    assert (last.did, last.email) == (Did.SIGN_IN_REFUSED, ona.email)


async def test_the_same_subject_of_another_service_is_somebody_else(assistant: Assistant, ona: StaffMember) -> None:
    await _enters(assistant, ONA)
    member, _ = await assistant.staff_desk.add("rasa@kretinga.example", ona.municipality, Role.STAFF)

    assert await _enters(assistant, Identity(member.email, "https://elsewhere.example", "248")) == member


async def test_after_a_reset_the_account_goes_to_whoever_has_the_address(
    assistant: Assistant, ona: StaffMember
) -> None:
    await _enters(assistant, ONA)

    await assistant.staff_desk.reset_factors(ona.email)

    assert await _enters(assistant, SUCCESSOR) == ona
    with pytest.raises(SignInServiceError):
        await assistant.staff_desk.enter(ONA, UNKNOWN_DEVICE)
