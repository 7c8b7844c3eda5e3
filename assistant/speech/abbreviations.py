"""Shortened words in full; those of amounts, dates and addresses have files of their own."""

import re

from assistant.speech.counted import before_word

_SOCIAL_HE = {
    "as": "socialinis", "o": "socialinio", "ui": "socialiniam", "ą": "socialinį", "u": "socialiniu", "a": "socialinė",
    "ai": "socialiniai", "ų": "socialinių", "ams": "socialiniams", "us": "socialinius", "ais": "socialiniais",
}  # fmt: skip
_SOCIAL_SHE = {
    "a": "socialinė", "os": "socialinės", "ai": "socialinei", "ą": "socialinę", "ų": "socialinių", "oms": "socialinėms",
    "as": "socialines", "omis": "socialinėmis",
}  # fmt: skip

# The order counts: a longer one may begin like a shorter one.
_FULL = (
    (r"t\. ?y\.", "tai yra"),
    (r"ir t\. ?t\.", "ir taip toliau"),
    (r"t\. ?t\.", "taip toliau"),
    (r"ir pan\.", "ir panašiai"),
    (r"pan\.", "panašiai"),
    (r"ir kt\.", "ir kita"),
    (r"kt\.", "kita"),
    (r"pvz\.", "pavyzdžiui"),
    (r"vad\.", "vadinamasis"),
    (r"š\. ?m\.", "šių metų"),
    (r"a\. ?k\.", "asmens kodas"),
    (r"el\. p\.", "elektroninis paštas"),
    (r"el\. (?=paštas\b)", "elektroninis "),
    (r"el\. (?=pašto\b)", "elektroninio "),
    (r"el\. (?=paštą\b)", "elektroninį "),
    (r"el\. (?=paštu\b)", "elektroniniu "),
    (r"el\. (?=pašte\b)", "elektroniniame "),
    (r"el\. (?=laišką\b)", "elektroninį "),
    (r"el\. (?=laiškas\b)", "elektroninis "),
    (r"el\. (?=laišku\b)", "elektroniniu "),
    (r"el\.", "elektroninis"),
    (r"tel\. nr\.", "telefono numeris"),
    (r"tel\.", "telefonas"),
    (r"mob\.", "mobilusis"),
    (r"nr\.", "numeris"),
    (r"kab\.", "kabinetas"),
    (r"str\.", "straipsnis"),
    *((rf"soc\. (?=(?:darbuotoj|pedagog){ending}\b)", f"{word} ") for ending, word in _SOCIAL_HE.items()),
    *((rf"soc\. (?=(?:paslaug|pagalb|param|išmok){ending}\b)", f"{word} ") for ending, word in _SOCIAL_SHE.items()),
    (r"soc\.", "socialinis"),
    (r"min\.", "minutės"),
    (r"val\.", "valanda"),
    (r"mėn\.", "mėnuo"),
    (r"proc\.", "procentai"),
    (r"sav\.", "savivaldybė"),
    (r"r\.", "rajonas"),
    (r"dr\.", "daktaras"),
    (r"vnt\.", "vienetai"),
    (r"tūkst\.", "tūkstančiai"),
    (r"pirm\.", "pirmadienis"),
    (r"antr\.", "antradienis"),
    (r"treč\.", "trečiadienis"),
    (r"ketv\.", "ketvirtadienis"),
    (r"penkt\.", "penktadienis"),
    (r"šešt\.", "šeštadienis"),
    (r"sekm\.", "sekmadienis"),
    (r"m\.", "metai"),
    (r"d\.", "diena"),
)
_PATTERNS = tuple(
    (re.compile(rf"(?<![\w.])(?:{short})(?P<end>(?<=\.)\s*$)?", re.IGNORECASE), full) for short, full in _FULL
)
_FLOOR = re.compile(r"(?<!\d)(?P<floor>\d{1,2}) a\.(?=[\s,]|$)(?P<end>\s*$)?")
_ANY = re.compile("|".join(rf"(?<![\w.])(?:{short})" for short, _ in _FULL), re.IGNORECASE)


def with_full_words(text: str) -> str:
    """The text without its shortened words."""
    for pattern, full in _PATTERNS:
        text = pattern.sub(lambda match, full=full: _said(match, full), text)  # type: ignore[misc]  # the loop's own word
    return text


def with_floors(text: str) -> str:
    """The text where "2 a." is a floor of a house; after the street is read no square is left that it could be."""
    return _FLOOR.sub(_floor, text)


def _floor(match: re.Match[str]) -> str:
    is_where = before_word(match.string[: match.start()]) in {"yra", "gyvena", "gyvenate", "gyvenu", "dirba", "vyksta"}
    floor = f"{match['floor']} {'aukšte' if is_where else 'aukštas'}"
    return f"{floor}." if match["end"] is not None else floor


def has_short_word(text: str) -> bool:
    """Whether a known shortened word is in the text."""
    return _ANY.search(text) is not None


def _said(match: re.Match[str], full: str) -> str:
    word = full[0].upper() + full[1:] if match[0][0].isupper() and match.start() == 0 else full
    # The full stop of a shortened word at the end is also that of the sentence.
    return f"{word}." if match["end"] is not None else word
