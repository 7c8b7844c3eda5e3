"""A referral goes to a municipality's own system, over real HTTP, beside the letter."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from assistant.delivery.outbox import Carrier, OutboxEntry, State
from assistant.errors import FailureReason, SettingsError
from assistant.referrals.routing import Recipient, Way
from assistant.usecases.access import Role
from tests.adapters.test_webhooks import SECRET, System, is_ours, listening
from tests.usecases.conftest import Opens
from tests.usecases.delivering import FIRST, Post, all_about, delivering
from tests.usecases.fake_clock import START, FakeClock
from tests.usecases.person import Person

NAME = "kretinga-dvs"
LETTER = Recipient(Way.LETTER, FIRST)
AT_HOME: dict[str, Any] = {"webhook_secrets": {NAME: SECRET}, "webhook_private_addresses": True}


@pytest.fixture
async def system() -> AsyncIterator[System]:
    async with listening() as told:
        yield told


def to(system: System) -> Recipient:
    return Recipient(Way.WEBHOOK, system.url, NAME)


async def test_the_system_gets_the_whole_request_and_the_letter_nothing_of_it(
    opens: Opens, system: System, clock: FakeClock
) -> None:
    # Given
    assistant = await opens(recipients=(LETTER, to(system)), **AT_HOME)
    number = await Person(assistant).sends()
    post = Post()

    # When
    assert await delivering(assistant, post, webhooks=assistant.webhooks).once() == 2

    # Then
    [(headers, body)] = system.calls
    entries = await all_about(assistant, number)
    told = json.loads(body)["data"]
    assert is_ours()(SECRET, headers, body, clock.now().timestamp())
    assert headers["webhook-id"] == entries[1].id
    assert (told["number"], told["name"], told["phone"]) == (number, "Ona Onaitė", "+37061234567")
    assert told["inbox"] == f"https://aiskiai.example/inbox/{number}"
    assert [entry.state for entry in entries] == [State.SENT, State.SENT]
    assert not any(private in f"{post.letters} {entries}" for private in ("Onaitė", "61234567"))


async def test_a_system_that_is_down_gets_it_later_under_the_same_id_and_the_letter_is_not_repeated(
    opens: Opens, system: System, clock: FakeClock
) -> None:
    # Given
    assistant = await opens(recipients=(LETTER, to(system)), **AT_HOME)
    number = await Person(assistant).sends()
    post = Post()
    deliver = delivering(assistant, post, webhooks=assistant.webhooks)
    system.statuses = [503, 429]

    # When it is tried three times
    for wait in (timedelta(), timedelta(minutes=1), timedelta(minutes=2)):
        clock.passes(wait)
        await deliver.once()

    # Then
    assert len(post.letters) == 1
    assert len({headers["webhook-id"] for headers, _ in system.calls}) == 1
    assert len({body for _, body in system.calls}) == 1
    webhook = (await all_about(assistant, number))[1]
    assert (webhook.carrier, webhook.state, webhook.attempts) == (Carrier.WEBHOOK, State.SENT, 3)


async def test_a_system_that_refuses_is_a_failure_for_good_that_staff_see(opens: Opens, system: System) -> None:
    assistant = await opens(recipients=(to(system),), **AT_HOME)
    ona, _ = await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    number = await Person(assistant).sends()
    system.statuses = [401]

    await delivering(assistant, webhooks=assistant.webhooks).once()

    [failed] = await assistant.casework.deliveries(ona, number)
    assert (failed.state, failed.reason, failed.last_error) == (
        State.FAILED_FOR_GOOD,
        FailureReason.REFUSED,
        "HTTP 401",
    )


async def test_an_address_that_was_mended_in_the_route_is_used_after_retry(
    database_url: str, opens: Opens, system: System
) -> None:
    # Given a route with a slip in its address
    wrong = Recipient(Way.WEBHOOK, "http://127.0.0.1:1/", NAME)
    before = await opens(database_url, recipients=(wrong,), **AT_HOME)
    ona, _ = await before.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
    number = await Person(before).sends()
    await delivering(before, webhooks=before.webhooks).once()

    # When the route is mended, the program started anew, and retry pressed
    after = await opens(database_url, recipients=(to(system),), **AT_HOME)
    await after.casework.retry(ona, number)
    await delivering(after, webhooks=after.webhooks).once()

    # Then
    assert len(system.calls) == 1
    assert [entry.state for entry in await all_about(after, number)] == [State.SENT]


async def test_a_referral_that_is_gone_is_a_failure_and_no_empty_call(opens: Opens, system: System) -> None:
    assistant = await opens(recipients=(to(system),), **AT_HOME)
    async with assistant.units() as work:
        await work.outbox.add(OutboxEntry("entry-1", Carrier.WEBHOOK, NAME, "47128035", START, START))
        await work.commit()

    await delivering(assistant, webhooks=assistant.webhooks).once()

    [failed] = await all_about(assistant, "47128035")
    assert (failed.state, failed.reason) == (State.FAILED_FOR_GOOD, FailureReason.NOT_KEPT)
    assert system.calls == []


async def test_without_the_secret_the_product_does_not_start(opens: Opens, system: System) -> None:
    with pytest.raises(SettingsError, match=NAME):
        await opens(recipients=(to(system),))


async def test_private_addresses_are_refused_unless_the_operator_allows_them(opens: Opens, system: System) -> None:
    assistant = await opens(recipients=(to(system),), webhook_secrets={NAME: SECRET})
    number = await Person(assistant).sends()

    await delivering(assistant, webhooks=assistant.webhooks).once()

    [failed] = await all_about(assistant, number)
    assert (failed.state, failed.reason) == (State.FAILED_FOR_GOOD, FailureReason.NOT_ALLOWED)
    assert system.calls == []
