"""Words that stand beside an age and change nothing in it."""

import re

from rapidfuzz.distance import OSA

from assistant.understanding.quantities import is_about_quantity
from assistant.understanding.spoken import is_filler

MONTH_OF = {
    "sausio": 1,
    "vasario": 2,
    "kovo": 3,
    "balandzio": 4,
    "geguzes": 5,
    "birzelio": 6,
    "liepos": 7,
    "rugpjucio": 8,
    "rugsejo": 9,
    "spalio": 10,
    "lapkricio": 11,
    "gruodzio": 12,
}


def goes_with_age(word: str) -> bool:
    """Whether a word of a plain quantity may stand beside an age without making it another number."""
    is_known = is_filler(word) or is_about_quantity(word) or _OF_YEARS.fullmatch(word) or word in MONTH_OF
    return bool(is_known) or (
        _LIKE_YEARS.fullmatch(word) is not None
        and any(OSA.distance(word, years, score_cutoff=1) <= 1 for years in ("metai", "metu"))
    )


_OF_YEARS = re.compile(
    r"[aeimhv]{2,4}|okey|vat|tiek|malonu|lengva|reiskia|vadinasi|iseina|(?:pa|su)skaiciavau|atsimenu|minejau|(?:at)?sven[ct]\w+|(?:ne)?(?:be)?(?:jaun|sen)(?:as|a)|nebe|apval\w+|garbaus|oho|vaje|net|met(?:ai|as|u|uku|ukai|eliu|eliai)|mt?|eri(?:u|us)?|eju|nesu|vyr|mot|visi|met|(?:saus|baland|birzel|rugpjut|rugsej|spal|lapkrit|gruod)i|(?:geguz|liep|kov|vasar)[ae]|years?|old|amz(?:i(?:us|aus|u))?|gim\w+|data|piln(?:u|i|us|ai)|dar"
    r"|vos"
    r"|su(?:ejo|kako|eje|kake|eita|kakta)|sulauk(?:iau|e)|pragyvenau|turi(?:u)?|ab[ui]|abiem|toki(?:e|u|a)|siemet|seniai|(?:pa)?vasar(?:i|a)|ruden(?:i|s)|ziem(?:a|os)|a?ju|u"
    r"|menesi|skaic\w+|vakar|neseniai|ka"
    r"|(?:ne)?pilnamet\w+|suaug\w+|pensinink\w+|tapau|siryt|pagal|pas[ae]|dokument\w*|paras\w+|rasoma|kad|ai|pat(?:s|i|ys)"
)
# "30 mertai", "30 netu", but neither metres nor "metais".
_LIKE_YEARS = re.compile(r"[mn](?!etr)\w{2,4}[^\Ws]")
