"""The benchmarks as a table: on a database that is empty and on one that holds years of use."""

import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.adapters.database.years_of_use import fill
from assistant.bootstrap import assembled
from assistant.commands.bench.inbox import inbox_lines
from assistant.commands.bench.measures import Measured, hand_over, measured, memory
from assistant.commands.bench.pace import Pace
from assistant.settings import Settings
from assistant.usecases.search_words import SearchKeys


@dataclass(frozen=True)
class Size:
    """How long turns are measured, how much is sent, what the full database and the full inbox hold.

    Product and bare route take `http_rounds` turns over HTTP, where a machine's moods tell most. `pages` is how often
    each page of the full inbox is asked for.
    """

    seconds: int = 10
    submissions: int = 400
    http_rounds: int = 30
    letters: int = 40
    turns: int = 1_000_000
    referrals: int = 60_000
    inbox: int = 100_000
    pages: int = 40


async def report_lines(settings: Settings, size: Size, database_url: str = "") -> list[str]:
    """A table in Markdown; on a fresh SQLite file, or on a database that is named and of no use afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        apart = settings.model_copy(update={"data_dir": Path(folder), "database_url": database_url, "smtp_url": ""})
        apart = Settings.model_validate(apart.model_dump())
        async with assembled(apart) as assistant:
            letters = await hand_over(assistant, size.letters, "letters")
            empty = await measured(assistant, size.seconds, size.submissions, size.http_rounds, "empty")
            mark = SearchKeys(assistant.secrets.hashed).mark
        began = time.perf_counter()
        await fill(apart.database, size.turns, size.referrals, mark)
        filling = time.perf_counter() - began
        began = time.perf_counter()
        async with assembled(apart) as assistant:
            starting = time.perf_counter() - began
            full = await measured(assistant, size.seconds, size.submissions, size.http_rounds, "full")
            in_memory = memory()
        inbox = await inbox_lines(apart, size.inbox, size.pages)
    return [
        *_table(empty, full),
        "",
        f"Turns were measured for {size.seconds} s each time, and the bare route as long.",
        f"Ratio in the middle half of {size.http_rounds} rounds over HTTP: {_middle(empty)}; full: {_middle(full)}.",
        f"Letters handed over: p50 {letters.percentile(50) / 1000:.1f} s, p95 {letters.percentile(95) / 1000:.1f} s.",
        f"Full: {size.turns:,} turns, {size.referrals:,} referrals, loaded in {filling:.0f} s.",
        f"Full: start {starting:.1f} s, memory {in_memory:.0f} MB.",
        "",
        *inbox,
    ]


def _table(empty: Measured, full: Measured) -> list[str]:
    rows = [
        ("a turn, 25 a second: p50", *_times(empty, full, 50)),
        ("p95", *_times(empty, full, 95)),
        ("p99", *_times(empty, full, 99)),
        ("the bare route, 25 a second: p50", *_bare_times(empty, full, 50)),
        ("p95", *_bare_times(empty, full, 95)),
        ("p99", *_bare_times(empty, full, 99)),
        *(
            (
                f"times as long as the bare route: p{share}",
                *(f"{one.turns.percentile(share) / one.bare_turns.percentile(share):.1f}" for one in (empty, full)),
                "",
            )
            for share in (50, 95, 99)
        ),
        (
            f"submissions a second over HTTP, from the first page to the number ({empty.calls} calls)",
            *_rates(empty.served_journeys, full.served_journeys),
        ),
        ("the bare route, as many calls and commits", *_rates(empty.served_bare_journeys, full.served_bare_journeys)),
        (
            "ratio, submissions to bare",
            *_shares([(one.served_journeys, one.served_bare_journeys) for one in (empty, full)]),
        ),
        ("without server and network: submissions a second", *_rates(empty.journeys, full.journeys)),
        ("the bare route, as many calls and commits", *_rates(empty.bare_journeys, full.bare_journeys)),
        ("ratio, submissions to bare", *_shares([(one.journeys, one.bare_journeys) for one in (empty, full)])),
        ("the last of these calls alone, a second", *_rates(empty.submissions, full.submissions)),
        ("the bare route, one call", *_rates(empty.bare_submissions, full.bare_submissions)),
        ("ratio, last call to bare", *_shares([(one.submissions, one.bare_submissions) for one in (empty, full)])),
    ]
    return [
        "| | empty | full | full / empty |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def _shares(pairs: Sequence[tuple[Pace, Pace]]) -> tuple[str, ...]:
    return (*(f"{product.per_second / bare.per_second:.2f}" for product, bare in pairs), "")


def _middle(one: Measured) -> str:
    quarter, _, three_quarters = statistics.quantiles(one.served_ratios, n=4, method="inclusive")
    return f"{quarter:.2f} to {three_quarters:.2f}"


def _times(empty: Measured, full: Measured, share: int) -> tuple[str, str, str]:
    return _compared(empty.turns, full.turns, share)


def _bare_times(empty: Measured, full: Measured, share: int) -> tuple[str, str, str]:
    return _compared(empty.bare_turns, full.bare_turns, share)


def _compared(empty: Pace, full: Pace, share: int) -> tuple[str, str, str]:
    before, after = empty.percentile(share), full.percentile(share)
    return f"{before:.1f} ms", f"{after:.1f} ms", f"{after / before:.2f}"


def _rates(empty: Pace, full: Pace) -> tuple[str, str, str]:
    return f"{empty.per_second:.0f}", f"{full.per_second:.0f}", f"{empty.per_second / full.per_second:.2f}"
