"""A written Lithuanian sentence as it is said: the one way in to everything in this folder."""

import re

from assistant.speech.abbreviations import with_floors, with_full_words
from assistant.speech.counted import before_word, case_after, number_in_words
from assistant.speech.digit_groups import ended_numbers, with_digit_groups, with_versions
from assistant.speech.letters import with_internet_names, with_spelt_names
from assistant.speech.measures import decimal, with_amounts
from assistant.speech.moments import with_moments
from assistant.speech.nouns import noun_reading
from assistant.speech.numerals import Case, cardinal, digits, ordinal, ordinal_with, roman
from assistant.speech.places import with_addresses
from assistant.speech.signs import with_signs, without_markup

LONGEST = 2000
"""Characters; of a longer text only the beginning is said."""

_RANGE = re.compile(
    r"(?<![\d,.–-])(\b(?:per|nuo|už|apie) )?(\d{1,6})\s?[–-]\s?(\d{1,6})(?=\s([a-ząčęėįšųūž]+)|\s?%|\s?€)(?![\d,.]*\d)"
)
_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?![\d,])")
_DECIMAL = re.compile(r"(?<![\d,.])(\d{1,9}),(\d{1,6})(?![\d,]*\d)")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"(?<![\w.])([IVX]{1,6})(?=\s+([a-ząčęėįšųūž]+)|[\s.,]|$)")
_NOT_ROMAN = frozenset({"ir", "yra"})
_LONGEST_UNIT = 4
"""Letters; "proc." and "min." are declined with their number."""
_MOST_TOGETHER = 12
_CARDINAL_ENDINGS = {"ių": Case.GENITIVE, "jų": Case.GENITIVE, "iems": Case.DATIVE}


def spoken(text: str) -> str:
    """The sentence without digits, signs and shortened words; empty where nothing in it can be said in Lithuanian."""
    text = without_markup(text[:LONGEST])
    if not _is_latin(text):
        return ""
    text = with_internet_names(text)
    text = with_moments(text)
    text = with_digit_groups(text)
    text = with_addresses(text)
    text = with_floors(text)
    text = _RANGE.sub(_range, text)
    text = with_amounts(text)
    text = with_full_words(text)
    text = _ROMAN.sub(_roman, text)
    text = with_spelt_names(text)
    text = _ended(text)
    text = with_versions(text)
    text = _DECIMAL.sub(lambda match: decimal(match[1], match[2]), text)
    text = _THOUSANDS.sub(lambda match: match[0].replace(" ", ""), text)
    return with_signs(_NUMBER.sub(_number, text))


def _range(match: re.Match[str]) -> str:
    """From so many to so many; "2–3 savaites" is said as two, three weeks, so that the noun stays as it is."""
    before, first, last, noun = match.groups()
    if noun and len(noun) > _LONGEST_UNIT and not noun.endswith("ų"):
        return f"{before or ''}{first}, {last}"
    return f"nuo {first} iki {last}"


def _is_latin(text: str) -> bool:
    """Whether the letters are mostly ours: what is written in another script no Lithuanian voice can say."""
    letters = [sign for sign in text if sign.isalpha()]
    return not letters or sum(sign <= "ɏ" for sign in letters) * 2 > len(letters)


def _number(match: re.Match[str]) -> str:
    before, behind = match.string[: match.start()], match.string[match.end() :]
    if len(match[0]) > _MOST_TOGETHER or (match[0][0] == "0" and len(match[0]) > 1):
        words = digits(match[0])
    else:
        words = number_in_words(int(match[0]), before, behind)
    # A letter beside a digit is a word of its own.
    return f"{' ' if before[-1:].isalpha() else ''}{words}{' ' if behind[:1].isalpha() else ''}"


def _ended(text: str) -> str:
    pattern = ended_numbers(text)
    return pattern.sub(_with_ending, text) if pattern is not None else text


def _with_ending(match: re.Match[str]) -> str:
    number, ending = int(match[1]), match[2]
    if number == 0:
        return cardinal(0)
    if ending in _CARDINAL_ENDINGS:
        return cardinal(number, case=_CARDINAL_ENDINGS[ending])
    return ordinal_with(number, {"ji": "oji", "asis": "asis", "is": "asis", "oj": "oji"}.get(ending, ending))


def _roman(match: re.Match[str]) -> str:
    number = roman(match[1])
    noun = match[2]
    if number is None or (len(match[1]) == 1 and (noun is None or noun in _NOT_ROMAN)):
        return match[0]
    reading = noun_reading(noun, is_plural=False) if noun else None
    if reading is None:
        case = case_after(match.string[: match.start()])
        return ordinal(number, case=case if before_word(match.string[: match.start()]) else Case.NOMINATIVE)
    return ordinal(number, reading.gender, reading.case)
