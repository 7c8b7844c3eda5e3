"""Notices what a person should not have to tell a program, and takes personal codes out of what is kept."""

import re
from enum import StrEnum

import phonenumbers
from stdnum import iban
from stdnum.lt import asmens

from assistant.understanding.normalize import cleaned, folded, words_of


class PrivateKind(StrEnum):
    """Kinds of private data; the values are part of the stable interface."""

    PERSONAL_CODE = "personal-code"
    DIAGNOSIS = "diagnosis"
    MEDICINE = "medicine"
    DOCUMENT_NUMBER = "document-number"
    BANK_ACCOUNT = "iban"
    EMAIL = "email"
    PHONE = "phone"


REMOVED = "…"
"""What stands where a personal code stood."""


def find_private(text: str) -> tuple[PrivateKind, ...]:
    """The kinds of private data in the text, each once, in the order of PrivateKind.

    Better one too many than one overlooked; but ordinary talk about disability is not private data.
    """
    shown, plain = cleaned(text), folded(text)
    seen = {
        PrivateKind.PERSONAL_CODE: bool(_personal_codes(shown)),
        PrivateKind.DIAGNOSIS: bool(_DIAGNOSIS.search(plain)),
        PrivateKind.MEDICINE: bool(_MEDICINE.search(plain)),
        PrivateKind.DOCUMENT_NUMBER: bool(_DOCUMENT.search(plain)),
        PrivateKind.BANK_ACCOUNT: bool(_accounts(shown)),
        PrivateKind.EMAIL: bool(_EMAIL.search(plain)),
        PrivateKind.PHONE: phonenumbers.PhoneNumberMatcher(without_personal_codes(shown), "LT").has_next(),
    }
    return tuple(kind for kind in PrivateKind if seen[kind])


def private_words(text: str) -> frozenset[str]:
    """The folded words that name an illness, a medicine, a document or an address of e-mail."""
    plain = folded(text)
    matches = [match for kind in (_DIAGNOSIS, _MEDICINE, _DOCUMENT, _EMAIL) for match in kind.finditer(plain)]
    return frozenset(word for match in matches for word in words_of(match.group()))


def without_personal_codes(text: str) -> str:
    """The cleaned text with every personal code, also a mistyped one, replaced by REMOVED; telephone numbers stay."""
    shown = cleaned(text)
    for start, end in reversed(_personal_codes(shown)):
        shown = shown[:start] + REMOVED + shown[end:]
    return shown


def _personal_codes(text: str) -> list[tuple[int, int]]:
    """Where personal codes stand, in order, without overlap."""
    accounts = _accounts(text)
    spans = [match.span("code") for match in _CALLED_CODE.finditer(text)]
    for match in _ELEVEN_DIGITS.finditer(text):
        start, end = match.span()
        is_inside = any(first <= start and end <= last for first, last in [*accounts, *spans])
        if not is_inside and not _is_telephone(match.group()):
            spans.append((start, end))
    taken = [*accounts, *spans]
    spans += [
        match.span()
        for match in _MISTYPED_CODE.finditer(text)
        if not any(first < match.end() and match.start() < last for first, last in taken)
    ]
    return sorted(spans)


def _is_telephone(digits: str) -> bool:
    """Whether eleven digits are, or end in, a telephone number: 370 612 34567, or "12 8 612 34567" with a house number.

    A valid personal code is never taken for a telephone number.
    """
    if asmens.is_valid(re.sub(r"\D", "", digits)):
        return False
    parts = re.split(r"[ ./-]", digits)
    tails = ["".join(parts[first:]) for first in range(len(parts))]
    return any(_is_lithuanian_number(tail) for tail in tails)


def _is_lithuanian_number(digits: str) -> bool:
    if not re.fullmatch(r"370\d{8}|[08]\d{8}", digits):
        return False
    national = digits[3:] if digits.startswith("370") else digits[1:]
    return bool(phonenumbers.is_valid_number(phonenumbers.parse(national, "LT")))


def _accounts(text: str) -> list[tuple[int, int]]:
    """Where bank account numbers stand; a Lithuanian one counts also when it is mistyped."""
    return [
        match.span()
        for match in _ACCOUNT.finditer(text)
        if match.group()[:2].upper() == "LT" or iban.is_valid(match.group())
    ]


# Sex and century, date of birth, serial number, check digit: eleven digits, the first from 1 to 6; people part the
# digits by spaces, dots or dashes. Behind the number of a country ("+49 151 …") is a telephone number.
_ELEVEN_DIGITS = re.compile(r"(?<![\d+])(?<!\+\d[ -])(?<!\+\d\d[ -])(?<!\+\d\d\d[ -])[1-6](?:[ ./-]?\d){10}(?!\d)")

# One digit too few or too many behind a sex and a date of birth that can be, or letters that look like digits.
_MISTYPED_CODE = re.compile(
    r"(?<![\w+])[3-6]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{3}|\d{5})(?!\w)"
    r"|(?<![\w+])[1-6](?=\d*[oOlI])(?=(?:[oOlI]?\d){7})[\doOlI]{10}(?!\w)"
)

# Where the person says that it is the code, one with a digit too few or too many is meant as well.
_CALLED_CODE = re.compile(
    r"(?:asm\w*\.?\s+kod\w*|\ba\.\s?k\.)[^\d\n]{0,20}?(?P<code>\d(?:[ .-]?\d){8,12})(?!\d)", re.IGNORECASE
)
_ACCOUNT = re.compile(r"\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){3,7}(?: ?[A-Za-z0-9]{1,4})?\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")

# Numbers of a passport, an identity card or a certificate, where they are called so.
_DOCUMENT = re.compile(
    r"\b(?:pas[ao]s?|pase|tapatybes|id kortel\w+|kortel\w+|pazymejim\w+|dokument\w+|leidim\w+)\b[^\d]{0,30}"
    r"(?:\b[a-z]{1,3} ?)?\d(?:[ -]?\d){4,9}\b"
)

_DIAGNOSIS = re.compile(
    r"\b(?:s[hc]?h?izo(?:fren|afekt)\w*|adhd|ad hd|ptsd|potraumin\w+ stres\w*|dauno|autiz\w+|autist\w+"
    r"|asperger\w*|dauno (?:sindrom|lig)\w*|epilep\w+|depres(?:ij|ia|ya)\w*"
    r"|depresyv\w+|bipolin\w+|psichoz\w+|neuroz\w+|dem?en[cst]+ij\w+|silpnaprot\w+|al[cz]h?[ae]?[ie]?i?mer\w*"
    r"|parkinson\w*"
    r"|cerebrin\w+ paralyz\w+|oligofren\w+|paranoj\w+|haliucinac\w+|anoreksij\w+|bulimij\w+"
    r"|protin\w+ atsilik\w+|asmenybes sutrikim\w+|nerimo sutrikim\w+|panik\w+ (?:atak|sutrikim)\w+"
    r"|obsesin\w+|hiperaktyv\w+|alkoholizm\w+|alkoholik\w+|narkoman\w+|priklausomyb\w+|skleroz\w+"
    r"|diabet\w+|insult(?:as|a|o|ui|u|e)|infarkt\w+|hepatit\w+|onkolog\w+|zarnyno vez\w+|vez(?:ys|io)"
    r"|ziv(?: infekc\w+)?|(?:lengv|vidutin|sunk|gil)\w+ intelekto sutrikim\w+|aids|tuberkulioz\w+|diagnoz(?:e"
    r"|uota|uotas|avo)\b[^.?!]{0,20}\b[a-z]\d{2}(?:\.\d)?"
    r"|(?:f[0-9]|g[0-4]|q9)\d(?:\.\d{1,2})?|f \d\d\.\d)\b"
)

_MEDICINE = re.compile(
    r"\b(?:risper\w+|rispolept\w*|rispaksol\w*|olanzapin\w*|zyprex\w*|zalast\w*|kvetiapin\w*|seroquel\w*|ketilept\w*"
    r"|klozapin\w*|leponex\w*|haloperidol\w*|aripiprazol\w*|abilif\w+|amisulprid\w*|solian\w*|paliperidon\w*"
    r"|xeplion\w*|flupentiksol\w*|fluanxol\w*|litio karbonat\w*|(?:geriu|vartoju|gauna|geria) liti\b"
    r"|ksanaks\w*|amitriptilin\w*|relanium\w*|fenazepam\w*|paroksetin\w*|duloksetin\w*"
    r"|pregabalin\w*|neuleptil\w*|truksal\w*|chlorprotiksen\w*|depakin\w*|valpro\w+|konvul\w+|convulex\w*"
    r"|karbamazepin\w*|tegretol\w*|finlepsin\w*|lamotrigin\w*|lamictal\w*|levetiracetam\w*|keppra\w*|sertralin\w*"
    r"|zoloft\w*|fluoksetin\w*|escitalopram\w*|cipralex\w*|citalopram\w*|mirtazapin\w*|venlafaksin\w*|trazodon\w*"
    r"|diazepam\w*|alprazolam\w*|xanax\w*|lorazepam\w*|bromazepam\w*|lexotanil\w*|klonazepam\w*|rivotril\w*"
    r"|metilfenidat\w*|concert[ao]s?|ritalin\w*|insulin\w*|metformin\w*|morfin\w*|tramadol\w*)\b"
    r"|\b\d+(?:[.,]\d+)? ?mg\b"
)
