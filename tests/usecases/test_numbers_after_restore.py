"""No number is ever given twice, also where a database is put back to what it was."""

import asyncio
import contextlib
import itertools
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant.adapters.secrets import SystemSecrets
from assistant.bootstrap import Assistant, assembled
from assistant.commands.backup import back_up, restore
from assistant.commands.keys import put_back
from assistant.errors import NumbersExhaustedError, ReferralChangedError
from assistant.library.library import Library
from assistant.referrals.numbers import BLOCK_SIZE, BLOCKS
from assistant.settings import Settings
from assistant.usecases.numbering import GiveNumber
from tests.adapters.database.examples import referral
from tests.databases import PostgresServer

drafts = itertools.count()


async def _submitted(settings: Settings, library: Library, count: int) -> list[str]:
    """The numbers of so many requests, sent to a server that runs only for them."""
    async with assembled(settings, library=library) as assistant:
        return await _numbers(assistant, count)


async def _numbers(assistant: Assistant, count: int, at_once: int = 50) -> list[str]:
    """So many new referrals, some of them in one transaction; one that clashes is sent again, as the product does."""
    give = GiveNumber(clock=assistant.clock, secrets=SystemSecrets("key"))
    numbers: list[str] = []
    while len(numbers) < count:
        with contextlib.suppress(ReferralChangedError):
            async with assistant.units() as work:
                given = []
                for _ in range(at_once):
                    given.append(await give(work))
                    await work.referrals.add(referral(given[-1], draft=f"draft/{next(drafts)}"))
                await work.commit()
            numbers += given
    return numbers


def _settings(tmp_path: Path, database_url: str = "") -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path / "var", database_url=database_url, secret_key="key")


async def test_no_number_comes_twice_after_a_restore(tmp_path: Path, library: Library) -> None:
    settings = _settings(tmp_path)
    given = await _submitted(settings, library, 1000)
    backup = await back_up(settings)
    given += await _submitted(settings, library, 1000)

    await restore(settings, backup)

    given += await _submitted(settings, library, 2000)
    assert len(set(given)) == len(given) == 4000


async def test_nor_when_the_same_backup_is_restored_again(tmp_path: Path, library: Library) -> None:
    settings = _settings(tmp_path)
    given = await _submitted(settings, library, 50)
    backup = await back_up(settings)
    blocks = set()
    for _ in range(5):
        await restore(settings, backup)
        given += await _submitted(settings, library, 50)
        blocks.add(given[-1][:3])

    assert len(blocks) == 5
    assert len(set(given)) == len(given)


async def test_nor_when_the_backup_is_laid_in_place_by_hand(tmp_path: Path, library: Library) -> None:
    settings = _settings(tmp_path)
    await _submitted(settings, library, 50)
    backup = await back_up(settings)
    [open_then] = {number[:3] for number in await _submitted(settings, library, 50)}

    shutil.copy(backup, tmp_path / "var" / "aiskiai.db")
    await put_back(settings, None)

    assert open_then not in {number[:3] for number in await _submitted(settings, library, 50)}


async def test_a_server_that_goes_on_after_a_backup_stays_in_its_block(tmp_path: Path, library: Library) -> None:
    settings = _settings(tmp_path)
    before = await _submitted(settings, library, 50)
    await back_up(settings)
    after = await _submitted(settings, library, 50)

    assert len({number[:3] for number in before + after}) == 1
    assert (tmp_path / "var" / "number-blocks").read_text(encoding="ascii").split() == [before[0][:3]]


@pytest.mark.postgres
async def test_no_number_comes_twice_after_a_restore_of_postgresql(
    tmp_path: Path, library: Library, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given
    monkeypatch.setenv("PATH", str(postgres.programs))
    settings = _settings(tmp_path, postgres.fresh_url())
    given = await _submitted(settings, library, 200)
    backup = await back_up(settings)
    given += await _submitted(settings, library, 200)

    # When it is restored into a new database, as the command wants it, on a machine that knows nothing
    anew = _settings(tmp_path / "another machine", postgres.fresh_url())
    anew.data_dir.mkdir(parents=True)
    shutil.copy(settings.master_key_file, anew.master_key_file)
    await restore(anew, backup, settings.data_key_copy)

    # Then
    given += await _submitted(anew, library, 400)
    assert len(set(given)) == len(given) == 800
    postgres.drop(settings.database)
    postgres.drop(anew.database)


async def test_a_full_block_is_followed_by_the_next_and_a_known_next_by_a_fresh_one(assistant: Assistant) -> None:
    # Given a block every place of which is taken
    [number] = (await _numbers(assistant, 50))[:1]
    block = int(number[:3])
    _fill(assistant.settings, block)
    [after] = {int(number[:3]) for number in await _numbers(assistant, 50)}
    following = block + 1 if block < BLOCKS[-1] else BLOCKS[0]
    assert after == following

    # When the one after the next is known from elsewhere
    _fill(assistant.settings, after)
    beyond = after + 1 if after < BLOCKS[-1] else BLOCKS[0]
    known = assistant.settings.known_blocks
    known.write_text(known.read_text(encoding="ascii") + f"{beyond}\n", encoding="ascii")

    # Then
    [fresh] = {int(number[:3]) for number in await _numbers(assistant, 50)}
    assert fresh not in {block, after, beyond}


def _fill(settings: Settings, block: int) -> None:
    with closing(sqlite3.connect(settings.data_dir / "aiskiai.db")) as connection, connection:
        connection.execute(
            "WITH RECURSIVE places(place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM places WHERE place + 1 < ?)"
            " INSERT OR IGNORE INTO referrals"
            " (number, draft, conversation, municipality, request, sent_at, taken_by, is_over, version, is_demo,"
            " status, is_begun, due, changed_at, need, for_other, outcome)"
            " SELECT (? * 10000 + place) || digit, (? * 10000 + place) || digit,"
            " 'conversation-0', 'kretingos-rajono', '{}', '2026-01-01', '', 1, 0, 0,"
            " 'closed', 1, '9999-12-31', '2026-01-01', 'talk', 0, '' FROM places,"
            " (SELECT 0 AS digit UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
            " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)",
            (BLOCK_SIZE, block, block),
        )


async def test_when_every_block_is_known_it_is_said(assistant: Assistant) -> None:
    assistant.settings.known_blocks.write_text("\n".join(str(block) for block in BLOCKS), encoding="ascii")
    with pytest.raises(NumbersExhaustedError):
        await _numbers(assistant, 50)


async def test_two_processes_that_begin_at_once_never_give_the_same_number(two: tuple[Assistant, Assistant]) -> None:
    await _numbers(two[0], 50)

    rounds = await asyncio.gather(*(_numbers(assistant, 100, at_once=1) for assistant in two))

    numbers = [number for given in rounds for number in given]
    assert len(set(numbers)) == len(numbers)
