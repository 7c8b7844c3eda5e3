"""The words around a place name that say what is meant by it, all folded."""

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import as_it_sounds


class Kind(Enum):
    """What a word beside a name makes of it."""

    DISTRICT = "rajonas"
    CITY = "miestas"
    VILLAGE = "kaimas"
    MUNICIPALITY = "savivaldybė"
    ELSEWHERE = "gatvė"
    """A street or a county: it bears the name of a place in which nobody need live."""


def kind_of(word: str) -> Kind | None:
    """The kind that a word in any case or shortening stands for, None for any other word."""
    word = _TWICE.sub(r"\1", word.replace("w", "v"))
    for kind, beginnings, shortenings in _KINDS:
        if word.startswith(beginnings) or word in shortenings:
            return kind
    return None


@lru_cache(maxsize=4096)
def misspelt_kind_of(word: str) -> Kind | None:
    """The kind that a word with one wrong letter stands for, two in the longest words; None for any other word."""
    if len(word) >= SHORTEST_MISSPELT_KIND and not word.startswith(NOT_MISSPELT):
        for form, kind in _FORMS_OF_KINDS.items():
            if OSA.distance(word, form) <= len(form) // LETTERS_TO_A_SLIP:
                return kind
    return None


def shortened_with_a_slip(word: str) -> bool:
    """Whether the word is "raj" with one slip, or "r" pressed twice, as it may end a district's name."""
    return word in _SLIPS_OF_SHORTENINGS


@lru_cache(maxsize=4096)
def kind_before_municipality(word: str) -> Kind | None:
    """The kind that a word can only be that stands between a name and "savivaldybė", two slips in it or not."""
    if not LENGTHS_OF_KINDS[0] <= len(word) <= LENGTHS_OF_KINDS[1]:
        return None
    distance, kind = min((OSA.distance(word, form), index) for index, form in enumerate(("rajono", "miesto")))
    return (Kind.DISTRICT, Kind.CITY)[kind] if distance <= MOST_SLIPS_OF_A_KIND else None


@lru_cache(maxsize=4096)
def sounds_like_around(word: str) -> bool:
    """Whether a word by ear, or with one wrong letter, is one of those that say nothing but that a place follows."""
    sound = as_it_sounds(word)
    return len(word) >= SHORTEST_MISSPELT_KIND - 1 and any(
        len(one) >= SHORTEST_MISSPELT_KIND
        and (OSA.distance(word, one, score_cutoff=1) <= 1 or sound == as_it_sounds(one))
        for one in AROUND
    )


_TWICE = re.compile(r"(.)\1+")
SHORTEST_MISSPELT_KIND = 5
LETTERS_TO_A_SLIP = 5

LENGTHS_OF_KINDS = (4, 8)
MOST_SLIPS_OF_A_KIND = 3
_SLIPS_OF_SHORTENINGS = frozenset(
    {"ra", "aj", "rj", "rja", "arj", "raaj", "rajj", "rsj", "rqj", "rak", "rah", "taj", "eaj", "e", "t"}
)

_KINDS: tuple[tuple[Kind, tuple[str, ...], frozenset[str]], ...] = (
    (Kind.DISTRICT, ("rajon", "raion", "raj"), frozenset({"r", "rj"})),
    (Kind.VILLAGE, ("kaim", "miestel", "gyvenviet"), frozenset({"k", "mstl"})),
    (Kind.CITY, ("miest",), frozenset({"m", "mst"})),
    (Kind.MUNICIPALITY, ("savivald",), frozenset({"sav"})),
    (Kind.ELSEWHERE, ("gatv", "prospekt", "alej", "plent", "apskr"), frozenset({"g", "pr", "al", "pl"})),
)

_FORMS_OF_KINDS = {
    form: kind
    for word, kind in (
        *(("rajonas", Kind.DISTRICT), ("savivaldybė", Kind.MUNICIPALITY), ("miestas", Kind.CITY)),
        *(("kaimas", Kind.VILLAGE), ("miestelis", Kind.VILLAGE), ("gatvė", Kind.ELSEWHERE)),
    )
    for form in case_forms(word)
    if len(form) >= SHORTEST_MISSPELT_KIND
}

KIND_WORDS = frozenset({*_FORMS_OF_KINDS, "raj", "sav"})
"""Whole words for kinds, as they are found where words were run together."""

RUN_IN_FRONT = ("asgyvenu", "gyvenu", "gyvename", "gyvenam", "kaimas", "miestas", "esuis", "mano")
RUN_BEHIND = ("rajonosavivaldybe", *sorted(KIND_WORDS, key=len, reverse=True))
"""What is taken off a word before it is looked at whether a misspelt name is left."""

NEAR = frozenset({"netoli", "prie", "salia", "aplink", "link", "tarp", "uz"})
"""Words after which a place is a neighbour: who lives near Kretinga may live in another municipality."""

AROUND = frozenset(
    {
        *("as", "mes", "esu", "gyvenu", "gyvenam", "gyvename", "gyvena", "gyventi", "gyvenanti", "gyvenantis"),
        *("deklaruota", "deklaravau", "registruota", "apsistojau", "busiu", "yra", "dabar", "cia", "siuo", "metu"),
        *("is", "i", "ties", "pas", "mano", "musu", "namai", "namas", "vieta", "adresas", "atsakymas"),
        *("mama", "tevas", "brolis", "sesuo", "sunus", "dukra", "jis", "ji", "zmogus", "sen", "seniunija"),
        *("seniunijoje", "seniunijos", "lietuva", "lietuvoje", "labas", "laba", "diena", "sveiki", "pats", "pati"),
    }
)
"""Words that say nothing but that a place follows."""

ORDINARY = frozenset(
    {
        *("saugos", "saugu", "saugoms", "saugas", "lapes", "lapiu", "lapems", "vaskai", "vasku", "vaskus", "vaskais"),
        *("pajuris", "pajurio", "pajuriui", "pajuri", "pajuriu", "pajuryje", "pajuryj"),
        *("akademija", "akademijos", "akademijai", "akademijoje", "akademijoj", "seda", "sedos", "sedai", "sedu"),
        *("sventoji", "sventosios", "sventajai", "sventaja", "kairiai", "kairiu", "kairius", "kintai", "kintu"),
        *("obeliai", "obeliu", "lygumai", "lygumu", "lygumams", "lygumas", "lygumuose", "vepriai", "vepriu"),
        *("pagiriai", "pagiriu", "kriukai", "kriuku", "ruda", "rudos", "rudai", "rudoje", "rudon", "virbalis"),
        *("neringa", "neringos", "neringai", "nida", "nidos", "nidai", "venta", "ventos", "ventai", "voke", "vokes"),
        *("seta", "setos", "daugu", "kuliu", "salakas", "karaliskiu", "saukotas", "alanta", "alantos"),
    }
)
"""Place names that are also ordinary words or first names; they count only where nothing else is said."""

INTRODUCTIONS = frozenset({"gyvenu", "gyvename", "gyvenam", "gyvena", "is", "mieste", "rajone", "kaime"})
"""Words after which a place name is very likely."""

NOT_MISSPELT = (
    *("teis", "skund", "veiksn", "veln", "draug", "dang", "slaug", "saug", "vaik", "tiksl", "kain", "sunk", "paraisk"),
    *("vard", "jaun", "kuriu", "posed", "pavard", "sakin", "kedaic"),
)
"""Beginnings of ordinary words that one or two wrong letters part from a place name."""
