"""Numbers that name and do not count: telephones, numbers of requests, codes, versions."""

import re

from assistant.speech.numerals import cardinal, digits

_ABROAD = re.compile(r"\+\d[\d ()-]{5,}\d")
_HOME = re.compile(r"(?<![\d,.+-])\(?[08][ -]?\(?(?:\d{8}|\d{1,3}\)?(?:[ -]\d{2,5}){1,4})(?![\d-])")
_LINE = re.compile(r"(?<!\d)116 ?\d{3}(?!\d)")
_CALLED = re.compile(
    r"(?P<cue>(?:telefon\w*|tel\.|mob\.|[Ss]kambink\w*|[Ss]kambin\w+|linij\w+|trump\w+ numer\w+):? )"
    r"(?P<number>\(?\d[\d ()-]{1,}\d)",
    re.IGNORECASE,
)
_EMERGENCY = re.compile(r"(?<![\d,.+-])112(?![\d,.-]*\d)")
_PAIRS = re.compile(r"(?<![\d,.+-])(\d\d) ?(\d\d) ?(\d\d) ?(\d\d)(?! ?\d)")
_POST = re.compile(r"\bLT[- ]?(\d{5})\b")
_ENDED = re.compile(r"(?<!\d)(\d{1,9})-(?=[a-ząčęėįšųūž]{1,6}\b)([a-ząčęėįšųūž]+)")
_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+)+(?![\d.]*\d)")
_LONG = re.compile(r"\d{7,}")
_LONGEST_GROUP = 3


def with_digit_groups(text: str) -> str:
    """The text with these numbers in words."""
    text = _POST.sub(lambda match: f"el tė, {_in_pieces(match[1])}", text)
    text = _ABROAD.sub(lambda match: f"plius {_grouped(match[0])}", text)
    text = _PAIRS.sub(_pairs, text)
    text = _HOME.sub(lambda match: _grouped(match[0]), text)
    text = _CALLED.sub(lambda match: match["cue"] + _grouped(match["number"]), text)
    text = _LINE.sub(lambda match: _grouped(match[0]), text)
    text = _EMERGENCY.sub(lambda match: digits(match[0]), text)
    return _LONG.sub(lambda match: _in_pieces(match[0]), text)


def with_versions(text: str) -> str:
    """The text with "4.0" in words."""
    return _VERSION.sub(lambda match: " taškas ".join(cardinal(int(part)) for part in match[0].split(".")), text)


def ended_numbers(text: str) -> re.Pattern[str] | None:
    """The pattern of a number with its ending, "16-osios", where the text has one."""
    return _ENDED if _ENDED.search(text) else None


def _pairs(match: re.Match[str]) -> str:
    return ", ".join(
        f"nulis {cardinal(int(pair))}" if pair[0] == "0" else cardinal(int(pair)) for pair in match.groups()
    )


def _grouped(number: str) -> str:
    """Digit by digit, with a breath where the writer left a space."""
    return ", ".join(_in_pieces(group) for group in re.findall(r"\d+", number))


def _in_pieces(group: str) -> str:
    """A long group in twos and threes, as people tell it."""
    pieces = []
    rest = group
    while rest:
        length = len(rest)
        size = length if length <= _LONGEST_GROUP else 2 if length in {4, 5} else _LONGEST_GROUP
        pieces.append(digits(rest[:size]))
        rest = rest[size:]
    return ", ".join(pieces)
