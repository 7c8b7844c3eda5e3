"""What may no longer be kept is forgotten on the day, on both databases, and as often as somebody likes."""

import asyncio
import os
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from assistant.bootstrap import Assistant
from assistant.conversation.state import Channel
from assistant.errors import ConversationNotFoundError, ReferralNotFoundError
from assistant.referrals.office import Office
from assistant.usecases.access import Role
from assistant.usecases.auditing import Did
from assistant.usecases.forgetting import Kind, Why
from assistant.usecases.ports import StaffMember, StoredUpdate
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

DAY = timedelta(days=1)
KRETINGA = "kretingos-rajono"


async def lead_of(assistant: Assistant) -> StaffMember:
    member, _ = await assistant.staff_desk.add("ona@kretinga.example", KRETINGA, Role.LEAD)
    return member


async def closed(assistant: Assistant) -> tuple[Person, str]:
    """A request that was sent and closed just now."""
    person = Person(assistant)
    number = await person.sends()
    member = await lead_of(assistant)
    await assistant.casework.close(member, number, (await assistant.casework.open(member, number)).version)
    return person, number


async def is_there(assistant: Assistant, person: Person) -> bool:
    try:
        await assistant.converse.check(person.conversation, person.token)
    except ConversationNotFoundError:
        return False
    return True


async def counted(assistant: Assistant) -> list[str]:
    """Under which numbers statistics hold something."""
    async with assistant.database.engine.connect() as connection:
        return [number for (number,) in await connection.execute(text("SELECT number FROM referral_facts"))]


async def is_kept(assistant: Assistant, number: str) -> bool:
    async with assistant.units() as work:
        return await work.referrals.by_number(number) is not None


@pytest.mark.parametrize(
    ("last_word", "kept_until", "forgotten_at"),
    [
        # Winter: two hours ahead of UTC.
        ("2026-11-23T21:59:00", "2026-12-22T21:59:59", "2026-12-22T22:00:00"),
        # Just after midnight in Lithuania, though the day before in UTC.
        ("2026-11-23T22:01:00", "2026-12-23T21:59:59", "2026-12-23T22:00:00"),
        # Over the end of winter time on 2027-03-28: midnight comes an hour earlier by UTC.
        ("2027-03-10T12:00:00", "2027-04-08T20:59:59", "2027-04-08T21:00:00"),
        # Over the end of summer time on 2026-10-25.
        ("2026-10-10T12:00:00", "2026-11-08T21:59:59", "2026-11-08T22:00:00"),
    ],
)
async def test_an_unsent_check_is_forgotten_on_the_thirtieth_day_in_lithuania(
    assistant: Assistant, clock: FakeClock, last_word: str, kept_until: str, forgotten_at: str
) -> None:
    def turned_to(moment: str) -> None:
        clock.passes(datetime.fromisoformat(moment).replace(tzinfo=UTC) - clock.now())

    turned_to(last_word)
    person = Person(assistant)
    await person.fills_in()

    turned_to(kept_until)
    assert (await assistant.retain.once())[Kind.CHECKS] == 0
    assert await is_there(assistant, person)

    turned_to(forgotten_at)
    assert (await assistant.retain.once())[Kind.CHECKS] == 1
    assert not await is_there(assistant, person)


async def test_a_closed_request_is_forgotten_after_ninety_days_or_the_term_of_its_department(
    two: tuple[Assistant, Assistant], clock: FakeClock
) -> None:
    assistant, _ = two
    person, number = await closed(assistant)
    clock.passes(89 * DAY)
    assert (await assistant.retain.once())[Kind.CLOSED] == 0
    async with assistant.units() as work:
        await work.offices.store(Office(KRETINGA, kept_days=91))
        await work.commit()
    clock.passes(DAY)
    assert (await assistant.retain.once())[Kind.CLOSED] == 0

    clock.passes(DAY)
    counts = await assistant.retain.once()

    assert counts[Kind.CLOSED] == 1
    assert not await is_kept(assistant, number)
    assert not await is_there(assistant, person), "an idle conversation goes with its last request"
    with pytest.raises(ReferralNotFoundError):
        await assistant.casework.open(await lead_of(assistant), number)
    async with assistant.units() as work:
        erased = await work.erased.of_number(number)
        assert erased is not None
        assert (erased.municipality, erased.why) == (KRETINGA, Why.TERM)
        assert await work.referrals.is_number_taken(number)
        assert await work.outbox.of_subject(number) == ()
    [line] = [line for line in await assistant.audit.about(number) if line.did == Did.ERASED]
    assert line.details == '{"why": "term"}'
    assert sum((await assistant.retain.once()).values()) == 0, "the second round finds nothing more"


async def test_a_request_that_is_open_or_opened_again_stays(assistant: Assistant, clock: FakeClock) -> None:
    _, number = await closed(assistant)
    open_one = await Person(assistant).sends()
    member = await lead_of(assistant)
    clock.passes(50 * DAY)
    version = (await assistant.casework.open(member, number)).version
    await assistant.casework.reopen(member, number, version, "Paskambino.")
    clock.passes(100 * DAY)

    assert (await assistant.retain.once())[Kind.CLOSED] == 0
    assert await is_kept(assistant, number)
    assert await is_kept(assistant, open_one)


async def test_a_dry_run_tells_the_same_counts_and_changes_nothing(
    two: tuple[Assistant, Assistant], clock: FakeClock
) -> None:
    assistant, other = two
    person, number = await closed(assistant)
    await Person(assistant).fills_in()
    still_open = Person(assistant)
    await still_open.sends()
    async with assistant.units() as work:
        await work.updates.add([StoredUpdate(1, "7", "{}")], clock.now())
        await work.commit()
    letters = assistant.settings.letters_dir
    letters.mkdir(parents=True, exist_ok=True)
    (letters / "old.eml").write_text("Laiškas")
    os.utime(letters / "old.eml", (clock.now().timestamp(),) * 2)
    clock.passes(91 * DAY)

    dry = await other.retain.once(is_dry_run=True)
    assert await is_kept(assistant, number)
    assert await is_there(assistant, person)
    assert (letters / "old.eml").exists()
    again = await other.retain.once(is_dry_run=True)
    wet = await assistant.retain.once()

    assert dry == again == wet
    found = {kind for kind, times in wet.items() if times}
    assert {Kind.CHECKS, Kind.ANSWERS, Kind.LINES, Kind.CLOSED, Kind.UPDATES, Kind.LETTERS, Kind.LINKS} <= found
    assert sum((await other.retain.once()).values()) == 0


async def test_answers_beside_an_open_request_are_forgotten_and_the_reply_still_comes(
    assistant: Assistant, clock: FakeClock
) -> None:
    person = Person(assistant)
    number = await person.sends()
    member = await lead_of(assistant)
    clock.passes(30 * DAY)

    assert (await assistant.retain.once())[Kind.ANSWERS] == 1

    assert await person.seen() == []
    async with assistant.units() as work:
        kept = await work.conversations.load(person.conversation)
    assert kept.draft.name is None
    await assistant.casework.reply(member, number, 0, "Laukiame Jūsų.", "key-of-this-reply")
    assert any("Laukiame Jūsų." in words for words in await person.seen())


async def test_two_processes_forget_each_thing_once(two: tuple[Assistant, Assistant], clock: FakeClock) -> None:
    for _ in range(3):
        await closed(two[0])
        await Person(two[0]).fills_in()
    clock.passes(91 * DAY)

    rounds = await asyncio.gather(*(one.retain.once() for one in two))

    assert sum(counts[Kind.CLOSED] for counts in rounds) == 3
    assert sum(counts[Kind.CHECKS] for counts in rounds) == 3


async def test_who_comes_back_in_time_keeps_what_they_told(assistant: Assistant, clock: FakeClock) -> None:
    person = Person(assistant)
    await person.fills_in()
    clock.passes(29 * DAY)
    await person.says("pakartok")
    clock.passes(29 * DAY)

    assert (await assistant.retain.once())[Kind.CHECKS] == 0
    assert "Ona Onaitė" in (await person.says("pakartok")).text


async def test_in_telegram_the_person_is_told_once_and_by_day_that_the_draft_will_go(
    assistant: Assistant, clock: FakeClock
) -> None:
    person = Person(assistant, Channel.TELEGRAM)
    await person.fills_in()
    clock.passes(24 * DAY)
    assert await assistant.retain.warn() == 0
    clock.passes(DAY)

    assert await assistant.retain.warn() == 1
    assert await assistant.retain.warn() == 0

    assert any("Kada juos ištrinsiu: gruodžio 23 dieną." in words for words in await person.seen())
    async with assistant.units() as work:
        assert [entry.recipient for entry in await work.outbox.of_subject(person.conversation)] == ["4711"]
    # What we said ourselves is no reason to keep it longer.
    clock.passes(5 * DAY)
    assert (await assistant.retain.once())[Kind.CHECKS] == 1


async def test_nobody_is_woken_to_be_told(assistant: Assistant, clock: FakeClock) -> None:
    await Person(assistant, Channel.TELEGRAM).fills_in()
    clock.passes(25 * DAY - timedelta(hours=6))

    assert await assistant.retain.warn() == 0


async def test_statistics_stay_as_they_were_counted_and_lead_to_no_number(
    assistant: Assistant, clock: FakeClock
) -> None:
    _, number = await closed(assistant)
    clock.passes(91 * DAY)
    assert await counted(assistant) == [number]

    await assistant.retain.once()

    [nameless] = await counted(assistant)
    assert nameless.startswith("erased-")


async def test_what_was_forgotten_is_counted_for_leads_by_day(assistant: Assistant, clock: FakeClock) -> None:
    await closed(assistant)
    clock.passes(91 * DAY)
    await assistant.retain.once()

    page = await assistant.erasure.page(await lead_of(assistant))

    assert (clock.today(), KRETINGA, Kind.CLOSED, 1) in {
        (one.day, one.municipality, one.kind, one.times) for one in page.counts
    }
    assert [one.why for one in page.erased] == [Why.TERM]
    other, _ = await assistant.staff_desk.add("jonas@palanga.example", "palangos-miesto", Role.LEAD)
    assert not [one for one in (await assistant.erasure.page(other)).counts if one.kind is Kind.CLOSED]
