"""Puts wordings together so that a text is looked through for all of them at once, quickly.

There are hundreds, and each message is looked through for all. So they are kept by the letter they begin with: at the
beginning of a word only those are tried that can begin there.
"""

import re
from collections import defaultdict
from functools import cached_property


class Wordings:
    """Wordings over folded words that are parted by single spaces; each begins where a word begins."""

    def __init__(self, *wordings: str) -> None:
        self._wordings = wordings

    def is_in(self, text: str) -> bool:
        """Whether any of the wordings stands in the text."""
        return any(self._at(text, start) for start in _beginnings(text))

    def without(self, text: str) -> str:
        """The text without the wordings that stand in it, the first and the earliest written going first."""
        kept, end = [], 0
        for start in _beginnings(text):
            found = self._at(text, start) if start >= end else None
            if found is not None:
                kept.append(text[end:start])
                end = found.end()
        return " ".join("".join((*kept, text[end:])).split())

    def _at(self, text: str, start: int) -> re.Match[str] | None:
        pattern = self._by_letter.get(text[start : start + 1], self._of_any_letter)
        return pattern.match(text, start) if pattern is not None else None

    @cached_property
    def _by_letter(self) -> dict[str, re.Pattern[str] | None]:
        by_letter = defaultdict(list)
        for one in self._each:
            for letter in _first_letters(one) or self._letters:
                by_letter[letter].append(one)
        return {letter: _compiled(some) for letter, some in by_letter.items()}

    @cached_property
    def _of_any_letter(self) -> re.Pattern[str] | None:
        return _compiled([one for one in self._each if not _first_letters(one)])

    @cached_property
    def _each(self) -> list[str]:
        return [one for wording in self._wordings for one in _alternatives(wording)]

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset[str]().union(*map(_first_letters, self._each))


def any_of(*wordings: str) -> re.Pattern[str]:
    """A pattern that finds any of these wordings where it begins at the beginning of a word."""
    return re.compile("|".join(rf"\b(?:{wording})" for wording in wordings))


def _compiled(wordings: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{wording})" for wording in wordings)) if wordings else None


def _beginnings(text: str) -> list[int]:
    return [0, *(place + 1 for place, sign in enumerate(text) if sign == " ")]


def _alternatives(wording: str) -> list[str]:
    """The parts of a pattern between the bars that stand outside all brackets."""
    parts, depth = [""], 0
    for sign in wording:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _first_letters(wording: str) -> frozenset[str]:
    """The letters that a wording without bars outside brackets may begin with; none where it may be any."""
    letters: set[str] = set()
    rest = wording
    while rest:
        element = _ELEMENT.match(rest)
        length = _length_of_group(rest) if rest.startswith("(") else (element.end() if element else 1)
        first, rest = rest[:length], rest[length:]
        if first.startswith(("(?!", "(?=", "^")):
            continue
        found = _letters_of(first)
        if not found:
            return frozenset()
        letters |= found
        quantifier = _MAY_BE_ABSENT.match(rest)
        if quantifier is None:
            return frozenset(letters)
        rest = rest[quantifier.end() :]
    return frozenset()


def _letters_of(element: str) -> frozenset[str]:
    if element.startswith("(?:"):
        each = [_first_letters(one) for one in _alternatives(element[3:-1])]
        return frozenset[str]().union(*each) if all(each) else frozenset()
    if element.startswith("["):
        return frozenset(element[1:-1])
    return frozenset() if element.startswith(("\\", ".")) else frozenset(element)


def _length_of_group(text: str) -> int:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return place + 1
    return len(text)


_ELEMENT = re.compile(r"\\.|\[[^\]]*\]|.")
_MAY_BE_ABSENT = re.compile(r"(?:\?|\*|\{0,\d*\})\??")
