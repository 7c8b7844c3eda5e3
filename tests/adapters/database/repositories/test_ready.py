"""Ready replies: one stored version after another, uses counted, each municipality for itself."""

from dataclasses import replace

import pytest

from assistant.errors import ReadyReplyChangedError
from assistant.usecases.ports import UnitsOfWork
from assistant.usecases.ready_ports import KeptReady

KRETINGA, NERINGA = "kretingos-rajono", "neringos"


async def kept(units: UnitsOfWork, municipality: str = KRETINGA) -> tuple[KeptReady, ...]:
    async with units() as work:
        return await work.ready.of_municipality(municipality)


async def store(units: UnitsOfWork, one: KeptReady, municipality: str = KRETINGA) -> None:
    async with units() as work:
        await work.ready.store(municipality, one)
        await work.commit()


async def count(units: UnitsOfWork, name: str, municipality: str = KRETINGA) -> None:
    async with units() as work:
        await work.ready.count(municipality, name)
        await work.commit()


async def test_what_is_stored_comes_back_in_its_order_with_the_next_version(units: UnitsOfWork) -> None:
    second = KeptReady("b", "Antras", "Du.", position=2)
    first = KeptReady("c", "Pirmas", "Vienas.", position=1, is_removed=True)

    await store(units, second)
    await store(units, first)

    assert await kept(units) == (replace(first, version=1), replace(second, version=1))
    assert await kept(units, NERINGA) == ()


async def test_of_two_that_change_the_same_version_the_second_loses_nothing(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await store(units, KeptReady("a", "Vienas", "A."))
    [read] = await kept(units)
    await store(units, replace(read, text="B."))

    with pytest.raises(ReadyReplyChangedError):
        await store(other_units, replace(read, text="C."))

    [now] = await kept(units)
    assert (now.text, now.version) == ("B.", 2)


async def test_of_two_that_change_what_nobody_has_changed_yet_the_second_is_told(
    units: UnitsOfWork, other_units: UnitsOfWork
) -> None:
    await store(units, KeptReady("come", "Vienas", "A."))

    with pytest.raises(ReadyReplyChangedError):
        await store(other_units, KeptReady("come", "Du", "B."))


async def test_a_use_is_counted_and_is_no_change(units: UnitsOfWork) -> None:
    await count(units, "come")
    await count(units, "come")
    await store(units, KeptReady("come", "Vienas", "A."))
    await count(units, "come")
    await count(units, "come", NERINGA)

    [own] = await kept(units)
    [theirs] = await kept(units, NERINGA)
    assert (own.used, own.version, own.text) == (3, 1, "A.")
    assert (theirs.used, theirs.version, theirs.text) == (1, 0, "")
