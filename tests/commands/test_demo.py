"""Examples fill an inbox in every state, are marked, never leave the program, and go without a trace."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.bootstrap import Assistant, assembled
from assistant.commands.demo.invented import FATES, Act
from assistant.commands.demo.making import ExamplesRefusedError, make_examples, remove_examples
from assistant.delivery.outbox import UNSENT, Carrier, OutboxEntry, State
from assistant.library.library import Library
from assistant.referrals.referral import Referral, Status
from assistant.referrals.thread import EntryKind
from assistant.settings import Settings
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from assistant.usecases.statistics import TableId, last_months
from tests.usecases.delivering import Chats, Post, delivering
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

KRETINGA = "kretingos-rajono"
MADE = len(FATES) + sum(act is Act.SEND_AGAIN for fate in FATES for act, _ in fate.acts)
NOW = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
LEAD = StaffMember("lead", "vadove@kretinga.example", KRETINGA, Role.LEAD)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "var", operator_email="operator@example.lt")


@pytest.fixture
async def assistant(settings: Settings, library: Library) -> AsyncIterator[Assistant]:
    """The product as it runs for staff, on the same database as the examples."""
    async with assembled(settings, clock=FakeClock(NOW + timedelta(hours=1)), library=library) as assistant:
        yield assistant


async def examples(settings: Settings, library: Library, count: int = len(FATES), **more: bool) -> int:
    return await make_examples(settings, library, KRETINGA, count=count, now=NOW, **more)


async def rows_left(assistant: Assistant) -> dict[str, int]:
    """How many rows each table has."""
    counts: dict[str, int] = {}
    async with assistant.database.engine.connect() as connection:
        names = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for (name,) in names.all():
            [(count,)] = (await connection.execute(text(f'SELECT COUNT(*) FROM "{name}"'))).all()  # noqa: S608 - our own tables
            counts[name] = count
    # The audit log only grows: that examples were made, and by whom, stays in it.
    return {name: count for name, count in counts.items() if count and name not in {"sqlite_sequence", "audit_log"}}


async def deliveries(assistant: Assistant, *referrals: Referral) -> list[OutboxEntry]:
    async with assistant.units() as work:
        return [entry for known in referrals for entry in await work.outbox.of_subject(known.number)]


async def test_the_inbox_shows_every_state_and_nothing_but_marked_examples(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    assert await examples(settings, library) == MADE

    shown = await assistant.casework.inbox(LEAD)
    assert len(shown) == MADE - 1
    assert all(known.is_demo for known in shown)
    assert {known.status for known in shown} == set(Status)
    kinds = Counter(entry.kind for known in shown for entry in known.thread)
    # What was passed on is another municipality's; no example is pointed elsewhere, answers,
    # loses its colleague or is to be erased.
    others = {
        EntryKind.PASSED_ON,
        EntryKind.POINTED,
        EntryKind.TOLD,
        EntryKind.RELEASED,
        EntryKind.ERASURE_WISHED,
    }
    assert set(kinds) >= set(EntryKind) - others
    doubles = [await assistant.merging.doubles(LEAD, known.number) for known in shown if not known.is_over]
    assert any(doubles)
    assert len(await assistant.passing.passed_away(LEAD)) == 1
    assert any(known.is_promise_broken(assistant.clock.today()) for known in shown)
    endings = {known.thread[-1].details.result for known in shown if known.status is Status.CLOSED}
    assert {"service", "advice", "not-reached", ""} <= endings
    assert {entry.state for entry in await deliveries(assistant, *shown)} == {
        State.SENT,
        State.FAILED_FOR_GOOD,
        State.CANCELLED,
    } - {State.CANCELLED}


async def test_nobody_real_is_meant_and_nothing_happens_in_the_future(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await examples(settings, library)

    for known in await assistant.casework.inbox(LEAD):
        assert known.request.phone == "" or known.request.phone.startswith("+370600000")
        assert known.sent_at <= NOW
        assert all(entry.at <= NOW for entry in known.thread)
        assert [entry.at for entry in known.thread] == sorted(entry.at for entry in known.thread)


async def test_the_same_seed_makes_the_same_examples(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await examples(settings, library, 5)
    first = await assistant.casework.inbox(LEAD)
    await remove_examples(settings, library, KRETINGA)
    await examples(settings, library, 5)

    again = await assistant.casework.inbox(LEAD)
    assert [known.request for known in again] == [known.request for known in first]
    assert [known.sent_at for known in again] == [known.sent_at for known in first]


async def test_no_letter_and_no_message_ever_leaves_for_an_example(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    # Given examples, on which staff then do all that makes letters, and that come due
    await examples(settings, library)
    for known in await assistant.casework.inbox(LEAD):
        if not known.is_over:
            replied = await assistant.casework.reply(LEAD, known.number, known.version, "Labas.", f"key-{known.number}")
            await assistant.passing.pass_on(LEAD, known.number, replied.version, "neringos", "Gyvena ten.")
        await assistant.casework.retry(LEAD, known.number)
    await assistant.promises.once()
    await assistant.watch.once()

    # When everything is handed over that can be
    post, chats = Post(), Chats()
    deliver = delivering(assistant, post, chats)

    # Then there is nothing, now or later
    assert await deliver.once() == 0
    assert isinstance(assistant.clock, FakeClock)
    assistant.clock.passes(timedelta(days=40))
    await assistant.promises.once()
    await assistant.watch.once()
    assert await deliver.once() == 0
    assert (post.letters, chats.brought) == ([], [])
    waiting = [
        entry for entry in await deliveries(assistant, *await assistant.casework.inbox(LEAD)) if entry.state in UNSENT
    ]
    assert waiting == []


async def test_a_worker_takes_nothing_about_an_example_even_where_it_stands_in_line(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await examples(settings, library, 1)
    async with assistant.database.engine.begin() as connection:
        await connection.execute(text("UPDATE outbox SET state = 'created'"))

    async with assistant.units() as work:
        assert await work.outbox.claim(list(Carrier), assistant.clock.now(), 8) == ()
        assert await work.outbox.stuck(assistant.clock.now(), NOW - timedelta(days=9)) == ()


async def test_examples_count_in_no_statistics_but_their_own(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await examples(settings, library)
    period = last_months(NOW.date(), 24)

    real = await assistant.statistics.of(LEAD, period)
    shown = await assistant.statistics.of(LEAD, period, only_examples=True)

    assert all(table.is_empty for table in real.tables)
    assert real.has_examples
    totals = {table.id: table.total for table in shown.tables}
    assert totals[TableId.MONTHS] == totals[TableId.ENDS] == MADE


async def test_taking_examples_away_leaves_everything_real(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    # Given a real request and a real account
    ona = Person(assistant)
    number = await ona.sends()
    await assistant.staff_desk.add("ona@kretinga.example", KRETINGA, Role.STAFF)
    before = await rows_left(assistant)

    # When examples come and go
    await examples(settings, library, beside_real=True)
    assert await remove_examples(settings, library, KRETINGA) == MADE

    # Then all that was there is there, and only that
    after = await rows_left(assistant)
    assert after.pop("number_blocks") >= before.pop("number_blocks")
    assert after == before
    assert [known.number for known in await assistant.casework.inbox(LEAD)] == [number]


async def test_examples_are_refused_beside_real_requests_and_beside_others(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await Person(assistant).sends()
    with pytest.raises(ExamplesRefusedError, match="--beside-real"):
        await examples(settings, library, 1)

    await examples(settings, library, 1, beside_real=True)
    with pytest.raises(ExamplesRefusedError, match="--remove"):
        await examples(settings, library, 1, beside_real=True)


async def test_a_municipality_that_is_not_switched_on_can_have_examples_too(
    settings: Settings, library: Library, assistant: Assistant
) -> None:
    await make_examples(settings, library, "neringos", count=3, now=NOW)

    rasa = StaffMember("rasa", "rasa@neringa.example", "neringos", Role.STAFF)
    assert len(await assistant.casework.inbox(rasa)) == 3
    assert await assistant.casework.inbox(LEAD) == ()
