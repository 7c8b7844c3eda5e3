"""How sentences and messages are built: their length, one thought in each, one a line, one question at the end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.easy_language.findings import Finding, Scope, Severity
from assistant.easy_language.readability import Readability
from assistant.easy_language.sentences import Sentence


@dataclass(frozen=True)
class Limits:
    """What a level of easy Lithuanian allows, in words; the mean counts over a text of MEANINGFUL sentences or more.

    Levels 1 and 2 follow the recommendations used by Lithuanian state bodies (about 5 and 7 words on average) and the
    usual limit of 12 words. For level 3 no number was found, so 15 is the usual limit of British easy read.
    """

    longest: int
    long: int
    mean: float


LIMITS = {1: Limits(longest=8, long=8, mean=5.0), 2: Limits(longest=12, long=10, mean=7.0), 3: Limits(15, 12, 11.0)}
MEANINGFUL = 3
WIDEST = 75
"""Letters, signs and spaces that a sentence may take before it fills too many lines of a phone."""
SHORT_LINE = 45
"""On a line as short as this two tiny sentences (Aš nesupratau. Atsiprašau.) are untidy, and no more."""
MOST_SENTENCES = 7

_SUBORDINATE = re.compile(r", (?:kuri\w*|kad|kai|kada|jei|jeigu|nors|jog|nes|kol)\b", re.IGNORECASE)
_LINK = re.compile(r", (?:o|bet|tačiau|todėl|ir|ar|arba|kuri\w*|kad|kai|jei|jeigu|nors|jog|nes|kol)\b", re.IGNORECASE)
_ENUMERATION = re.compile(r"\b(?:\w+, ){2,8}\w+(?: \w+)? (?:ir|ar|arba) \w+", re.IGNORECASE)
_CROSS_REFERENCE = re.compile(
    r"\b(?:žr\.|žiūr\w+ (?:aukščiau|žemiau)"
    r"|(?:aukščiau|žemiau|pirmiau|anksčiau) (?:minė|nurod|pateik|išvard)\w+|minėt(?:as|a|i|os|ą|ų))",
    re.IGNORECASE,
)


def sentence_findings(sentence: Sentence, level: int) -> Iterator[Finding]:
    """What is wrong with the build of one sentence."""
    limits = LIMITS[level]
    count = len(sentence.words)
    at = _At(sentence)
    if count > limits.long:
        severity = Severity.ERROR if count > limits.longest else Severity.WARNING
        yield at.whole("S01", severity, f"Sakinyje yra {count} žodžių.", f"Rašykite iki {limits.long} žodžių.")
    links = list(_LINK.finditer(sentence.text))
    if len(_SUBORDINATE.findall(sentence.text)) > 1:
        yield at.whole("S04", Severity.ERROR, "Sakinyje yra keli šalutiniai sakiniai.", "Rašykite kelis sakinius.")
    elif len(links) > 1:
        yield at.whole("S03", Severity.WARNING, "Sakinyje yra kelios mintys.", "Viena mintis – vienas sakinys.")
    for match in _ENUMERATION.finditer(sentence.text):
        yield at.part("S09", Severity.WARNING, match, "Sakinyje yra ilgas vardijimas.", "Rašykite sąrašą.")
    for match in _CROSS_REFERENCE.finditer(sentence.text):
        yield at.part("S11", Severity.ERROR, match, "Tai nuoroda į kitą vietą.", "Pasakykite čia pat.")
    if len(sentence.text) > WIDEST and count <= limits.long:
        yield at.whole("S06", Severity.WARNING, "Sakinys užima daug vietos.", "Rinkitės trumpesnius žodžius.")


def text_findings(sentences: Sequence[Sentence], numbers: Readability, level: int, scope: Scope) -> Iterator[Finding]:
    """What is wrong with the build of the whole text."""
    mean = LIMITS[level].mean
    if len(sentences) >= MEANINGFUL and numbers.words_per_sentence > mean:
        yield _At(sentences[0]).whole(
            "S02",
            Severity.ERROR,
            f"Sakiniai yra ilgi: vidutiniškai {numbers.words_per_sentence:.1f} žodžio.",
            f"Vidutiniškai rašykite iki {mean:.0f} žodžių.",
        )
    if level < max(LIMITS):
        yield from _same_line(sentences)
    if scope in {Scope.MESSAGE, Scope.QUESTION}:
        yield from _message(sentences, scope)


def _same_line(sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """The second sentence of each line; one finding a line is enough."""
    lines: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    for together in lines.values():
        if len(together) > 1:
            severity = Severity.ERROR if together[-1].end > SHORT_LINE else Severity.WARNING
            yield _At(together[1]).whole(
                "S05", severity, "Eilutėje yra keli sakiniai.", "Kiekvieną sakinį pradėkite nauja eilute."
            )


def _message(sentences: Sequence[Sentence], scope: Scope) -> Iterator[Finding]:
    if len(sentences) > MOST_SENTENCES:
        yield _At(sentences[MOST_SENTENCES]).whole(
            "S07",
            Severity.WARNING,
            f"Žinutėje yra {len(sentences)} sakiniai.",
            f"Rašykite iki {MOST_SENTENCES} sakinių.",
        )
    for position, sentence in enumerate(sentences):
        is_last = position == len(sentences) - 1
        if sentence.text.rstrip('”“"').endswith("?") and not (is_last and scope is Scope.QUESTION):
            yield _At(sentence).whole(
                "S08", Severity.ERROR, "Klausimas stovi ne vietoje.", "Vienoje žinutėje – vienas klausimas, pabaigoje."
            )
    if scope is Scope.QUESTION and sentences and not sentences[-1].text.rstrip('”“"').endswith("?"):
        yield _At(sentences[-1]).whole(
            "S08", Severity.ERROR, "Žinutės gale nėra klausimo.", "Paskutinis sakinys turi klausti."
        )


@dataclass(frozen=True)
class _At:
    """Makes findings in one sentence."""

    sentence: Sentence

    def whole(self, rule: str, severity: Severity, message: str, suggestion: str) -> Finding:
        """The whole sentence, as far as it stands on its first line."""
        at = self.sentence
        return Finding(rule, severity, at.line, at.start, at.end, at.text, message, suggestion)

    def part(self, rule: str, severity: Severity, match: re.Match[str], message: str, suggestion: str) -> Finding:
        """A part of the sentence; a part on a later line is shown at the first line's end."""
        at = self.sentence
        start = min(at.start + match.start(), at.end)
        end = min(at.start + match.end(), at.end)
        return Finding(rule, severity, at.line, start, end, match.group(), message, suggestion)
