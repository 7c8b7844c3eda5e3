"""Puts the spaces of an answer about a place where they belong: "gyvenukretingoje", "Kretingo srajone"."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.understanding import place_words
from assistant.understanding.normalize import folded, words_of

LONGEST_WORD = 45
"""Longer runs of letters are no words that were run together."""

_NEW_WORD = re.compile(r"(?<=[a-ząčęėįšųūž])(?=[A-ZĄČĘĖĮŠŲŪŽ][a-ząčęėįšųūž]{2})")
_SWAPPED_CAPITAL = re.compile(r"\b([a-hj-ząčęėšųūž])([A-ZĄČĘĖĮŠŲŪŽ])(?=[a-ząčęėįšųūž]{2})")
_SWAPPED_SPACE = re.compile(r"\b(\w+) ([a-ząčęėįšųūž])(?=[A-ZĄČĘĖĮŠŲŪŽ][a-ząčęėįšųūž]{2})")
_TYPED = re.compile(r"[^\W_][\w=]*")
_HAS_LETTER = re.compile(r"[^\W\d_]")
_NUMBER_ROW = str.maketrans("12345678=", "aceeisuuz")
"""Where the keyboard is English, the Lithuanian letters of the number row come out as digits; here without marks."""


def typed_words(text: str) -> tuple[str, ...]:
    """The folded words of the text; a capital letter begins a new word, and digits among letters are letters.

    A capital that stands second was swapped with the letter before it: "aKunas". "Į" alone is a word. Or a space was:
    "kaima sRusnė".
    """
    spaced = _SWAPPED_SPACE.sub(_with_its_space, text)
    parted = _NEW_WORD.sub(" ", _SWAPPED_CAPITAL.sub(r"\2\1", spaced))
    return words_of(_TYPED.sub(_lettered, folded(parted)))


def _with_its_space(match: re.Match[str]) -> str:
    whole = "".join(match.groups())
    return f"{whole} " if is_beside(folded(whole)) else match.group()


def _lettered(match: re.Match[str]) -> str:
    word = match.group()
    return word.translate(_NUMBER_ROW) if _HAS_LETTER.search(word) else word


def respaced(words: Sequence[str], is_known: Callable[[str], bool], is_name: Callable[[str], bool]) -> list[str]:
    """The words with a space that slipped by one letter, or into a word, put right, where that makes known words.

    "R" or "m" is made only behind a name.
    """
    parted = [*words, ""]
    for place in range(len(words) - 1):
        left, right, third = parted[place : place + 3]
        if is_known(left) and is_known(right):
            continue
        if (left + right in place_words.KIND_WORDS and not is_name(left)) or is_name(f"{left}{right} {third}"):
            parted[place : place + 2] = ["", left + right]
            continue
        for one, other in ((left[:-1], left[-1:] + right), (left + right[:1], right[1:])):
            is_kind = other in {"r", "m"} and is_name(one)
            is_word = len(other) > 1 and place_words.kind_of(other) is not place_words.Kind.ELSEWHERE
            # "Gyvenu trajuose" is no "gyvenut rajuose".
            is_kept = is_beside(left) and not is_beside(one) and not is_name(one)
            is_both = len(one) > 1 and (is_kind or is_word) and not is_kept and is_known(one) and is_known(other)
            if is_both or is_name(f"{one} {other}"):
                parted[place : place + 2] = [one, other]
    return [word for word in parted if word]


def run_apart(word: str, is_name: Callable[[str], bool], is_genitive: Callable[[str], bool]) -> tuple[str, ...]:
    """The words that were run together to this one, a name or words that go with one; empty where it is not so."""
    if len(word) > LONGEST_WORD:
        return ()
    best: dict[tuple[int, bool], tuple[str, ...]] = {(0, False): ()}
    for start in range(len(word)):
        for has_name in (False, True):
            parts = best.get((start, has_name))
            if parts is None:
                continue
            for end in range(start + 1, len(word) + 1):
                part = word[start:end]
                # "As" and "is" behind a name would be its ending; one letter is a kind only at the end: "kaunor".
                if has_name:
                    is_fitting = part in place_words.KIND_WORDS or (
                        part in {"r", "m"} and end == len(word) and is_genitive(parts[-1])
                    )
                else:
                    is_fitting = is_beside(part)
                if is_fitting:
                    _keep(best, (end, has_name), (*parts, part))
                if not has_name and len(part) >= SHORTEST_NAME and is_name(part):
                    _keep(best, (end, True), (*parts, part))
    return best.get((len(word), True)) or best.get((len(word), False), ())


def without_neighbours(word: str) -> Iterator[tuple[str, str, str]]:
    """What may be a misspelt name when a word that goes with it is taken off: that word in front, the rest, behind."""
    for one in place_words.RUN_IN_FRONT:
        if word.startswith(one) and len(word) - len(one) > SHORTEST_NAME:
            yield one, word.removeprefix(one), ""
    for one in place_words.RUN_BEHIND:
        if word.endswith(one) and len(word) - len(one) > SHORTEST_NAME:
            yield "", word.removesuffix(one), one


def is_beside(part: str) -> bool:
    """Whether these letters are a whole word that goes with a name and can be told from a part of one."""
    return (part in place_words.AROUND and len(part) > 1) or part in place_words.KIND_WORDS


def _keep(best: dict[tuple[int, bool], tuple[str, ...]], key: tuple[int, bool], parts: tuple[str, ...]) -> None:
    if key not in best or len(parts) < len(best[key]):
        best[key] = parts


SHORTEST_NAME = 4
