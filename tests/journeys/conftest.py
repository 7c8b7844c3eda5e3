"""The running product, and a talk through each of its doors."""

from collections.abc import AsyncIterator, Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.journeys.running import Product, running_product
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Door, HttpDoor, Talk, TelegramDoor, TerminalDoor
from tests.telegram_server.person import TelegramPerson

if TYPE_CHECKING:
    from pathlib import Path

_people = count(1001)


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One product for all journeys of a test process: people do not meet each other in it."""
    folder: Path = tmp_path_factory.mktemp("product")
    with running_product(folder / "var") as product:
        yield product


@pytest.fixture(params=["web", "telegram", "terminal"])
async def talk(request: pytest.FixtureRequest, product: Product) -> AsyncIterator[Talk]:
    """A new person's talk through one of the doors."""
    person = next(_people)
    door: Door
    if request.param == "web":
        door = HttpDoor(product.base_url)
    elif request.param == "telegram":
        assert product.telegram is not None
        door = TelegramDoor(TelegramPerson(product.telegram.base_url, person))
    else:
        door = TerminalDoor(product.environment, f"person-{person}")
    yield Talk(door)
    await door.leaves()


@pytest.fixture
async def staff(product: Product) -> AsyncIterator[StaffAtInbox]:
    """A member of staff of Kretinga, signed in."""
    at_inbox = StaffAtInbox(product.base_url)
    await at_inbox.signs_in(product.sign_in_link())
    yield at_inbox
    await at_inbox.leaves()
