"""Referrals and their threads in a real database."""

import asyncio
from datetime import timedelta

import pytest

from assistant.errors import ReferralChangedError, ReferralNotFoundError
from assistant.referrals.referral import PassedAway, Referral
from assistant.referrals.thread import Passing
from assistant.usecases.ports import UnitsOfWork
from tests.adapters.database.examples import NOON, referral


async def _given(units: UnitsOfWork, *referrals: Referral) -> None:
    async with units() as unit:
        for one in referrals:
            await unit.referrals.add(one)
        await unit.commit()


async def test_a_referral_comes_back_exactly_as_it_was_stored(units: UnitsOfWork) -> None:
    sent = referral().taken("Rasa", NOON + timedelta(hours=1)).replied("Rasa", "Ateikite rytoj.", NOON)
    await _given(units, sent)

    async with units() as unit:
        assert await unit.referrals.load(sent.number, "kretingos-rajono") == sent
        assert await unit.referrals.by_draft(sent.draft) == sent
        assert await unit.referrals.is_number_taken(sent.number)


async def test_what_was_never_sent_is_not_there(units: UnitsOfWork) -> None:
    async with units() as unit:
        assert await unit.referrals.by_draft("conversation-1/1") is None
        assert not await unit.referrals.is_number_taken("47128035")
        assert await unit.referrals.of_conversation("conversation-1") == ()
        with pytest.raises(ReferralNotFoundError):
            await unit.referrals.load("47128035", "kretingos-rajono")


async def test_another_municipality_does_not_find_it(units: UnitsOfWork) -> None:
    await _given(units, referral(municipality="kretingos-rajono"))

    async with units() as unit:
        with pytest.raises(ReferralNotFoundError):
            await unit.referrals.load("47128035", "klaipedos-miesto")
        assert await unit.referrals.of_municipality("klaipedos-miesto") == ()


async def test_a_draft_is_sent_only_once(units: UnitsOfWork) -> None:
    await _given(units, referral("11111117"))

    with pytest.raises(ReferralChangedError):
        await _given(units, referral("22222224", draft=referral("11111117").draft))

    async with units() as unit:
        assert not await unit.referrals.is_number_taken("22222224")


async def test_a_number_is_given_only_once(units: UnitsOfWork) -> None:
    await _given(units, referral("11111117"))

    with pytest.raises(ReferralChangedError):
        await _given(units, referral("11111117", draft="conversation-1/another"))


async def test_of_two_who_send_the_same_draft_at_once_one_wins(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    async def send(where: UnitsOfWork, number: str) -> bool:
        try:
            await _given(where, referral(number, draft="conversation-1/1"))
        except ReferralChangedError:
            return False
        return True

    won = await asyncio.gather(send(units, "11111117"), send(other_units, "22222224"), send(units, "33333331"))

    async with units() as unit:
        assert len(await unit.referrals.of_conversation("conversation-1")) == 1
    assert sum(won) == 1


async def test_a_conversation_sees_its_own_newest_first(units: UnitsOfWork) -> None:
    await _given(
        units,
        referral("1"),
        referral("2", sent_at=NOON + timedelta(days=1)),
        referral("3", conversation="somebody-else"),
    )

    async with units() as unit:
        found = await unit.referrals.of_conversation("conversation-1")

    assert [one.number for one in found] == ["2", "1"]
    assert all(len(one.thread) == 1 for one in found)


async def test_a_municipality_sees_open_ones_first_then_newest(units: UnitsOfWork) -> None:
    await _given(
        units,
        referral("1"),
        referral("2", sent_at=NOON + timedelta(days=1)),
        referral("3", sent_at=NOON + timedelta(days=2)),
        referral("4", municipality="klaipedos-miesto"),
    )
    async with units() as unit:
        await unit.referrals.store((await unit.referrals.load("3", "kretingos-rajono")).closed("Rasa", NOON))
        await unit.commit()

    async with units() as unit:
        found = await unit.referrals.of_municipality("kretingos-rajono")

    assert [one.number for one in found] == ["2", "1", "3"]


async def test_the_thread_grows(units: UnitsOfWork) -> None:
    await _given(units, referral())
    async with units() as unit:
        loaded = await unit.referrals.load("47128035", "kretingos-rajono")
        await unit.referrals.store(loaded.taken("Rasa", NOON))
        await unit.commit()
    async with units() as unit:
        taken = await unit.referrals.load("47128035", "kretingos-rajono")
        await unit.referrals.store(taken.replied("Rasa", "Paskambinsime.", NOON).closed("Rasa", NOON))
        await unit.commit()

    async with units() as unit:
        closed = await unit.referrals.load("47128035", "kretingos-rajono")

    assert [line.kind.value for line in closed.thread] == ["sent", "taken", "replied", "closed"]
    assert (closed.taken_by, closed.is_over, closed.version) == ("Rasa", True, 2)


async def test_a_version_can_be_stored_only_once(units: UnitsOfWork) -> None:
    await _given(units, referral())
    async with units() as unit:
        loaded = await unit.referrals.load("47128035", "kretingos-rajono")
    async with units() as unit:
        await unit.referrals.store(loaded.taken("Rasa", NOON))
        await unit.commit()

    async with units() as unit:
        with pytest.raises(ReferralChangedError):
            await unit.referrals.store(loaded.taken("Jonas", NOON))

    async with units() as unit:
        assert (await unit.referrals.load("47128035", "kretingos-rajono")).taken_by == "Rasa"


async def test_of_two_colleagues_who_take_it_at_once_one_has_it(units: UnitsOfWork, other_units: UnitsOfWork) -> None:
    await _given(units, referral())
    async with units() as unit:
        loaded = await unit.referrals.load("47128035", "kretingos-rajono")

    async def take(where: UnitsOfWork, by: str) -> bool:
        try:
            async with where() as unit:
                await unit.referrals.store(loaded.taken(by, NOON))
                await unit.commit()
        except ReferralChangedError:
            return False
        return True

    won = await asyncio.gather(take(units, "Rasa"), take(other_units, "Jonas"))

    async with units() as unit:
        stored = await unit.referrals.load("47128035", "kretingos-rajono")
    assert sum(won) == 1
    assert stored.taken_by == ("Rasa" if won[0] else "Jonas")
    assert len(stored.thread) == 2


async def test_where_it_was_passed_on_stands_in_the_thread_and_only_the_new_municipality_has_it(
    units: UnitsOfWork,
) -> None:
    async with units() as work:
        await work.referrals.add(referral("47128035"))
        await work.commit()
    async with units() as work:
        known = await work.referrals.load("47128035", "kretingos-rajono")
        await work.referrals.store(
            known.passed_on("ona@kretinga.example", "palangos-miesto", "Gyvena ten.", NOON, None)
        )
        await work.commit()

    async with units() as work:
        passed = await work.referrals.load("47128035", "palangos-miesto")
        assert passed.thread[-1].passing == Passing("kretingos-rajono", "palangos-miesto")
        assert passed.request.municipality == "palangos-miesto"
        assert await work.referrals.of_municipality("kretingos-rajono") == ()
        assert await work.referrals.passed_away("kretingos-rajono") == (
            PassedAway("47128035", "palangos-miesto", NOON),
        )
        assert await work.referrals.passed_away("palangos-miesto") == ()
        with pytest.raises(ReferralNotFoundError):
            await work.referrals.load("47128035", "kretingos-rajono")
