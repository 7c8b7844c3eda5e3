"""Streets, houses and towns: "Savanorių g. 29A" and what else is shortened in an address."""

import re

from assistant.speech.counted import before_word
from assistant.speech.letters import NAMES
from assistant.speech.numerals import Case, cardinal

_STREETS = {
    "g": ("gatvė", "gatvės", "gatvei", "gatvę", "gatve", "gatvėje"),
    "pr": ("prospektas", "prospekto", "prospektui", "prospektą", "prospektu", "prospekte"),
    "al": ("alėja", "alėjos", "alėjai", "alėją", "alėja", "alėjoje"),
    "pl": ("plentas", "plento", "plentui", "plentą", "plentu", "plente"),
    "a": ("aikštė", "aikštės", "aikštei", "aikštę", "aikšte", "aikštėje"),
    "skg": ("skersgatvis", "skersgatvio", "skersgatviui", "skersgatvį", "skersgatviu", "skersgatvyje"),
    "tak": ("takas", "tako", "takui", "taką", "taku", "take"),
}
_ALL_FORMS = "|".join(form for forms in _STREETS.values() for form in forms)
_NAME = r"(?P<name>(?:[A-ZĄČĘĖĮŠŲŪŽ]\w*\.? ){1,3})"
_STREET = re.compile(rf"{_NAME}(?P<kind>g|pr|al|pl|a(?!\. ?k\.)|skg|tak)\.(?P<end>\s*$)?")
_HOUSE = re.compile(
    rf"(?P<street>\b(?:{_ALL_FORMS})) (?P<house>\d{{1,4}})(?P<letter>[A-Z])?(?:\s?[–-]\s?(?P<flat>\d{{1,4}}))?(?![\d-])"
)
_DISTRICT = re.compile(r"(?P<name>[A-ZĄČĘĖĮŠŲŪŽ]\w+) (?:r\. sav\.|r\.\s?sav\.)")
_SHORTENED = (
    (re.compile(r"(?<=[a-ząčęėįšųūž]) m\. sav\."), " miesto savivaldybė"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) r\. (?=m\b)"), " rajono "),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) sav\."), " savivaldybė"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) r\."), " rajonas"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) mstl\."), " miestelis"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) k\.(?=[\s,]|$)"), " kaimas"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) sen\."), " seniūnija"),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) aps\."), " apskritis"),
    (re.compile(r"\bm\. (?=[A-ZĄČĘĖĮŠŲŪŽ])"), "miestas "),
    (re.compile(r"(?<=[a-ząčęėįšųūž]) m\.(?=,|$)"), " miestas"),
)


def with_addresses(text: str) -> str:
    """The text with streets, houses and towns in words."""
    text = _STREET.sub(_street, text)
    text = _HOUSE.sub(_house, text)
    text = _DISTRICT.sub(r"\g<name> rajono savivaldybė", text)
    for pattern, words in _SHORTENED:
        text = pattern.sub(words, text)
    return text


def _street(match: re.Match[str]) -> str:
    before = before_word(match.string[: match.start()])
    case = {
        "į": Case.ACCUSATIVE,
        "iš": Case.GENITIVE,
        "nuo": Case.GENITIVE,
        "prie": Case.GENITIVE,
        "iki": Case.GENITIVE,
        "yra": Case.LOCATIVE,
        "gyvena": Case.LOCATIVE,
        "gyvenate": Case.LOCATIVE,
        "gyvenu": Case.LOCATIVE,
        "dirba": Case.LOCATIVE,
        "vyksta": Case.LOCATIVE,
    }.get(before, Case.NOMINATIVE)
    end = "." if match["end"] is not None else ""
    return f"{match['name']}{_STREETS[match['kind']][case]}{end}"


def _house(match: re.Match[str]) -> str:
    letter = f" {NAMES[match['letter']]}" if match["letter"] else ""
    flat = f", {cardinal(int(match['flat']))}" if match["flat"] else ""
    return f"{match['street']} {cardinal(int(match['house']))}{letter}{flat}"
