"""What the ending of a Lithuanian noun or adjective tells: gender and case."""

from dataclasses import dataclass

from assistant.speech.numerals import Case, Gender


@dataclass(frozen=True)
class Reading:
    """What the form of a noun tells."""

    gender: Gender
    case: Case
    is_plural: bool


def noun_reading(word: str, *, is_plural: bool) -> Reading | None:
    """What the ending of the word tells, None where it tells nothing."""
    known = _KNOWN.get((word, is_plural))
    if known is not None:
        return Reading(*known, is_plural)
    if is_word_of_years(word):
        return Reading(Gender.PLURAL, _YEARS[word[3:]], is_plural=True)
    endings = _PLURAL if is_plural else _SINGULAR
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending) and len(word) > len(ending):
            gender, case = endings[ending]
            return Reading(gender, case, is_plural)
    return None


def is_word_of_years(word: str) -> bool:
    """Whether it is a form of "metai", which has numerals of its own."""
    return word.startswith("met") and word[3:] in _YEARS


_YEARS = {
    "ai": Case.NOMINATIVE,
    "ų": Case.GENITIVE,
    "ams": Case.DATIVE,
    "us": Case.ACCUSATIVE,
    "ais": Case.INSTRUMENTAL,
    "uose": Case.LOCATIVE,
}
_M, _F = Gender.MASCULINE, Gender.FEMININE
_PLURAL = {
    "ai": (_M, Case.NOMINATIVE),
    "i": (_M, Case.NOMINATIVE),
    "us": (_M, Case.ACCUSATIVE),
    "ams": (_M, Case.DATIVE),
    "iems": (_M, Case.DATIVE),
    "ais": (_M, Case.INSTRUMENTAL),
    "uose": (_M, Case.LOCATIVE),
    "menys": (_M, Case.NOMINATIVE),
    "menis": (_M, Case.ACCUSATIVE),
    "os": (_F, Case.NOMINATIVE),
    "ės": (_F, Case.NOMINATIVE),
    "ys": (_F, Case.NOMINATIVE),
    "as": (_F, Case.ACCUSATIVE),
    "es": (_F, Case.ACCUSATIVE),
    "oms": (_F, Case.DATIVE),
    "ėms": (_F, Case.DATIVE),
    "omis": (_F, Case.INSTRUMENTAL),
    "ėmis": (_F, Case.INSTRUMENTAL),
    "ose": (_F, Case.LOCATIVE),
    "ėse": (_F, Case.LOCATIVE),
    "ų": (_M, Case.GENITIVE),
}
_SINGULAR = {
    "as": (_M, Case.NOMINATIVE),
    "is": (_M, Case.NOMINATIVE),
    "ys": (_M, Case.NOMINATIVE),
    "us": (_M, Case.NOMINATIVE),
    "uo": (_M, Case.NOMINATIVE),
    "a": (_F, Case.NOMINATIVE),
    "ė": (_F, Case.NOMINATIVE),
    "o": (_M, Case.GENITIVE),
    "aus": (_M, Case.GENITIVE),
    "os": (_F, Case.GENITIVE),
    "ės": (_F, Case.GENITIVE),
    "ies": (_F, Case.GENITIVE),
    "ui": (_M, Case.DATIVE),
    "ai": (_F, Case.DATIVE),
    "ei": (_F, Case.DATIVE),
    "ą": (_M, Case.ACCUSATIVE),
    "į": (_M, Case.ACCUSATIVE),
    "ę": (_F, Case.ACCUSATIVE),
    "u": (_M, Case.INSTRUMENTAL),
    "oje": (_F, Case.LOCATIVE),
    "ėje": (_F, Case.LOCATIVE),
    "yje": (_M, Case.LOCATIVE),
    "e": (_M, Case.LOCATIVE),
}
_KNOWN = {
    ("žmonės", True): (_M, Case.NOMINATIVE),
    ("žmones", True): (_M, Case.ACCUSATIVE),
    ("žmonėms", True): (_M, Case.DATIVE),
    ("žmonėmis", True): (_M, Case.INSTRUMENTAL),
    **{(word, True): (_F, Case.ACCUSATIVE) for word in ("rūšis", "naktis", "šalis", "dalis")},
    **{(word, False): (_F, Case.NOMINATIVE) for word in ("rūšis", "naktis", "šalis", "dalis")},
    **{(word, False): (_F, Case.ACCUSATIVE) for word in ("rūšį", "naktį", "šalį", "dalį")},
    **{(word, False): (_F, Case.LOCATIVE) for word in ("rūšyje", "naktyje", "šalyje", "dalyje")},
}
