"""Fills what is known of a request into a ready reply, in the grammatical case that the sentence needs.

A field is {what:case}, such as {vardas:kreipinys}. A blank is [what], such as [valanda], for staff to fill in; what is
not known becomes a blank too, and a name that nobody can be sure of is left out of the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from assistant.i18n import DayCase, spoken_day

NAME = "vardas:kreipinys"
NUMBER = "numeris"
PHONE = "telefonas"
DAY = "diena"
MUNICIPALITY = "savivaldybė"
CASES = ("vardininkas", "kilmininkas", "galininkas", "vietininkas")

FIELDS = (
    NAME,
    *(f"{MUNICIPALITY}:{case}" for case in CASES),
    *(f"{DAY}:{case}" for case in CASES[:3]),
    PHONE,
    NUMBER,
)
"""Every field that can be filled in, without its braces."""

BLANK = "[valanda]"
"""What a blank looks like."""

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_NAME_BEHIND = re.compile(r",? ?\{" + NAME + r"\}")
_NAME_IN_FRONT = re.compile(r"^\{" + NAME + r"\}[,.!]? *(\w?)", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """What is known of a request: the vocative of the person's name, the promised day, the department's phone.

    `municipality` is its name in the cases of CASES, in their order. What is not known is empty, a day None.
    """

    number: str = ""
    vocative: str = ""
    phone: str = ""
    day: date | None = None
    municipality: tuple[str, ...] = ()


def filled(text: str, known: Known) -> str:
    """The text with everything filled in that is known."""
    if not known.vocative:
        text = _NAME_IN_FRONT.sub(lambda match: match[1].upper(), text)
        text = _NAME_BEHIND.sub("", text)
    values = _values(known)
    return _FIELD.sub(lambda match: values.get(match[1]) or f"[{match[1].split(':')[0]}]", text)


def unknown_fields(text: str) -> Iterator[str]:
    """The fields of a text that cannot be filled in, as they are written, and stray braces."""
    for match in _FIELD.finditer(text):
        if match[1] not in FIELDS:
            yield match.group()
    yield from re.findall(r"[{}]", _FIELD.sub("", text))


def _values(known: Known) -> Mapping[str, str]:
    values = {NAME: known.vocative, PHONE: known.phone, NUMBER: known.number}
    values |= {f"{MUNICIPALITY}:{case}": name for case, name in zip(CASES, known.municipality, strict=False)}
    if known.day is not None:
        genitive = spoken_day(known.day, DayCase.GENITIVE)
        values |= {
            f"{DAY}:vardininkas": spoken_day(known.day, DayCase.NOMINATIVE),
            f"{DAY}:kilmininkas": genitive,
            # The month stands in the genitive in every case; only the last word changes.
            f"{DAY}:galininkas": f"{genitive.removesuffix('os')}ą",
        }
    return MappingProxyType(values)
