"""Several processes explore what lies equally deep, each a part of it, and tell what they reached."""

import gc
import pickle
import time
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection

from tests.crawl.crawler import Crawler, Reached
from tests.crawl.dialogue import Dialogue, State
from tests.crawl.found import Found
from tests.crawl.novelty import Novelty

Sent = Reached[bytes]
"""With its state packed."""


def crawled_together(
    dialogue: Dialogue[State],
    crawler: Crawler[State],
    processes: int,
    tell: Callable[[int, int], None] = lambda _states, _waiting: None,
) -> tuple[Found, float]:
    """Whatever can be reached, and the seconds that the processors worked for it in all processes.

    The states are those that one process finds, reached by the same ways. `crawler` must not have begun yet. `tell`
    hears on the way how many states there are, and how many of them are still to be explored.
    """
    began = time.process_time()
    crawler.begin()
    found, waiting = crawler.found, [_packed(dialogue, one) for one in crawler.waiting]
    reached: set[Hashable] = {one.key for one in waiting}
    novelty = Novelty()
    with _workers(dialogue, crawler, processes) as workers:
        while chosen := [one for one in waiting if novelty.is_new(one.standing)]:
            tell(found.states, len(chosen))
            found.explored += len(chosen)
            following = _explored(workers, chosen)
            waiting = []
            for one in following:
                if one.key not in reached:
                    reached.add(one.key)
                    found.count(one.place)
                    waiting.append(one)
        parts = [_ended(worker) for worker in workers]
    for part, _ in parts:
        found.add_part(part)
    return found, time.process_time() - began + sum(seconds for _, seconds in parts)


def _explored(workers: Sequence[Connection], waiting: Sequence[Sent]) -> list[Sent]:
    """What was reached from there, in the order in which one process would have reached it."""
    for number, worker in enumerate(workers):
        worker.send(tuple(enumerate(waiting))[number :: len(workers)])
    news = [told for worker in workers for told in worker.recv()]
    return [one for _, one in sorted(news, key=lambda told: told[0])]


def _ended(worker: Connection) -> tuple[Found, float]:
    worker.send(None)
    found, seconds = worker.recv()
    return found, seconds


@contextmanager
def _workers(dialogue: Dialogue[State], crawler: Crawler[State], processes: int) -> Iterator[list[Connection]]:
    context = get_context("fork")
    # What was loaded stays, so that nobody looks through it for what could go.
    gc.freeze()
    pipes = [context.Pipe() for _ in range(processes)]
    workers = [context.Process(target=_work, args=(pipe, dialogue, crawler), daemon=True) for _, pipe in pipes]
    for worker in workers:
        worker.start()
    for _, theirs in pipes:
        # So that a worker that broke is noticed.
        theirs.close()
    try:
        yield [ours for ours, _ in pipes]
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()
        gc.unfreeze()


def _work(pipe: Connection, dialogue: Dialogue[State], crawler: Crawler[State]) -> None:
    """Explore what is sent until nothing is; tell what was reached, at last what was found."""
    began = time.process_time()
    crawler.found = Found()
    while (given := pipe.recv()) is not None:
        news = []
        for place, one in given:
            crawler.waiting.clear()
            crawler.explore(one.way, dialogue.unpacked(pickle.loads(one.state)))  # noqa: S301 - of our own process
            news += [(place, _packed(dialogue, new)) for new in crawler.waiting]
        pipe.send(news)
    pipe.send((crawler.found, time.process_time() - began))


def _packed(dialogue: Dialogue[State], one: Reached[State]) -> Sent:
    return Reached(one.key, one.standing, one.way, one.place, pickle.dumps(dialogue.packed(one.state)))
