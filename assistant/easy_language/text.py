"""The text that rules look at: its lines, sentences and words, and what each word can be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from assistant.easy_language.findings import Scope
from assistant.easy_language.forms import Forms, NoForms, Reading
from assistant.easy_language.readability import Readability, measure
from assistant.easy_language.sentences import Sentence, Word, split_sentences, split_words


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

    `forms` knows the words; `explained` are words, in small letters, that the reader has explained elsewhere.
    """

    source: str
    level: int = 2
    scope: Scope = Scope.TEXT
    forms: Forms = field(default_factory=NoForms)
    explained: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines."""
        return tuple(self.source.splitlines())

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
        """The words of each line, by its number from 1."""
        openings = {(sentence.line, sentence.start) for sentence in self.sentences}
        return MappingProxyType(
            {
                number: tuple(self._token(word, number, openings) for word in split_words(line))
                for number, line in enumerate(self.lines, start=1)
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
        opens = any(at == line and 0 <= word.start - start <= 1 for at, start in openings)
        readings = () if word.is_number else self.forms.readings(word.text)
        return Token(word.text, line, word.start, word.end, word.is_number, readings, opens)
