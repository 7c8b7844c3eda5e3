"""What is spelt or read out sign by sign: addresses of the internet, and names made of capital letters."""

import re

from assistant.speech.numerals import digits

NAMES = {
    "A": "a", "Ą": "a nosinė", "B": "bė", "C": "cė", "Č": "čė", "D": "dė", "E": "ė", "Ę": "ė nosinė", "Ė": "ė",
    "F": "ef", "G": "gė", "H": "ha", "I": "i", "Į": "i nosinė", "Y": "igrek", "J": "jot", "K": "ka", "L": "el",
    "M": "em", "N": "en", "O": "o", "P": "pė", "Q": "kū", "R": "er", "S": "es", "Š": "eš", "T": "tė", "U": "u",
    "Ų": "u nosinė", "Ū": "u ilgoji", "V": "vė", "W": "dviguba vė", "X": "iks", "Z": "zet", "Ž": "žet",
}  # fmt: skip
"""How each letter is called."""

_MAIL = re.compile(r"(?<![\w@.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"\b(?:https?://)?(?:www\.)?(?:[a-z0-9ąčęėįšųūž-]+\.)+(?:lt|eu|com|org|net|info|gov|example)\b(?:/(?:[\w./?=&%#-]*[\w/])?)?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"\bhttps?://", re.IGNORECASE)
_SIGNS = {
    ".": " taškas ",
    "@": " eta ",
    "-": " brūkšnelis ",
    "_": " pabraukimas ",
    "/": " pasvirasis brūkšnys ",
    "+": " plius ",
    "?": " klaustukas ",
    "=": " lygu ",
    "&": " ir ",
    "%": " procentas ",
    "#": " grotelės ",
}
_MOST_SPELT = 3
_CAPITALS = re.compile(r"(?<![\w])(?P<letters>[A-ZĄČĘĖĮŠŲŪŽ]{2,})(?![a-ząčęėįšųūž])")
_LONGEST_SPELT = 4
_KNOWN = {"VšĮ": "viešoji įstaiga", "MB": "mažoji bendrija", "SODRA": "Sodra", "LAIMA": "Laima"}
_WORDS = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in _KNOWN))
_CODE = re.compile(r"(?<![\w-])([A-ZŠŽ])(\d+)(?:-(\d+))?(?![\w-])")
_JOINED = re.compile(r"(?<=[A-ZŠŽ])-(?=[A-ZŠŽ]{2,}\b)")
_ALONE = re.compile(r"(?<![\w„“])([B-HJ-ZČŠŽ])(?=[\s,)]|$)(?!\.)")


def spelt(letters: str) -> str:
    """The names of the letters."""
    return " ".join(NAMES[letter] for letter in letters.upper() if letter in NAMES)


def with_internet_names(text: str) -> str:
    """The text with its e-mail and web addresses as they are read aloud."""
    text = _MAIL.sub(lambda match: _read_out(match[0]), text)
    return _WEB.sub(lambda match: _read_out(_SCHEME.sub("", match[0]).rstrip("/")), text)


def with_spelt_names(text: str) -> str:
    """The text with names of capital letters spelt: UAB, PDF; longer ones are words."""
    text = _WORDS.sub(lambda match: _KNOWN[match[0]], text)
    text = _JOINED.sub(" ", _CODE.sub(_code, text))
    text = _CAPITALS.sub(_capitals, text)
    return _ALONE.sub(lambda match: NAMES[match[1]], text)


def _code(match: re.Match[str]) -> str:
    numbers = " brūkšnelis ".join(part for part in (match[2], match[3]) if part)
    return f"{NAMES[match[1]]} {numbers}"


def _capitals(match: re.Match[str]) -> str:
    letters = match["letters"]
    return spelt(letters) if len(letters) <= _LONGEST_SPELT else letters.lower()


def _read_out(address: str) -> str:
    text = re.sub(r"\d+", lambda match: f" {digits(match[0])} ", address)
    text = "".join(_SIGNS.get(sign, sign) for sign in text)
    return " ".join(_part(word) for word in text.split())


def _part(word: str) -> str:
    """A part without vowels, or one that nobody says as a word, is spelt."""
    is_short = len(word) <= _MOST_SPELT and not re.search(r"[aąeęėiįyouųū]", word.lower())
    if word.lower() == "www":
        return "vė vė vė"
    return spelt(word) if is_short or word == "eu" else word
