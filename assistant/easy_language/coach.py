"""Looks at what somebody is writing to a person: what is hard in each sentence, and what to write instead.

It never judges how a text is laid out, says one thing about one place, and tells apart what is sure from what is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from assistant.easy_language.edits import Edit, put_in
from assistant.easy_language.findings import Certainty, Finding, Severity
from assistant.easy_language.report import findings_in
from assistant.easy_language.text import Text
from assistant.easy_language.wordings import Match, Wordings

HARDER = 0
"""The level of a text that is harder than level 2."""

_LEVELS = (1, 2)
# How a text is laid out is its writer's business, and the chat shows each sentence as it stands.
_OF_LAYOUT = frozenset({"S05", "S06", "S07", "S08"})
_OF_SENTENCES = ("S01", "S04", "S03", "G10", "S09", "S10", "S02")
_OF_WHOLE_TEXT = "S02"
_LONG_WORDS = "W12"
_BLANK = re.compile(r"\[[^\[\]\n]{1,40}\]|\{[^{}\n]{1,40}\}")
_SUGGESTED = re.compile(r"Ar norėjote rašyti: (\w+)\?")


class RemarkKind(StrEnum):
    """What is remarked: a phrase of offices, something else that is hard, or a blank that nobody has filled in."""

    PHRASE = "phrase"
    HARD = "hard"
    BLANK = "blank"


@dataclass(frozen=True)
class Remark:
    """One remark on the text from offset `start` to `end`.

    `advice` says what to do, `easy` are words to choose from, `edit` mends it where that needs no thought. One that is
    not sure may be wrong, or weighs little.
    """

    kind: RemarkKind
    start: int
    end: int
    text: str
    message: str = ""
    advice: str = ""
    easy: tuple[str, ...] = ()
    edit: Edit | None = None
    is_sure: bool = True
    rule: str = ""

    @property
    def is_of_text(self) -> bool:
        """Whether it is about the text as a whole."""
        return self.rule == _OF_WHOLE_TEXT


@dataclass(frozen=True)
class CoachedSentence:
    """A sentence from offset `start` to `end` with the remarks on its words, in their order, and on all of it."""

    start: int
    end: int
    words: int
    remarks: tuple[Remark, ...] = ()
    of_whole: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Coaching:
    """What there is to say of a text. `level` is 1 or 2, or HARDER; `of_text` are remarks on the text as a whole."""

    source: str
    sentences: tuple[CoachedSentence, ...]
    of_text: tuple[Remark, ...]
    level: int
    words: int

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max((sentence.words for sentence in self.sentences), default=0)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """All remarks, in the order in which people read them."""
        in_sentences = (one for sentence in self.sentences for one in (*sentence.of_whole, *sentence.remarks))
        return (*self.of_text, *in_sentences)

    @property
    def sure(self) -> int:
        """How many remarks are sure."""
        return sum(remark.is_sure for remark in self.remarks)

    def mended(self, number: int) -> str:
        """The text after the edit of the remark with this number, counted from 0; as it is where there is none."""
        chosen = self.remarks[number : number + 1]
        edit = chosen[0].edit if chosen else None
        return self.source if edit is None else f"{self.source[: edit.start]}{edit.text}{self.source[edit.end :]}"


def coach(text: Text, wordings: Wordings, *, is_template: bool = False) -> Coaching:
    """What there is to say of the text, judged at level 2 whatever its own level is.

    Lines must end with one sign, a line feed. In a template blanks are left to be filled in.
    """
    text = replace(text, level=2)
    begins = [0, *accumulate(len(line) for line in text.source.splitlines(keepends=True))]
    blanks = tuple(_blanks(text.source))
    findings = tuple(_judging(text, blanks, begins))
    of_words, of_sentences = _in_two(text, findings)
    matches = tuple(wordings.matches(text))
    names = [match for match in matches if match.wording is None]
    remarks = _apart(
        [
            *(() if is_template else blanks),
            *_of_matches(matches, text.source, begins),
            *(_of_finding(one, begins) for one in of_words if not any(_is_inside(one, name) for name in names)),
        ]
    )
    return Coaching(
        text.source,
        tuple(_sentences(text, begins, remarks, [_of_finding(finding, begins) for finding in of_sentences])),
        tuple(_of_finding(finding, begins) for finding in findings if finding.rule == _OF_WHOLE_TEXT),
        _level(text, blanks, begins, findings),
        text.numbers.words,
    )


def level_of(text: Text) -> int:
    """The lower level, the easier the text: 1 or 2, or HARDER."""
    text = replace(text, level=2)
    begins = [0, *accumulate(len(line) for line in text.source.splitlines(keepends=True))]
    blanks = tuple(_blanks(text.source))
    return _level(text, blanks, begins, tuple(_judging(text, blanks, begins)))


def _level(text: Text, blanks: Sequence[Remark], begins: Sequence[int], at_two: Iterable[Finding]) -> int:
    if any(map(_weighs, at_two)):
        return HARDER
    easiest = _LEVELS[0]
    return 2 if any(map(_weighs, _judging(replace(text, level=easiest), blanks, begins))) else easiest


def _weighs(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.certainty is Certainty.SURE


def _judging(text: Text, blanks: Sequence[Remark], begins: Sequence[int]) -> Iterator[Finding]:
    """The findings that make sense for what somebody writes to a person."""
    for finding in findings_in(text):
        is_share = finding.rule == _LONG_WORDS and " " in finding.text
        start = begins[finding.line - 1] + finding.start
        if finding.rule not in _OF_LAYOUT and not is_share and not any(b.start <= start < b.end for b in blanks):
            yield finding


def _in_two(text: Text, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those about words, and about each sentence the one that matters most."""
    of_words: list[Finding] = []
    of_sentences: dict[tuple[int, int], Finding] = {}
    for finding in findings:
        if finding.rule == _OF_WHOLE_TEXT:
            continue
        if finding.rule not in _OF_SENTENCES:
            of_words.append(finding)
            continue
        home = max(
            ((one.line, one.start) for one in text.sentences if (one.line, one.start) <= (finding.line, finding.start)),
            default=(finding.line, 0),
        )
        known = of_sentences.get(home)
        if known is None or _gravity(finding) < _gravity(known):
            of_sentences[home] = finding
    return of_words, list(of_sentences.values())


def _gravity(finding: Finding) -> tuple[bool, int]:
    return not _weighs(finding), _OF_SENTENCES.index(finding.rule)


def _sentences(
    text: Text, begins: Sequence[int], remarks: Sequence[Remark], of_sentences: Sequence[Remark]
) -> Iterator[CoachedSentence]:
    starts = [begins[sentence.line - 1] + sentence.start for sentence in text.sentences]
    for place, sentence in enumerate(text.sentences):
        # What stands before the first sentence, such as a lone sign, belongs to it.
        start = starts[place] if place else 0
        following = starts[place + 1] if place + 1 < len(starts) else len(text.source)
        yield CoachedSentence(
            starts[place],
            starts[place] + len(text.source[starts[place] : following].rstrip()),
            len(sentence.words),
            tuple(remark for remark in remarks if start <= remark.start < following),
            tuple(remark for remark in of_sentences if start <= remark.start < following),
        )


def _apart(remarks: Iterable[Remark]) -> list[Remark]:
    """One remark for one place: what can be mended first, then phrases, then what is sure."""
    taken: list[Remark] = []
    for remark in sorted(remarks, key=_rank):
        if all(remark.end <= other.start or other.end <= remark.start for other in taken):
            taken.append(remark)
    return sorted(taken, key=lambda remark: remark.start)


def _rank(remark: Remark) -> tuple[bool, bool, bool, int, int]:
    return (
        remark.kind is not RemarkKind.BLANK,
        remark.kind is not RemarkKind.PHRASE,
        not remark.is_sure,
        remark.start,
        -remark.end,
    )


def _blanks(source: str) -> Iterator[Remark]:
    for match in _BLANK.finditer(source):
        yield Remark(RemarkKind.BLANK, match.start(), match.end(), match.group())


def _of_matches(matches: Iterable[Match], source: str, begins: Sequence[int]) -> Iterator[Remark]:
    for match in matches:
        if match.wording is None:
            continue
        start, end = begins[match.line - 1] + match.start, begins[match.line - 1] + match.end
        yield Remark(
            RemarkKind.PHRASE,
            start,
            end,
            source[start:end],
            match.wording.why,
            easy=match.wording.easy,
            edit=None if match.put is None else put_in(source, start, end, match),
            is_sure=match.is_sure,
        )


def _is_inside(finding: Finding, name: Match) -> bool:
    return finding.line == name.line and name.start <= finding.start and finding.end <= name.end


def _of_finding(finding: Finding, begins: Sequence[int]) -> Remark:
    start = begins[finding.line - 1] + finding.start
    end = start + finding.end - finding.start
    suggested = _SUGGESTED.fullmatch(finding.suggestion)
    return Remark(
        RemarkKind.HARD,
        start,
        end,
        finding.text,
        finding.message,
        finding.suggestion,
        edit=_respelt(start, end, suggested[1], finding.text) if suggested else None,
        is_sure=_weighs(finding),
        rule=finding.rule,
    )


def _respelt(start: int, end: int, word: str, written: str) -> Edit:
    right = word[:1].upper() + word[1:] if written[:1].isupper() else word
    return Edit(start, end, right, right)
