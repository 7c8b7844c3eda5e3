"""Puts easier words in the place of a phrase, so that commas and capital letters stay right around them."""

from dataclasses import dataclass

from assistant.easy_language.word_sets import word_set
from assistant.easy_language.wordings import Match

_AFTER_A_COMMA = word_set("jei kai kad kuris kuri kurie kurios kur kada kodėl nes kokios ką kiek")
"""A part of a sentence that one of these begins has a comma before it."""

_STOPS = ".!?…:;"
_SPACES = " \t\u00a0"
_COMMA = ","


@dataclass(frozen=True)
class Edit:
    """A change of the text from offset `start` to `end`, which mends a fault with no more thought.

    `says` are the words that come into the text, empty where some only go.
    """

    start: int
    end: int
    text: str
    says: str = ""


def put_in(source: str, start: int, end: int, match: Match) -> Edit:
    """The edit that puts the words of the match into its place, which is `start` to `end` of the source.

    Words that end with a comma keep it only where the sentence goes on.
    """
    put = match.put or ""
    if not put:
        return _without(source, start, end, opens=match.opens)
    rest = source[end:].lstrip(_SPACES)
    goes_on = bool(rest) and rest[0] not in _STOPS and rest[0] != "\n"
    if match.takes_comma and rest.startswith(_COMMA):
        end = len(source) - len(rest) + 1
    if put.endswith(_COMMA) and (rest.startswith(_COMMA) or not goes_on):
        put = put.removesuffix(_COMMA)
    if match.opens:
        return Edit(start, end, _capital(put), _capital(put).strip(_COMMA))
    before = source[:start].rstrip(_SPACES)
    if put.split()[0].strip(_COMMA) in _AFTER_A_COMMA and before[-1:].isalnum():
        return Edit(len(before), end, f"{_COMMA} {put}", put.strip(_COMMA))
    return Edit(start, end, put, put.strip(_COMMA))


def _without(source: str, start: int, end: int, *, opens: bool) -> Edit:
    """Takes the words out, with the comma and the space behind them, or before them where nothing follows."""
    rest = source[end:]
    following = rest.lstrip(_SPACES + _COMMA)
    if not following or following[0] in _STOPS + "\n":
        return Edit(len(source[:start].rstrip(_SPACES + _COMMA)), end, "")
    end = len(source) - len(following)
    return Edit(start, end + 1, _capital(following[0])) if opens else Edit(start, end, "")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
