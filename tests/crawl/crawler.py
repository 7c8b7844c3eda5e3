"""Goes through a dialogue breadth first: each new state is looked at; where it is worth it, everything is done once.

Which states are worth it, novelty.py tells; in a piece of a crawl every state may be.
"""

import random
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from assistant.conversation.messages import Message
from tests.crawl.dialogue import Dialogue, Input, Seen, State, Want
from tests.crawl.found import Found, Way
from tests.crawl.novelty import Novelty, Standing
from tests.crawl.rules import Fault, Rule, faults_between, faults_of, faults_of_choice, faults_of_way_back

Reading = Callable[[Message, Seen], Iterable[Fault]]
"""What is wrong with the words, the pictures and the sound of a message."""


@dataclass(frozen=True)
class Piece:
    """A part of a crawl: other things than taps are done in this share of cases, until so many were done in all."""

    seed: int
    share: float
    most: int


@dataclass(frozen=True)
class Reached(Generic[State]):
    """A state, the shortest way to it, and the kind of its place; states with equal keys are one."""

    key: Hashable
    standing: Standing
    way: Way
    place: str
    state: State


class Crawler(Generic[State]):
    """One crawl of one dialogue; `reading` looks at each message once."""

    def __init__(self, dialogue: Dialogue[State], reading: Reading, piece: Piece | None = None) -> None:
        self._dialogue = dialogue
        self._reading = reading
        self._piece = piece
        self._random = random.Random(piece.seed if piece else 0)  # noqa: S311 - a choice that can be repeated
        self._reached: set[Hashable] = set()
        self._novelty = Novelty()
        self._read: set[Hashable] = set()
        self.waiting: list[Reached[State]] = []
        """What may still be explored, in its order."""
        self.found = Found()

    def run(self) -> Found:
        """Whatever can be reached, or a piece of it."""
        self.begin()
        while self.waiting and not self._is_enough():
            for one in self._next():
                self.found.explored += 1
                self.explore(one.way, one.state)
        return self.found

    def begin(self) -> None:
        """Look at where the dialogue can begin."""
        for name, state in self._dialogue.begins():
            self._look((name,), state)

    def _is_enough(self) -> bool:
        return self._piece is not None and self.found.transitions >= self._piece.most

    def _next(self) -> "list[Reached[State]]":
        """All that lies equally deep; in a piece any one, so that it sees what lies deep, too."""
        if self._piece is not None:
            return [self.waiting.pop(self._random.randrange(len(self.waiting)))]
        following, self.waiting = self.waiting, []
        return [one for one in following if self._novelty.is_new(one.standing)]

    def _chosen(self, inputs: Iterable[Input]) -> Iterator[Input]:
        for one in inputs:
            if self._piece is None or one.is_tap or self._random.random() < self._piece.share:
                yield one

    def _look(self, way: Way, state: State) -> None:
        """Look at what is shown, and note the state where it is new."""
        seen = self._dialogue.seen(state)
        for fault in faults_of(seen):
            self.found.add(fault, way)
        for message in seen.messages:
            drawn = frozenset((choice.label, choice.picture) for choice in message.choices)
            mark = (message.sentences, message.picture, drawn, seen.easiest)
            if mark not in self._read:
                self._read.add(mark)
                self.found.messages.add(hash(mark))
                for fault in self._reading(message, seen):
                    self.found.add(fault, way)
        key = self._dialogue.key(state)
        if key not in self._reached:
            self._reached.add(key)
            reached = Reached(key, self._dialogue.standing(state), way, seen.place.partition(" ")[0], state)
            self.found.count(reached.place)
            self.waiting.append(reached)

    def explore(self, way: Way, state: State) -> None:
        """Do everything there once."""
        before = self._dialogue.seen(state)
        inputs = tuple(self._dialogue.inputs(state))
        for fault in faults_of_choice(before, inputs):
            self.found.add(fault, way)
        for done in self._chosen(inputs):
            self.found.transitions += 1
            self.found.kinds[done.kind] += 1
            try:
                self._do((*way, done.name), state, before, done)
            except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
                last = traceback.extract_tb(error.__traceback__)[-1]
                what = f"{before.place}: {error!r} in {last.filename.rpartition('/')[2]}:{last.lineno}"
                self.found.add(Fault(Rule.EXCEPTION, what), (*way, done.name))

    def _do(self, way: Way, state: State, before: Seen, done: Input) -> None:
        after_state = self._dialogue.after(state, done)
        after = self._dialogue.seen(after_state)
        faults = [*faults_between(before, done, after)]
        if done.secret and done.secret in self._dialogue.kept(after_state):
            faults.append(Fault(Rule.SECRET_KEPT, before.place))
        if after.place != before.place and done.wants is not Want.BACK:
            faults += self._way_back(after_state, before, done, after)
        for fault in faults:
            self.found.add(fault, way)
        self._look(way, after_state)

    def _way_back(self, state: State, before: Seen, done: Input, after: Seen) -> Iterator[Fault]:
        back = next((one for one in self._dialogue.inputs(state) if one.wants is Want.BACK and one.is_tap), None)
        if back is not None:
            returned = self._dialogue.seen(self._dialogue.after(state, back))
            yield from faults_of_way_back(before, done, after, returned)
