"""Amounts with a shortened unit: money, percent, minutes, kilograms – number and noun together."""

import re
from dataclasses import dataclass

from assistant.speech.counted import FIRST_YEAR, LAST_YEAR, case_after
from assistant.speech.numerals import Case, Count, Gender, cardinal, count_of, ordinal


@dataclass(frozen=True)
class Noun:
    """A noun with all its cases, one and several."""

    gender: Gender
    one: tuple[str, ...]
    several: tuple[str, ...]


def _masculine(stem: str) -> Noun:
    return Noun(
        Gender.MASCULINE,
        tuple(stem + ending for ending in ("as", "o", "ui", "ą", "u", "e")),
        tuple(stem + ending for ending in ("ai", "ų", "ams", "us", "ais", "uose")),
    )


def _feminine(stem: str, soft: str = "") -> Noun:
    """`soft` is the stem of the genitive where the word ends in ė: minutė, minučių."""
    if not soft:
        return Noun(
            Gender.FEMININE,
            tuple(stem + ending for ending in ("a", "os", "ai", "ą", "a", "oje")),
            tuple(stem + ending for ending in ("os", "ų", "oms", "as", "omis", "ose")),
        )
    return Noun(
        Gender.FEMININE,
        tuple(stem + ending for ending in ("ė", "ės", "ei", "ę", "e", "ėje")),
        (f"{stem}ės", f"{soft}ių", *(stem + ending for ending in ("ėms", "es", "ėmis", "ėse"))),
    )


EURO, CENT, PERCENT = _masculine("eur"), _masculine("cent"), _masculine("procent")
MINUTE, HOUR, DAY = _feminine("minut", "minuč"), _feminine("valand"), _feminine("dien")
WEEK, SECOND = _feminine("savait", "savaič"), _feminine("sekund", "sekundž")
MONTH = Noun(
    Gender.MASCULINE,
    ("mėnuo", "mėnesio", "mėnesiui", "mėnesį", "mėnesiu", "mėnesyje"),
    ("mėnesiai", "mėnesių", "mėnesiams", "mėnesius", "mėnesiais", "mėnesiuose"),
)
_YEAR_FORMS = ("metai", "metų", "metams", "metus", "metais", "metuose")
YEAR = Noun(Gender.PLURAL, _YEAR_FORMS, _YEAR_FORMS)
THOUSAND = Noun(
    Gender.MASCULINE,
    ("tūkstantis", "tūkstančio", "tūkstančiui", "tūkstantį", "tūkstančiu", "tūkstantyje"),
    ("tūkstančiai", "tūkstančių", "tūkstančiams", "tūkstančius", "tūkstančiais", "tūkstančiuose"),
)

_UNITS = {
    r"€|Eur\b\.?|EUR\b|eur\b\.": EURO,
    r"ct\b\.?": CENT,
    r"%|proc\.": PERCENT,
    r"min\b\.?": MINUTE,
    r"sek\b\.?": SECOND,
    r"d\.": DAY,
    r"sav\.": WEEK,
    r"mėn\b\.?": MONTH,
    r"m\.": YEAR,
    r"km\b": _masculine("kilometr"),
    r"cm\b": _masculine("centimetr"),
    r"m\b(?!\.)": _masculine("metr"),
    r"kg\b": _masculine("kilogram"),
    r"g\b(?!\.)": _masculine("gram"),
    r"l\b(?!\.)": _masculine("litr"),
    r"vnt\b\.?": _masculine("vienet"),
    r"tūkst\.": THOUSAND,
    r"mln\b\.?": _masculine("milijon"),
    r"°C\b|°": Noun(
        Gender.MASCULINE,
        ("laipsnis", "laipsnio", "laipsniui", "laipsnį", "laipsniu", "laipsnyje"),
        ("laipsniai", "laipsnių", "laipsniams", "laipsnius", "laipsniais", "laipsniuose"),
    ),
}
_NUMBER = r"(?<![\d,.])(?P<whole>\d{1,3}(?: \d{3})+|\d{1,9})(?:[,.](?P<part>\d{1,3}))?"
_AMOUNT = {unit: re.compile(rf"{_NUMBER}\s?(?:{pattern})(?P<end>(?<=\.)\s*$)?") for pattern, unit in _UNITS.items()}
_EURO_BEFORE = re.compile(r"€\s?(\d[\d ,.]*\d|\d)")


def counted(number: int, noun: Noun, case: Case = Case.NOMINATIVE) -> str:
    """So many of these, as a part of a sentence in this case."""
    count = count_of(number)
    is_direct = case in {Case.NOMINATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL}
    if count is Count.MANY and is_direct:
        # The number stands for the case, what is counted is in the genitive.
        return f"{cardinal(number, noun.gender, case)} {noun.several[Case.GENITIVE]}"
    forms = noun.one if count is Count.ONE else noun.several
    if count is Count.MANY:
        forms, case = noun.several, Case.GENITIVE
    return f"{cardinal(number, noun.gender, case)} {forms[case]}"


def with_amounts(text: str) -> str:
    """The text with every amount of a shortened unit in words."""
    text = _EURO_BEFORE.sub(lambda match: f"{match[1]} €", text)
    for unit, pattern in _AMOUNT.items():
        text = pattern.sub(lambda match, unit=unit: _said(match, unit), text)  # type: ignore[misc]  # the loop's own unit
    return text


def _said(match: re.Match[str], unit: Noun) -> str:
    whole, part = int(match["whole"].replace(" ", "")), match["part"]
    case = case_after(match.string[: match.start()])
    # The full stop of a shortened word at the end is also that of the sentence.
    end = "." if match["end"] is not None else ""
    if unit is YEAR and FIRST_YEAR <= whole <= LAST_YEAR:
        return f"{ordinal(whole, Gender.PLURAL, Case.GENITIVE)} metų{end}"
    if part is None:
        return counted(whole, unit, case) + end
    if unit is EURO:
        cents = int(part.ljust(2, "0")[:2])
        euros = counted(whole, unit, case)
        if not whole and cents:
            return counted(cents, CENT, case) + end
        return (f"{euros} {counted(cents, CENT, case)}" if cents else euros) + end
    return f"{decimal(str(whole), part)} {unit.one[Case.GENITIVE]}{end}"


def decimal(whole: str, part: str) -> str:
    """A number with a decimal comma."""
    zeros = "nulis " * (len(part) - len(part.lstrip("0")) if int(part) else len(part) - 1)
    return f"{cardinal(int(whole))} kablelis {zeros}{cardinal(int(part))}"
