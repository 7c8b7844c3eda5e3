"""`python -m tests.crawl`: explores the whole dialogue and prints what it tried and which rules were broken.

`--most 5000 --share 0.3 --seed 7` takes a piece of that many transitions: taps always, other things in this share of
cases. Ends with 1 where a rule was broken.
"""

import argparse
import sys
import time

from assistant.library.loader import load_library
from assistant.library.vocabulary import load_vocabulary
from tests.conftest import CONTENT, LEARNED
from tests.crawl.crawler import Crawler, Piece
from tests.crawl.found import Found
from tests.crawl.product import Product
from tests.crawl.reading import Reader
from tests.crawl.remembering import remembering
from tests.crawl.report import report
from tests.crawl.together import crawled_together


def crawled(piece: Piece | None, processes: int) -> tuple[Found, float]:
    """The product's dialogue as it ships, or a piece of it; and the seconds that the processors worked."""
    library = load_library(CONTENT, LEARNED)
    product = Product(library)
    crawler = Crawler(product, Reader(library, load_vocabulary(CONTENT), CONTENT / "pictures"), piece)
    with remembering(library):
        if piece is None:
            return crawled_together(product, crawler, processes, _tell)
        return crawler.run(), time.process_time()


def _tell(states: int, waiting: int) -> None:
    print(f"{states:,} states, {waiting:,} of them to explore", file=sys.stderr, flush=True)  # noqa: T201 - as above


def main() -> None:
    """Runs it."""
    parser = argparse.ArgumentParser(prog="tests.crawl", description=__doc__)
    parser.add_argument("--most", type=int, help="so many transitions instead of all")
    parser.add_argument("--share", type=float, default=0.3, help="of what is no tap, in a piece")
    parser.add_argument("--seed", type=int, default=1, help="another seed takes another piece")
    parser.add_argument("--processes", type=int, default=2, help="that explore the whole together")
    wanted = parser.parse_args()
    began = time.monotonic()
    piece = Piece(wanted.seed, wanted.share, wanted.most) if wanted.most else None
    found, worked = crawled(piece, wanted.processes)
    print(report(found, time.monotonic() - began, worked))  # noqa: T201 - it is a command
    sys.exit(bool(found.faults))


if __name__ == "__main__":
    main()
