"""The text that rules look at: its lines, sentences and words, and what each word can be."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from assistant.easy_language.findings import Scope
from assistant.easy_language.forms import Forms, NoForms, Reading
from assistant.easy_language.readability import Readability, measure
from assistant.easy_language.sentences import Sentence, Word, split_sentences, split_words
from assistant.easy_language.spelling import Spelling

# Addresses of the web and of mail are written as they are, so no rule looks into them.
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s„“”]+|\b[\w-]+(?:\.[\w-]+)*\.(?:lt|eu|com|org|net)\b(?:/[\w./-]*)?"
)
_HIDDEN = "x"


@dataclass(frozen=True)
class Token:
    """A word or number on a line (`line` from 1; `start`, `end` offsets in it) and what it can be."""

    text: str
    line: int
    start: int
    end: int
    is_number: bool
    readings: tuple[Reading, ...]
    opens_sentence: bool = False


@dataclass(frozen=True)
class Text:
    """A text to be checked at a level, as what it is (scope).

    `forms` knows the words; `explained` are words, in small letters, that the reader has explained elsewhere, `easy`
    those that people have found to be easy, however rare they are. Without `spelling` nobody asks how words are
    written.
    """

    source: str
    level: int = 2
    scope: Scope = Scope.TEXT
    forms: Forms = field(default_factory=NoForms)
    explained: frozenset[str] = frozenset()
    easy: Container[str] = frozenset()
    spelling: Spelling | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines."""
        return tuple(self.source.splitlines())

    @cached_property
    def plain_lines(self) -> tuple[str, ...]:
        """The lines, in which web and mail addresses are made of one letter, so that there is nothing to find."""
        if "@" not in self.source and "." not in self.source:
            return self.lines
        return tuple(_ADDRESS.sub(lambda match: _HIDDEN * len(match.group()), line) for line in self.lines)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences."""
        return split_sentences(self.source)

    @cached_property
    def numbers(self) -> Readability:
        """The measures of all sentences."""
        return measure(self.sentences)

    @cached_property
    def tokens(self) -> Mapping[int, tuple[Token, ...]]:
        """The words of each line, by its number from 1; an address holds none."""
        openings = {(sentence.line, sentence.start) for sentence in self.sentences}
        return MappingProxyType(
            {
                number: tuple(
                    self._token(word, number, openings)
                    for word in split_words(plain)
                    if plain is line or word.text == line[word.start : word.end]
                )
                for number, (line, plain) in enumerate(zip(self.lines, self.plain_lines, strict=True), start=1)
            }
        )

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The words of a sentence, as far as it stands on its first line."""
        return tuple(
            token
            for token in self.tokens.get(sentence.line, ())
            if sentence.start <= token.start and token.end <= sentence.end
        )

    def all_tokens(self) -> Iterator[Token]:
        """The words of all lines."""
        for tokens in self.tokens.values():
            yield from tokens

    def _token(self, word: Word, line: int, openings: set[tuple[int, int]]) -> Token:
        # A quotation mark may stand before the first word.
        opens = (line, word.start) in openings or (line, word.start - 1) in openings
        readings = () if word.is_number else self.forms.readings(word.text)
        return Token(word.text, line, word.start, word.end, word.is_number, readings, opens)
