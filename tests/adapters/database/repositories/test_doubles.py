"""Referrals that may be the same person's, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from assistant.adapters.database.session import Database
from assistant.adapters.database.tables_likeness import LikenessRow
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.secrets import SystemSecrets
from assistant.referrals.referral import Referral
from assistant.usecases.doubles import MOST_DOUBLES
from assistant.usecases.ports import UnitsOfWork
from tests.adapters.database.examples import NOON, referral

Change = Callable[[Referral], Referral]


@pytest.fixture
async def keyed(database: Database) -> UnitsOfWork:
    return SqlUnitsOfWork(database, hashed=SystemSecrets("key").hashed)


def another(number: str = "2", **request: str) -> Referral:
    """Sent a day later, with nothing in common but what is named."""
    other = referral(number, sent_at=NOON + timedelta(days=1))
    plain = replace(other.request, name="Jonas Jonaitis", phone="+37060000000")
    return replace(other, request=replace(plain, **request))  # type: ignore[arg-type]  # tests name fields of Request


async def given(units: UnitsOfWork, *referrals: Referral) -> None:
    async with units() as unit:
        for one in referrals:
            await unit.referrals.add(one)
        await unit.commit()


async def similar(units: UnitsOfWork, number: str = "1") -> list[str]:
    async with units() as unit:
        known = await unit.referrals.by_number(number)
        assert known is not None
        return [one.number for one in await unit.doubles.similar(known)]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (another(phone="+37061234567"), ["2"]),
        (another(name="zasinas AZUOLAS"), ["2"]),
        (another(name="Ąžuolas"), []),
        (another(), []),
        (another(phone="+37061234567", municipality="neringos"), []),
    ],
    ids=["phone", "name", "first name alone", "nothing", "elsewhere"],
)
async def test_the_same_phone_or_full_name_is_found(keyed: UnitsOfWork, other: Referral, found: list[str]) -> None:
    await given(keyed, referral("1"), other)
    assert await similar(keyed) == found


async def test_two_without_a_phone_are_not_the_same_for_that(keyed: UnitsOfWork) -> None:
    first = referral("1")
    await given(keyed, replace(first, request=replace(first.request, phone="")), another(phone=""))
    assert await similar(keyed) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda one: one.closed("Rasa", NOON), []),
        (lambda one: one.passed_on("Rasa", "neringos", "", NOON, None), []),
        (lambda one: one.changed(one.request, replace(one.request, phone="+37069999999"), NOON), []),
        (lambda one: one.taken("Rasa", NOON), ["2"]),
    ],
    ids=["closed", "passed on", "another phone", "taken"],
)
async def test_what_is_known_again_follows_every_change(keyed: UnitsOfWork, change: Change, found: list[str]) -> None:
    await given(keyed, referral("1"), another(phone="+37061234567"))
    async with keyed() as unit:
        other = await unit.referrals.by_number("2")
        assert other is not None
        await unit.referrals.store(change(other))
        await unit.commit()
    assert await similar(keyed) == found


async def test_the_newest_comes_first(keyed: UnitsOfWork) -> None:
    newer = replace(another("3", phone="+37061234567"), sent_at=NOON + timedelta(days=2))
    await given(keyed, referral("1"), another(phone="+37061234567"), newer)
    assert await similar(keyed) == ["3", "2"]


async def test_what_is_kept_gives_nothing_away_without_the_key(keyed: UnitsOfWork, database: Database) -> None:
    await given(keyed, referral("1"))
    async with database.engine.connect() as connection:
        kept = [likeness for (likeness,) in await connection.execute(select(LikenessRow.likeness))]
    other = SqlUnitsOfWork(database, hashed=SystemSecrets("another key").hashed)
    assert len(kept) == 2
    assert not any(told in text for text in kept for told in ("61234567", "azuolas", "kretingos"))
    await given(other, another(phone="+37061234567"))
    assert await similar(keyed) == []


async def test_without_a_key_nothing_is_kept_and_nothing_found(units: UnitsOfWork) -> None:
    await given(units, referral("1"), another(phone="+37061234567"))
    assert await similar(units) == []


async def test_of_very_many_the_newest_are_found(keyed: UnitsOfWork) -> None:
    first = referral("1")
    many = [
        replace(another(str(nth), phone=first.request.phone), sent_at=NOON + timedelta(minutes=nth))
        for nth in range(2, MOST_DOUBLES + 5)
    ]
    await given(keyed, first, *many)

    assert await similar(keyed) == [one.number for one in reversed(many)][:MOST_DOUBLES]
