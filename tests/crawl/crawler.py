"""Goes through a dialogue breadth first: in each state everything is done once, and each new state is looked at."""

import random
import traceback
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic

from assistant.conversation.messages import Message
from tests.crawl.dialogue import Dialogue, Input, Seen, State, Want
from tests.crawl.rules import Fault, Rule, faults_between, faults_of, faults_of_choice, faults_of_way_back

Reading = Callable[[Message, Seen], Iterable[Fault]]
"""What is wrong with the words, the pictures and the sound of a message."""

LONGEST_TOLD = 12
"""Steps of a path that are printed; the beginning and the end tell most."""


@dataclass(frozen=True)
class Piece:
    """A part of a crawl: other things than taps are done in this share of cases, until so many were done in all."""

    seed: int
    share: float
    most: int


@dataclass
class Found:
    """What a crawl came to. `faults` holds how often each was met and the shortest way to it."""

    states: int = 0
    transitions: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    faults: dict[Fault, tuple[int, str]] = field(default_factory=dict)

    def add(self, fault: Fault, path: str) -> None:
        """Count it; the first way is the shortest, since all goes breadth first."""
        count, first = self.faults.get(fault, (0, path))
        self.faults[fault] = (count + 1, first)

    def of(self, rule: Rule) -> int:
        """How often the rule was broken."""
        return sum(count for fault, (count, _) in self.faults.items() if fault.rule is rule)


@dataclass(frozen=True)
class _Way:
    """How a state was reached."""

    name: str
    earlier: "_Way | None" = None

    def __str__(self) -> str:
        names: deque[str] = deque()
        way: _Way | None = self
        while way is not None:
            names.appendleft(way.name)
            way = way.earlier
        told = list(names)
        if len(told) > LONGEST_TOLD:
            told = [*told[:2], "…", *told[-LONGEST_TOLD + 2 :]]
        return " > ".join(told)


class Crawler(Generic[State]):
    """One crawl of one dialogue; `reading` looks at each message once."""

    def __init__(self, dialogue: Dialogue[State], reading: Reading, piece: Piece | None = None) -> None:
        self._dialogue = dialogue
        self._reading = reading
        self._piece = piece
        self._random = random.Random(piece.seed if piece else 0)  # noqa: S311 - a choice that can be repeated
        self._reached: set[Hashable] = set()
        self._read: set[Hashable] = set()
        self._waiting: deque[tuple[_Way, State]] = deque()
        self.found = Found()

    def run(self) -> Found:
        """Everything that can be reached, or the piece of it."""
        for name, state in self._dialogue.begins():
            self._look(_Way(name), state)
        while self._waiting and not self._is_enough():
            way, state = self._next()
            self._explore(way, state)
        return self.found

    def _is_enough(self) -> bool:
        return self._piece is not None and self.found.transitions >= self._piece.most

    def _next(self) -> tuple[_Way, State]:
        if self._piece is not None:
            # A piece shall see what lies deep, too.
            self._waiting.rotate(self._random.randrange(len(self._waiting)))
        return self._waiting.popleft()

    def _chosen(self, inputs: Iterable[Input]) -> Iterator[Input]:
        for one in inputs:
            if self._piece is None or one.is_tap or self._random.random() < self._piece.share:
                yield one

    def _look(self, way: _Way, state: State) -> None:
        """Look at what is shown, and note the state where it is new."""
        seen = self._dialogue.seen(state)
        for fault in faults_of(seen):
            self.found.add(fault, str(way))
        for message in seen.messages:
            drawn = frozenset((choice.label, choice.picture) for choice in message.choices)
            mark = (message.sentences, message.picture, drawn, seen.easiest)
            if mark not in self._read:
                self._read.add(mark)
                self.found.messages += 1
                for fault in self._reading(message, seen):
                    self.found.add(fault, str(way))
        key = self._dialogue.key(state)
        if key not in self._reached:
            self._reached.add(key)
            self.found.states += 1
            self.found.places[seen.place.partition(" ")[0]] += 1
            self._waiting.append((way, state))

    def _explore(self, way: _Way, state: State) -> None:
        before = self._dialogue.seen(state)
        inputs = tuple(self._dialogue.inputs(state))
        for fault in faults_of_choice(before, inputs):
            self.found.add(fault, str(way))
        for done in self._chosen(inputs):
            self.found.transitions += 1
            self.found.kinds[done.kind] += 1
            try:
                self._do(_Way(done.name, way), state, before, done)
            except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
                last = traceback.extract_tb(error.__traceback__)[-1]
                what = f"{before.place}: {error!r} in {last.filename.rpartition('/')[2]}:{last.lineno}"
                self.found.add(Fault(Rule.EXCEPTION, what), str(_Way(done.name, way)))

    def _do(self, way: _Way, state: State, before: Seen, done: Input) -> None:
        after_state = self._dialogue.after(state, done)
        after = self._dialogue.seen(after_state)
        faults = [*faults_between(before, done, after)]
        if done.secret and done.secret in self._dialogue.kept(after_state):
            faults.append(Fault(Rule.SECRET_KEPT, before.place))
        if after.place != before.place and done.wants is not Want.BACK:
            faults += self._way_back(after_state, before, done, after)
        for fault in faults:
            self.found.add(fault, str(way))
        self._look(way, after_state)

    def _way_back(self, state: State, before: Seen, done: Input, after: Seen) -> Iterator[Fault]:
        back = next((one for one in self._dialogue.inputs(state) if one.wants is Want.BACK and one.is_tap), None)
        if back is not None:
            returned = self._dialogue.seen(self._dialogue.after(state, back))
            yield from faults_of_way_back(before, done, after, returned)
