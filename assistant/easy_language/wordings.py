"""Finds the phrases of offices in a text, in all their forms, with easier words for each.

A phrase is written as words with spaces between them. `~kreiptis` is any form of a dictionary word, `#` any number, `…`
one to three words of any kind, and `~gauti/~imti` the one or the other. Anything else is a word as it stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.easy_language.text import Text, Token

LEMMA, NUMBER, GAP, OR = "~", "#", "…", "/"
LONGEST_GAP = 3
_BETWEEN = " ,\t\u00a0"


@dataclass(frozen=True)
class Wording:
    """A hard phrase: in which shapes it is found, what to write instead, and why.

    `exact` gives for a phrase as it is written the words that may be put in its place as they are; empty ones mean that
    the phrase can go. A phrase that ends with a comma takes a comma that follows it along. `easy` are words to choose
    from.
    """

    find: tuple[str, ...]
    easy: tuple[str, ...]
    why: str
    exact: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """A phrase in its place: the line from 1, offsets in it. `put` is what may be put there, None where that depends.

    `wording` is None for a name, which is to be left alone. `opens` where it begins a sentence; `takes_comma` where a
    comma behind it goes with it. `is_sure` is false for a single word that is more likely something else.
    """

    line: int
    start: int
    end: int
    wording: Wording | None
    put: str | None = None
    opens: bool = False
    takes_comma: bool = False
    is_sure: bool = True


@dataclass(frozen=True)
class _Pattern:
    parts: tuple[tuple[str, ...], ...]
    wording: Wording | None
    put: str | None
    takes_comma: bool


class Wordings:
    """All phrases. `names` are phrases that are called so and must be left alone, though a part of them is hard."""

    def __init__(self, wordings: Iterable[Wording] = (), names: Iterable[str] = ()) -> None:
        self._by_opening: dict[str, list[_Pattern]] = defaultdict(list)
        for name in names:
            self._add(name, None, None)
        for wording in wordings:
            for written, put in wording.exact.items():
                self._add(written, wording, put)
            for shape in wording.find:
                self._add(shape, wording, None)

    def matches(self, text: Text) -> Iterator[Match]:
        """Every phrase in the text, none inside another: of those that begin at one word the longest counts."""
        for number, tokens in text.tokens.items():
            place = 0
            while place < len(tokens):
                found = self._longest(text.lines[number - 1], tokens, place)
                if found is None:
                    place += 1
                    continue
                pattern, end = found
                yield _match(number, tokens[place:end], pattern)
                place = end

    def _add(self, shape: str, wording: Wording | None, put: str | None) -> None:
        parts = tuple(tuple(word.lower().split(OR)) for word in shape.replace(",", " ").split())
        for opening in parts[0]:
            self._by_opening[opening].append(_Pattern(parts, wording, put, shape.endswith(",")))

    def _longest(self, line: str, tokens: Sequence[Token], place: int) -> tuple[_Pattern, int] | None:
        token = tokens[place]
        openings = [token.text.lower(), *dict.fromkeys(LEMMA + reading.lemma for reading in token.readings)]
        best: tuple[_Pattern, int] | None = None
        for opening in openings:
            for pattern in self._by_opening.get(opening, ()):
                end = max(_ends(line, tokens, place, pattern.parts), default=0)
                # The first of equals stays: what is written out comes before what is only described.
                if end and (best is None or end > best[1]):
                    best = (pattern, end)
        return best


def _ends(line: str, tokens: Sequence[Token], place: int, parts: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Where the parts may end that begin at this token."""
    if not parts:
        yield place
        return
    head, rest = parts[0], parts[1:]
    if head == (GAP,):
        for skipped in range(1, LONGEST_GAP + 1):
            if place + skipped <= len(tokens) and _hold_together(line, tokens[place - 1 : place + skipped]):
                yield from _ends(line, tokens, place + skipped, rest)
        return
    if place < len(tokens) and any(_fits(tokens[place], part) for part in head):
        for end in _ends(line, tokens, place + 1, rest):
            if _hold_together(line, tokens[place:end]):
                yield end


def _fits(token: Token, part: str) -> bool:
    if part == NUMBER:
        return token.is_number
    if part.startswith(LEMMA):
        return any(reading.lemma == part[1:] for reading in token.readings)
    return token.text.lower() == part


def _hold_together(line: str, tokens: Sequence[Token]) -> bool:
    """Whether nothing but spaces and commas stands between the words: a phrase goes over no full stop."""
    return all(not line[one.end : other.start].strip(_BETWEEN) for one, other in pairwise(tokens))


def _match(number: int, tokens: Sequence[Token], pattern: _Pattern) -> Match:
    put = pattern.put
    if put is not None:
        for token in tokens:
            put = put.replace(NUMBER, token.text, 1) if token.is_number else put
    # A form that is written out is meant; one of a dictionary word may be a form of another.
    opening = tokens[0].readings[:1]
    is_likely = any(part == LEMMA + reading.lemma for part in pattern.parts[0] for reading in opening)
    is_written = tokens[0].text.lower() in pattern.parts[0]
    return Match(
        number,
        tokens[0].start,
        tokens[-1].end,
        pattern.wording,
        put,
        tokens[0].opens_sentence,
        pattern.takes_comma,
        is_sure=len(tokens) > 1 or is_written or is_likely,
    )
