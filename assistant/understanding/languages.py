"""Which of five languages a message is written in: by script and by common words, Lithuanian where in doubt."""

import re

from assistant.understanding.language_words import CYRILLIC, LATIN, SOUNDS, in_one_spelling
from assistant.understanding.normalize import words_of

LITHUANIAN = "lt"


def guess_language(text: str) -> str:
    """The language as lt, en, ru, pl or uk.

    Conservative: anything but Lithuanian needs Cyrillic script, a letter that only Polish has, or common words of the
    language that outweigh the Lithuanian ones. The price of a wrong guess is an answer that the person cannot read.
    """
    lowered = text.casefold()
    cyrillic = len(_CYRILLIC.findall(lowered))
    if cyrillic > len(_LATIN.findall(lowered)):
        return _guess_cyrillic(lowered)
    if _LITHUANIAN_LETTERS.search(lowered):
        return LITHUANIAN
    words = words_of(lowered)
    known = {language: [word for word in words if word in common] for language, common in LATIN.items()}
    known |= {
        language: [word for word in words if in_one_spelling(word) in sounds] for language, sounds in SOUNDS.items()
    }
    known["pl"] += ["polish"] * len(_POLISH_LETTERS.findall(lowered)) + _POLISH_SPELLING.findall(lowered)
    for language, spelling in _SLAVIC_SPELLING.items():
        signs = spelling.findall(lowered)
        if known[language] or len(signs) > 1:
            known[language] += [_A_SIGN] * len(signs)
    known[LITHUANIAN] += _OF_OUR_SERVICES.findall(lowered)
    weights = {language: _weight(found) for language, found in known.items()}
    best = max(_FOREIGN, key=weights.__getitem__)
    needed = 1 if len(words) <= _FEW_WORDS else 2
    is_told = len(known[best]) >= needed and weights[best] > weights[LITHUANIAN]
    return best if is_told else LITHUANIAN


def _weight(words: list[str]) -> int:
    """A long word says more of a language than a short one, which may be a word of several."""
    return sum(min(len(word), _LONG) for word in words)


def _guess_cyrillic(lowered: str) -> str:
    if _UKRAINIAN_LETTERS.search(lowered):
        return "uk"
    if _RUSSIAN_LETTERS.search(lowered):
        return "ru"
    words = _WORD.findall(lowered)
    weights = {language: _weight([word for word in words if word in common]) for language, common in CYRILLIC.items()}
    # A Russian infinitive ends in a soft sign.
    weights["uk"] += 3 * sum(_UKRAINIAN_ENDING.search(word) is not None for word in words)
    return "uk" if weights["uk"] > weights["ru"] else "ru"


_FOREIGN = ("en", "pl", "ru", "uk")
_FEW_WORDS = 4
_LONG = 6
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z\u0100-\u017f]")
_UKRAINIAN_LETTERS = re.compile(r"[іїєґ]")
_RUSSIAN_LETTERS = re.compile(r"[ыэёъ]")
_UKRAINIAN_ENDING = re.compile(r"\w[аиу]ти(?:ся)?$")
# The letters ą and ę are common to both languages, so neither side may count them.
_LITHUANIAN_LETTERS = re.compile(r"[čėįšųūž]")
_POLISH_LETTERS = re.compile(r"[łńśźżćó]")
_OF_OUR_SERVICES = re.compile(r"\b(?:dirbtuv|vad[iy]b|pagalb|sprendim|seim|atokv[eė]p|lauk|palikim|negal|neigal)\w+")
_A_SIGN = "sgn"
# What Latin letters are put for Cyrillic ones, and endings of Ukrainian verbs.
_SLAVIC_SPELLING = {
    "ru": re.compile(r"zh|kh|shc|yu|ya\b"),
    "uk": re.compile(r"zh|kh|shc|yu|ya\b|[aiuy]ty(?:s[yi]a)?\b|uye\b|yy|\bts[ey]\b"),
}
# Pairs of letters that no Lithuanian word has, with or without diacritics.
_POLISH_SPELLING = re.compile(r"\w*(?:cz|prze|przy|szk|owac\b)\w*")
