"""What a department sets holds from the next turn on, in every process, and for what is new alone."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier, State
from assistant.delivery.paper import plain_text
from assistant.errors import OfficeChangedError, TemporaryFailureError
from assistant.library.library import Library
from assistant.referrals.office import Absence, Closing, Notice, Office, PromiseLength, Span
from assistant.referrals.routing import Contact, Recipient, Way
from assistant.referrals.thread import EntryKind
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.office_desk import TRIALS_AT_ONCE, TRIALS_WITHIN
from assistant.usecases.ports import StaffMember
from tests.adapters.test_webhooks import SECRET, System, is_ours, listening
from tests.usecases.conftest import Opens
from tests.usecases.delivering import Post, all_about, delivering
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person
from tests.usecases.promising import KRETINGA, promising

RASA = StaffMember("rasa", "rasa@kretinga.example", KRETINGA, Role.LEAD)
OFF = "Dabar aš nesiunčiu prašymų šiai savivaldybei."


async def sets(assistant: Assistant, **settings: object) -> Office:
    """As the lead does in the inbox."""
    now = await assistant.office_desk.now(RASA)
    return await assistant.office_desk.change(RASA, now.office.version, changed(**settings))


def changed(**settings: object) -> Callable[[Office], Office]:
    return lambda office: replace(office, **settings)  # type: ignore[arg-type]  # tests name fields of Office


async def promised(assistant: Assistant, number: str) -> date | None:
    async with assistant.units() as work:
        known = await work.referrals.by_number(number)
    assert known is not None
    return known.promised


async def test_another_process_knows_at_the_next_turn(two: tuple[Assistant, Assistant]) -> None:
    here, there = two
    person = Person(there)
    await person.fills_in()
    await sets(here, contact=Contact("Naujas skyrius", phones=("+37044511111",)), promise=PromiseLength(3))
    await person.presses("Siųsti")
    assert "Darbuotojas atsakys iki lapkričio 26 dienos." in person.message.sentences
    assert "Jei atsakymo nėra, skambinkite: 0 445 11111." in person.message.sentences

    # And also when it is set back
    await sets(here, contact=None, promise=None)
    other = Person(there)
    await other.sends()
    assert "Jei atsakymo nėra, skambinkite: 0 445 51008." in other.message.sentences
    assert "Kada darbuotojas atsakys, aš nežinau." in other.message.sentences


async def test_of_two_leads_at_once_one_is_told(two: tuple[Assistant, Assistant]) -> None:
    for version in (0, 1):
        results = await asyncio.gather(
            *(
                at.office_desk.change(RASA, version, changed(promise=PromiseLength(days)))
                for days, at in enumerate((*two, *two), start=1 + 4 * version)
            ),
            return_exceptions=True,
        )
        [stored] = [result for result in results if isinstance(result, Office)]
        assert sum(isinstance(result, OfficeChangedError) for result in results) == 3
        assert (await two[0].office_desk.now(RASA)).office == stored


async def test_another_length_changes_no_promise_that_was_made(assistant: Assistant) -> None:
    await sets(assistant, promise=PromiseLength(2))
    person = Person(assistant)
    number = await person.sends()
    await sets(
        assistant, promise=PromiseLength(10), closings=(Closing(Span(date(2026, 11, 24), date(2026, 11, 27)), "x"),)
    )
    assert await promised(assistant, number) == date(2026, 11, 25)
    paper = await assistant.papers.of_staff(RASA, number)
    assert any("lapkričio 25" in line for line in plain_text(paper))

    # While a new one is promised by what holds now: 10 working days without the four closed ones
    assert await promised(assistant, await Person(assistant).sends()) == date(2026, 12, 11)


async def test_staff_are_reminded_on_the_last_day_on_which_they_work(tmp_path: Path, library: Library) -> None:
    # Promised for Monday the 30th; the department is closed on the Thursday and Friday before
    clock = FakeClock(datetime(2026, 11, 23, 9, tzinfo=UTC))
    async with promising(tmp_path, library, clock, days=None) as assistant:
        closing = Closing(Span(date(2026, 11, 26), date(2026, 11, 27)), "Mokymai")
        await sets(assistant, promise=PromiseLength(3), closings=(closing,))
        number = await Person(assistant).sends()
        assert await promised(assistant, number) == date(2026, 11, 30)
        reminded = None
        while reminded is None:
            await assistant.promises.once()
            if Carrier.LETTER_REMINDER in [entry.carrier for entry in await all_about(assistant, number)]:
                reminded = clock.today()
            clock.passes(timedelta(hours=6))
    assert reminded == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("away_on", "told"),
    [
        (date(2026, 11, 24), ["rasa@kretinga.example", "socialine.parama@kretinga.example"]),
        (date(2026, 11, 23), ["socialine.parama@kretinga.example"]),
    ],
)
async def test_where_the_holder_is_away_the_lead_is_reminded_too(
    tmp_path: Path, library: Library, away_on: date, told: list[str]
) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=2) as assistant:
        for name, role in (("ona", Role.STAFF), ("rasa", Role.LEAD)):
            await assistant.staff_desk.add(f"{name}@kretinga.example", KRETINGA, role)
        ona = StaffMember("ona", "ona@kretinga.example", KRETINGA, Role.STAFF)
        await sets(assistant, absences=(Absence(ona.email, Span(away_on, away_on)),))
        number = await Person(assistant).sends()
        await assistant.casework.take(ona, number, 0)
        clock.passes(timedelta(days=1))
        assert await assistant.promises.once() == 1
        entries = await all_about(assistant, number)
    assert sorted(entry.recipient for entry in entries if entry.carrier is Carrier.LETTER_REMINDER) == told


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.TELEGRAM])
async def test_switched_off_between_summary_and_sending_nothing_is_sent_and_it_is_said(
    assistant: Assistant, channel: Channel
) -> None:
    person = Person(assistant, channel)
    await person.fills_in()
    await sets(assistant, is_sending=False)
    await person.presses("Siųsti", "tap-1")
    assert OFF in person.message.sentences
    assert person.message.kind is Kind.NOTICE
    # The same tap again is the same answer, also after sending is on again
    await sets(assistant, is_sending=True)
    async with assistant.units() as work:
        assert await work.referrals.of_conversation(person.conversation) == ()
    assert await assistant.office_desk.receiving() == {KRETINGA}


async def test_while_sending_is_off_what_is_there_is_handled_as_ever(assistant: Assistant) -> None:
    person = Person(assistant)
    number = await person.sends()
    await sets(assistant, is_sending=False, promise=PromiseLength(1))
    assert await assistant.office_desk.receiving() == set()
    await person.presses("Mano prašymas")
    await person.presses("Keisti prašymą")
    await person.presses("Vardą")
    await person.says("Ona Petraitienė")
    await person.presses(person.message.choices[0].label)
    carriers = [entry.carrier for entry in await all_about(assistant, number)]
    assert carriers == [Carrier.LETTER, Carrier.LETTER_CHANGED]


async def test_to_a_department_that_switched_sending_off_nothing_is_passed_on(
    assistant: Assistant,
) -> None:
    # Given a request that went to Neringa
    neringa = replace(RASA, municipality="neringos")
    number = await Person(assistant).sends()
    async with assistant.units() as work:
        known = await work.referrals.by_number(number)
        assert known is not None
        await work.referrals.store(replace(known, request=replace(known.request, municipality="neringos")))
        await work.commit()

    # When Kretinga, where it belongs, has switched sending off
    await sets(assistant, is_sending=False)
    assert not await assistant.passing.pass_on(neringa, number, 1, KRETINGA, "Gyvena Kretingoje.")
    # Then it stays, and the person is told whom to turn to
    async with assistant.units() as work:
        known = await work.referrals.by_number(number)
    assert known is not None
    assert known.thread[-1].kind is EntryKind.POINTED


async def test_a_notice_is_told_by_every_door_once(assistant: Assistant) -> None:
    await sets(assistant, notice=Notice("Mes šiandien nedirbame.", Span(date(2026, 11, 23), date(2026, 11, 23))))
    for channel in (Channel.WEB, Channel.TELEGRAM):
        person = Person(assistant, channel)
        await person.sends()
        seen = await person.seen()
        # At the start, and above the summary
        assert sum("Mes šiandien nedirbame." in text for text in seen) == 2


async def test_the_departments_own_recipients_get_word(assistant: Assistant) -> None:
    await sets(assistant, recipients=(Recipient(Way.LETTER, "nauja@kretinga.example"),))
    number = await Person(assistant).sends()
    assert [entry.recipient for entry in await all_about(assistant, number)] == ["nauja@kretinga.example"]


async def test_a_test_letter_is_delivered_and_names_nobody(assistant: Assistant) -> None:
    [recipient] = assistant.library.routes[KRETINGA].recipients
    assert await assistant.office_desk.try_out(RASA, recipient)
    # Not again while it waits
    assert not await assistant.office_desk.try_out(RASA, recipient)
    post = Post()
    assert await delivering(assistant, post).once() == 1
    [letter] = post.letters
    assert letter.to == recipient.to
    assert "Tai bandomasis laiškas." in letter.body
    assert "Kretingos rajono savivaldybė" in letter.body
    assert "https://aiskiai.example/inbox/settings" in letter.body
    [trial] = await assistant.office_desk.trials(RASA)
    assert (trial.carrier, trial.state) == (Carrier.LETTER_TEST, State.SENT)
    assert await assistant.office_desk.trials(replace(RASA, municipality="neringos")) == ()


async def test_how_a_test_failed_is_seen_by_the_lead_and_not_told_to_the_operator(
    opens: Opens, clock: FakeClock
) -> None:
    assistant = await opens(operator_email="operator@aiskiai.example")
    [recipient] = assistant.library.routes[KRETINGA].recipients
    await assistant.office_desk.try_out(RASA, recipient)
    await delivering(assistant, Post([TemporaryFailureError("451 busy")])).once()
    [trial] = await assistant.office_desk.trials(RASA)
    assert (trial.state, trial.last_error) == (State.FAILED_TEMPORARILY, "451 busy")
    clock.passes(timedelta(hours=1))
    await assistant.watch.once()
    post = Post()
    await delivering(assistant, post).once()
    assert [letter.to for letter in post.letters] == [recipient.to]


async def test_nobody_can_flood_an_address_with_tests(assistant: Assistant, clock: FakeClock) -> None:
    [recipient] = assistant.library.routes[KRETINGA].recipients
    sent = []
    for _ in range(TRIALS_AT_ONCE + 2):
        sent.append(await assistant.office_desk.try_out(RASA, recipient))
        await delivering(assistant, Post()).once()
    assert sent.count(True) == TRIALS_AT_ONCE
    # Nor try an address that is no recipient
    assert not await assistant.office_desk.try_out(RASA, Recipient(Way.LETTER, "kas.nors@kitur.example"))
    clock.passes(TRIALS_WITHIN)
    assert await assistant.office_desk.try_out(RASA, recipient)


@pytest.fixture
async def system() -> AsyncIterator[System]:
    async with listening() as told:
        yield told


async def test_a_test_call_is_signed_and_marked_as_a_test(opens: Opens, system: System, clock: FakeClock) -> None:
    webhook = Recipient(Way.WEBHOOK, system.url, "kretinga-dvs")
    at_home: dict[str, Any] = {"webhook_secrets": {"kretinga-dvs": SECRET}, "webhook_private_addresses": True}
    assistant = await opens(recipients=(webhook,), **at_home)
    await sets(assistant, recipients=(replace(webhook, to=""),))
    assert await assistant.office_desk.try_out(RASA, webhook)
    await delivering(assistant, webhooks=assistant.webhooks).once()
    [(headers, body)] = system.calls
    assert is_ours()(SECRET, headers, body, clock.now().timestamp())
    assert json.loads(body) == {
        "type": "test",
        "timestamp": "2026-11-23T08:00:00+00:00",
        "data": {"municipality": KRETINGA, "settings": "https://aiskiai.example/inbox/settings"},
    }


async def test_the_checker_says_what_is_hard_in_the_sentences_as_people_read_them(assistant: Assistant) -> None:
    findings = await assistant.remarks.on("Mes nedirbame. Prašymai bus nagrinėjami vėliau.")
    assert [(finding.rule, finding.line) for finding in findings] == [("G04", 2)]
    assert await assistant.remarks.on("Mes nedirbame.") == ()


async def test_what_is_stored_as_it_was_changes_nothing_and_leaves_no_line_in_the_log(assistant: Assistant) -> None:
    first = await sets(assistant, promise=PromiseLength(3))
    again = await sets(assistant, promise=PromiseLength(3))

    assert again == first
    async with assistant.units() as work:
        lines = await work.audit.lines(0, 100)
    assert [line.subject for line in lines if line.did == Did.CHANGED_SETTING] == ["promise"]
