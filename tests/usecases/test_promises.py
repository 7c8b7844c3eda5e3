"""Promises: staff are reminded the working day before, and the person is told the truth once, to the day."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.library.library import Library
from assistant.usecases.access import Role
from tests.usecases.delivering import Chats, delivering
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import CHAT, Person
from tests.usecases.promising import KRETINGA, promising

HOUR = timedelta(hours=1)


async def kinds_about(assistant: Assistant, number: str) -> list[Carrier]:
    async with assistant.units() as work:
        return [entry.carrier for entry in await work.outbox.of_subject(number)]


async def news_of(person: Person) -> list[str]:
    lines = await person.assistant.converse.lines(person.conversation)
    return [line.message.text for line in lines if line.message and line.message.kind is Kind.NEWS]


def at(clock: FakeClock, moment: datetime) -> None:
    clock.passes(moment - clock.now())


@pytest.mark.parametrize(
    ("sent", "days", "promised", "reminded", "told"),
    [
        # An ordinary week.
        (date(2026, 11, 23), 3, date(2026, 11, 26), date(2026, 11, 25), date(2026, 11, 27)),
        # Over a weekend.
        (date(2026, 11, 20), 2, date(2026, 11, 24), date(2026, 11, 23), date(2026, 11, 25)),
        # Christmas: the 24th, 25th and 26th are no working days, nor is the 1st of January.
        (date(2026, 12, 22), 2, date(2026, 12, 28), date(2026, 12, 23), date(2026, 12, 29)),
        (date(2026, 12, 30), 2, date(2027, 1, 4), date(2026, 12, 31), date(2027, 1, 5)),
        # Easter Monday 2027 is the 29th of March; summer time begins on the 28th.
        (date(2027, 3, 24), 3, date(2027, 3, 30), date(2027, 3, 26), date(2027, 3, 31)),
        # Summer time ends on the 25th of October 2026.
        (date(2026, 10, 22), 2, date(2026, 10, 26), date(2026, 10, 23), date(2026, 10, 27)),
    ],
)
async def test_to_the_day(
    tmp_path: Path, library: Library, sent: date, days: int, promised: date, reminded: date, told: date
) -> None:
    clock = FakeClock(datetime(sent.year, sent.month, sent.day, 9, tzinfo=UTC))
    async with promising(tmp_path, library, clock, days=days) as assistant:
        # Given
        person = Person(assistant)
        number = await person.sends()
        async with assistant.units() as work:
            known = await work.referrals.by_number(number)
        assert known is not None
        assert known.promised == promised
        happened: dict[str, date] = {}

        # When the worker looks every hour, day and night, until long after
        while clock.today() < told + timedelta(days=4):
            await assistant.promises.once()
            kinds = await kinds_about(assistant, number)
            if Carrier.LETTER_REMINDER in kinds:
                happened.setdefault("reminded", clock.today())
            if Carrier.LETTER_OVERDUE in kinds:
                happened.setdefault("told", clock.today())
            clock.passes(HOUR)

        # Then each happened on its day, and once
        assert happened == {"reminded": reminded, "told": told}
        kinds = await kinds_about(assistant, number)
        assert sorted(kinds) == [Carrier.LETTER, Carrier.LETTER_OVERDUE, Carrier.LETTER_REMINDER]
        assert len(await news_of(person)) == 1


async def test_the_truth_is_told_with_the_phone_in_the_door_where_they_are(tmp_path: Path, library: Library) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=1) as assistant:
        person = Person(assistant, Channel.TELEGRAM)
        number = await person.sends()
        assert "Darbuotojas atsakys iki lapkričio 24 dienos." in person.message.sentences

        # At midnight it is broken, but nobody is woken
        at(clock, datetime(2026, 11, 24, 22, 1, tzinfo=UTC))
        assert await assistant.promises.once() == 0
        at(clock, datetime(2026, 11, 25, 6, 0, tzinfo=UTC))
        assert await assistant.promises.once() == 1

        [news] = await news_of(person)
        assert "Savivaldybė žadėjo atsakyti iki lapkričio 24 dienos." in news
        assert "Ji dar neatsakė." in news
        assert "Skambinkite savivaldybei: 0 445 51008." in news
        chats = Chats()
        assert await delivering(assistant, chats=chats).once() == 1
        [(chat, messages)] = chats.brought
        assert chat == CHAT
        assert messages[0].text == news
        assert messages[-1].choices
        # And whoever asks is told the same
        assert "Ji dar neatsakė." in (await person.says("kas su mano prašymu")).sentences
        assert number


async def test_the_leads_get_the_letter_after_and_the_department_where_there_is_none(
    tmp_path: Path, library: Library
) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=1) as assistant:
        first = await Person(assistant).sends()
        clock.passes(timedelta(days=2))
        await assistant.promises.once()
        for name, role in (("ona", Role.STAFF), ("rasa", Role.LEAD)):
            await assistant.staff_desk.add(f"{name}@kretinga.example", KRETINGA, role)
        second = await Person(assistant).sends()
        clock.passes(timedelta(days=2))
        await assistant.promises.once()
        recipients = []
        for number in (first, second):
            async with assistant.units() as work:
                entries = await work.outbox.of_subject(number)
            recipients += [entry.recipient for entry in entries if entry.carrier is Carrier.LETTER_OVERDUE]
    assert recipients == ["socialine.parama@kretinga.example", "rasa@kretinga.example"]


@pytest.mark.parametrize("act", ["reply", "call", "close", "withdraw"])
async def test_what_is_answered_called_closed_or_withdrawn_is_not_broken(
    tmp_path: Path, library: Library, act: str
) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=1) as assistant:
        ona, _ = await assistant.staff_desk.add("ona@kretinga.example", KRETINGA, Role.LEAD)
        person = Person(assistant)
        number = await person.sends()
        if act == "reply":
            await assistant.casework.reply(ona, number, 0, "Laba diena.", "form-1")
        elif act == "withdraw":
            await person.presses("Mano prašymas")
            await person.presses("Atsiimti prašymą")
            await person.presses("Taip, atsiimti")
        else:
            await getattr(assistant.casework, act)(ona, number, 0)
        clock.passes(timedelta(days=9))

        assert await assistant.promises.once() == 0
        assert await news_of(person) == []


async def test_merely_taking_it_is_no_answer(tmp_path: Path, library: Library) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=1) as assistant:
        ona, _ = await assistant.staff_desk.add("ona@kretinga.example", KRETINGA, Role.LEAD)
        number = await Person(assistant).sends()
        await assistant.casework.take(ona, number, 0)
        clock.passes(timedelta(days=2))
        assert await assistant.promises.once() == 1


async def test_where_nothing_was_promised_nothing_is_claimed_broken(tmp_path: Path, library: Library) -> None:
    clock = FakeClock()
    async with promising(tmp_path, library, clock, days=None) as assistant:
        person = Person(assistant)
        await person.sends()
        assert "Kada darbuotojas atsakys, aš nežinau." in person.message.sentences
        clock.passes(timedelta(days=100))
        assert await assistant.promises.once() == 0
        assert "Ji dar neatsakė." not in (await person.says("kas su mano prašymu")).sentences


async def test_several_workers_and_a_restart_tell_it_once(tmp_path: Path, library: Library, database_url: str) -> None:
    # Given a promise broken while no worker ran
    clock = FakeClock()
    url = database_url
    async with promising(tmp_path, library, clock, days=1, url=url) as first:
        person = Person(first, Channel.TELEGRAM)
        number = await person.sends()
        clock.passes(timedelta(days=2))
        async with promising(tmp_path, library, clock, days=1, url=url, seed=2) as second:
            # When two workers look at the same time, again and again
            told = await asyncio.gather(*(worker.promises.once() for worker in (first, second) * 4))
        # And another one after a restart
        async with promising(tmp_path, library, clock, days=1, url=url, seed=3) as third:
            told.append(await third.promises.once())

        # Then
        assert sum(told) == 1
        kinds = await kinds_about(first, number)
        assert sorted(kinds) == [Carrier.LETTER, Carrier.LETTER_OVERDUE, Carrier.TELEGRAM]
        assert len(await news_of(person)) == 1
