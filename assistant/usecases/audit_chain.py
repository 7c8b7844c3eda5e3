"""How the lines of the audit log hold on to each other, and what is wrong where they do not."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.usecases.auditing import AuditLine, Checkpoint, Head
from assistant.usecases.keyed import by_each_key

Seal = Callable[[str], str]
"""A hash keyed with the product's own secret: nobody makes it who has only the database."""

PURPOSE = "audit log"
"""Stands before what is sealed, so that no seal is the hash of anything else that is kept under the same key."""


def sealed(line: AuditLine, seal: Seal) -> str:
    """The seal over everything that stands in the line, its place and the seal of the line before it."""
    told = {
        "position": line.position,
        "at": line.at.isoformat(),
        "staff": line.staff,
        "email": line.email,
        "municipality": line.municipality,
        "did": line.did,
        "subject": line.subject,
        "details": line.details,
        "previous": line.previous,
    }
    return seal(f"{PURPOSE}\n{json.dumps(told, sort_keys=True, separators=(',', ':'), ensure_ascii=False)}")


CHECKPOINT = "audit checkpoint"
"""Stands before what seals a checkpoint: no seal of a line can be taken for one."""


def sealed_checkpoint(position: int, last: str, seal: Seal) -> str:
    """The seal that says that the log rightly begins behind this line, whose own seal is `last`."""
    return seal(f"{CHECKPOINT}\n{position}\n{last}")


class Damage(StrEnum):
    """What can be wrong with the log."""

    CHANGED = "changed"
    """The line is not what was written."""
    INSERTED = "inserted"
    """The line was put in; the one that belongs here stands behind it."""
    REMOVED = "removed"
    """The line is not there, but later ones are."""
    MOVED = "moved"
    """Another line of the log stands in its place."""
    CUT = "cut"
    """The log ends before the line that was known to be its last."""
    OTHER_KEY = "other-key"
    """No line fits the key: it was changed, or the whole log was made without it."""


@dataclass(frozen=True)
class Fault:
    """The first line that is wrong; `until` is the last of them where several are missing."""

    damage: Damage
    position: int
    until: int


@dataclass(frozen=True)
class Verdict:
    """What came of walking the log: how many lines hold, the last of them, and the first fault, if there is one."""

    whole: int
    head: Head | None
    fault: Fault | None


class Walk:
    """Walks the log from its first line; what it is given is a source of its lines that can be begun anew.

    `start` is the last line that was rightly taken out since its term was over: the first one must follow it.
    """

    def __init__(
        self, lines: Callable[[], AsyncIterator[AuditLine]], seal: Seal, start: Checkpoint | None = None
    ) -> None:
        self._lines = lines
        self._seal = seal
        is_ours = start is not None and start.seal in by_each_key(sealed_checkpoint(start.position, start.last, seal))
        # One that was made without the key is none, and then the first lines are missing.
        self._start = Head(start.position, start.last) if start is not None and is_ours else None
        self._base = self._start.position if self._start else 0

    async def verdict(self, known: Head | None = None) -> Verdict:
        """Whether the log is whole; `known` is how far it went when somebody last noted it."""
        head = self._start
        at_known = head.seal if head and known and known.position == head.position else ""
        age: int | None = None
        async for line in self._lines():
            position = (head.position if head else 0) + 1
            previous = head.seal if head else ""
            before, age = age, self._age(line)
            # A key that was given up seals nothing any more: behind a line of a newer key it is somebody else's doing.
            is_late = age is not None and before is not None and age > before
            if line.position != position or line.previous != previous or age is None or is_late:
                return Verdict(position - 1 - self._base, head, await self._fault(line, position))
            head = Head(line.position, line.seal)
            if known and line.position == known.position:
                at_known = line.seal
        end = head.position if head else 0
        whole = end - self._base
        if known and known.position > end:
            return Verdict(whole, head, Fault(Damage.CUT, end + 1, known.position))
        # What was noted of a line whose term is over can no longer be compared.
        if known and known.position >= self._base and at_known != known.seal:
            return Verdict(whole, head, Fault(Damage.CHANGED, known.position, known.position))
        return Verdict(whole, head, None)

    def _holds(self, line: AuditLine, position: int | None = None) -> bool:
        """Whether the seal fits the line, where it stands or at another position."""
        return self._age(line if position is None else replace(line, position=position)) is not None

    def _age(self, line: AuditLine) -> int | None:
        """How many keys ago it was sealed, 0 for the newest; None where no key of ours did it."""
        seals = by_each_key(sealed(line, self._seal))
        return seals.index(line.seal) if line.seal in seals else None

    async def _fault(self, found: AuditLine, position: int) -> Fault:
        """What happened at a position, where `found` stands instead of what belongs there."""
        last = 0
        is_elsewhere = False
        has_any = position > self._base + 1
        async for line in self._lines():
            last = line.position
            has_any = has_any or self._holds(line)
            is_elsewhere = is_elsewhere or (line.position > position and self._holds(line, position))
        if found.position > position:
            return Fault(Damage.MOVED if is_elsewhere else Damage.REMOVED, position, found.position - 1)
        if self._holds(found):
            # Sealed with the key and in its place, but it does not follow the line before it.
            return Fault(Damage.CHANGED, position, position)
        # Taking a line out, or putting one in, may have moved all that follow by one.
        belongs_elsewhere = any(self._holds(found, there) for there in range(self._base + 1, last + 2))
        if is_elsewhere:
            damage = Damage.MOVED if belongs_elsewhere else Damage.INSERTED
        elif belongs_elsewhere:
            damage = Damage.REMOVED
        else:
            damage = Damage.CHANGED if has_any else Damage.OTHER_KEY
        return Fault(damage, position, position)
