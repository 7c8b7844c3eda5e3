"""The master key changes while people send requests, under a process that nobody tells of it: nothing is lost."""

import asyncio
from pathlib import Path

import pytest

from assistant.adapters.database.session import open_database
from assistant.adapters.database.unit_of_work import SqlUnitsOfWork
from assistant.adapters.master_keys import MasterKeys
from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.test_letters import sent_at
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process

PEOPLE = 3


async def test_the_key_is_changed_under_load_and_every_request_is_read_with_the_newest_alone(tmp_path: Path) -> None:
    environment = environment_for(tmp_path / "var", free_port())
    product = Product(f"http://127.0.0.1:{environment['AISKIAI_PORT']}", environment)
    with serving(environment):
        sent = [await sent_at(product.base_url)]
        old = MasterKeys.kept(tmp_path / "var" / "encryption-keys").newest.id

        # When the key is changed and the old one dropped, while people send requests
        changing = asyncio.create_task(_changes(product, old))
        while not changing.done():
            sent += await asyncio.gather(*(sent_at(product.base_url) for _ in range(PEOPLE)))
        await changing
        sent.append(await sent_at(product.base_url))

        # Then the process that was there all the time reads what was sent before and what was sent after
        staff = StaffAtInbox(product.base_url)
        await staff.signs_in(product.sign_in_link())
        for number in (sent[0], sent[-1]):
            assert "Ona Onaitė" in await staff.opens(number)
        await staff.leaves()

    # And with the new key alone every one of them is read
    masters = MasterKeys.kept(tmp_path / "var" / "encryption-keys")
    assert len(masters.names) == 1
    assert masters.newest.id != old
    database = open_database(f"sqlite:///{tmp_path / 'var' / 'aiskiai.db'}")
    async with SqlUnitsOfWork(database, masters=masters)() as unit:
        found = await unit.referrals.of_municipality("kretingos-rajono")
    await database.close()
    assert {one.number for one in found} == set(sent)
    assert len(set(sent)) == len(sent)
    assert {one.request.name for one in found} == {"Ona Onaitė"}


async def _changes(product: Product, old: str) -> None:
    await asyncio.to_thread(product.command, "keys", "rotate")
    await asyncio.to_thread(product.command, "keys", "drop", old)
