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
_CHILD = r"(?:sunui|dukrai|dukrytei|vaikui|vaikams|mergaitei|berniukui)"
_COUNT = r"d(?:u|vi|vejus|vieju)|tr[iy]s|ketur(?:i|is|ios)|penk(?:i|is|ios)|[1-9]"

_JUST_ONE = r"(?:tik )?vienos(?: istaigos)?"
_MANAGES = r"(?:apsiein|issiver[cst])\w+"
_EXPECTANT = r"(?:nescia|nestumas|nestuke|(?:be)?(?:si)?laukianti)"
_SOME = rf"(?:{_COUNT}|vien(?:as|a)|maz(?:as|i|a))"
_ONES = (
    r"(?:vaik(?:as|ai|uciai|eliai)|sun(?:us|elis|eliai)|dukr(?:a|ele|yte|os|eles|ytes)|merg(?:ait|yt)es?|berniuk(?:as|ai)"
    r"|mazam\w+|mazyl(?:is|iai|e)|kudik\w+|dvynuk\w+|mokyklin\w+)"
)

_OLD = rf"(?:jau )?(?:(?:{UP_TO_17})(?: (?:{AGE}))?|metuk\w+)"
_PARENT = "(?:mama|tevas|tetis)"

IN_OTHER_WORDS: Mapping[FactId, tuple[tuple[re.Pattern[str], str], ...]] = {
    FactId.WORK: (
        (re.compile(r"\bper (?:daug )?sunk(?:u|us)\b(?: dirbti?\b)?"), "negali"),
        (re.compile(r"\bjegu nera(?: dirbti?)?|\bnera jegu(?: dirbti?)?[.!]*$"), "negali"),
        (re.compile(r"\bnesu tinkam\w+"), "negali"),
        (re.compile(r"\b(ne)?ti(?:nka|nku|ktu)\b"), r"\1gali"),
        (re.compile(r"\bnesunku\b"), "gali"),
        (re.compile(r"\bper (?:silpn|sen)\w+ (?:esu )?dirbti?\b"), "negali"),
        (re.compile(r"\b(?:(?:toks|iprastas) )?darbas\b"), "darba"),
        (re.compile(r"\btoks\b"), "toki"),
        (re.compile(r"\bnesusitvark\w+ su (?:toki\w+ )?darb\w+"), "negali dirbti"),
        (re.compile(r"\b(?:darze|namuose|namie)$"), "darzo darba"),
    ),
    FactId.COMPLEX_NEEDS: (
        (re.compile(r"^(?:ne,? )?ne ?ilgai[.!]*$|^ne keliu(?:,? vienos)?[.!]*$"), "nereikia"),
        (re.compile(r"^tik vienos(?: istaigos)?[.!]*$"), "uztenka vienos"),
        (re.compile(r"^ne vienos[.!]*$|^(?:visada|nuolat|kasdien|nuo (?:gimimo|mazens|vaikystes))[.!]*$"), "reikia"),
        (
            re.compile(rf"\bne{_MANAGES}(?: be (?:pagalbos|istaigu|ju))\b|\bbe (?:pagalbos|istaigu|ju) ne{_MANAGES}"),
            "reikia",
        ),
        (re.compile(rf"\b{_MANAGES}(?: be(?: (?:istaigu|pagalbos|ju))?\b| (?:pats|pati)\b)"), "nereikia"),
        (
            re.compile(r"^(?:(?:as|viska|su|viskuo|puikiai|gerai|dabar|mes) )*susitvark(?:au|om|ome|o)[.!]*$"),
            "nereikia",
        ),
        (
            re.compile(r"\bviena istaiga (?:(?:man|jam|jai|nieko) )*(?:(ne)gali padeti|(ne)?(?:padeda|susitvarko))\b"),
            r"\1\2uztenka vienos",
        ),
        (re.compile(r"\bvienos(?: istaigos)? (?:(?:man|jam|jai|per) )*maza\b"), "neuztenka vienos"),
        (re.compile(rf"\b(?<!ne ){_JUST_ONE} reikia\b|\breikia {_JUST_ONE}(?=[.!]*$)"), "uztenka vienos"),
        (re.compile(r"\b(?:ilgai|ilgalaikes) nereikia\b|\bnereikia (?:ilgai|ilgalaikes)\b"), "nereikia"),
        (re.compile(r"\bbe (?:keliu |visu |tu )?istaigu (?:pagalbos )?(?:niekaip|ne\w+)"), "reikia keliu istaigu"),
        (re.compile(r"^(?:as )?(?:esu|gyvenu) savarankisk\w+(?=[.!]*$)"), "nereikia"),
        (re.compile(r"\bne vienos,? (?:o )?(?=keliu)"), ""),
        (
            re.compile(
                rf"\b{_ALONE}(?:{_ONE} {_ALONE}{_DOES}|{_DOES} {_ALONE}{_ONE})(?: (?:{_ALL}|viska|visur|su viskuo))?"
            ),
            "nereikia",
        ),
        (
            re.compile(rf"(?<=\breikia )ne tik {_INSTITUTION}(?:,? bet ir {_INSTITUTION})?"),
            "keliu istaigu",
        ),
        (
            re.compile(rf"(?<=\breikia )(?:ir )?{_INSTITUTION}(?:(?:,? ir|,) {_INSTITUTION})+(?: pagalbos)?"),
            "keliu istaigu",
        ),
    ),
    FactId.FAMILY: (
        (re.compile(r"^(?:nera|nei? vieno(?: nei? kito)?|jokiu(?= vaik))(?: vaik\w+)?[.!]*$"), "neturi vaiku"),
        (re.compile(r"\bmen\. ?"), "menesiu "),
        (re.compile(r"\byra vaik(?:as|u)\b|\bvaik(?:as|u) yra\b"), "turi vaika"),
        (re.compile(rf"\b(?:(?:nesu|nera|neesu|nesam|ne) ?{_EXPECTANT})\b"), "nesilaukiu"),
        (
            re.compile(
                rf"\b(?:(?:esu|yra|jau) )*{_EXPECTANT}\b|\bnestumo menuo\b|\bgimdysi\w*|\bpasto(?:jau|jo|jom)\b"
            ),
            "laukiasi",
        ),
        (
            re.compile(
                r"^(?:ne,? )?(?:(?:mano|musu|jos|jo) )?(?:visi )?vaikai (?:(?:jau|seniai|visi|dideli)[ ,]+)*"
                r"(?:su|uz)aug(?:[eo]|us\w*)\b"
                r"(?!.*\b(?:bet|o|dar|tik|maz\w+)\b).*$"
            ),
            "neaugina vaiku",
        ),
    ),
}
"""Said by whoever is asked."""

OF_ONESELF: Mapping[FactId, tuple[tuple[re.Pattern[str], str], ...]] = {
    FactId.FAMILY: (
        (re.compile(rf"^(?:{_COUNT})[.!]*$|\b(?:(?:neseniai|ka tik) )?pagimdziau\b(?: {_ONES})?"), "turi vaika"),
        (re.compile(rf"^(?:as )?(?:nesu|ne) (?:nei )?{_PARENT}(?: nei {_PARENT})?[.!]*$"), "neturi vaiku"),
        (re.compile(r"^(?:as )?(?:(?:jau|visus) )*uzauginau(?: vaikus)?[.!]*$"), "neaugina vaiku"),
        (
            re.compile(
                rf"^(?:(?:yra|namie|namuose|mano|turiu) )*(?:{_SOME} {_ONES}|{_ONES} ir (?:{_SOME} )?{_ONES})"
                rf"(?: {_ONES})?[.!]*$"
            ),
            "turi vaika",
        ),
        (re.compile(rf"^(?:mano )?{_CHILD} {_OLD}(?:,? (?:ir )?(?:{_CHILD} )?{_OLD})*[.!]*$"), "turi vaika"),
        (
            re.compile(
                r"^(?:mano )?vaik(?:as|ai) (?:(?:dar|labai) )*maz(?:as|i)[.!]*$|^maz(?:as|i) vaik(?:as|ai)[.!]*$"
            ),
            "turi vaika",
        ),
        (
            re.compile(
                rf"\b(?:esu )?vienis(?:a|as) {_PARENT}\b"
                rf"|\b(?:esu|as) (?:\w+ vaik[uo] {_PARENT}|{_PARENT} \w+ vaik[uo])\b"
            ),
            "turiu vaika",
        ),
        (re.compile(r"^(?:taip,? )?(?:mano )?(?:zmona|sugyventine) (?:jau )?laukiasi\b"), "laukiames"),
    ),
}
"""Said by who is asked about themself; of whom a helper says so, that may be the one who is helped."""
