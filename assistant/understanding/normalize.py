"""Brings what people type to one form: clean for keeping, folded for comparing, split into words."""

import re
import unicodedata
from functools import lru_cache

LONGEST_INPUT = 2_000
"""Characters of one message that are read; whatever stands behind them is dropped."""


def cleaned(text: str) -> str:
    """The text as it was written, without invisible characters, odd letter shapes and superfluous white space.

    At most LONGEST_INPUT characters; line breaks stay, one at a time.
    """
    # Normalising may make text longer, so it is cut before, to bound the work, and after, to keep the promise.
    # An ellipsis stays one sign: it may stand for something that was taken out.
    shaped = "…".join(unicodedata.normalize("NFKC", part) for part in text[: 2 * LONGEST_INPUT].split("…"))
    is_plain = shaped.isprintable() and _VARIATION_SELECTORS.isdisjoint(shaped)
    visible = shaped if is_plain else "".join(_visible(sign) for sign in shaped)
    one_alphabet = _LETTERS.sub(_in_latin, visible)
    lines = (_SPACES.sub(" ", line).strip() for line in one_alphabet.splitlines())
    return "\n".join(line for line in lines if line)[:LONGEST_INPUT].rstrip()


# Every reader folds the same message anew, and every label of a button with it. Few are remembered, so that nobody's
# words are remembered long.
@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The text for comparing: cleaned, small letters, no diacritics, one kind of dash and quotation mark, one line."""
    small = unicodedata.normalize("NFKD", cleaned(text).casefold())
    plain = "".join(sign for sign in small if not unicodedata.combining(sign))
    return _SPACES.sub(" ", plain.translate(_PLAIN_SIGNS)).strip()


def words_of(text: str) -> tuple[str, ...]:
    """The folded words and numbers of the text, in order, without punctuation."""
    return tuple(_WORD.findall(folded(text)))


def as_it_sounds(plain: str) -> str:
    """Folded text with what people write by ear taken together: i and y, v and w, uo, b and p before t, as one."""
    heard = plain.translate(_ALIKE)
    for pattern, sound in _AS_HEARD:
        heard = pattern.sub(sound, heard)
    return heard


def _visible(sign: str) -> str:
    """The sign itself, a space for white space of any kind, nothing for marks that cannot be seen."""
    if sign == "\n" or (sign.isprintable() and sign not in _VARIATION_SELECTORS):
        return sign
    if sign.isspace():
        # A carriage return or a line separator ends a line; a tab or a hard space parts words.
        return "\n" if sign in _LINE_ENDS else " "
    return ""


def _in_latin(match: re.Match[str]) -> str:
    word = match.group()
    return word.translate(_LOOKALIKES) if _LATIN.search(word) and _OTHER_ALPHABET.search(word) else word


_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_LATIN = re.compile(r"[A-Za-zĄ-ž]")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_LINE_ENDS = "\r\v\f\x85\u2028\u2029"

# A word in which two alphabets are mixed was meant in Latin: "Kretingа" with a Cyrillic а looks right to its writer.
# A word that is Cyrillic as a whole is Russian or Ukrainian and stays.
# A whole run of letters is taken first and looked at then: one pattern for both would take quadratic time.
_LETTERS = re.compile(r"[^\W\d_]+")
_OTHER_ALPHABET = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухкΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοιν",
    "ABESIJKMHOPCTXYaesijopcyxkABEZHIKMNOPTYXaoiv",
)
_PLAIN_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("„“”«»″", '"') | dict.fromkeys("‚‘’′`´", "'")
)

_ALIKE = str.maketrans("yw", "iv")
_AS_HEARD = (
    # A voiced consonant before a voiceless one is heard as voiceless: dirbtuvės, užsakyti.
    (re.compile(r"b(?=[tkps])"), "p"),
    (re.compile(r"d(?=[tkps])"), "t"),
    (re.compile(r"g(?=[tkps])"), "k"),
    (re.compile(r"z(?=[tkps])"), "s"),
    (re.compile(r"uo"), "o"),
    (re.compile(r"ie"), "e"),
    # The letter i that only softens a consonant is often left out.
    (re.compile(r"(?<=[^aeiou\W\d])ia"), "e"),
    (re.compile(r"(?<=\w\w\w)i(?=[aou])"), ""),
    (re.compile(r"([^\W\d_])\1+"), r"\1"),
)
