"""What the coach says of a text, as the page shows it: pieces of the text, marked, and numbered remarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.easy_language.coach import CoachedSentence, Coaching, Remark


@dataclass(frozen=True)
class Piece:
    """A piece of the text; `number` is that of the remark on it, 0 where there is none."""

    text: str
    number: int = 0
    is_sure: bool = True


@dataclass(frozen=True)
class ShownSentence:
    """A sentence in pieces, what stands before it, and the numbers of the remarks on all of it."""

    before: str
    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...] = ()
    is_sure: bool = True


@dataclass(frozen=True)
class Numbered:
    """A remark with its number, from 1; `start` and `end` of its edit count as a browser counts letters."""

    number: int
    remark: Remark
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Coached:
    """Everything that a page shows of a coached text."""

    coaching: Coaching
    sentences: tuple[ShownSentence, ...]
    sure: tuple[Numbered, ...]
    unsure: tuple[Numbered, ...]


def coached(coaching: Coaching) -> Coached:
    """What the page shows."""
    numbered = tuple(_numbered(coaching, place, remark) for place, remark in enumerate(coaching.remarks, start=1))
    numbers = {id(one.remark): one.number for one in numbered}
    return Coached(
        coaching,
        tuple(_sentences(coaching, numbers)),
        tuple(one for one in numbered if one.remark.is_sure),
        tuple(one for one in numbered if not one.remark.is_sure),
    )


def _numbered(coaching: Coaching, number: int, remark: Remark) -> Numbered:
    if remark.edit is None:
        return Numbered(number, remark)
    return Numbered(number, remark, *(_units(coaching.source[:at]) for at in (remark.edit.start, remark.edit.end)))


def _units(text: str) -> int:
    """How long a browser takes the text to be: letters beyond the first plane of Unicode count twice there."""
    return len(text.encode("utf-16-le")) // 2


def _sentences(coaching: Coaching, numbers: Mapping[int, int]) -> Iterator[ShownSentence]:
    done = 0
    for sentence in coaching.sentences:
        before = coaching.source[done : sentence.start]
        done = sentence.end
        yield ShownSentence(
            before,
            tuple(_pieces(coaching.source, sentence, sentence.remarks, numbers)),
            tuple(numbers[id(remark)] for remark in sentence.of_whole),
            any(remark.is_sure for remark in sentence.of_whole),
        )
    if coaching.source[done:].strip():
        yield ShownSentence(coaching.source[done:], ())


def _pieces(
    source: str, sentence: CoachedSentence, remarks: Sequence[Remark], numbers: Mapping[int, int]
) -> Iterator[Piece]:
    done = sentence.start
    for remark in remarks:
        start, end = max(remark.start, sentence.start), min(remark.end, sentence.end)
        if start < done or end <= start:
            continue
        if start > done:
            yield Piece(source[done:start])
        yield Piece(source[start:end], numbers[id(remark)], remark.is_sure)
        done = end
    if done < sentence.end:
        yield Piece(source[done : sentence.end])
