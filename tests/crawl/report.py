"""What a crawl came to, as a table."""

from collections.abc import Iterator

from tests.crawl.found import Found, told
from tests.crawl.rules import Rule

SHOWN = 10
"""Faults of each kind that are told with the way to them."""


def report(found: Found, seconds: float, worked: float) -> str:
    """States, transitions, kinds of input, violations by kind, and each fault with the shortest way to it.

    `worked` are the seconds that the processors worked in all processes.
    """
    return "\n".join((*_faults(found), *_table(found, seconds, worked)))


def _faults(found: Found) -> Iterator[str]:
    for rule in Rule:
        those = [(fault, count, way) for fault, (count, way) in found.faults.items() if fault.rule is rule]
        for fault, count, way in sorted(those, key=lambda one: -one[1])[:SHOWN]:
            yield f"{rule.value}: {fault.what} ({count} times)\n    by: {told(way)}"
        if len(those) > SHOWN:
            yield f"{rule.value}: {len(those) - SHOWN} more"


def _table(found: Found, seconds: float, worked: float) -> Iterator[str]:
    yield "\n| kind of input | times |\n| --- | ---: |"
    for kind, times in sorted(found.kinds.items()):
        yield f"| {kind} | {times:,} |"
    yield "\n| rule | violations |\n| --- | ---: |"
    for rule in Rule:
        yield f"| {rule.value} | {found.of(rule):,} |"
    violations = sum(found.of(rule) for rule in Rule)
    yield ""
    yield (
        f"{found.states:,} states at {len(found.places)} kinds of place, {found.explored:,} of them explored by "
        f"{found.transitions:,} transitions, "
        f"{len(found.kinds)} kinds of input, {len(found.messages):,} different messages, "
        f"violations = {violations:,}, {seconds:.0f} s (work of processors: {worked:.0f} s)"
    )
