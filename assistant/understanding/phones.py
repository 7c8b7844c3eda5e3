"""Reads telephone numbers as people write them, and writes them as they are read aloud."""

import re

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberFormat, PhoneNumberType

from assistant.understanding.normalize import folded
from assistant.understanding.numbers import with_dictated_digits
from assistant.understanding.private import without_personal_codes
from assistant.understanding.spoken import RELATIVES

REGION = "LT"
SHOWN_AS_EXAMPLE = 60_000_000
"""The number by which content shows what a number looks like."""


def read_phone(text: str) -> str | None:
    """The first telephone number in the text in international form (+37061234567), None where there is none.

    Lithuanian numbers may begin with 0, 8, 370, +370 or nothing; foreign ones with + or 00. Emergency numbers are not
    numbers to be called back on, nor are those that are old, refused, asked about, or not remembered for sure.
    """
    said = folded(without_personal_codes(text))
    said = _BETWEEN_DIGITS.sub(" ", said)
    said = _TWICE.sub(r"\g<number>", said)
    said = _ANOTHER_FAILS.sub("", said)
    plain = _of_use(_DENIED_FIRST.sub("", _OLD_BEFORE_NEW.sub("", with_dictated_digits(said))))
    if (
        _NOT_TO_BE_CALLED.search(plain)
        or _NOT_MEANT.search(plain)
        or _OF_SOMETHING_ELSE.search(plain)
        or _OF_OFFICE.search(plain)
        or _ASKS.search(plain)
        or _UNSURE.search(plain)
    ):
        return None
    if _NUMBER_ALONE.fullmatch(plain):
        alone = _parsed(plain)
        if alone is not None:
            return _international(alone)
    for match in phonenumbers.PhoneNumberMatcher(plain, REGION):
        return _international(match.number) if _is_of_somebody(match.number) else None
    # An age or an hour that stands right before the number hides it.
    beside = _MOBILE_IN_ONE.search(plain)
    number = _parsed(beside["number"]) if beside else None
    return _international(number) if number else None


def _of_use(plain: str) -> str:
    """The part with a number that may be called, where another has one that may not: "861… neveikia, geras 862…"."""
    parts = [part for part in re.split(r"[,;()]|\b(?:o|bet)\b", plain) if len(re.findall(r"\d", part)) >= _SHORTEST]
    usable = [part.strip() for part in parts if not (_NOT_TO_BE_CALLED.search(part) or _NOT_MEANT.search(part))]
    return usable[0] if usable and len(usable) < len(parts) else plain


def spoken_phone(e164: str) -> str:
    """The number for people: "0 612 34567" for a Lithuanian one, "+44 20 7946 0958" for any other.

    Expects international form; since 2025-03-01 numbers called within Lithuania begin with 0.
    """
    number = phonenumbers.parse(e164, None)
    written = str(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL))
    return written.replace("+370 ", "0 ", 1)


def is_written_bare(text: str, e164: str) -> bool:
    """Whether it is a Lithuanian mobile number, and all digits of the text are that number, as one dials it."""
    digits = "".join(_DIGIT.findall(with_dictated_digits(folded(text))))
    number = e164.removeprefix(_LITHUANIAN)
    return number.startswith("6") and digits in {prefix + number for prefix in _PREFIXES}


def _parsed(digits: str) -> PhoneNumber | None:
    # Within Lithuania "370…" without the plus sign is dialled by nobody, but written by many.
    as_international = re.sub(r"^\(?370", "+370", digits)
    try:
        number = phonenumbers.parse(as_international, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) and _is_of_somebody(number) else None


def _is_of_somebody(number: PhoneNumber) -> bool:
    """Numbers for all, 8 800 or 8 700, are lines of offices; one is the example that people are shown."""
    return number.national_number != SHOWN_AS_EXAMPLE and phonenumbers.number_type(number) not in _OF_OFFICES


def _international(number: PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


_LITHUANIAN = "+370"
_PREFIXES = ("", "0", "8", "370", "00370")
_DIGIT = re.compile(r"\d")
_OF_OFFICES = frozenset(
    {
        *(PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST),
        *(PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL, PhoneNumberType.PERSONAL_NUMBER),
    }
)
_NUMBER_ALONE = re.compile(r"[+(]?[\d ()./-]{5,25}")
_NOT_TO_BE_CALLED = re.compile(
    r"(?<!siandien )(?<!dabar )(?<!ryte )(?<!vakare )"
    r"\bne(?:be)?(?:skamb\w+(?! (?:iki|po|nuo|pries|anksciau|veliau|ryt|vakar|nakt|savaitgal))"
    r"|veik\w+|"
    r"galioj\w+|naudoj\w+)\b|\bsen(?:as|o)\b(?!.*\bnauj)|\bne [\d+(]|\bbuvo \D{0,12}\d"
    rf"|\bne(?:be)? mano\b(?!(?: numeris)?,? (?:o |bet )?(?:cia )?{RELATIVES})"
    r"|\b(?:anksciau|seniau) (?:tur|naudo)\w+|\bisjungt\w*|\b(?:uzblok|isgalv|neprisiskamb)\w*"
    r"|\b(?:anksciau|seniau) [+\d][\d -]{5,}"
    r"|\b(?:gav|siunc)\w+ (?:\w+ )?is [+\d]"
    r"|\bsvetim\w*|\bskambina is|\bskambinu\b.*\bne(?:kelia|atsiliepia)|\b(?:is|pa)?trin(?:kit\w*|ti|ciau)\b"
    r"|\bbuv(?:o|es|usi|usio)\b|\b(?:skamb\w+ )?(?:ne|drau)(?:galima|reikia|dziama)\b|\brad(?:au|o|ome)\b|\b(?:blog"
    r"|neteising|klaiding)(?:as|a|i|o)\b|\bpame[ct]\w+|\b(?:ne|pri|at|pa|per)?skambin(?:au|o|ote?|ejo)\b"
)
# A number that is lost, is given up or jested with, is that of somebody who harms, or was only seen somewhere.
_NOT_MEANT = re.compile(
    r"\b(?:(?:pa)?juok[au]\w+|(?:pa|uz)mirsk\w*|ne(?:be)?naudok\w*|isbrauk\w*|ding(?:o|es|usi)|nutruko|uzdary\w+|atjung\w+"
    r"|pavog\w*|mirus\w+|velion\w+|senas(?:is)|kazkieno|(?:uz)?blokuo\w+|skundz\w+|grasin\w+|teroriz\w+|persekioj\w+"
    r"|sukci\w+|reklam\w+|praleist\w+|patikrin\w+|suras\w+|skelbim\w+|internete|savinink\w+)\b"
    r"|\bskambuci\w+ is\b|\d,? ne(?: ?geras| tas| ta| jos| jo)\b"
)
_DENIED_FIRST = re.compile(
    r"^(?:\w+ ){0,2}ne (?:sit\w+ |t\w{1,2} )?[\d +()-]{7,}[,.;]? ?(?:o|bet) (?=\D{0,12}\d)"
    r"|^.*\d[,.;]? (?:(?:oi|oj|ai) )?(?:ne[,.;]|oi ne|klaida[,.;]?|suklydau[,.;]?|atsiprasau[,.;]?|tiksliau[,.;]?"
    r"|oi[,.;]) ?"
    r"(?=[+\d])"
)
_OLD_BEFORE_NEW = re.compile(
    r"(?<=nauj)(?:as|asis)[,.;] (?:o )?sen\w+ ne\w+$"
    r"|^.*\bbuvo\b.*\d.*(?=\b(?:dabar|nauj\w*)\b\D*\d)|^(?=.*\d.*\bnauj).*\bsen(?:as|o)\b.*(?=\bnauj\w*\D*\d)"
)
# Papers, accounts and houses have numbers, too.
_OF_SOMETHING_ELSE = re.compile(
    r"\d ?(?:eur\w*|lt|vnt|mm|cm|kg)\b"
    r"|\ba\. ?k\.? ?\d|\b(?:pazym|dokument|pas(?:as|o|ui)\b|sask|kortel|prasym|skaitikl"
    r"|abonent|uzsakym|moketoj|iban|bank|sutart|but(?:as|o)\b"
    r"|nam(?:as|o)\b|draudim|byl|kod[oa]|leidim"
    r"|licencij|siunt|pol[iy]s|imei|recept|biliet|loterij|kvit|faktur|nuom|skol|ceki|pin\b|indeks)"
    r"\w*\.?(?: \w*[^\W\d]\w*){0,2}(?: (?:nr|numer\w*))?[ .:-]*[\d+(][\d ()/-]{5,}"
)
# Nobody asks to be called back at an office, or at the telephone of a doctor.
_OF_OFFICE = re.compile(
    r"\b(?:gydytoj(?:o|os)|darbuotoj(?:o|os|u)|seniun(?:o|es|ijos)|savivaldyb(?:e|es)|poliklinikos|ligonines|mokyklos"
    r"|centro|policijos|taksi|(?:registratur|poliklinik|sodr|birz|vaistin|ligonin|mokykl)(?:a|e|os|es)|seniunija|past[ao]s?"
    r"|(?:pagalbos|karstoji) linij(?:a|os))(?: (?:tel\w*\.?|nr\.?|numer\w+|yra|cia))*:? [\d+(]"
)
_ASKS = re.compile(
    r"\b(?:pvz|pavyzdziui|tipo|format\w+)\b|\bjusu (?:tel\w*|numer\w+|nr)\b"
    r"|\b(?:jus|jusu|jums|kieno|savivaldyb\w*)\b.*\?"
    r"|^(?:o )?(?:ar (?!galit)|ka(?:s|)\b|kieno\b|(?:is )?kok\w+ )"
)
# Doubt about the number itself; "gal galit skambinti 861234567" only asks kindly.
_UNSURE = re.compile(
    r"\b(?:jei(?:gu)? (?:neklystu|(?:gerai|teisingai) (?:pri|pa|at)?(?:menu|simenu))"
    r"|kiek (?:pri|pa|at)?(?:menu|simenu))"
    r"|\b(?:ko gero|greiciausiai|mazdaug|apytiksl\w*|abejoju|spej\w+|kazkas panas\w+|nezinau ar (?:ger|teis|t[ao]s?\b))"
    r"|\bmanau (?:kad )?[+\d(]"
    r"|\b(?:berods|rodos|regis|turbut|tikriausiai|nesu (?:tikr|isitikin)\w+|netikras"
    r"|ne(?:be)?(?:atsimenu|prisimenu|pamenu))\b"
    r"|\b(?:gal|lyg|lyg ir|gal but|galbut|atrodo|kazkas) (?:mano )?(?:numeris )?[+\d(]|\d (?:gal|galbut|atrodo)$"
    r"|\d,? ar (?:(?:gal|tai) )?[+\d(]"
)
# "Mano neveikia, brolio 861234567".
_ANOTHER_FAILS = re.compile(
    rf"^[^\d,.;]*\b(?:neb?e?veik\w+|sugedo|sugedes|neturiu)\b[^\d,.;]*[,.;] "
    rf"(?=\D{{0,12}}\b(?:{RELATIVES}|nauj\w+|kit\w+)\b)"
)
_SHORTEST = 8
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[_|'’](?=\d)")
_MOBILE_IN_ONE = re.compile(r"(?<![\d+])(?P<number>[08]6\d{7}|\+?3706\d{7})(?!\d)")
_TWICE = re.compile(
    r"(?P<number>[+\d][\d ()/-]{6,}\d)[ ,.;]+(?:(?:dar karta|kartoju|pakartoju)[ :,-]+)?(?P=number)(?!\d)"
)
