"""What people say instead of an answer's own verb, for each question of the checks; folded, and what it means there."""

import re
from collections.abc import Mapping

from assistant.eligibility.facts import FactId
from assistant.understanding.answer_kinds import AGE, UP_TO_17

_ONE = r"(?:vien(?:as|a|i)|pat(?:s|i|ys))"
_ALL = r"vis[ao]s istaigas"
_ALONE = rf"(?:(?:viska|viskuo|visur|{_ALL}) )*"
_DOES = r"(?:susitvark|apsitvark|tvark|apein|pasirupin|dar)\w+"
_INSTITUTION = (
    r"(?:gydytoj\w+|savivaldyb\w+|mokykl\w+|(?:socialin\w+ )?darbuotoj\w+|socialin(?:es|io|iu)|psichiatr\w+"
    r"|psicholog\w+|specialist\w+|poliklinik\w+|ligonin\w+|sodr\w+|seniunij\w+|uzimtumo tarnyb\w+|slaug\w+)"
)
_CHILD = r"(?:sunui|dukrai|dukrytei|vaikui|mergaitei|berniukui)"
_COUNT = r"d(?:u|vi|vejus|vieju)|tr[iy]s|ketur(?:i|is|ios)|penk(?:i|is|ios)|[1-9]"

IN_OTHER_WORDS: Mapping[FactId, tuple[tuple[re.Pattern[str], str], ...]] = {
    FactId.WORK: (
        (re.compile(r"\bper sunk(?:u|us)\b(?: dirbti?\b)?"), "negali"),
        (re.compile(r"\b(ne)?ti(?:nka|ktu)\b"), r"\1gali"),
        (re.compile(r"\b(?:(?:toks|iprastas) )?darbas\b"), "darba"),
        (re.compile(r"\bnesusitvark\w+ su (?:toki\w+ )?darb\w+"), "negali dirbti"),
        (re.compile(r"\b(?:darze|namuose|namie)$"), "darzo darba"),
    ),
    FactId.COMPLEX_NEEDS: (
        (re.compile(r"^(?:ne,? )?ne ?ilgai[.!]*$"), "nereikia"),
        (re.compile(r"\bviena istaiga (?:(?:man|jam|jai) )?(ne)?padeda\b"), r"\1uztenka vienos"),
        (re.compile(r"\bne vienos,? (?:o )?(?=keliu)"), ""),
        (
            re.compile(rf"\b{_ALONE}(?:{_ONE} {_ALONE}{_DOES}|{_DOES} {_ALONE}{_ONE})(?: (?:{_ALL}|viska|visur))?"),
            "nereikia",
        ),
        (
            re.compile(rf"(?<=\breikia )(?:ir )?{_INSTITUTION}(?:(?:,? ir|,) {_INSTITUTION})+(?: pagalbos)?"),
            "keliu istaigu",
        ),
    ),
    FactId.FAMILY: (
        (re.compile(r"^(?:nera|n[ei] vieno|jokiu(?= vaik))(?: vaik\w+)?[.!]*$"), "neturi vaiku"),
        (re.compile(r"\bmen\. ?"), "menesiu "),
        (re.compile(r"\byra vaik(?:as|u)\b|\bvaik(?:as|u) yra\b"), "turi vaika"),
        (re.compile(r"\b(?:nesu|nera|neesu|nesam|ne) nescia\b"), "nesilaukiu"),
        (re.compile(r"\b(?:(?:esu|yra|jau) )*nescia\b|\bgimdysi\w*|\bpasto(?:jau|jo|jom)\b"), "laukiasi"),
        (
            re.compile(
                r"^(?:ne,? )?(?:(?:mano|musu|jos|jo) )?(?:visi )?vaikai (?:(?:jau|seniai|visi) )*(?:suaug|uzaug)\w+"
                r"(?!.*\b(?:bet|o|dar|tik|maz\w+)\b).*$"
            ),
            "neaugina vaiku",
        ),
    ),
}
"""Said by whoever is asked."""

OF_ONESELF: Mapping[FactId, tuple[tuple[re.Pattern[str], str], ...]] = {
    FactId.FAMILY: (
        (re.compile(rf"^(?:{_COUNT})[.!]*$"), "turi vaika"),
        (re.compile(rf"^(?:mano )?{_CHILD} (?:jau )?(?:{UP_TO_17})(?: (?:{AGE}))?[.!]*$"), "turi vaika"),
        (
            re.compile(
                r"^(?:mano )?vaik(?:as|ai) (?:(?:dar|labai) )*maz(?:as|i)[.!]*$|^maz(?:as|i) vaik(?:as|ai)[.!]*$"
            ),
            "turi vaika",
        ),
        (
            re.compile(
                r"\b(?:esu )?vienis(?:a|as) (?:mama|tevas|tetis)\b|\b(?:esu|as) \w+ vaik[uo] (?:mama|tevas|tetis)\b"
            ),
            "turiu vaika",
        ),
        (re.compile(r"^(?:taip,? )?(?:mano )?(?:zmona|sugyventine) (?:jau )?laukiasi\b"), "laukiames"),
    ),
}
"""Said by who is asked about themself; of whom a helper says so, that may be the one who is helped."""
