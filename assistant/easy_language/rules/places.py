"""Places in a text as hits of a rule."""

from assistant.easy_language.rule import Hit
from assistant.easy_language.sentences import Sentence
from assistant.easy_language.text import Token


def at_sentence(sentence: Sentence, message: str = "", suggestion: str = "", *, is_mild: bool = False) -> Hit:
    """The whole sentence, as far as it stands on its first line."""
    return Hit(sentence.line, sentence.start, sentence.end, sentence.text, message, suggestion, is_mild)


def in_sentence(sentence: Sentence, start: int, end: int, message: str = "", suggestion: str = "") -> Hit:
    """A part of the sentence; a part on a later line is shown at the first line's end."""
    return Hit(
        sentence.line,
        min(sentence.start + start, sentence.end),
        min(sentence.start + end, sentence.end),
        sentence.text[start:end],
        message,
        suggestion,
    )


def at_token(token: Token, message: str = "", suggestion: str = "", *, is_mild: bool = False) -> Hit:
    """One word."""
    return Hit(token.line, token.start, token.end, token.text, message, suggestion, is_mild)
