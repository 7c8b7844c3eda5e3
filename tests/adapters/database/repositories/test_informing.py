"""Promises, followers and failed tries, on SQLite and on PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

from assistant.conversation.state import Channel
from assistant.conversation.turn import Tally, Understood
from assistant.referrals.questions import OpenQuestion, Question
from assistant.referrals.thread import Change
from assistant.usecases.ports import UnitsOfWork
from tests.adapters.database.examples import NOON, conversation, referral

NUMBER = "47128035"
TODAY = date(2026, 11, 30)


async def given(units: UnitsOfWork, *numbers: str, promised: date | None = TODAY - timedelta(days=1)) -> None:
    async with units() as unit:
        for number in numbers:
            await unit.referrals.add(referral(number, promised=promised))
        await unit.commit()


async def test_promise_letters_and_changes_come_back_as_they_were(units: UnitsOfWork) -> None:
    await given(units, NUMBER)
    async with units() as unit:
        known = await unit.referrals.by_number(NUMBER)
        assert known is not None
        after = known.changed(known.request, replace(known.request, note="Ž"), NOON)
        await unit.referrals.store(after)
        await unit.referrals.send_letters_to(NUMBER, "ona@pastas.lt")
        await unit.commit()
    async with units() as unit:
        again = await unit.referrals.by_number(NUMBER)
    assert again is not None
    assert (again.promised, again.letters_to, again.version) == (date(2026, 11, 29), "ona@pastas.lt", 1)
    assert again.thread[-1].changes == (Change("note", "Kviesti „Oną“ – ne Joną.", "Ž"),)
    assert again.request.note == "Ž"


async def test_of_many_who_mark_a_promise_one_does(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await given(units, NUMBER)

    async def mark(where: UnitsOfWork) -> bool:
        async with where() as unit:
            [number] = await unit.promises.broken(TODAY, 10) or [NUMBER]
            known = await unit.referrals.by_number(number)
            assert known is not None
            is_first = await unit.promises.mark_broken(known, NOON)
            await unit.commit()
        return is_first

    assert sum(await asyncio.gather(*(mark(where) for where in (units, other_units) * 4))) == 1
    async with units() as unit:
        assert await unit.promises.broken(TODAY, 10) == ()


async def test_who_read_it_before_staff_answered_cannot_mark_it(units: UnitsOfWork) -> None:
    await given(units, NUMBER)
    async with units() as unit:
        seen = await unit.referrals.by_number(NUMBER)
    assert seen is not None
    async with units() as unit:
        await unit.referrals.store(seen.replied("Rasa", "Laba diena.", NOON))
        await unit.commit()
    async with units() as unit:
        assert not await unit.promises.mark_broken(seen, NOON)
        assert not await unit.promises.mark_reminded(seen, NOON)


async def test_only_what_is_late_open_and_unanswered_is_broken(units: UnitsOfWork) -> None:
    await given(units, "1", "2", "3", "4")
    await given(units, "5", promised=TODAY)
    await given(units, "6", promised=None)
    async with units() as unit:
        for number, act in (("2", "closed"), ("3", "called"), ("4", "taken")):
            known = await unit.referrals.by_number(number)
            assert known is not None
            await unit.referrals.store(getattr(known, act)("Rasa", NOON))
        await unit.commit()
    async with units() as unit:
        assert await unit.promises.broken(TODAY, 10) == ("1", "4")
        assert await unit.promises.to_remind_of(TODAY, 10) == ("1", "4", "5")


async def test_what_waits_for_the_person_is_due_but_not_broken_until_they_answer(units: UnitsOfWork) -> None:
    question = Question("Ar ateisite?", ("Taip", "Ne"), may_write=True)
    await given(units, "1", "2", "3", "4")
    async with units() as unit:
        for number, follows in (("1", None), ("2", "told"), ("3", "taken"), ("4", "replied")):
            known = await unit.referrals.by_number(number)
            assert known is not None
            known = known.asked("Rasa", question, NOON)
            if follows == "told":
                known = known.told("Taip", NOON)
            elif follows == "taken":
                known = known.taken("Jonas", NOON)
            elif follows == "replied":
                known = known.replied("Rasa", "Laba diena.", NOON)
            await unit.referrals.store(known)
        await unit.commit()
    async with units() as unit:
        assert await unit.promises.broken(TODAY, 10) == ("2",)
        assert await unit.promises.to_remind_of(TODAY, 10) == ("1", "2", "3")
        stored = await unit.referrals.by_number("1")
    assert stored is not None
    assert stored.question == OpenQuestion(1, question)


async def test_a_follower_sees_the_referral_and_is_told_only_if_they_wish(units: UnitsOfWork) -> None:
    await given(units, NUMBER)
    async with units() as unit:
        await unit.conversations.add(conversation("elsewhere", Channel.WEB), "hash")
        assert await unit.followers.add(NUMBER, "elsewhere", NOON)
        assert not await unit.followers.add(NUMBER, "elsewhere", NOON)
        assert [one.number for one in await unit.referrals.of_conversation("elsewhere")] == [NUMBER]
        assert await unit.followers.told(NUMBER) == ()
        await unit.followers.tell(NUMBER, "elsewhere", is_told=True)
        assert await unit.followers.told(NUMBER) == ("elsewhere",)
        await unit.followers.tell(NUMBER, "elsewhere", is_told=False)
        assert await unit.followers.told(NUMBER) == ()


async def test_tries_at_the_same_time_are_all_counted(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    async def fail(where: UnitsOfWork) -> int:
        async with where() as unit:
            assert await unit.tries.locked_until(["number:1", "conversation:c"], NOON) is None
            failures = await unit.tries.fail("number:1")
            await unit.commit()
        return failures

    counted = await asyncio.gather(*(fail(where) for where in (units, other_units) * 4))
    assert sorted(counted) == list(range(1, 9))


async def test_a_lock_holds_until_its_time_and_is_forgotten_with_the_failures(units: UnitsOfWork) -> None:
    later = NOON + timedelta(minutes=5)
    async with units() as unit:
        await unit.tries.locked_until(["number:1"], NOON)
        await unit.tries.fail("number:1")
        await unit.tries.lock("number:1", later)
        await unit.commit()
    async with units() as unit:
        assert await unit.tries.locked_until(["conversation:c", "number:1"], NOON) == later
        assert await unit.tries.locked_until(["number:1"], later) is None
        await unit.tries.forget(["number:1"])
        await unit.commit()
    async with units() as unit:
        assert await unit.tries.locked_until(["number:1"], NOON) is None
        assert await unit.tries.fail("number:1") == 1


async def test_answers_about_a_text_are_counted_by_all_processes(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    right = Tally("what-is", "case-management", "0123456789ab", Understood.RIGHT)
    wrong = replace(right, outcome=Understood.WRONG)

    async def count(where: UnitsOfWork, tally: Tally) -> None:
        async with where() as unit:
            await unit.tallies.add(tally)
            await unit.commit()

    await asyncio.gather(*(count(where, right) for where in (units, other_units) * 4), count(units, wrong))
    async with units() as unit:
        assert await unit.tallies.all() == ((right, 8), (wrong, 1))
