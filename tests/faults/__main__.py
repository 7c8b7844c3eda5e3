"""Runs the fault matrix and prints a line for each experiment: `python -m tests.faults --only F3 --database sqlite`."""

import argparse
import asyncio
import sys
import time

from tests.faults.ledger import Sum
from tests.faults.matrix import MATRIX, Experiment, conducted
from tests.faults.sabotage import SABOTAGES
from tests.faults.stage import Kind, house

SHOWN_FAULTS = 5


async def run(chosen: argparse.Namespace) -> list[Sum]:
    """All that was chosen, one after the other."""
    sums = []
    async with house(chosen.seed, chosen.sabotage) as here:
        for experiment in MATRIX:
            for kind in experiment.kinds:
                if (chosen.only and experiment.fault not in chosen.only.split(",")) or chosen.database not in {
                    "",
                    kind,
                }:
                    continue
                began = time.monotonic()
                found = await conducted(experiment.run, here, kind, experiment.size(chosen.kills, chosen.submissions))
                sums.append(found)
                say(line_of(experiment, kind, found, time.monotonic() - began))
    return sums


def line_of(experiment: Experiment, kind: Kind, found: Sum, seconds: float) -> str:
    """What an experiment found, and under it what went wrong."""
    words = [
        f"{experiment.fault:<4}{experiment.what:<52}{kind:<9}",
        f"{found.kills} kills, {found.submissions} submissions, {len(found.lost)} lost, {len(found.doubled)} doubled, ",
        f"{seconds:.0f} s: {'ok' if found.is_good else 'FAILED'}",
        *(f"; {note}" for note in found.notes),
    ]
    wrong = (("lost", found.lost), ("doubled", found.doubled), ("wrong", found.failures))
    under = [f"    {name}: {fault}" for name, faults in wrong for fault in faults[:SHOWN_FAULTS]]
    return "\n".join(["".join(words), *under])


def say(words: str) -> None:
    """Print at once, also into a pipe."""
    print(words, flush=True)  # noqa: T201 - this is what the command is for


def main() -> int:
    """Exit 1 where anything was lost, doubled or otherwise wrong."""
    parser = argparse.ArgumentParser(prog="tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="random kills in all")
    parser.add_argument("--submissions", type=int, default=10_000, help="requests sent while they fall")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="some faults, such as F3 or F3,F4")
    parser.add_argument("--database", default="", choices=["", *Kind])
    parser.add_argument("--sabotage", default="", choices=["", *SABOTAGES], help="break the product, to see it red")
    sums = asyncio.run(run(parser.parse_args()))
    good = all(found.is_good for found in sums)
    kills, submissions = sum(found.kills for found in sums), sum(found.submissions for found in sums)
    lost, doubled = sum(len(found.lost) for found in sums), sum(len(found.doubled) for found in sums)
    say(f"{kills} faults, {submissions} submissions, {lost} lost, {doubled} doubled")
    return 0 if good and sums else 1


if __name__ == "__main__":
    sys.exit(main())
