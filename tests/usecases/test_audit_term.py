"""The audit log may have a term: its beginning goes, the rest is still proved whole, and nothing else can be taken."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from assistant.bootstrap import Assistant
from assistant.usecases.audit_chain import Damage
from assistant.usecases.auditing import Did, Operator
from assistant.usecases.forgetting import Kind
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock


async def noted(assistant: Assistant, clock: FakeClock, lines: int) -> None:
    """A line a day."""
    for _ in range(lines):
        async with assistant.units() as work:
            work.audit.note(Operator(), Did.READ_LOG, "", clock.now())
            await work.commit()
        clock.passes(timedelta(days=1))


@pytest.fixture
async def kept(database_url: str, opens: Opens, clock: FakeClock) -> Assistant:
    """Twelve lines, of which those are kept that are younger than five days."""
    assistant = await opens(database_url, keep_audit_days=5)
    await noted(assistant, clock, 12)
    return assistant


async def run(assistant: Assistant, statement: str) -> None:
    async with assistant.database.engine.begin() as connection:
        await connection.execute(text(statement))


async def test_the_beginning_goes_and_the_rest_is_whole(kept: Assistant) -> None:
    noted_before = (await kept.audit.verify()).head
    assert (await kept.retain.once(is_dry_run=True))[Kind.AUDIT] == 8

    assert (await kept.retain.once())[Kind.AUDIT] == 8

    verdict = await kept.audit.verify()
    assert verdict.fault is None
    assert verdict.whole == 5, "four that are young enough, and the one that says how many went"
    assert (await kept.audit.verify(noted_before)).fault is None
    assert (await kept.retain.once())[Kind.AUDIT] == 0


async def test_where_no_term_is_set_everything_stays(assistant: Assistant, clock: FakeClock) -> None:
    await noted(assistant, clock, 3)
    clock.passes(timedelta(days=4000))

    assert (await assistant.retain.once())[Kind.AUDIT] == 0
    assert (await assistant.audit.verify()).whole == 3


async def test_the_newest_line_always_stays(kept: Assistant, clock: FakeClock) -> None:
    clock.passes(timedelta(days=100))

    await kept.retain.once()

    verdict = await kept.audit.verify()
    assert verdict.fault is None
    assert verdict.head is not None
    assert verdict.head.position == 13


async def test_the_database_lets_nothing_go_that_no_checkpoint_covers(kept: Assistant) -> None:
    await kept.retain.once()

    with pytest.raises(DBAPIError):
        await run(kept, "DELETE FROM audit_log WHERE position = 10")
    with pytest.raises(DBAPIError):
        await run(kept, "UPDATE audit_log SET did = 'noted' WHERE position = 10")


async def test_a_checkpoint_that_was_made_without_the_key_is_seen(kept: Assistant) -> None:
    await kept.retain.once()
    await run(
        kept,
        "INSERT INTO audit_checkpoints (position, at, last, seal)"
        " SELECT position, at, seal, seal FROM audit_log WHERE position = 11",
    )
    await run(kept, "DELETE FROM audit_log WHERE position <= 11")

    fault = (await kept.audit.verify()).fault

    assert fault is not None
    assert (fault.damage, fault.position, fault.until) == (Damage.REMOVED, 1, 11)


async def test_a_checkpoint_that_is_gone_is_seen(kept: Assistant) -> None:
    await kept.retain.once()
    await run(kept, "DELETE FROM audit_checkpoints")

    fault = (await kept.audit.verify()).fault

    assert fault is not None
    assert fault.position == 1
