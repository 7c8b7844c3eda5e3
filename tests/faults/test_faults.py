"""A short run of what `make faults` does at length, and the proof that it would see a broken product."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.faults import f01_killed, f06_repeated, f09_new_flow
from tests.faults.ledger import Sum
from tests.faults.matrix import Run
from tests.faults.stage import House, Kind, Size, house

pytestmark = [
    pytest.mark.process,
    pytest.mark.postgres,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.timeout(600),
]

SHORT = Size(kills=4, submissions=20)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home() -> AsyncIterator[House]:
    async with house(seed=7) as here:
        yield here


def good(found: Sum) -> bool:
    assert (found.lost, found.doubled, found.failures) == ((), (), ())
    return found.is_good


@pytest.mark.parametrize("kind", Kind)
async def test_killed_at_random_nothing_is_lost_or_doubled(home: House, kind: Kind) -> None:
    found = await f01_killed.at_random(home, kind, SHORT)

    assert good(found)
    assert found.kills >= SHORT.kills
    assert found.submissions >= SHORT.submissions


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("run", [f06_repeated.repeated, f09_new_flow.new_flow])
async def test_what_is_repeated_or_outlives_a_release_is_there_once(home: House, kind: Kind, run: Run) -> None:
    assert good(await run(home, kind, SHORT))


@pytest.mark.parametrize(
    ("sabotage", "run", "is_seen"),
    [
        ("answers-before-it-commits", f01_killed.at_random, lambda found: found.lost),
        ("knows-no-draft", f06_repeated.repeated, lambda found: found.doubled),
    ],
)
async def test_a_broken_product_is_seen(home: House, sabotage: str, run: Run, is_seen: object) -> None:
    home.sabotage = sabotage
    try:
        found = await run(home, Kind.SQLITE, SHORT)
    finally:
        home.sabotage = ""

    assert callable(is_seen)
    assert is_seen(found)
