"""Reads how somebody is called."""

import re

from assistant.understanding.name_words import INTRODUCTION, has_own_letters, is_like_word, is_no_name
from assistant.understanding.normalize import cleaned, folded
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import RELATIVES

LONGEST_NAME = 80
"""Characters."""

MOST_WORDS = 6


def read_name(text: str) -> str | None:
    """The name as the person writes it, without "mano vardas" and the like; None where it cannot be a name.

    A name has letters, no digits, at most 80 characters and six words, none of which is known as an ordinary
    word (but for a surname with a capital letter), and is no question.
    What stands behind it ("… , pavardės nesakysiu") is left out.
    """
    written = _WHENCE.sub("", " ".join(_TITLE.sub("", _EMOJI.sub(" ", cleaned(text))).split()))
    written = _DENIED_FIRST.sub("", written)
    if "?" in written or _OF_ANOTHER.match(folded(written)) or _SECOND.search(written) or _FAMILY.search(written):
        return None
    names: list[str] = []
    parts = _BETWEEN.split(written)
    for place, part in enumerate(parts):
        name = _name_in(part)
        plain = folded(part).strip(_SIGNS)
        if name:
            names.append(name)
        elif names and _TAKES_BACK.fullmatch(plain) and any(map(_name_in, parts[place + 1 : place + 2])):
            names = []
        elif names:
            break
        elif declines(plain) or not _LEADS_IN.fullmatch(plain):
            return None
    name = ", ".join(names)
    fits = len(name.strip(".")) > 1 and len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS
    return name if fits else None


def _name_in(part: str) -> str:
    """The name that this part of the text is, empty where it is none."""
    name = part.strip(_SIGNS)
    while True:
        plain = folded(name)
        # Folding keeps the number of letters of what people write in Latin letters.
        lead = INTRODUCTION.match(plain if len(plain) == len(name) else name)
        if lead is None:
            break
        name = name[lead.end() :].strip(_SIGNS)
    name = _without_relation(name)
    may_decline = _CALLED.search(folded(part)) is not None
    if not may_decline and _IN_ANOTHER_CASE.search(name):
        return ""
    name = _SURNAME.sub(" ", _BEHIND.sub("", name)).strip(_SIGNS)
    if _INITIAL.search(name):
        name += "."
    is_mixed = not name.isupper()
    first, *behind = name.replace("-", " ").split() or [""]
    words = [word for word in behind if not _is_surname(word, is_mixed=is_mixed) and not has_own_letters(word)]
    if not is_like_word(first) or not (
        has_own_letters(first) or _is_told(part, name) or _is_beside_surname(behind, is_mixed=is_mixed)
    ):
        words.append(first)
    is_one = (
        _NAME.fullmatch(name)
        and not _SAYS_OF.search(name)
        and not any(is_no_name(folded(word), may_decline=may_decline) for word in words)
    )
    return name if is_one else ""


def _is_told(part: str, name: str) -> bool:
    """Whether words before the name say that it is one; after "aš" a capital letter must say it, too."""
    lead = folded(part.removesuffix(name))
    return _NAMED.search(lead) is not None or (name[:1].isupper() and _INTRODUCED.search(lead) is not None)


def _is_beside_surname(behind: list[str], *, is_mixed: bool) -> bool:
    return any(
        _is_surname(word, is_mixed=is_mixed) and _OF_SURNAMES.search(folded(word)) and not is_no_name(folded(word))
        for word in behind[:1]
    )


def _is_surname(word: str, *, is_mixed: bool) -> bool:
    """Whether a word behind a first name is one for sure; surnames are often ordinary words.

    In a name of small and large letters a capital one tells it, in any other only an ending of surnames.
    """
    return (is_mixed and word[0].isupper()) or _SURNAME_TOO.fullmatch(folded(word)) is not None


def _without_relation(name: str) -> str:
    """Without "sūnus" behind a name; "Petro sūnus" is not how the son is called."""
    match = _RELATION_BEHIND.fullmatch(folded(name))
    if match is None or not name[0].isupper() or _GENITIVE.search(match["name"]):
        return name
    return name[: match.end("name")].strip(_SIGNS)


# "Ona krikščiūnienė", "jonas seniūnas": many write small letters only, or large ones only.
_OF_SURNAMES = re.compile(r"(?:[^e]|(?:ien|ait|yt|ut)e)$")
_SURNAME_TOO = re.compile(
    r"(?!savaite)\w{2,}(?:ien|ait|yt|ut)e|(?:seniun|lietuv|kriks[ct]|kunig|karali)\w*(?:as|is|us)|rusas|tikras|kaimas"
)

# Nobody says the own name so: "namų", "pagalbą".
_IN_ANOTHER_CASE = re.compile(r"[ųįą]$|[^\W\d_]{2}ui$|[^\W\d_]{3}(?:oms|ėms|ams|omis|ėmis|uose|ėse|ės)$")
_RELATION_BEHIND = re.compile(rf"(?P<name>.+?) \(?(?:{RELATIVES}|glob(?:eja|ejas|otojas|otoja))\)?")
_GENITIVE = re.compile(r"(?:o|os|es|aus|iu)$")
_WHENCE = re.compile(
    r"\s+(?:[+\d][\d ()-]{7,}|\d+ (?:m\b|met(?:ai|ų|u)\b)"
    r"|(?:iš|is|ir gyven\w+|gyven\w+)\s|(?:mano )?(?:tel\w*|nr|numeris|ir man)\b[^\d]{0,12}\d).*$",
    re.IGNORECASE,
)
# "Ne Rimas, o Rimantas".
_DENIED_FIRST = re.compile(
    r"^(?:(?:oi|atsipra[šs]au|suklydau)[, ]+)*ne [^\W\d_]+(?: [^\W\d_]+)?(?:, ?o| o|, ?bet| bet) ", re.IGNORECASE
)
_EMOJI = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]+")
_TITLE = re.compile(r"\bgerb\. ?", re.IGNORECASE)
_SIGNS = " ,;:!-–\"'„“”().…"
# After these a name stands in the instrumental: "mane vadina Jonu".
_CALLED = re.compile(r"\b(?:vad\w+|vardu|kreip\w+)\b")
_NAMED = re.compile(r"\b(?:vard(?:as|u)|vadin\w+)\b")
_INTRODUCED = re.compile(rf"\b(?:as|esu|cia|mano|{RELATIVES})$")
_BETWEEN = re.compile(r"[,;!]\s*|(?<=\w{3})\.\s+|\s+(?:o|bet|nes)\s+", re.IGNORECASE)
# "Jonas, oi, Tomas": the first was a slip.
_TAKES_BACK = re.compile(r"(?:(?:oi|oj|ai|tfu|pala|ne|klaida|suklydau|tiksliau|atsiprasau|ne taip|tai yra) ?)+")
_LEADS_IN = re.compile(
    rf"(?:(?:raso|kalba|cia) (?:jo |jos )?{RELATIVES}|taip|ne|jo|na|nu|gerai|ok|prasau|labas"
    r"|labas vakaras|labas rytas|laba diena|sveiki|sveikas|sveika|vardas|aha"
    r"|zinoma|as|as esu|malonu)?"
)
_SURNAME = re.compile(r"\s+(?:ir\s+)?(?:mano\s+)?(?:pavard[ėe]|pvd|vardas)\s*[:-]?\s+(?:yra\s+)?", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s+(?:čia|cia|yra|esu|vardas|vardu|mano vardas|aš|as|malonu"
    r"|(?:labai )?(?:ačiū|aciu|dėkui|dekui)(?: labai)?|viskas)$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]$")

# A small letter before a capital one, or at the end of a verb, tells of somebody: "rašo Jonas", "Jonas rašo".
_SAYS_OF = re.compile(
    r"^(?!(?:de|da|di|van|von|fon|el|al)\b)[a-ząčęėįšųūž]{2,} [A-ZĄČĘĖĮŠŲŪŽ]"
    r"|^[A-ZĄČĘĖĮŠŲŪŽ].* [a-ząčęėįšųūž]+(?:(?<!k)o|(?<!k)i)$"
)
# "Katino vardas Rainis" names nobody who may be called.
_OF_ANOTHER = re.compile(
    rf"(?:mano |musu )?(?!(?:mano|jo|jos|savo|musu|glob\w+|klient\w+|{RELATIVES})\b)\w+(?:o|os|es|aus) vardas\b"
)
# "Jonas, o sūnus Tomas" names two, and does not say which.
# "Kazlauskai" are all of them, and "Jonas, Petras ir Ona" three.
_FAMILY = re.compile(r", [A-ZĄČĘĖĮŠŲŪŽ][^\W\d_]+ ir [A-ZĄČĘĖĮŠŲŪŽ]|(?:ausk|insk|evič|avič|evic|avic|aič|aic|ėn|ūn)ai\b")
_SECOND = re.compile(
    r"\b(?!(?:Sveik|Lab|Taip|Praš|Gerai|Jo\b|Mano|Aš))[A-ZĄČĘĖĮŠŲŪŽ]\w+(?:, (?:o |ir |bet )?| (?:o|ir|bet) )"
    rf"(?:mano |jo |jos )?(?:{RELATIVES}|sūn(?:us|ui|aus)|tėv(?:as|ui|o)|tėt(?:is|ei)|brol(?:is|iui))(?: vardas)?"
    r" [A-ZĄČĘĖĮŠŲŪŽ][^\W\d_]+"
)

# Letters of any alphabet, with the signs that stand within names: Ona-Marija, O’Neill, J. Petraitis.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’-])*")
