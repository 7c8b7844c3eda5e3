"""Numbers beside words: in which gender and case they are said, told from the word behind and the word before."""

import re

from assistant.speech.nouns import is_word_of_years, noun_reading
from assistant.speech.numerals import LARGEST, Case, Count, cardinal, count_of, digits, ordinal

GENITIVE_AFTER = frozenset(
    [
        "nuo",
        "iki",
        "ligi",
        "iš",
        "be",
        "dėl",
        "po",
        "prie",
        "virš",
        "arti",
        "nėra",
        "neturi",
        "neturite",
        "neturiu",
        "neturėjo",
        "nebuvo",
        "nebus",
        "negauna",
    ]
)
ACCUSATIVE_AFTER = frozenset(
    [
        "per",
        "už",
        "apie",
        "prieš",
        "pro",
        "į",
        "kas",
        "kainuoja",
        "kainavo",
        "kainuos",
        "moka",
        "mokate",
        "moku",
        "mokėjo",
        "mokėti",
        "sumokėti",
        "sumokėkite",
        "gauna",
        "palaukite",
        "palaukti",
        "lauksite",
        "laukiate",
        "gaunate",
        "gaunu",
        "gavo",
        "gavote",
        "gauti",
        "trunka",
        "truko",
        "turi",
        "turite",
        "laukite",
        "laukti",
        "skiria",
    ]
)
FIRST_YEAR, LAST_YEAR = 1900, 2100


def before_word(text: str) -> str:
    """The last word before a place, in small letters; empty at a beginning and after any other sign."""
    found = re.search(r"(\w+)\s*$", text)
    return found[1].lower() if found else ""


def case_after(text: str, otherwise: Case = Case.NOMINATIVE) -> Case:
    """The case that the word before a place asks for."""
    word = before_word(text)
    if word in GENITIVE_AFTER:
        return Case.GENITIVE
    if word in ACCUSATIVE_AFTER:
        return Case.ACCUSATIVE
    return Case.INSTRUMENTAL if word == "su" else otherwise


def number_in_words(number: int, before: str, behind: str) -> str:
    """The number as it is said between these texts."""
    if number >= LARGEST:
        return digits(str(number))
    noun, asked = _noun_behind(behind), case_after(before)
    if _is_year(number, noun) or _is_in_a_row(number, noun, asked):
        reading = noun_reading(noun, is_plural=_is_year(number, noun))
        if reading is not None and number > 0:
            return ordinal(number, reading.gender, reading.case)
    count = count_of(number)
    reading = noun_reading(noun, is_plural=count is not Count.ONE)
    if reading is None:
        # Without a noun only the genitive is told apart well: "nuo 0 iki 55".
        return cardinal(number, case=asked if asked is Case.GENITIVE else Case.NOMINATIVE)
    if count is Count.MANY and reading.case is Case.GENITIVE:
        is_asked = asked is Case.GENITIVE
        return cardinal(number, reading.gender, Case.GENITIVE if is_asked else Case.NOMINATIVE)
    return cardinal(number, reading.gender, reading.case)


def _noun_behind(behind: str) -> str:
    """The word that is counted, in small letters; empty where there is none."""
    text = _OTHER_NUMBER.sub("", behind)
    for word in _WORDS_BEHIND.findall(text.split(".")[0] if text.startswith(" ") else "")[:3]:
        small = word.lower()
        if small in _NO_NOUNS or not word.startswith(" "):
            return ""
        if small.strip() not in _BETWEEN:
            return "" if small.strip() in _NO_NOUNS else small.strip()
    return ""


def _is_year(number: int, noun: str) -> bool:
    return FIRST_YEAR <= number <= LAST_YEAR and is_word_of_years(noun)


def _is_in_a_row(number: int, noun: str, asked: Case) -> bool:
    """Whether the noun is one of several in a row and stands in the singular: "3 klausimas", "10 valandą"."""
    stem = next((stem for stem in _IN_A_ROW if noun.startswith(stem)), "")
    ending = noun[len(stem) :]
    if not stem or ending not in _ENDINGS_OF_ONE:
        return False
    match count_of(number):
        case Count.ONE:
            # "1 diena" counts; of levels and floors nobody has one.
            return stem in _NEVER_COUNTED or (noun in _HOURS_OF_CLOCK and asked is Case.GENITIVE)
        case Count.FEW if ending in {"os", "ės"}:
            # "2 dienos" are two; "nuo 8 valandos" is a time.
            return noun in _HOURS_OF_CLOCK and asked is Case.GENITIVE
        case Count.FEW if stem in _FEMININE_ROWS:
            # "Turi 2 dalis" are two parts, "2 dalis" is the second.
            return ending not in {"as", "ys", "ai"} and (ending != "is" or asked is not Case.ACCUSATIVE)
        case Count.FEW:
            # "4 klausimai" and "2 kartus" are several.
            return ending != "ai" and (ending != "us" or stem in _ENDING_IN_US)
    return True


_OTHER_NUMBER = re.compile(r"^(?:\s?[–-]\s?|,\s|\s(?:iki|ar|arba|ir)\s)\d+(?=\s)")
_WORDS_BEHIND = re.compile(r"^\s\w+|(?<=\w)\s\w+")
_BETWEEN = frozenset(["darbo", "kalendorines", "kalendorinės", "kalendorinių", "skirtingų"])
_NO_NOUNS = frozenset(
    [
        "arba",
        "ir",
        "ar",
        "iki",
        "nuo",
        "yra",
        "bet",
        "kai",
        "kurie",
        "kurios",
        "per",
        "už",
        "iš",
        "į",
        "su",
        "kad",
        "tai",
        "galite",
        "gali",
        "ne",
        "prieš",
        "po",
    ]
)
_NEVER_COUNTED = frozenset({"lyg", "aukšt", "straipsn"})
_FEMININE_ROWS = frozenset(["grup", "valand", "dien", "klas", "savait", "pamok", "kategorij", "dal"])
_IN_A_ROW = (
    *sorted(_NEVER_COUNTED | _FEMININE_ROWS),
    *["klausim", "žingsn", "punkt", "puslap", "kart", "etap", "pried", "mėnes", "sakin", "skyri", "amži"],
)
_ENDING_IN_US = frozenset({"skyri", "amži"})
_HOURS_OF_CLOCK = frozenset({"valandos"})
_ENDINGS_OF_ONE = frozenset(
    [
        "as",
        "is",
        "ys",
        "us",
        "a",
        "ė",
        "o",
        "io",
        "os",
        "ės",
        "ui",
        "iui",
        "ai",
        "ei",
        "ą",
        "į",
        "ę",
        "u",
        "iu",
        "oje",
        "ėje",
        "yje",
        "e",
        "uje",
        "aus",
    ]
)
