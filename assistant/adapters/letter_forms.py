"""Which signs the letters of our papers have; every other one gives way to a mark."""

import re
import unicodedata
from dataclasses import dataclass

MISSING = "□"
"""Stands where a sign has no letter form."""

_SHOWN = (
    " -~"  # Basic Latin
    " -¬®-ſ"  # Latin with its marks; the soft hyphen in between is invisible
    "Ș-ț"
    "̀-̄"  # marks that stay apart, as Lithuanian accents on ė do
    "Ѐ-џҐґ"  # Cyrillic, of Russian, Ukrainian and Belarusian
    "Ά-ΊΌΎ-ΡΣ-ώ"  # Greek
    "–—‘-‚“-„†‡•…‰‹›€№™−≈≠≤≥∞" + MISSING
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NOT_SHOWN = re.compile(f"[^{_SHOWN}]+")


@dataclass(frozen=True)
class Writable:
    """Paragraphs that can be written; `is_whole` is false where a sign had to give way."""

    paragraphs: tuple[str, ...]
    is_whole: bool


def writable(text: str) -> Writable:
    """The text in paragraphs, one for each of its lines that is not empty.

    What turns the direction of writing or is not seen at all is left out; a picture sign or a letter of a far script
    becomes one MISSING, however many signs it is made of.
    """
    composed = unicodedata.normalize("NFC", text)
    paragraphs: list[str] = []
    is_whole = True
    for line in _LINE_END.split(composed):
        seen = "".join(" " if sign == "\t" else sign for sign in line if sign == "\t" or _is_seen(sign))
        written = _NOT_SHOWN.sub(MISSING, seen).strip()
        is_whole = is_whole and not _NOT_SHOWN.search(seen)
        if written:
            paragraphs.append(written)
    return Writable(tuple(paragraphs), is_whole)


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _INVISIBLE and not 0xFE00 <= ord(sign) <= 0xFE0F  # noqa: PLR2004 - variation selectors
