"""Master keys change while people send requests, in a process that knows nothing of it: nothing is lost."""

import asyncio
from pathlib import Path

import pytest

from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.test_letters import sent_at
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process

PEOPLE, ROUNDS = 3, 2


async def test_keys_are_changed_under_load_and_every_request_is_read_with_the_newest_alone(tmp_path: Path) -> None:
    environment = environment_for(tmp_path / "var", free_port())
    product = Product(f"http://127.0.0.1:{environment['AISKIAI_PORT']}", environment)
    with serving(environment):
        # When the keys are rotated twice, while people send requests one after the other
        rotating = asyncio.create_task(_rotates(product))
        sent = [
            number for numbers in await asyncio.gather(*(_sends(product) for _ in range(PEOPLE))) for number in numbers
        ]
        while not rotating.done():
            sent.append(await sent_at(product.base_url))
        dropped = await rotating

        # Then the process that was there all the time reads them all, with the newest key alone
        assert len(dropped) == 2
        await _all_are_there(product, sent)

    # And so does one that starts now
    with serving(environment):
        await _all_are_there(product, sent)
    [line] = product.command("keys", "list").splitlines()
    assert line.split()[1] == "newest"
    assert line.split()[0] not in dropped


async def _rotates(product: Product) -> list[str]:
    dropped = []
    for _ in range(2):
        await asyncio.to_thread(product.command, "keys", "rotate")
        listed = (await asyncio.to_thread(product.command, "keys", "list")).splitlines()
        old = listed[-1].split()[0]
        await asyncio.to_thread(product.command, "keys", "drop", old)
        dropped.append(old)
    return dropped


async def _sends(product: Product) -> list[str]:
    return [await sent_at(product.base_url) for _ in range(ROUNDS)]


async def _all_are_there(product: Product, numbers: list[str]) -> None:
    staff = StaffAtInbox(product.base_url)
    await staff.signs_in(product.sign_in_link())
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert "Ona Onaitė" in await staff.opens(number)
    await staff.leaves()
